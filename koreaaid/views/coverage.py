"""The coverage sheet: every number in every article, used or set aside with its reason."""

from __future__ import annotations

import pandas as pd

from koreaaid.ledger.tables import Ledger
from koreaaid.views.links import exclusion_anchor
from koreaaid.views.words import counted, dates_counted

_COLUMNS = ["article", "start", "end", "surface", "used_as", "reason", "sentence", "anchor"]


def coverage_sheet(ledger: Ledger) -> pd.DataFrame:
    """Return a row for each mention of each article, in text order.

    Returns
    -------
    DataFrame
        `used_as` is "figure", "date" or "set aside"; `reason` is a figure's category, a date's type,
        or why the number was set aside. `anchor` is the mention's anchor in the evidence page.
    """
    claims, dates, excluded = ledger.claims, ledger.dates, ledger.excluded
    sheets = [
        claims.assign(
            used_as="figure", reason=claims["category"].str.replace("_", " "), anchor=claims["claim_id"]
        ),
        dates.assign(used_as="date", reason=dates["timex_type"].str.lower(), anchor=dates["date_id"]),
        excluded.assign(used_as="set aside", anchor=[exclusion_anchor(start) for start in excluded["start"]]),
    ]
    sheet = pd.concat([table[_COLUMNS] for table in sheets], ignore_index=True)
    return sheet.sort_values(["article", "start"], kind="stable", ignore_index=True)


def coverage_words(ledger: Ledger) -> str:
    """Return in a sentence how many numbers there are and what became of them."""
    digits = int(ledger.articles["digits"].sum())
    return (
        f"{counted(digits, 'number')} written in digits in {counted(len(ledger.articles), 'article')}, each "
        f"in exactly one mention: {counted(len(ledger.claims), 'figure')}, "
        f"{dates_counted(len(ledger.dates))}, {counted(len(ledger.excluded), 'number')} set aside with "
        "the reason."
    )
