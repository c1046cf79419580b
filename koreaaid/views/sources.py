"""Who says what: for each independent origin its claims, who passes them on, who agrees and who does not."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pandas as pd

from koreaaid.ledger.records import Row, records
from koreaaid.ledger.tables import Ledger
from koreaaid.views.text import known

if TYPE_CHECKING:
    from koreaaid.ledger.corpus.ledger import CorpusLedger

# The relations of claims that tell something of their origins.
RELATED = {"agrees": "agrees with", "contradicts": "contradicts", "questions": "does not confirm",
           "updates": "moves on from", "differs": "differs from"}  # fmt: skip

_NOT_YET = ("expected", "planned", "possible")


def all_relations(ledger: Ledger | CorpusLedger) -> pd.DataFrame:
    """Return how claims relate in any series: claim_a, claim_b, relation, days, basis; each pair once."""
    found = [series.relations(ledger) for series in ledger.series.values()]
    pairs = pd.concat(found, ignore_index=True) if found else pd.DataFrame(columns=["claim_a", "claim_b"])
    pairs = pairs[pairs["relation"].isin(list(RELATED))]
    return pairs.drop_duplicates(["claim_a", "claim_b"], ignore_index=True)


def sources(ledger: Ledger) -> pd.DataFrame:
    """Return a row for each origin, those with most claims first.

    Returns
    -------
    DataFrame
        origin; claims, articles and outlets (how many); asserted, not_yet, denied (claims of each kind);
        relays (who passes them on); agrees, contradicts (the other origins that do).
    """
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in records(ledger.claims[ledger.claims["review"] != "rejected"]):
        groups[row["origin"]].append(row)
    with_whom = _others(ledger)
    rows = [_source(origin, groups[origin], with_whom) for origin in sorted(groups)]
    sheet = pd.DataFrame(rows, columns=_COLUMNS)
    return sheet.sort_values(["claims", "origin"], ascending=[False, True], ignore_index=True)


_COLUMNS = [
    "origin", "claims", "articles", "outlets", "asserted", "not_yet", "denied", "relays", "agrees",
    "contradicts",
]  # fmt: skip


def _source(origin: str, claims: list[Row], with_whom: dict[str, defaultdict[str, set[str]]]) -> Row:
    modalities = [row["modality"] for row in claims]
    return {
        "origin": origin,
        "claims": len(claims),
        "articles": len({row["article"] for row in claims}),
        "outlets": len({row["outlet"] for row in claims} - {None}),
        "asserted": modalities.count("asserted"),
        "not_yet": sum(modality in _NOT_YET for modality in modalities),
        "denied": sum(modality in ("denied", "not_confirmed") for modality in modalities),
        "relays": sorted({row["relayed_by"] for row in claims} - {None}),
        "agrees": sorted(with_whom["agrees"][origin]),
        "contradicts": sorted(with_whom["contradicts"][origin]),
    }


def _others(ledger: Ledger) -> dict[str, defaultdict[str, set[str]]]:
    """Return for each relation and origin the other origins that stand in it."""
    origins = dict(zip(ledger.claims["claim_id"], ledger.claims["origin"], strict=True))
    found: dict[str, defaultdict[str, set[str]]] = {name: defaultdict(set) for name in RELATED}
    for pair in records(all_relations(ledger)):
        a, b = origins.get(pair["claim_a"]), origins.get(pair["claim_b"])
        if known(a) and known(b) and a != b:
            found[pair["relation"]][str(a)].add(str(b))
            found[pair["relation"]][str(b)].add(str(a))
    return found
