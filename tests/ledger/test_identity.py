"""No two rows share an id, however short it is."""

import pandas as pd

from koreaaid.ledger.identity import with_own_ids


def test_a_second_row_of_one_id_takes_another_and_its_links_follow() -> None:
    table = pd.DataFrame(
        {
            "article": ["a", "a", "b", "b"],
            "claim_id": ["c1", "c2", "c1", "c3"],
            "part_of": [None, "c1", None, "c1"],
            "converts": [None] * 4,
            "repeats": [None, None, None, "c9"],
        }
    ).astype("str")
    own = with_own_ids(table, "claim_id")
    assert own["claim_id"].is_unique
    assert own["claim_id"].tolist()[:2] == ["c1", "c2"]
    assert own["claim_id"][3] == "c3"
    assert own["part_of"].tolist()[1] == "c1"
    assert own["part_of"].tolist()[3] == own["claim_id"][2]
    assert own["repeats"].isna().tolist() == [True, True, True, False]


def test_ids_that_differ_are_left_alone() -> None:
    table = pd.DataFrame({"article": ["a", "b"], "date_id": ["d1", "d2"]}, dtype="str")
    assert with_own_ids(table, "date_id") is table
