"""Evidence pages, tables and the terminal: whole text, working links, strangers' text as text."""

from __future__ import annotations

import html
import io
import re
import tomllib
from datetime import date
from html.parser import HTMLParser

import pytest
from rich.console import Console

from koreaaid import Article, KoreaaidError, views
from koreaaid.ledger.beside import Beside
from koreaaid.ledger.changes import compare
from koreaaid.ledger.corrections import Correction
from koreaaid.views.links import evidence_path, exclusion_anchor
from koreaaid.views.sources import sources
from tests.ledger.making import article, claim, count, ledger
from tests.views.ledgers import HOSTILE, deals, everything, korean, troops

VOID = {"meta", "link", "br", "input", "img"}


class Page(HTMLParser):
    """Elements, ids and links of a page, and the text of the article without its cards."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.article = ""
        self.feed(source)
        assert not self.open, self.open

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.add(tag)
        self.attributes |= set(given)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        if tag not in VOID:
            self.open.append((tag, given.get("class") or ""))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        classes = [c for _, c in self.open]
        if "k-article" in classes and "k-card" not in classes:
            self.article += data


@pytest.fixture(scope="module")
def data():
    return everything()


@pytest.fixture(scope="module")
def evidence(data):
    articles = [source for source, _ in (deals(), troops(), korean())]
    return dict(zip(articles, (page for _, page in views.evidence_pages(articles, data)), strict=True))


def test_an_evidence_page_has_the_whole_text_as_read(evidence):
    for source, page in evidence.items():
        assert Page(page).article == source.text


def test_every_mention_has_its_anchor_once(data, evidence):
    for source, page in evidence.items():
        ids = Page(page).ids
        assert len(ids) == len(set(ids))
        claims = data.claims.loc[data.claims["article"] == source.id, "claim_id"]
        dates = data.dates.loc[data.dates["article"] == source.id, "date_id"]
        excluded = data.excluded.loc[data.excluded["article"] == source.id, "start"]
        assert set(ids) == {*claims, *dates, *map(exclusion_anchor, excluded)}


def test_marks_say_what_they_were_read_as(evidence):
    page = next(page for source, page in evidence.items() if source.id.startswith("002"))
    text = html.unescape(re.sub("<[^>]+>", " ", page))
    for words in (
        "more than this",
        "Volodymyr Zelenskyy",
        "expected",
        "Set aside",
        "view count",
        "28 Oct 2024",
    ):
        assert words in text


def test_strangers_text_is_text_in_evidence_pages(evidence):
    for page in evidence.values():
        parsed = Page(page)
        assert not parsed.tags & {"img", "iframe"}
        assert page.count("<script") == 1
        assert not any(name.startswith("on") for name in parsed.attributes)
        assert not any(link.lower().startswith("javascript") for link in parsed.links)
        assert "http" not in {link.split(":")[0] for link in parsed.links}


def test_a_known_address_opens_at_the_sentence():
    text = "It counted 300 tanks."
    source = Article(id="a.txt", text=text, url="https://example.org/story")
    page = views.evidence_page(source, ledger((source, [count(text, "300 tanks", 300)])))
    assert "https://example.org/story#:~:text=It%20counted%20300%20tanks." in Page(page).links


def test_an_evidence_page_leads_back_from_any_depth():
    source, mentions = claim(300, name="deep/er/a.txt")
    page = Page(views.evidence_page(source, ledger((source, mentions))))
    assert "../../../index.html" in page.links
    assert evidence_path(source.id).count("/") == 3


def test_overlapping_mentions_keep_their_anchors_and_the_text():
    source, mentions = claim(3000)
    inner = count(source.text, "3,000", 3000)
    data = ledger((source, [*mentions, inner]))
    page = Page(views.evidence_page(source, data))
    assert page.article == source.text
    assert set(data.claims["claim_id"]) <= set(page.ids)


def test_a_long_line_is_no_trouble():
    source = article("long.txt", "word " * 200_000 + HOSTILE)
    assert Page(views.evidence_page(source, ledger((source, [])))).article == source.text


def changes_of(data):
    return compare(views.earlier_ledger(data), data)


TABLES = {
    "articles": lambda data: views.articles_table(data),
    "coverage": lambda data: views.coverage_table(data),
    "claims": lambda data: views.claims_table(data.claims, "Claims", anchors=True),
    "categories": lambda data: views.categories_table(data.claims),
    "dates": lambda data: views.dates_table(data.dates, anchors=True),
    "money": lambda data: views.money_table(data.claims),
    "sources": lambda data: views.sources_table(data),
    "relations": lambda data: views.relations_table(data),
    "figures": lambda data: views.figures_table(data, data.series["north-korean-troops"]),
    "new claims": lambda data: views.changed_claims_table(changes_of(data), data),
    "new articles": lambda data: views.changed_articles_table(changes_of(data)),
    "summary": lambda data: views.summary_table(
        data.series["north-korean-troops"].summary(data), data.series["north-korean-troops"].claims(data)
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_whole_escaped_and_linked(name, data, evidence):
    table = TABLES[name](data)
    page = Page(table.html)
    assert table.html.count("<tr") == table.rows + 1
    assert not page.tags & {"script", "img"}
    assert not any(attribute.startswith("on") for attribute in page.attributes)
    anchors = {evidence_path(source.id): Page(content).ids for source, content in evidence.items()}
    for link in page.links:
        path, _, anchor = link.partition("#")
        from urllib.parse import unquote

        assert not anchor or anchor in anchors[unquote(path)]


def test_what_rests_on_one_claim_says_so(data):
    series = data.series["north-korean-troops"]
    summary = series.summary(data)
    table = views.summary_table(summary, series.claims(data)).html
    by_rules = summary[summary["claim_id"].isna()]
    assert table.count("one claim") == (by_rules["n_claims"] == 1).sum() > 0
    assert table.count("several claims") == (by_rules["n_claims"] > 1).sum()


def test_evidence_leads_to_rows_that_are_there(data, evidence):
    rows = {
        "quantities": set(Page(views.claims_table(data.claims, anchors=True).html).ids),
        "timeline": set(Page(views.dates_table(data.dates, anchors=True).html).ids),
    }
    back = [link for page in evidence.values() for link in Page(page).links if ".html#" in link]
    assert back
    for link in back:
        path, _, anchor = link.partition("#")
        assert anchor in rows[path.removeprefix("../").removesuffix(".html")]


def test_an_empty_table_says_so():
    assert "none" in views.claims_table(ledger().claims, "Claims").html


def test_origins_say_who_agrees_with_whom():
    data = ledger(
        claim(3000, name="a.txt", day="2024-10-20", attributed_to="Kyrylo Budanov", actor="North Korea"),
        claim(
            3000,
            name="b.txt",
            day="2024-10-21",
            attributed_to="Cho Tae-yong",
            actor="North Korea",
            relayed_by="Yonhap",
        ),
    )
    rows = {row["origin"]: row for row in sources(data).to_dict("records")}
    assert rows["Cho Tae-yong"]["agrees"] == ["Kyrylo Budanov"]
    assert rows["Cho Tae-yong"]["relays"] == ["Yonhap"]
    assert "2 claims go back to 2 independent origins" in views.sources_finding(data)


def test_changes_are_those_since_the_day_that_is_named(data):
    assert len(views.earlier_ledger(data).articles) == 2
    assert len(views.earlier_ledger(data, since="2023-01-01").articles) == 1


def test_undated_articles_have_a_page_of_changes_that_says_so():
    undated = ledger(claim(1, day=None))
    changes = changes_of(undated)
    assert "No publication date is known of the 1 article" in views.changes_finding(changes, undated)
    assert views.changed_claims_table(changes, undated).rows == 0
    assert views.changed_articles_table(changes).rows == 0


def test_a_proposed_name_comes_with_the_line_that_confirms_it():
    data = ledger(
        claim(1, name="a.txt", before="Minister Cho Tae-yong said ", attributed_to="Cho Tae-yong"),
        claim(1, name="b.txt", before="Minister Jo Tae-yong said ", attributed_to="Jo Tae-yong"),
    )
    table = views.spellings_table(data)
    assert table.rows == len(data.spellings) == 1
    [line] = re.findall(r"<code>(.*?)</code>", table.html)
    [(like, [name])] = tomllib.loads(html.unescape(line)).items()
    assert {like, name} == {"Cho Tae-yong", "Jo Tae-yong"}


def test_a_review_is_shown_beside_what_was_read():
    source, mentions = claim(3000)
    claim_id = ledger((source, mentions)).claims["claim_id"].iloc[0]
    review = Correction(
        "corrections.csv, line 2",
        claim_id,
        "correct",
        "item",
        "soldiers",
        reviewer=HOSTILE,
        date=date(2024, 11, 4),
    )
    data = ledger((source, mentions), beside=Beside(corrections=(review,)))
    page = html.unescape(views.evidence_page(source, data))
    assert "corrected: item is “soldiers”" in page
    assert "on 4 Nov 2024" in page
    assert "corrected" in views.claims_table(data.claims).html
    assert "<script>" not in views.reviews_section(data).html
    assert views.reviews_section(ledger((source, mentions))).html == ""


def test_the_coverage_sheet_has_every_mention_in_text_order(data):
    sheet = views.coverage_sheet(data)
    assert len(sheet) == len(data.claims) + len(data.dates) + len(data.excluded)
    assert sheet[["article", "start"]].apply(tuple, axis=1).is_monotonic_increasing
    assert sheet.loc[sheet["used_as"] == "set aside", "reason"].tolist() == ["view count"]


def test_a_category_is_chosen_or_refused(data):
    assert set(views.in_category(data.claims, "money")["category"]) == {"money"}
    assert len(views.in_category(data.claims, "")) == len(data.claims)
    with pytest.raises(KoreaaidError, match="munitions"):
        views.in_category(data.claims, "aircraft")


def test_the_terminal_shows_text_and_obeys_none_of_it():
    text = "He \x1b[2J\x1b]0;owned\x07said [bold]300[/bold] tanks \u202ereversed."
    source = Article(id="a.txt", text=text, title="\x1b[31mred")
    out = io.StringIO()
    console = Console(file=out, width=100, force_terminal=False)
    views.show_article(source, [count(text, "300", 300, item="tanks")], console)
    assert "\x1b" not in out.getvalue()
    assert "\x07" not in out.getvalue()
    assert "[bold]300[/bold] tanks" in out.getvalue()
    assert "Figures" in out.getvalue()
