"""What several claims come to: every rule side by side, none built into the figures.

A claim says something between `low` and `high`; where it sets no floor or ceiling, its `value` is all that is
known, and decides which claim is the lowest or highest. It never becomes a floor or ceiling itself: where
the lowest claim is "almost 9 billion", the total has none. A total names its rule:

=================  ==================================================================================
lowest             the claim with the least floor (ACLED's way)
highest            the claim with the highest ceiling (Kiel's way in doubt)
latest             the claim that was said last
low-best-high      the least floor, the value that most independent origins give (the latest of equals),
                   the highest ceiling (UCDP's way)
median-of-origins  the middle one of the latest values of each independent origin, between their least
                   floor and their highest ceiling
=================  ==================================================================================
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

# Figures that differ in one of these are figures of different things.
KIND = ["unit", "measure", "modality", "stage"]
_COUNTS = ["n_claims", "n_articles", "n_outlets", "n_origins"]
_FIGURE = ["low", "value", "high", "claim_id"]
SUMMARY_COLUMNS = [*KIND, "rule", *_FIGURE, *_COUNTS]


def stands_alone(claims: pd.DataFrame) -> pd.Series:
    """Say of each claim whether it may stand for the whole: no part, addition, conversion or repeat."""
    return claims[["part_of", "additive", "converts", "repeats"]].isna().all(axis="columns")


def summary(claims: pd.DataFrame) -> pd.DataFrame:
    """Return what `claims`, in time, come to under each rule.

    Parameters
    ----------
    claims : pandas.DataFrame
        As `Series.claims` returns them.

    Returns
    -------
    pandas.DataFrame
        One row per unit, measure, modality, stage and rule, with `low`, `value` and `high` as the rule
        gives them, the claim that it took them from (null where it takes them from several), and how many
        claims, articles, outlets and independent origins there are.
    """
    known = claims[claims["counted"] & floor(claims).notna()]
    found = []
    for kind, group in known.groupby(KIND, dropna=False, sort=True):
        counts = support(group)
        for rule, figure in RULES.items():
            found.append((*kind, rule, *figure(group), *counts))
    return pd.DataFrame(found, columns=SUMMARY_COLUMNS).astype(_summary_dtypes())


def support(claims: pd.DataFrame) -> tuple[int, int, int, int]:
    """Return how many claims, articles, outlets and independent origins there are."""
    return (
        len(claims),
        claims["article"].nunique(),
        claims["outlet"].nunique(),
        claims["origin"].nunique(),
    )


def floor(claims: pd.DataFrame) -> pd.Series:
    """Return the least that each claim says; its value where it sets no floor."""
    return claims["low"].fillna(claims["value"]).fillna(claims["high"])


def ceiling(claims: pd.DataFrame) -> pd.Series:
    """Return the most that each claim says; its value where it sets no ceiling."""
    return claims["high"].fillna(claims["value"]).fillna(claims["low"])


def middle(claims: pd.DataFrame) -> pd.Series:
    """Return the value of each claim; of a range its middle, of a vague word its floor."""
    return claims["value"].fillna((floor(claims) + ceiling(claims)) / 2)


def least_floor(claims: pd.DataFrame) -> float:
    """Return the floor of the lowest of `claims`; NaN where that one states none.

    >>> least_floor(pd.DataFrame({"low": [None, 48.0], "value": [9.0, 50.0], "high": [9.0, None]}))
    nan
    """
    least = floor(claims)
    return float(claims["low"][least == least.min()].min())


def highest_ceiling(claims: pd.DataFrame) -> float:
    """Return the ceiling of the highest of `claims`; NaN where that one states none."""
    most = ceiling(claims)
    return float(claims["high"][most == most.max()].max())


Figure = tuple[float, float, float, str | None]


def _of(claims: pd.DataFrame, row: int) -> Figure:
    low, value, high, claim_id = claims[_FIGURE].iloc[row]
    return low, value, high, claim_id


def _lowest(claims: pd.DataFrame) -> Figure:
    return _of(claims, int(floor(claims).argmin()))


def _highest(claims: pd.DataFrame) -> Figure:
    return _of(claims, int(ceiling(claims).argmax()))


def _latest(claims: pd.DataFrame) -> Figure:
    return _of(claims, -1)


def _low_best_high(claims: pd.DataFrame) -> Figure:
    values = middle(claims)
    origins = claims["origin"].groupby(values).transform("nunique")
    best = values[origins == origins.max()].iloc[-1]  # the latest of equals
    return least_floor(claims), best, highest_ceiling(claims), None


def _median_of_origins(claims: pd.DataFrame) -> Figure:
    latest = claims[~claims["origin"].duplicated(keep="last")]
    return least_floor(latest), middle(latest).median(), highest_ceiling(latest), None


RULES: dict[str, Callable[[pd.DataFrame], Figure]] = {
    "lowest": _lowest,
    "highest": _highest,
    "latest": _latest,
    "low-best-high": _low_best_high,
    "median-of-origins": _median_of_origins,
}


def _summary_dtypes() -> dict[str, str]:
    strings = dict.fromkeys([*KIND, "rule", "claim_id"], "str")
    return strings | dict.fromkeys(["low", "value", "high"], "float64") | dict.fromkeys(_COUNTS, "int64")
