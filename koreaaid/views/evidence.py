"""Evidence pages: an article as it was read, each mention marked, with all that is known of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from koreaaid.articles import Article
from koreaaid.ledger.records import Row, records
from koreaaid.views.assets import HEAD_SCRIPT, page_css, script_hash
from koreaaid.views.cards import claim_card, date_card, exclusion_card
from koreaaid.views.links import evidence_path, exclusion_anchor, source_href, way_up
from koreaaid.views.text import known, safe, shorten
from koreaaid.views.words import PUBLISHED_FROM, counted, day_words

if TYPE_CHECKING:
    from koreaaid.ledger.tables import Ledger

_LONGEST_TITLE = 300
# A megabyte of nothing but figures would come to forty: its later marks have no card; tables have the rest.
_MOST_CARDS = 4000


@dataclass(frozen=True, slots=True)
class Mentions:
    """The rows of one article: claims, dates, and numbers that were set aside."""

    claims: list[Row] = field(default_factory=list)
    dates: list[Row] = field(default_factory=list)
    excluded: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mention as it is shown: its span, its anchor, its class, and the HTML of its card."""

    start: int
    end: int
    anchor: str
    kind: str
    card: str


def evidence_pages(
    articles: Iterable[Article], ledger: Ledger, reports: Sequence[str] = ("quantities", "timeline")
) -> Iterator[tuple[str, str]]:
    """Yield the path, relative to the folder of the reports, and the HTML of each article's evidence page.

    `reports` are the pages to lead back to, of those that have a row for each mention.
    """
    read = mentions_by_article(ledger)
    for article in articles:
        yield evidence_path(article.id), _page(article, read.get(article.id, Mentions()), reports)


def evidence_page(article: Article, ledger: Ledger) -> str:
    """Return the evidence page of one article as HTML: self-contained, nothing from the network."""
    return next(evidence_pages([article], ledger))[1]


def mentions_by_article(ledger: Ledger) -> dict[str, Mentions]:
    """Return the rows of a ledger by the article that they are of."""
    reviews: defaultdict[str, list[Row]] = defaultdict(list)
    for row in records(ledger.corrections):
        reviews[row["claim_id"]].append(row)
    found: defaultdict[str, Mentions] = defaultdict(Mentions)
    for name in ("claims", "dates", "excluded"):
        for row in records(getattr(ledger, name)):
            getattr(found[row["article"]], name).append(row)
            if row.get("claim_id") in reviews:
                row["reviews"] = reviews[row["claim_id"]]
    return dict(found)


def marked_text(article: Article, mentions: Mentions, rows: Mapping[str, str] | None = None) -> str:
    """Return the text of `article` as HTML with each mention marked.

    `rows` has the address, without anchor, of the page with a row for each "claim" and for each "date".
    """
    back = rows or {}
    marks = [
        *_marks(article, mentions.claims, "claim_id", "quantity", claim_card, back.get("claim", "")),
        *_marks(article, mentions.dates, "date_id", "date", date_card, back.get("date", "")),
        *(
            _Mark(row["start"], row["end"], exclusion_anchor(row["start"]), "excluded", exclusion_card(row))
            for row in mentions.excluded
        ),
    ]
    marks.sort(key=lambda mark: (mark.start, mark.end))
    pieces: list[str] = []
    position = 0
    for place, mark in enumerate(marks):
        if mark.start < position:  # two mentions share text: the link to the second still arrives
            pieces.append(f'<span id="{mark.anchor}"></span>')
            continue
        pieces.append(_plain(article, position, mark.start))
        words = safe(article.text[mark.start : mark.end])
        card = f'<span class="k-card" role="note">{mark.card}</span>' if place < _MOST_CARDS else ""
        stop = ' tabindex="0"' if card else ""
        pieces.append(f'<mark id="{mark.anchor}" class="k-mark k-{mark.kind}"{stop}>{words}{card}</mark>')
        position = mark.end
    pieces.append(_plain(article, position, len(article.text)))
    return f'<div class="k-article" dir="auto">{"".join(pieces)}</div>'


def _marks(
    article: Article, rows: Sequence[Row], key: str, kind: str, card: Callable[[Any], list[str]], back: str
) -> Iterator[_Mark]:
    for row in rows:
        lines = card(row)
        at_source = source_href(article.url, str(row["sentence"]))
        if at_source:
            lines.append(f'<a href="{safe(at_source)}" rel="noreferrer">the sentence at the source</a>')
        if back:
            lines.append(f'<a href="{safe(back)}#{row[key]}">its row in the report</a>')
        yield _Mark(row["start"], row["end"], str(row[key]), kind, "".join(lines))


def _plain(article: Article, start: int, end: int) -> str:
    """Return the text between two mentions; what belongs to the page around the article is faint."""
    pieces: list[str] = []
    for span in article.furniture:
        if span.end <= start or span.start >= end:
            continue
        pieces.append(safe(article.text[start : max(start, span.start)]))
        start = max(start, span.start)
        stop = min(end, span.end)
        words = safe(article.text[start:stop])
        pieces.append(
            f'<span class="k-furniture" title="not the article: {safe(span.reason)}">{words}</span>'
        )
        start = stop
    pieces.append(safe(article.text[start:end]))
    return "".join(pieces)


def _page(article: Article, mentions: Mentions, reports: Sequence[str]) -> str:
    up = way_up(article.id)
    homes = {"claim": "quantities", "date": "timeline"}
    rows = {kind: f"{up}{page}.html" for kind, page in homes.items() if page in reports}
    title = shorten(article.title or article.id, _LONGEST_TITLE)
    links = "".join(f' <a href="{up}{page}.html">{page.capitalize()}</a>' for page in reports)
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
img-src data:; script-src '{script_hash(HEAD_SCRIPT)}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>{safe(shorten(title, 80))} · evidence · koreaaid</title>
<script>{HEAD_SCRIPT}</script>
<style>
{page_css()}</style>
</head>
<body>
<main>
<nav class="k-ways k-noprint" aria-label="Reports"><a href="{up}index.html">← All reports</a>{links}</nav>
<h1 dir="auto">{safe(title)}</h1>
{_facts(article, mentions)}
<p class="k-legend"><span><span class="k-mark k-quantity">figure</span></span>
<span><span class="k-mark k-date">date or length of time</span></span>
<span><span class="k-mark k-excluded">set aside, with its reason</span></span>
<span>Point at a mark, or reach it with Tab, to see how it was read.</span></p>
{marked_text(article, mentions, rows)}
</main>
</body>
</html>
"""


def _facts(article: Article, mentions: Mentions) -> str:
    published = "not known"
    if article.published:
        how = PUBLISHED_FROM.get(article.published_from, article.published_from)
        evidence = article.datings[0].evidence if article.datings else ""
        words = f": “{shorten(evidence, 80)}”" if evidence else ""
        published = f"{day_words(article.published)} ({how}{words})"
    facts = [("Outlet", safe(shorten(article.outlet or "not known", 120))), ("Published", safe(published))]
    address = source_href(article.url)
    if address:
        facts.append(
            ("Address", f'<a href="{safe(address)}" rel="noreferrer">{safe(shorten(address, 120))}</a>')
        )
    elif known(article.url):
        facts.append(("Address", safe(shorten(str(article.url), 120))))
    facts.append(("File", f"{safe(shorten(article.id, 120))}, {len(article.text):,} characters"))
    read = counted(len(mentions.claims), "figure"), counted(len(mentions.dates), "date")
    facts.append(("Read in it", f"{', '.join(read)}, {counted(len(mentions.excluded), 'number')} set aside"))
    return (
        '<dl class="k-facts">'
        + "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in facts)
        + "</dl>"
    )
