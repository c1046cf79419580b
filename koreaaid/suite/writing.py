"""Everything that lies in a folder of reports is written here: pages, index, evidence, executed notebooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from koreaaid.files import write_text
from koreaaid.suite.manifest import Manifest, PageEntry
from koreaaid.suite.pages import page
from koreaaid.suite.rendering import Content, Made
from koreaaid.views.evidence import evidence_pages
from koreaaid.views.links import evidence_href
from koreaaid.views.text import known, shorten, visible
from koreaaid.views.words import counted

if TYPE_CHECKING:
    from koreaaid.articles import Article
    from koreaaid.ledger.tables import Ledger

_ARTICLES_SHOWN = 12
_LONGEST_TITLE = 160


@dataclass(frozen=True, slots=True)
class Read:
    """What was read, for the stamp of every page."""

    sentence: str
    sha256: str


def write_pages(
    folder: Path,
    articles: Sequence[Article],
    ledger: Ledger,
    manifest: Manifest,
    made: Mapping[str, Made],
    contents: Mapping[str, Content],
) -> None:
    """Write to `folder` the pages `made` now, the evidence pages and the index.

    `contents` has what the index shows, by the name of the page, also of those pages that were made earlier.
    """
    read = Read(_what_was_read(ledger), manifest.input)
    links = _links(manifest)
    for entry in manifest.pages:
        if entry.kept:
            continue
        one = made[entry.name]
        write_text(folder / f"{entry.stem}.ipynb", one.notebook)
        shown = page(
            "report",
            name=entry.name,
            title=entry.title,
            links=links,
            content=one.content,
            figures="<svg" in one.content.body,
            error=entry.error,
            executed=f"{entry.stem}.ipynb",
            parameters=_parameters(one),
            read=read,
        )
        write_text(folder / f"{entry.stem}.html", shown)
    names = [entry.name for entry in manifest.pages]
    for path, evidence in evidence_pages(
        articles, ledger, [n for n in ("quantities", "timeline") if n in names]
    ):
        write_text(folder / path, evidence)
    write_text(folder / "index.html", _index(folder, ledger, manifest, contents, read, links))


def _links(manifest: Manifest) -> list[dict[str, Any]]:
    """Return the links of the bar, one for each notebook or series: to the page that is whole, if any is."""
    best = {entry.name: entry for entry in sorted(manifest.pages, key=lambda entry: not entry.error)}
    return [
        {
            "name": entry.name,
            "href": f"{entry.stem}.html",
            "text": entry.label,
            "series": "series" in entry.parameters,
        }
        for entry in map(best.get, dict.fromkeys(entry.name for entry in manifest.pages))
        if entry
    ]


def _index(
    folder: Path,
    ledger: Ledger,
    manifest: Manifest,
    contents: Mapping[str, Content],
    read: Read,
    links: Sequence[Mapping[str, Any]],
) -> str:
    names = {entry.name for entry in manifest.pages}
    asked = {entry.parameters.get("series") for entry in manifest.pages}
    cards = [_card(entry, contents) for entry in _answers_first(manifest.pages) if not entry.error]
    return page(
        "index",
        name="index",
        title="",
        links=links,
        read=read,
        pages=cards,
        figures=any(card["figure"] for card in cards),
        failures=[_failure(entry, manifest) for entry in manifest.pages if entry.error],
        problems=ledger.problems.to_dict("records"),
        changes=manifest.changes,
        silent=[one.title for name, one in ledger.series.items() if name not in asked] if any(asked) else [],
        articles=[_article(row) for row in ledger.articles.head(_ARTICLES_SHOWN).itertuples()],
        more_articles=max(0, len(ledger.articles) - _ARTICLES_SHOWN),
        articles_page="articles.html" if "articles" in names else "",
        data=[
            {"name": path.name, "href": f"data/{path.name}", "size": _size(path.stat().st_size)}
            for path in sorted((folder / "data").iterdir())
        ],
    )


def _answers_first(pages: Sequence[PageEntry]) -> list[PageEntry]:
    """Return the pages with the answers to a question, the series, before those that list all there is."""
    return sorted(pages, key=lambda entry: "series" not in entry.parameters)


def _card(entry: PageEntry, contents: Mapping[str, Content]) -> dict[str, Any]:
    content = contents.get(entry.name)
    given = {name: value for name, value in entry.parameters.items() if name != "ledger"}
    return {
        "name": entry.label,
        "href": f"{entry.stem}.html",
        "executed": f"{entry.stem}.ipynb",
        "title": entry.title,
        "given": ", ".join(f"{name} = {value!r}" for name, value in given.items()),
        "finding": content.finding if content else "",
        "figure": content.figure if content else "",
        "kept": entry.kept,
    }


def _failure(entry: PageEntry, manifest: Manifest) -> dict[str, str]:
    earlier = [page.stem for page in manifest.pages if page.name == entry.name and page.kept]
    return {
        "name": entry.label,
        "error": entry.error,
        "href": f"{entry.stem}.html",
        "earlier": f"{earlier[0]}.html" if earlier else "",
    }


def _article(row: Any) -> dict[str, Any]:
    published = known(row.published)
    how = "" if row.published_from in ("header", "metadata") else f" ({row.published_from})"
    return {
        "href": evidence_href(row.article),
        "title": shorten(known(row.title) or row.article, _LONGEST_TITLE),
        "outlet": shorten(known(row.outlet) or "", _LONGEST_TITLE),
        "published": f"{published:%Y-%m-%d}{how}" if published is not None else "not known",
        "quantities": row.quantities,
        "dates": row.dates,
        "excluded": row.excluded,
    }


def _parameters(made: Made) -> list[dict[str, Any]]:
    declared = made.run.notebook.parameters
    return [
        {
            "name": name,
            "value": visible(repr(made.run.parameters.get(name, parameter.default))),
            "given": name in made.run.parameters,
            "help": parameter.help,
        }
        for name, parameter in declared.items()
        if name != "ledger"
    ]


def _what_was_read(ledger: Ledger) -> str:
    count = len(ledger.articles)
    days = ledger.articles["published"].dropna()
    span = ""
    if len(days):
        first, last = f"{days.min():%Y-%m-%d}", f"{days.max():%Y-%m-%d}"
        span = f" published {first}" if first == last else f" published {first} to {last}"
    return (
        f"{counted(count, 'article')}{span}: {counted(len(ledger.claims), 'figure')}, "
        f"{counted(len(ledger.dates), 'date')}, {counted(len(ledger.excluded), 'number')} set aside "
        "with the reason."
    )


def _size(count: int) -> str:
    return f"{count / 1000:.0f} KB" if count >= 1000 else f"{count} bytes"
