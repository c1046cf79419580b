"""Paragraphs that trafilatura leaves out are put where they stand on the page; headlines of others are taken out."""

import json

import pytest

from koreaaid.articles.pages import read_page
from tests.articles.test_page_layouts import FOOTER, NAV, PARAGRAPHS, TITLE, html, ps

SUMMARY = "The package is worth 3.2 billion won and goes out by the end of December"


def lines(body: str, head: str = "") -> list[str]:
    page = html(f"<title>{TITLE}</title>{head}", f"{NAV}<main>{body}</main>{FOOTER}")
    return [line for line in read_page(page).text.split("\n") if line not in ("", TITLE)]


@pytest.mark.parametrize(
    ("below", "head"),
    [
        (f"<p class='standfirst'>{SUMMARY}</p>", ""),
        (f"<div><h2 class='article-excerpt'>{SUMMARY}</h2></div>", ""),
        (f"<h2>{SUMMARY}</h2>", ""),
        (f"<div class='ContentHeaderDek-x'>{SUMMARY}</div><div class='bylines'>By Ann Example</div>", ""),
        (f"<div class='x'>{SUMMARY}</div>", f"<meta name='description' content='{SUMMARY}'>"),
    ],
)
def test_the_lines_that_sum_an_article_up_come_first(below: str, head: str) -> None:
    body = f"<header><h1>{TITLE}</h1>{below}</header><article>{ps()}</article>"
    assert lines(body, head) == [SUMMARY, *PARAGRAPHS]


@pytest.mark.parametrize(
    "below",
    [
        "<p class='summary-date'>29 October 2024, Seoul</p>",
        "<div class='image__caption description'>Ambulances wait in the port of Busan, in October</div>",
        "<p class='intro'>By Ann Example, who writes from Seoul on the military</p>",
        f"<div class='related'><p class='summary'>{SUMMARY}</p></div>",
    ],
)
def test_what_else_stands_below_a_headline_is_not_taken(below: str) -> None:
    assert lines(f"<header><h1>{TITLE}</h1>{below}</header><article>{ps()}</article>") == PARAGRAPHS


def test_a_paragraph_set_apart_is_put_in_its_place() -> None:
    boxes = [f"<div class='body'><p class='copy'>{paragraph}</p></div>" for paragraph in PARAGRAPHS]
    boxes[0] = f"<div class='teaser-content'><div>{boxes[0]}</div></div>"
    assert lines(f"<h1>{TITLE}</h1><div>{''.join(boxes)}</div>") == PARAGRAPHS


@pytest.mark.parametrize(
    "said",
    [
        "<p><a href='/1'>The ministry’s statement names 14 hospitals.</a></p>",
        "<p>Read also what <a href='/1'>the ministry said of 14 hospitals</a> in May.</p>",
    ],
)
def test_sentences_with_links_stay(said: str) -> None:
    assert "14 hospitals" in " ".join(lines(f"<article><h1>{TITLE}</h1>{ps()}{said}{ps()}</article>"))


def test_a_page_that_a_script_builds_gives_its_paragraphs_and_headings() -> None:
    parts = [f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS]
    parts[2:2] = ["<h3 class='tit'>What was promised before</h3>"]
    parts[1:1] = ["<div class='img'><img><div class='caption'><p>FOREIGN Ambulances in Busan</p></div></div>"]
    data = json.dumps({"body": "".join(parts)}).replace("<", "\\u003c").replace(">", "\\u003e")
    page = f"<html><head><title>{TITLE}</title></head><body><div id='app'></div><script>self.push({data})</script></body></html>"
    found = [line for line in read_page(page).text.split("\n") if line]
    assert found == [*PARAGRAPHS[:2], "What was promised before", *PARAGRAPHS[2:]]
