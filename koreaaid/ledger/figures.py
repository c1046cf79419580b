"""Figures: claims that say the same, taken together, with how many independent sources say so."""

from __future__ import annotations

import pandas as pd

from koreaaid.errors import KoreaaidError
from koreaaid.ledger.grouping import first_of_each_group
from koreaaid.ledger.relations import relations
from koreaaid.ledger.rules import KIND, ceiling, floor, middle, support

FIGURES = [
    *KIND, "low", "value", "high", "first_said", "last_said", "first_origin",
    "n_claims", "n_articles", "n_outlets", "n_origins", "origins", "claim_ids",
]  # fmt: skip


def figures(claims: pd.DataFrame, compare: bool = True) -> pd.DataFrame:
    """Return the figures that `claims`, in time, come down to: one row for all claims that say the same.

    Claims are taken together that repeat one another or agree within their bounds. Parts, additions,
    conversions and repeats are no figures of their own. Without `compare` no claim is taken with another.

    Returns
    -------
    pandas.DataFrame
        Unit, measure, modality, stage; low, value (the one most claims give) and high; first_said,
        last_said, first_origin (who said it first); n_claims, n_articles, n_outlets, n_origins; origins and
        claim_ids as lists.
    """
    counted = claims[claims["counted"] & floor(claims).notna()].reset_index(drop=True)
    rows = pd.Series(counted.index, index=counted["claim_id"])
    same = relations(counted if compare else counted[:0]).query("relation in ('repeats', 'agrees')")
    pairs = zip(same["claim_a"].map(rows), same["claim_b"].map(rows), strict=True)
    group = first_of_each_group(len(counted), [(int(a), int(b)) for a, b in pairs])
    found = [_figure(figure) for _, figure in counted.groupby(group)]
    return pd.DataFrame(found, columns=FIGURES)


def total(claims: pd.DataFrame, across: tuple[str, ...] = ()) -> pd.Series:
    """Return the sum of the figures of `claims`, each counted once.

    Parameters
    ----------
    claims : pandas.DataFrame
        As `Series.claims` returns them.
    across : tuple of str
        Which of unit, measure, modality and stage the sum may reach across: none, unless asked for.

    Returns
    -------
    pandas.Series
        low, value, high, n_figures, n_claims, n_articles, n_outlets, n_origins.
    """
    counted = claims[claims["counted"] & floor(claims).notna()]
    for name in KIND:
        kinds = sorted(counted[name].astype(object).where(counted[name].notna(), "not stated").unique())
        if len(kinds) > 1 and name not in across:
            raise KoreaaidError(
                f"a sum over figures of {len(kinds)} kinds of {name} ({', '.join(kinds)}) has no meaning; "
                f"choose one, or ask for it with across=({name!r},)"
            )
    found = figures(claims)
    n_claims, n_articles, n_outlets, n_origins = support(counted)
    return pd.Series(
        {
            "low": found["low"].sum(),
            "value": found["value"].sum(),
            "high": found["high"].sum(),
            "n_figures": len(found),
            "n_claims": n_claims,
            "n_articles": n_articles,
            "n_outlets": n_outlets,
            "n_origins": n_origins,
        }
    )


def _figure(claims: pd.DataFrame) -> tuple[object, ...]:
    values = middle(claims)
    return (
        *claims[KIND].iloc[0],
        floor(claims).min(),
        values[values == values.mode().iloc[-1]].iloc[-1],
        ceiling(claims).max(),
        claims["date"].min(),
        claims["date"].max(),
        claims["origin"].iloc[0],
        *support(claims),
        sorted(claims["origin"].unique()),
        claims["claim_id"].tolist(),
    )
