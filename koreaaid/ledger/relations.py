"""How claims on one question relate: which say the same, which move on, which contradict.

Figures are compared as their words allow. Each has the span that it allows, and a near span inside it, in
which another figure says the same in other words:

===========================  =====================  =====================================================
bound                        allows                 near
===========================  =====================  =====================================================
exact                        the value              the value
range                        low to high            low to high
about                        4 % to both sides      4 % to both sides
almost                       the value less 5 %     the value less 5 %
more than, at least          anything above         a quarter more
less than, at most           anything below         a fifth less
vague ("dozens")             anything above         four times its floor
===========================  =====================  =====================================================

Of two claims of one kind (unit, measure, modality, stage), the later one

- `repeats` the earlier: the same figure from the same origin, or a copy that the text or a reviewer marks;
- is `part_of` it, where the text says so;
- `agrees`: the near spans meet ("over 3,000" and "3,000");
- is `allowed` by it: only the wider spans meet ("at least 100" and "600");
- `updates` it: another figure, by the same origin later, or by any a month later;
- `differs`: of another place, with another partner or for other goods, as far as the text names them;
- `contradicts` it: another figure, and none of these (48 and 212).

A denial of a figure contradicts it; a claim that it is not confirmed `questions` it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Literal

import numpy as np
import pandas as pd

from koreaaid.language.actors import countries_in
from koreaaid.language.lexicon import lexicon
from koreaaid.ledger.rules import KIND, ceiling, floor

RELATIONS = ["claim_a", "claim_b", "relation", "days", "basis"]

# A claim is compared with the hundred before it: time stays linear, and no reader looks further back.
_REACH = 100
_A_MONTH = 31
_OPEN = np.inf
# Shares of the value that a figure allows, and within which it is near: below and above.
_ALLOWED = {
    "about": (0.96, 1.04), "almost": (0.95, 1), "more_than": (1, _OPEN), "at_least": (1, _OPEN),
    "less_than": (0, 1), "at_most": (0, 1), "vague": (1, _OPEN),
}  # fmt: skip
_NEAR = _ALLOWED | {
    "more_than": (1, 1.25), "at_least": (1, 1.25), "less_than": (0.8, 1), "at_most": (0.8, 1),
    "vague": (1, 4),
}  # fmt: skip
_COUNTER = {"denied": "contradicts", "not_confirmed": "questions"}
_SAME_QUESTION = [name for name in KIND if name != "modality"]
_OF_DEALS = ("money", "equipment", "munitions")
_THING = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{2,}")
_GENERAL = frozenset(lexicon("goods")["general"])

# When it holds, which relation it is, and in which words.
_Case = tuple[pd.Series, pd.Series | str, pd.Series | str]


def relations(claims: pd.DataFrame) -> pd.DataFrame:
    """Return how each pair of `claims`, in time, relates: `claim_b` does `relation` to the earlier `claim_a`.

    Parameters
    ----------
    claims : pandas.DataFrame
        As `Series.claims` returns them.

    Returns
    -------
    pandas.DataFrame
        claim_a, claim_b, relation, days (from the one to the other; null where a date is), basis (in words).
    """
    if len(claims) < 2:
        return pd.DataFrame(columns=RELATIONS)
    ready = _spans(claims).reset_index(drop=True)
    pairs = [_related(ready, step) for step in range(1, min(_REACH, len(ready) - 1) + 1)]
    found = pd.concat(pairs).sort_values(["later", "earlier"], ignore_index=True)
    return found[RELATIONS]


def _spans(claims: pd.DataFrame) -> pd.DataFrame:
    """Return `claims` with the ends of the spans that they allow and of the near ones."""
    least, most = floor(claims), ceiling(claims)
    spans = {}
    for name, shares in (("allowed", _ALLOWED), ("near", _NEAR)):
        low = (
            claims["bound"].map({bound: share[0] for bound, share in shares.items()}).astype(float).fillna(1)
        )
        high = (
            claims["bound"].map({bound: share[1] for bound, share in shares.items()}).astype(float).fillna(1)
        )
        spans[f"{name}_low"], spans[f"{name}_high"] = least * low, most * high
    kinds = {name: claims[name].astype(object).where(claims[name].notna(), "") for name in KIND}
    return claims.assign(**spans, **kinds)


def _related(claims: pd.DataFrame, step: int) -> pd.DataFrame:
    """Return the relations between each claim and the one `step` rows later."""
    a, b = claims.iloc[:-step].reset_index(drop=True), claims.iloc[step:].reset_index(drop=True)
    linked = _links(a, b)
    days = (b["date"] - a["date"]).dt.days
    same_question = (a[_SAME_QUESTION] == b[_SAME_QUESTION]).all(axis="columns")
    same_kind = same_question & (a["modality"] == b["modality"]) & a["counted"] & b["counted"]
    near = _meet(a, b, "near")
    allowed = _meet(a, b, "allowed")
    same_origin = a["origin"] == b["origin"]
    same_figure = _same(a["value"], b["value"]) & _same(a["low"], b["low"]) & _same(a["high"], b["high"])
    counter = b["modality"].map(_COUNTER).where(a["modality"] == "asserted")
    counter = counter.fillna(a["modality"].map(_COUNTER).where(b["modality"] == "asserted"))
    other = _other_places(a, b, same_kind & ~near)
    other = other.where(other != "", _other_business(a, b, same_kind, near))
    moved_on = (same_origin & (days > 0)) | (days > _A_MONTH)
    cases: list[_Case] = [
        (linked != "", linked, "stated in the text or by a reviewer"),
        (
            same_question & near & counter.notna(),
            counter.fillna(""),
            "a denial or a doubt of the same figure",
        ),
        (same_kind & same_figure & same_origin, "repeats", "the same figure from the same origin"),
        (same_kind & (other != ""), "differs", other),
        (same_kind & near, "agrees", "the figures meet within their bounds"),
        (same_kind & moved_on, "updates", "another figure, said later"),
        (same_kind & allowed, "allowed", "the bounds leave room for both"),
        (same_kind, "contradicts", "figures that exclude each other"),
    ]
    found = pd.DataFrame(
        {
            "claim_a": a["claim_id"],
            "claim_b": b["claim_id"],
            "relation": _chosen(cases, 1),
            "days": days,
            "basis": _chosen(cases, 2),
            "earlier": np.arange(len(a)),
            "later": np.arange(step, step + len(a)),
        }
    )
    return found[found["relation"] != ""]


def _links(a: pd.DataFrame, b: pd.DataFrame) -> pd.Series:
    """Return the relations that the text or a reviewer states."""
    linked = pd.Series("", index=a.index, dtype=object)
    for column, relation in (("repeats", "repeats"), ("converts", "repeats"), ("part_of", "part_of")):
        points = (b[column] == a["claim_id"]) | (a[column] == b["claim_id"])
        linked = linked.mask(points & (linked == ""), relation)
    return linked


def _chosen(cases: list[_Case], part: Literal[1, 2]) -> pd.Series:
    """Return, row by row, the relation (1) or its basis (2) of the first case that holds, or ""."""
    index = cases[0][0].index
    conditions = [case[0].to_numpy(bool) for case in cases]
    contents = [pd.Series(case[part], index=index, dtype=object).to_numpy(object) for case in cases]
    return pd.Series(np.select(conditions, contents, ""), index=index, dtype=object)


def _meet(a: pd.DataFrame, b: pd.DataFrame, span: str) -> pd.Series:
    # A corrected value may leave the last bit of a product behind.
    slack = 1e-9 * b[f"{span}_low"].abs()
    return (a[f"{span}_low"] <= b[f"{span}_high"] + slack) & (b[f"{span}_low"] <= a[f"{span}_high"] + slack)


def _same(a: pd.Series, b: pd.Series) -> pd.Series:
    return (a == b) | (a.isna() & b.isna())


def _other_places(a: pd.DataFrame, b: pd.DataFrame, wanted: pd.Series) -> pd.Series:
    """Say of each wanted pair in which places the two are, where these are different ones."""
    named = wanted & a["location"].notna() & b["location"].notna()
    return _unlike(a["location"], b["location"], named, "places", _things)


def _other_business(a: pd.DataFrame, b: pd.DataFrame, wanted: pd.Series, near: pd.Series) -> pd.Series:
    """Say of each wanted pair of sums or pieces in what business they differ; people are one and the same.

    Two sums are of one deal where partner or goods say so. Where the text names neither, only figures that
    meet can be taken for one.
    """
    wanted = wanted & a["category"].isin(_OF_DEALS)
    goods_a, goods_b = _goods(a), _goods(b)
    partners = wanted & a["counterparty"].notna() & b["counterparty"].notna()
    goods = wanted & (goods_a != "") & (goods_b != "")
    other_partners = _unlike(a["counterparty"], b["counterparty"], partners, "partners", _countries)
    other_goods = _unlike(goods_a, goods_b, goods, "goods", _things)
    one_partner = partners & (other_partners == "")
    one_goods = goods & (other_goods == "")
    unknown = wanted & ~near & ~one_partner & ~one_goods
    other = other_partners.where(other_partners != "", other_goods)
    return other.mask((other == "") & unknown, "nothing says that they are of one deal")


def _unlike(
    a: pd.Series, b: pd.Series, wanted: pd.Series, what: str, telling: Callable[[str], frozenset[str]]
) -> pd.Series:
    """Say of each wanted pair of names which they are, where they have nothing telling in common."""
    found = pd.Series("", index=a.index, dtype=object)
    for row in found.index[wanted]:
        one, other = telling(a[row]), telling(b[row])
        if one and other and one.isdisjoint(other):
            found[row] = f"{what}: {a[row]}; {b[row]}"
    return found


def _goods(claims: pd.DataFrame) -> pd.Series:
    """Return what money is for and which equipment is counted."""
    return claims["covers"].fillna(claims["item"]).fillna("")


@cache
def _countries(name: str) -> frozenset[str]:
    """Return the countries that a partner's name speaks of; the name itself where it speaks of none."""
    return frozenset(countries_in(name)) or frozenset([name.casefold()])


@cache
def _things(words: str) -> frozenset[str]:
    """Return the words that tell one thing from another, without the plural s."""
    plain = (word.lower().removesuffix("s") for word in _THING.findall(words))
    return frozenset(word for word in plain if word not in _GENERAL)
