"""The ledger of a corpus answers as the ledger in memory does."""

import shutil
from pathlib import Path

import pandas as pd
import papermill
import pytest

import koreaaid
from koreaaid import Ledger
from koreaaid.ledger.corpus.ledger import CorpusLedger
from tests.ledger.corpus.making import SEEDS, record

NOTEBOOKS = Path(koreaaid.__file__).parents[1] / "notebooks"
# What the files of shards leave out: docs/scale.md says so.
_LEFT_OUT = {
    "articles": ["published_evidence", "sha256", "sketch", "text_hash"],
    "claims": ["prefix", "suffix"],
    "dates": ["date_id", "sentence", "told"],
    "excluded": ["sentence"],
    "names": [],
}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ledger, CorpusLedger]:
    folder = tmp_path_factory.mktemp("both")
    articles = folder / "articles"
    shutil.copytree(SEEDS, articles)
    for n in range(40):
        story = record(n)
        (articles / f"{story['id']}.txt").write_text(f"{story['title']}\n{story['body']}", encoding="utf-8")
        if n % 4 == 0:  # a copy, under another headline
            (articles / f"{story['id']}-copy.txt").write_text(
                f"Taken over\n{story['body']}", encoding="utf-8"
            )
    (articles / "names.toml").write_text('[same]\n"Shin Won-sik" = ["Shin Wonsik"]\n', encoding="utf-8")
    (articles / "series.toml").write_text('[howitzers]\nwhere.item = "howitzer"\n', encoding="utf-8")
    ledger = koreaaid.build_ledger(koreaaid.read_articles(articles))
    return ledger, koreaaid.build_ledger(articles, out=folder / "ledger")


def as_text(table: pd.DataFrame) -> pd.DataFrame:
    return table.astype(object).where(table.notna(), None).astype(str)


def test_the_notebook_of_a_series_runs_on_a_corpus(
    both: tuple[Ledger, CorpusLedger], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    run = papermill.execute_notebook(
        NOTEBOOKS / "series.ipynb",
        tmp_path / "series.ipynb",
        {"ledger": str(both[1].folder), "series": "north-korean-troops"},
        progress_bar=False,
    )
    shown = "".join(str(output) for cell in run.cells for output in cell.get("outputs", ()))
    assert "about 11,000" in shown
    assert "agrees with" in shown


def test_a_table_of_a_corpus_is_not_loaded_whole(both: tuple[Ledger, CorpusLedger]) -> None:
    with pytest.raises(AttributeError, match=r"not loaded whole; ask .* page\('claims'\)"):
        _ = both[1].claims


@pytest.mark.parametrize("name", _LEFT_OUT)
def test_the_tables_are_the_same(both: tuple[Ledger, CorpusLedger], name: str) -> None:
    ledger, corpus = both
    left, right = ledger.tables[name], corpus.page(name, size=10_000)
    columns = [c for c in left.columns if c in right.columns and c not in _LEFT_OUT[name]]
    missing = set(left.columns) - set(columns) - set(_LEFT_OUT[name])
    assert missing == set()
    place = [c for c in ("article", "start", "name") if c in columns]
    left = left.sort_values(place, ignore_index=True)[columns]
    right = right.sort_values(place, ignore_index=True)[columns]
    pd.testing.assert_frame_equal(as_text(left), as_text(right))


def test_series_are_the_same(both: tuple[Ledger, CorpusLedger]) -> None:
    ledger, corpus = both
    assert "howitzers" in corpus.series
    answered = 0
    for name, series in ledger.series.items():
        left, right = series.claims(ledger), corpus.series[name].claims(corpus)
        columns = [c for c in left.columns if c not in ("prefix", "suffix")]
        pd.testing.assert_frame_equal(left[columns], right[columns], obj=name)
        pd.testing.assert_frame_equal(series.summary(ledger), series.summary(corpus), obj=name)
        answered += not left.empty
    assert answered >= 5
