"""A review goes through the claims, writes each decision at once, and begins where it was left."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from koreaaid import KoreaaidError
from koreaaid.ledger.beside import read_beside
from koreaaid.ledger.build import as_read, derived
from koreaaid.views.links import evidence_href, evidence_path
from koreaaid.views.review import review
from koreaaid.views.review.reviewing import Review
from koreaaid.views.review.shown import shown
from koreaaid.views.words import best
from tests.views.ledgers import HOSTILE, everything

DAY = date(2024, 11, 4)


@pytest.fixture
def walk(tmp_path) -> Review:
    return Review(everything(), tmp_path, "M. K.", DAY)


def lines(walk: Review) -> list[str]:
    return walk.file.read_text(encoding="utf-8").splitlines()[1:] if walk.file.exists() else []


def go_to(walk: Review, surface: str) -> str:
    walk.choose("")
    [claim_id] = [row["claim_id"] for row in walk.claims if row["surface"] == surface]
    walk.go(walk.queue.index(claim_id))
    return claim_id


def test_it_begins_with_what_nobody_has_reviewed(walk):
    assert len(walk.queue) == walk.left == len(walk.claims)
    assert walk.claim["surface"] == "almost $9 billion"


def test_a_decision_is_on_the_disk_before_the_next_claim_is_in_view(walk):
    first = walk.claim["claim_id"]
    walk.accept("  as in the contract ")
    assert lines(walk) == [f"{first},accept,,,,M. K.,2024-11-04,as in the contract"]
    assert walk.claim["claim_id"] != first
    assert walk.left == len(walk.claims) - 1


def test_the_ledger_applies_what_was_decided(walk):
    nine = go_to(walk, "almost $9 billion")
    walk.correct("covers", "FA-50 aircraft", "a slip")
    over = go_to(walk, "over 3,000 North Korean soldiers")
    walk.reject("says who?")
    made = derived(as_read(everything()), read_beside(walk.folder))
    claims = made.claims.set_index("claim_id")
    assert (claims.loc[nine, "covers"], claims.loc[nine, "review"]) == ("FA-50 aircraft", "corrected")
    assert claims.loc[over, "review"] == "rejected"
    assert set(made.corrections["state"]) == {"applied"}
    assert made.corrections["was"][0] == "F-16 fighter jets, training aircraft, tanks and howitzers"
    assert made.problems.empty


def test_a_claim_is_merged_with_the_one_that_it_repeats(walk):
    over = go_to(walk, "over 3,000 North Korean soldiers")
    likely = walk.others()
    assert likely
    assert all(one["unit"] == "count" and 2000 <= (best(one) or 0) <= 4500 for one in likely)
    other = likely[0]["claim_id"]
    walk.merge(other, "the caption")
    assert lines(walk)[-1] == f"{over},merge,,{other},,M. K.,2024-11-04,the caption"
    made = derived(as_read(everything()), read_beside(walk.folder)).claims.set_index("claim_id")
    assert (made.loc[over, "repeats"], made.loc[over, "review"]) == (other, "merged")
    walk.choose("merged")
    assert shown(walk)["claim"]["reviews"][0].startswith("merged with ")


@pytest.mark.parametrize("other", ["", "c0000000000", "itself"])
def test_a_claim_is_not_merged_with_what_is_no_other_claim(walk, other):
    over = go_to(walk, "over 3,000 North Korean soldiers")
    with pytest.raises(KoreaaidError):
        walk.merge(over if other == "itself" else other)
    assert lines(walk) == []


def test_nothing_is_merged_with_what_is_merged_itself(walk):
    over = go_to(walk, "over 3,000 North Korean soldiers")
    other = walk.others()[0]["claim_id"]
    walk.merge(other)
    walk.choose("")
    walk.go(walk.queue.index(other))
    assert over not in {one["claim_id"] for one in walk.others()}
    with pytest.raises(KoreaaidError, match="merged itself"):
        walk.merge(over)


def test_words_are_searched_in_all_that_a_claim_says(walk):
    walk.choose("", text="SOLDIERS over")
    assert [walk.other(one)["surface"] for one in walk.queue] == ["over 3,000 North Korean soldiers"]
    walk.choose("", text="no such words")
    assert shown(walk)["claim"] is None


def test_a_claim_leads_to_its_evidence_and_to_its_source(tmp_path, monkeypatch):
    data = everything()
    article = data.claims["article"][0]
    data = replace(data, articles=data.articles.assign(url="https://example.org/a-story"))
    page = tmp_path / "reports" / evidence_path(article)
    page.parent.mkdir(parents=True)
    page.touch()
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    walk = review(data, folder=tmp_path).review
    first, second = shown(walk)["claim"]["links"]
    assert first["file"] == f"../reports/{evidence_href(article, walk.claim['claim_id'])}"
    assert second["href"].startswith("https://example.org/a-story#:~:text=")
    page.unlink()
    assert [link["words"] for link in shown(walk)["claim"]["links"]] == ["at the source"]


def test_another_kernel_goes_on_where_this_one_ended(walk):
    walk.accept()
    walk.reject()
    again = Review(everything(), walk.folder, "K. M.", DAY)
    assert again.queue == walk.queue[2:]
    assert not again.can_undo


def test_a_ledger_with_corrections_is_read_as_without(walk):
    go_to(walk, "almost $9 billion")
    walk.correct("value", "8.7e9")
    corrected = derived(as_read(everything()), read_beside(walk.folder))
    again = Review(corrected, walk.folder, "K. M.", DAY)
    go_to(again, "almost $9 billion")
    assert again.claim["value"] == 8.7e9
    again.take_back()
    assert again.claim["value"] == 9e9


@pytest.mark.parametrize(
    ("surface", "field", "value", "low", "high"),
    [
        ("almost $9 billion", "value", "8e9", None, 8e9),
        ("almost $9 billion", "bound", "at_least", 9e9, None),
        ("10,000 soldiers from North Korea", "value", "9000", 9000, 9000),
        ("around 12,000", "value", "13000", None, None),
        ("2,000 to 4,000 officers", "high", "5000", 2000, 5000),
    ],
)
def test_limits_follow_a_corrected_value_or_bound(walk, surface, field, value, low, high):
    go_to(walk, surface)
    walk.correct(field, value)
    assert (walk.claim["low"], walk.claim["high"]) == (low, high)
    assert str(walk.claim["bound"]) == value or float(walk.claim[field]) == float(value)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("value", "much", "not a number"),
        ("stage", "sunk", "none of"),
        ("sentence", "other", "cannot be corrected"),
        ("unit", "USD", "already"),
    ],
)
def test_a_wrong_correction_is_refused_and_nothing_is_written(walk, field, value, says):
    with pytest.raises(KoreaaidError, match=says):
        walk.correct(field, value)
    assert lines(walk) == []
    assert not walk.can_undo


def test_undo_takes_decisions_back_one_by_one(walk):
    first = walk.claim["claim_id"]
    walk.correct("bound", "at_least")
    walk.accept()
    assert len(lines(walk)) == 4
    walk.undo()
    assert len(lines(walk)) == 3
    walk.undo()
    assert (lines(walk), walk.claim["claim_id"], walk.left) == ([], first, len(walk.claims))
    with pytest.raises(KoreaaidError, match="nothing was decided"):
        walk.undo()


def test_what_is_taken_back_can_come_again(walk):
    walk.accept()
    walk.go(-1)
    walk.take_back()
    assert lines(walk) == []
    walk.undo()
    assert len(lines(walk)) == 1


def test_a_rejected_claim_is_not_accepted_before_that_is_taken_back(walk):
    walk.reject()
    walk.go(-1)
    with pytest.raises(KoreaaidError, match="take that back first"):
        walk.accept()
    walk.take_back()
    walk.accept()
    assert walk.left == len(walk.claims) - 1


def test_filters(walk):
    walk.accept()
    walk.choose("accepted")
    assert len(walk.queue) == 1
    walk.choose("open", article="000_deals.txt")
    assert {row["article"] for row in walk.claims if row["claim_id"] in walk.queue} == {"000_deals.txt"}
    assert len(walk.queue) == 2
    walk.choose("", series="north-korean-troops")
    assert {row["category"] for row in walk.claims if row["claim_id"] in walk.queue} == {"personnel"}
    walk.choose("merged")
    assert walk.claim is None
    walk.go(1)
    with pytest.raises(KoreaaidError, match="no claim is in view"):
        walk.accept()
    with pytest.raises(KoreaaidError, match="no series"):
        walk.choose("", series="none")


def test_at_the_last_claim_it_stays(walk):
    walk.go(1000)
    last = walk.claim["claim_id"]
    walk.accept()
    assert walk.claim["claim_id"] == last
    walk.go(-1000)
    assert walk.place == 0


def test_what_is_shown_is_plain_data(walk):
    go_to(walk, "2,000 to 4,000 officers")
    walk.correct("location", "Kursk \u202eoblast", "see <b>there</b>")
    state = shown(walk)
    assert json.loads(json.dumps(state)) == state
    before, figure, behind = state["claim"]["sentence"]
    assert before + figure + behind == walk.claim["sentence"]
    fields = {field["name"]: field for field in state["claim"]["fields"]}
    assert fields["attributed_to"]["shown"] == HOSTILE
    assert fields["location"]["corrected"]
    assert "\u202e" not in fields["location"]["shown"]
    assert "exact" in fields["bound"]["choices"]
    [said] = state["claim"]["reviews"]
    assert "M. K., 4 Nov 2024" in said


def test_a_line_of_a_megabyte_is_cut(tmp_path):
    from tests.ledger.making import article, count, ledger

    text = "x " * 500_000 + "3,000 troops" + " y" * 500_000
    made = ledger((article("a.txt", text), [count(text, "3,000 troops", 3000)]))
    state = shown(Review(made, tmp_path, "", DAY))
    assert len(json.dumps(state)) < 30_000
    assert state["claim"]["sentence"][1] == "3,000 troops"


def test_the_day_is_asked_for_when_a_decision_is_made(tmp_path):
    days = iter([date(2024, 11, 4), date(2024, 11, 5)])
    walk = Review(everything(), tmp_path, "", lambda: next(days))
    walk.accept()
    walk.accept()
    assert [line.split(",")[6] for line in lines(walk)] == ["2024-11-04", "2024-11-05"]


def test_the_widget_does_what_it_is_told(tmp_path):
    widget = review(everything(), folder=tmp_path, reviewer="M. K.", day=DAY)
    claim_id = widget.state["claim"]["id"]
    widget.tell({"do": "accept", "claim": claim_id, "note": "fine"})
    assert lines(widget.review) == [f"{claim_id},accept,,,,M. K.,2024-11-04,fine"]
    widget.tell({"do": "reject", "claim": claim_id})
    assert len(lines(widget.review)) == 1, "that claim was no longer in view"
    widget.tell({"do": "correct", "claim": widget.state["claim"]["id"], "field": "value", "value": "x"})
    assert "not a number" in widget.state["failed"]
    widget.tell({"do": "choose", "state": "accepted"})
    assert (widget.state["claim"]["id"], widget.state["failed"]) == (claim_id, "")


def test_a_folder_is_reviewed_under_the_name_of_the_account(tmp_path, monkeypatch):
    monkeypatch.setenv("LOGNAME", "jimin")
    Path(tmp_path / "a.txt").write_text("Seoul sent 100 trucks.")
    widget = review(tmp_path)
    widget.tell({"do": "accept", "claim": widget.state["claim"]["id"]})
    assert f",jimin,{date.today()}," in lines(widget.review)[0]


def test_a_ledger_needs_a_folder():
    with pytest.raises(KoreaaidError, match="folder"):
        review(everything())


def test_in_a_saved_notebook_it_says_what_it_is(tmp_path):
    data, _ = review(everything(), folder=tmp_path)._repr_mimebundle_()
    assert "not reviewed yet" in data["text/html"]
    assert "not reviewed yet" in data["text/plain"]
