"""Who says what: for each independent origin its claims, who passes them on, who agrees and who does not."""

from __future__ import annotations

from collections import defaultdict

import pandas as pd

from koreaaid.ledger.tables import Ledger
from koreaaid.views.text import known

# The relations of claims that tell something of their origins.
RELATED = {"agrees": "agrees with", "contradicts": "contradicts", "questions": "does not confirm",
           "updates": "moves on from", "differs": "differs from"}  # fmt: skip

_NOT_YET = ("expected", "planned", "possible")


def all_relations(ledger: Ledger) -> pd.DataFrame:
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
    claims = ledger.claims[ledger.claims["review"] != "rejected"]
    with_whom = _others(ledger)
    rows = []
    for origin, group in claims.groupby("origin", sort=True):
        modality = group["modality"]
        rows.append(
            {
                "origin": origin,
                "claims": len(group),
                "articles": group["article"].nunique(),
                "outlets": group["outlet"].nunique(),
                "asserted": int((modality == "asserted").sum()),
                "not_yet": int(modality.isin(_NOT_YET).sum()),
                "denied": int(modality.isin(["denied", "not_confirmed"]).sum()),
                "relays": sorted(set(group["relayed_by"].dropna())),
                "agrees": sorted(with_whom["agrees"][str(origin)]),
                "contradicts": sorted(with_whom["contradicts"][str(origin)]),
            }
        )
    sheet = pd.DataFrame(rows, columns=_COLUMNS)
    return sheet.sort_values(["claims", "origin"], ascending=[False, True], ignore_index=True)


_COLUMNS = [
    "origin", "claims", "articles", "outlets", "asserted", "not_yet", "denied", "relays", "agrees",
    "contradicts",
]  # fmt: skip


def _others(ledger: Ledger) -> dict[str, defaultdict[str, set[str]]]:
    """Return for each relation and origin the other origins that stand in it."""
    origins = dict(zip(ledger.claims["claim_id"], ledger.claims["origin"], strict=True))
    found: dict[str, defaultdict[str, set[str]]] = {name: defaultdict(set) for name in RELATED}
    for pair in all_relations(ledger).to_dict("records"):
        a, b = origins.get(pair["claim_a"]), origins.get(pair["claim_b"])
        if known(a) and known(b) and a != b:
            found[pair["relation"]][str(a)].add(str(b))
            found[pair["relation"]][str(b)].add(str(a))
    return found
