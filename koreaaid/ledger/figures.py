"""Figures: claims that say the same, taken together, with how many independent sources say so."""

from __future__ import annotations

from typing import Literal

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
    return _gathered(counted, pd.Series(group, index=counted.index))


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
            # One figure without a floor leaves the sum without one.
            "low": found["low"].sum(skipna=False),
            "value": found["value"].sum(),
            "high": found["high"].sum(skipna=False),
            "n_figures": len(found),
            "n_claims": n_claims,
            "n_articles": n_articles,
            "n_outlets": n_outlets,
            "n_origins": n_origins,
        }
    )


def _gathered(claims: pd.DataFrame, group: pd.Series) -> pd.DataFrame:
    """Return one row for each group of `claims`, in time."""
    stated = claims.assign(value=middle(claims), group=group)
    # The value that most of the group's claims give; of equals the one given last.
    votes = stated.groupby(["group", "value"])["value"].transform("size")
    most = stated[votes == votes.groupby(group).transform("max")].groupby("group")["value"].last()
    by_group = stated.groupby("group")
    found = by_group[KIND].first()
    found = found.assign(
        low=_of_the_extreme(claims["low"], floor(claims), group, "min"),
        value=most,
        high=_of_the_extreme(claims["high"], ceiling(claims), group, "max"),
        first_said=by_group["date"].min(),
        last_said=by_group["date"].max(),
        first_origin=by_group["origin"].first(),
        n_claims=by_group.size(),
        n_articles=by_group["article"].nunique(),
        n_outlets=by_group["outlet"].nunique(),
        n_origins=by_group["origin"].nunique(),
        origins=by_group["origin"].agg(lambda origins: sorted(set(origins))),
        claim_ids=by_group["claim_id"].agg(list),
    )
    return found[FIGURES].reset_index(drop=True)


def _of_the_extreme(
    stated: pd.Series, known: pd.Series, group: pd.Series, extreme: Literal["min", "max"]
) -> pd.Series:
    """Return of each group what the claim with the least or most `known` has stated; NaN where it has not."""
    return stated.where(known == known.groupby(group).transform(extreme)).groupby(group).agg(extreme)
