"""A ledger is the same in one process and in several, in one go and in two."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

import koreaaid
from koreaaid import Article, KoreaaidError, Ledger, build_ledger, open_ledger
from koreaaid.articles.reading import article_from_text
from koreaaid.ledger import rows, workers

TEXTS = {
    f"{n:02}.txt": f"On {n + 1} October, Kim sent {n + 1},000 North Korean troops to Kursk for $3 million. "
    f"Around {n + 2} tanks followed, the {n}th ministry said in 2023."
    for n in range(12)
}


def articles(names=TEXTS) -> list[Article]:
    return [article_from_text(TEXTS[name], id=name, published=date(2024, 10, 29)) for name in names]


def same(one: Ledger, other: Ledger) -> None:
    for name, table in one.tables.items():
        pd.testing.assert_frame_equal(table, other.tables[name])


def test_several_processes_read_what_one_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = build_ledger(articles())
    monkeypatch.setattr(workers, "_WORTH_A_PROCESS", 0)
    monkeypatch.setattr(workers, "_CHUNK", 600)
    monkeypatch.setattr(workers, "processors", lambda: 2)
    same(alone, build_ledger(articles()))
    assert len(alone.claims) >= 24


def test_the_order_of_articles_does_not_matter() -> None:
    same(build_ledger(articles()), build_ledger(articles(reversed(TEXTS))))


def test_articles_added_later_make_the_same_ledger() -> None:
    first, rest = sorted(TEXTS)[:7], sorted(TEXTS)[7:]
    same(build_ledger(articles()), build_ledger(articles(rest), onto=build_ledger(articles(first))))


def test_an_article_that_is_read_again_takes_the_place_of_the_old_one() -> None:
    ledger = build_ledger(articles())
    same(ledger, build_ledger(articles(["03.txt"]), onto=ledger))


def test_a_fault_in_one_article_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    extract = rows.extract

    def faulty(article: Article) -> list[koreaaid.Mention]:
        if article.id == "05.txt":
            raise ZeroDivisionError("by zero")
        return extract(article)

    monkeypatch.setattr(rows, "extract", faulty)
    ledger = build_ledger(articles())
    assert len(ledger.articles) == 11
    assert ledger.problems["source"].tolist() == ["05.txt"]
    assert "ZeroDivisionError" in ledger.problems["message"][0]


def test_two_articles_of_one_id_are_refused() -> None:
    with pytest.raises(KoreaaidError, match=r"03\.txt: two articles"):
        build_ledger(articles(["03.txt", "03.txt"]))


def test_no_articles_make_an_empty_ledger() -> None:
    assert build_ledger([]).claims.empty


def test_the_analysts_files_beside_the_articles_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Chan Ho-jin sent 3,000 troops.", encoding="utf-8")
    (tmp_path / "series.toml").write_text("[own]\nwhere.item = 'troops'\n", encoding="utf-8")
    (tmp_path / "names.toml").write_text('[same]\n"Chang Ho-jin" = ["Chan Ho-jin"]\n', encoding="utf-8")
    (tmp_path / "corrections.csv").write_text("claim_id,action,field,value\nc0,accept,,\n", encoding="utf-8")
    ledger = build_ledger(koreaaid.read_articles(tmp_path))
    assert "own" in ledger.series
    assert ledger.names["entity"].tolist() == ["Chang Ho-jin"]
    assert ledger.corrections["state"].tolist() == ["vanished"]
    assert ledger.articles["article"].tolist() == ["a.txt"]


def test_the_seeds_are_found_from_a_folder_below(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("Three tanks came.", encoding="utf-8")
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    assert open_ledger().articles["article"].tolist() == ["a.txt"]


def test_without_seeds_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(KoreaaidError, match="name the folder of a saved ledger"):
        open_ledger()
