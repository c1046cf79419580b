"""Exchange rates: "($1 = 1,383.4 won)", "The won weakened to 1,467 per dollar"."""

from __future__ import annotations

from koreaaid.extract.quantities.excluded.exclusion import Exclusion
from koreaaid.language.patterns import late

_EQUALS_AFTER = late(r" ?= ?[$€£₩]?\d")
_EQUALS_BEFORE = late(r"= ?\Z")
_PER_DOLLAR = tuple(
    f" {link} {prefix}{currency}"
    for link in ("per", "to the", "against the")
    for prefix in ("", "U.S. ", "US ")
    for currency in ("dollar", "euro")
)


def exchange_rate(text: str, start: int, end: int) -> Exclusion | None:
    """Read either side of "($1 = 1,383.4 won)"."""
    if "=" not in text[max(0, start - 3) : end + 3]:
        return None
    if _EQUALS_AFTER.match(text, end) or _EQUALS_BEFORE.search(text, start - 3, start):
        return Exclusion(start, end, "exchange rate", "exchange-rate")
    return None


def rate_behind(text: str, end: int) -> bool:
    """Say whether a bare number that ends here is a rate: "1,467 per dollar", "81 against the dollar"."""
    return text.startswith(_PER_DOLLAR, end)
