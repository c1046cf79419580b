"""Saved pages give their article's text, title, outlet and day; nothing else of them is taken."""

import json
from datetime import date

import pytest

from koreaaid.articles.pages import read_page, text_of_fragment
from koreaaid.articles.reading import article_from_page
from koreaaid.articles.stamps import stated_day

SENTENCES = [
    f"<p>The ministry said on Monday that shipment {n} of the howitzers had reached the port, with its crews.</p>"
    for n in range(8)
]


def page(head: str = "", heading: str = "Howitzers reach the port", more: str = "") -> str:
    return (
        f"<html><head>{head}</head><body><nav><a href='/'>Home</a> <a href='/x'>14 more stories</a></nav>"
        f"<article><h1>{heading}</h1>{''.join(SENTENCES)}{more}</article><footer>© 2024 Example</footer></body></html>"
    )


def data(**fields: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps({'@type': 'NewsArticle', **fields})}</script>"


def test_the_text_is_the_articles_paragraphs() -> None:
    text = read_page(page(more="<p>Subscribe now for 2 weeks</p>")).text
    assert text.count("shipment") == 8
    assert "\n\n" in text
    for foreign in ("Home", "14 more", "© 2024", "2 weeks"):
        assert foreign not in text


@pytest.mark.parametrize(
    ("head", "day", "source"),
    [
        (
            data(datePublished="2024-10-29T23:10:00+09:00", dateModified="2024-11-02"),
            date(2024, 10, 29),
            "metadata",
        ),
        (
            "<meta property='article:published_time' content='2024-10-29T01:00:00Z'>",
            date(2024, 10, 29),
            "metadata",
        ),
        ("<meta name='pubdate' content='29 October 2024'>", date(2024, 10, 29), "metadata"),
        ("<link rel='canonical' href='https://example.org/2024/10/29/guns'>", date(2024, 10, 29), "url"),
        ("<meta property='article:published_time' content='2024-02-30'>", None, "unknown"),
        ("", None, "unknown"),
    ],
)
def test_the_day(head: str, day: date | None, source: str) -> None:
    article = article_from_page(page(head))
    assert (article.published, article.published_from) == (day, source)


def test_a_day_above_the_headline_is_likely() -> None:
    html = page().replace("<h1>", "<div><span>Політика</span> <span>29 жовтня 2024</span></div><h1>")
    article = article_from_page(html)
    assert (article.published, article.published_from) == (date(2024, 10, 29), "inferred")
    assert article.datings[0].evidence.startswith("above the headline: ")


def test_what_two_of_three_say_is_the_title() -> None:
    head = (
        data(headline="Howitzers arrive")
        + "<meta property='og:title' content='Howitzers arrive | Example News'>"
    )
    named = "<meta property='og:site_name' content='Example News'>"
    assert read_page(page(head + named, heading="Guns are here")).stated.title == "Howitzers arrive"
    assert (
        read_page(page("<title>Howitzers reach the port - Example</title>")).stated.title
        == "Howitzers reach the port"
    )


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Exclusive Howitzers reach the port in May", "Howitzers reach the port in May"),
        ("Howitzers reach the port in May (12)", "Howitzers reach the port in May"),
        ("Howitzers reach the port in May", "Howitzers reach the port in May | Europe | News | Example"),
        ("Live", "Howitzers reach the port in May | Europe | News | Example"),
    ],
)
def test_what_stands_around_a_title_is_left_out(heading: str, title: str) -> None:
    head = f"<title>{title}</title><meta property='og:title' content='{title}'>"
    assert read_page(page(head, heading=heading)).stated.title == "Howitzers reach the port in May"


def test_the_outlet_is_that_of_the_address_or_the_site() -> None:
    link = "<link rel='canonical' href='https://en.yna.co.kr/view/AEN20241029003451'>"
    assert read_page(page(link)).stated.outlet == "Yonhap"
    assert (
        read_page(page("<meta property='og:site_name' content='Example News'>")).stated.outlet
        == "Example News"
    )


def test_an_article_that_only_the_data_holds_is_read_from_there() -> None:
    body = "\n".join(sentence[3:-4] for sentence in SENTENCES)
    html = f"<html><head>{data(articleBody=body)}</head><body><div id='app'></div></body></html>"
    assert read_page(html).text.count("shipment") == 8


@pytest.mark.parametrize(
    "html", ["", "   ", "<", "<html>", "\0", "<script>" * 50, "<p>" * 3000, data(headline=["x"]) * 3]
)
def test_broken_pages_do_no_harm(html: str) -> None:
    assert read_page(html).text.strip("<") == ""


def test_a_fragment_is_broken_into_its_paragraphs() -> None:
    assert (
        text_of_fragment("<p>One &amp; two.</p><script>x()</script><p>Three<b>s</b>.</p>")
        == "One & two.\n\nThrees."
    )
    assert text_of_fragment("Plain words") == "Plain words"


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("26-FEB-1987 15:01:01.79", date(1987, 2, 26)), ("20241029T101500Z", date(2024, 10, 29)),
        ("Tue, 29 Oct 2024 10:15:00 +0900", date(2024, 10, 29)), ("1730200000", date(2024, 10, 29)),
        ("29.10.2024", date(2024, 10, 29)), ("2024-10", None), ("0000-01-01", None), ("soon", None), ("", None),
    ],
)  # fmt: skip
def test_stamps(stamp: str, day: date | None) -> None:
    assert stated_day(stamp) == day
