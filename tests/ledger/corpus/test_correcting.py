"""The corrections of a corpus are applied as those beside articles are."""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd
import pytest

import koreaaid
from koreaaid import KoreaaidError, Ledger, build_ledger
from koreaaid.cli import app
from koreaaid.ledger.corpus import building, database
from koreaaid.ledger.corpus.ledger import CorpusLedger
from tests.ledger.corpus.making import contents, corpus, record

_COLUMNS = ("claim_id", "action", "field", "value", "was", "reviewer", "date", "note")
_SERIES = '[howitzers]\nwhere.item = "howitzer"\n[poles]\nwhere.actor = "Poland"\n'


def write(folder: Path, *lines: tuple[str, ...]) -> Path:
    """Write corrections.csv with `lines`, which may leave out their last cells."""
    with (folder / "corrections.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_COLUMNS)
        writer.writerows([*line, *[""] * (len(_COLUMNS) - len(line))] for line in lines)
    return folder / "corrections.csv"


def one(ledger: Ledger, where: str, at: int = 0) -> str:
    found: str = ledger.claims.query(where)["claim_id"].iloc[at]
    return found


def reviews(ledger: Ledger) -> list[tuple[str, ...]]:
    """Return lines of each kind on claims of `ledger`, as it is read."""
    troops = "item.str.contains('troops', na=False)"
    tanks = one(ledger, "item == 'tanks'")
    howitzers = [one(ledger, "item.str.contains('howitzer', na=False)", at) for at in range(3)]
    return [
        (one(ledger, troops), "accept", "", "", "", "M. K.", "2024-11-04", "as said"),
        (one(ledger, troops, 1), "reject"),
        (one(ledger, troops, 2), "merge", "", one(ledger, troops)),
        (one(ledger, troops, 3), "correct", "value", "13000"),
        (one(ledger, troops, 3), "correct", "attributed_to", "Zelenskyy"),
        (tanks, "correct", "item", "howitzers"),
        (howitzers[0], "correct", "item", "tanks", "howitzers"),
        (howitzers[1], "reject"),
        (howitzers[2], "correct", "actor", "Warsaw"),
        (tanks, "correct", "actor", "Poland"),
        (one(ledger, "unit == 'EUR'"), "correct", "value", "4e7"),
        (one(ledger, "category == 'casualties'"), "correct", "measure", "wounded"),
        ("c0000000000", "accept"),
        (one(ledger, troops, 4), "merge", "", "c0000000000"),
        (one(ledger, troops, 4), "correct", "item", "soldiers", "sailors"),
        (one(ledger, troops, 4), "correct", "modality", "surely"),
        (one(ledger, troops, 4), "improve"),
    ]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ledger, CorpusLedger]:
    folder = tmp_path_factory.mktemp("both")
    articles = folder / "articles"
    articles.mkdir()
    for n in range(24):
        story = record(n)
        (articles / f"{story['id']}.txt").write_text(f"{story['title']}\n{story['body']}", encoding="utf-8")
    (articles / "series.toml").write_text(_SERIES, encoding="utf-8")
    write(articles, *reviews(build_ledger(koreaaid.read_articles(articles))))
    ledger = build_ledger(koreaaid.read_articles(articles))
    assert set(ledger.corrections["state"]) == {"applied", "vanished", "changed", "invalid"}
    return ledger, build_ledger(articles, out=folder / "ledger")


def as_text(table: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    text = table.astype(object).where(table.notna(), None).astype(str)
    return text.sort_values(by, ignore_index=True) if by else text


def test_series_are_the_same(both: tuple[Ledger, CorpusLedger]) -> None:
    ledger, found = both
    reviewed: set[str] = set()
    for name, series in ledger.series.items():
        left, right = series.claims(ledger), found.series[name].claims(found)
        columns = [c for c in left.columns if c not in ("prefix", "suffix")]
        pd.testing.assert_frame_equal(left[columns], right[columns], obj=name)
        pd.testing.assert_frame_equal(series.summary(ledger), series.summary(found), obj=name)
        reviewed.update(right["review"].dropna())
    assert reviewed == {"accepted", "corrected", "merged"}
    assert len(found.series["howitzers"].claims(found)) == 16 + 1 - 2
    assert len(found.series["poles"].claims(found)) == 16 + 1 - 2


def test_corrections_and_what_they_change_are_shown(both: tuple[Ledger, CorpusLedger]) -> None:
    ledger, found = both
    shown = found.page("corrections")
    pd.testing.assert_frame_equal(as_text(ledger.corrections, []), as_text(shown, []))
    for table, by in (("problems", ["source"]), ("names", ["article", "start"]), ("claims", ["claim_id"])):
        left, right = ledger.tables[table], found.page(table, size=1_000)
        columns = [c for c in left.columns if c not in ("prefix", "suffix")]
        pd.testing.assert_frame_equal(as_text(left[columns], by), as_text(right[columns], by), obj=table)
    assert found.counts["problems"] == 5
    assert found.page("claims", where="review = 'rejected'")["review"].tolist() == ["rejected"] * 2
    assert found.query("select count(*) as n from claims where corrected like '%item%'")["n"].tolist() == [2]


def test_lines_that_change_are_applied_without_reading_again(tmp_path: Path, monkeypatch) -> None:
    archive = corpus(tmp_path / "archive")
    first = build_ledger(archive, out=tmp_path / "out")
    before = contents(tmp_path / "out")
    claim = first.page("claims", where="unit = 'USD'")["claim_id"][0]
    monkeypatch.setattr(building, "shards_of", lambda *_: pytest.fail("a source was opened"))
    file = write(archive, (claim, "reject", "", "", "", "", "2024-11-04"))
    build_ledger(archive, out=tmp_path / "out")
    again = koreaaid.open_ledger(str(tmp_path / "out"))
    assert again.page("claims", where="review is not null")["claim_id"].tolist() == [claim]
    assert str(again.page("corrections")["date"][0])[:10] == "2024-11-04"
    file.unlink()
    build_ledger(archive, out=tmp_path / "out")
    assert contents(tmp_path / "out") == before


def test_the_file_of_a_corpus_that_is_no_folder_is_named(tmp_path: Path, capsys) -> None:
    archive = corpus(tmp_path / "archive", files=1) / "part-0.jsonl"
    options = ["extract", str(archive), "--out", str(tmp_path / "out"), "--engine", "local", "--corrections"]
    file = write(tmp_path, ("c0000000000", "reject"))
    app([*options, str(file)], standalone_mode=False)
    assert "corrections.csv, line 2: reject of c0000000000: no claim has this id" in capsys.readouterr().err
    with pytest.raises(KoreaaidError, match=r"other\.csv: cannot be read"):
        app([*options, str(tmp_path / "other.csv")], standalone_mode=False)
    with pytest.raises(KoreaaidError, match="the ledger of a corpus is a folder"):
        app(["extract", str(archive), "--corrections", str(file)], standalone_mode=False)


def test_of_claims_of_one_id_the_first_is_corrected(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(database, "mention_id", lambda article, *_: "c0123456789")
    archive = corpus(tmp_path / "archive", files=1)
    write(archive, ("c0123456789", "correct", "value", "1"))
    ledger = build_ledger(archive, out=tmp_path / "out")
    found = ledger.page("claims", where="review is not null")
    assert found[["article", "value"]].to_numpy().tolist() == [["a0000", 1.0]]
