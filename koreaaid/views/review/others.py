"""Other claims that the one in view may repeat, and the places where its sentence can be read."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from koreaaid.ledger.records import Row, records
from koreaaid.ledger.tables import Ledger
from koreaaid.views.links import evidence_href, evidence_path, source_href
from koreaaid.views.text import shorten
from koreaaid.views.words import amount, as_day, best, day_words, speaker

_MOST = 12
# A claim that says the same says about the same: "almost $9 billion" is near 8.76 billion, not near 5.
_NEAR = 1.5
_SENTENCE = 90


def may_repeat(row: Row, claims: Iterable[Row]) -> list[Row]:
    """Return the claims that `row` may be merged with, the likeliest first.

    They count the same in the same unit, with a figure near it, and are not merged or rejected themselves.
    """
    figure = best(row)
    near = [
        (max(figure, number) / min(figure, number), one["article"] != row["article"], one["start"], one)
        for one in claims
        if one["unit"] == row["unit"]
        and one["category"] == row["category"]
        and one["claim_id"] != row["claim_id"]
        and one["review"] not in ("merged", "rejected")
        and figure
        and (number := best(one))
        and figure * number > 0
    ]
    likely = sorted((found for found in near if found[0] <= _NEAR), key=lambda found: found[:3])
    return [one for *_, one in likely[:_MOST]]


def in_a_line(row: Row) -> str:
    """Return a claim in a line, to be told from others."""
    day = as_day(row["published"])
    where = ", ".join([speaker(row), *([day_words(day)] if day else [])])
    return f"{amount(row)} ({where}): {shorten(row['sentence'], _SENTENCE)}"


def searched(row: Row) -> str:
    """Return all words of a claim that a search looks in, in small letters."""
    names = (
        "surface",
        "sentence",
        "item",
        "covers",
        "attributed_to",
        "actor",
        "counterparty",
        "outlet",
        "article",
    )
    return " ".join(str(row[name]) for name in names if row[name]).casefold()


@dataclass(frozen=True, slots=True)
class Places:
    """Where the sentence of a claim can be read: its evidence page, and the article's own address.

    Attributes
    ----------
    reports : Path or None
        The folder of a rendered report.
    urls : dict of str to str
        Addresses by article.
    """

    reports: Path | None = None
    urls: dict[str, str] = field(default_factory=dict)

    def of(self, row: Row) -> list[dict[str, str]]:
        """Return the links of a claim: words, address, and whether it is a file seen from the notebook."""
        links: list[dict[str, Any]] = []
        article, claim_id = row["article"], row["claim_id"]
        if self.reports and (self.reports / evidence_path(article)).is_file():
            way = Path(os.path.relpath(self.reports)).as_posix()
            links.append(
                {
                    "words": "in the article, with all marks",
                    "file": f"{way}/{evidence_href(article, claim_id)}",
                }
            )
        if address := source_href(self.urls.get(article), str(row["sentence"])):
            links.append({"words": "at the source", "href": address})
        return links


def places(ledger: Ledger, reports: str | Path | None) -> Places:
    """Return where the claims of `ledger` can be read; without `reports` the folder is looked for upwards."""
    here = Path.cwd()
    near = [Path(reports)] if reports else [folder / "reports" for folder in (here, *here.parents[:2])]
    found = next((folder for folder in near if (folder / "evidence").is_dir()), None)
    urls = {row["article"]: row["url"] for row in records(ledger.articles) if row["url"]}
    return Places(found, urls)
