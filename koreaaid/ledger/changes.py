"""What a run adds to an earlier one, and what the ledger said on a day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from koreaaid.articles.reading import read_articles
from koreaaid.errors import KoreaaidError
from koreaaid.ledger.build import as_read, beside_of, build_ledger, derived
from koreaaid.ledger.records import Row, claims_by_id, records
from koreaaid.ledger.relations import relations
from koreaaid.ledger.tables import Ledger

# What a claim says; its place in the text and what follows from other articles may change without news.
_SAYS = (
    "value", "low", "high", "bound", "unit", "category", "measure", "item", "additive", "covers", "actor",
    "counterparty", "location", "attributed_to", "relayed_by", "modality", "stage", "event_date", "said_on",
    "review",
)  # fmt: skip
_OF_ARTICLES = ("claims", "dates", "excluded", "names")
# How alike, of 100, two sentences of an article are that are one sentence before and after an edit.
_SAME_SENTENCE = 70

CHANGES = ("new", "revised", "contradicted", "questioned", "updated", "confirmed", "vanished")
_EFFECTS = {
    "agrees": "confirmed",
    "updates": "updated",
    "contradicts": "contradicted",
    "questions": "questioned",
}
ARTICLE_COLUMNS = ["change", "article", "title", "outlet", "published", "quantities"]
CLAIM_COLUMNS = [
    "change", "claim_id", "article", "outlet", "published", "surface", "sentence", "attributed_to",
    "earlier_id", "earlier", "what",
]  # fmt: skip


@dataclass(frozen=True, eq=False, slots=True)
class Changes:
    """What differs between two ledgers.

    Attributes
    ----------
    articles : pandas.DataFrame
        change (new, edited: a later version of an earlier article, kept beside it, revised: another text,
        vanished), article, title, outlet, published, quantities.
    claims : pandas.DataFrame
        One row per change:

        - new: a claim that the earlier ledger did not have;
        - revised: another reading of a claim, or the figure that took its place in an edited sentence;
        - contradicted, questioned, updated, confirmed: a claim of the earlier ledger that a new claim
          excludes, does not confirm, moves on from or agrees with, as a series has it;
        - vanished: a claim that the later ledger, or the later version of its article, does not have.

        `claim_id`, `surface`, `sentence` and `attributed_to` are the later claim's (a vanished one's own),
        `earlier_id` and `earlier` (as written) the earlier claim's, `what` says in words what changed.
    """

    articles: pd.DataFrame
    claims: pd.DataFrame

    def __bool__(self) -> bool:
        """Say whether anything differs."""
        return not (self.articles.empty and self.claims.empty)

    @property
    def counts(self) -> dict[str, int]:
        """How many changes of each kind there are: articles by "new articles" and so on, claims by kind."""
        of_articles = Counter(f"{change} articles" for change in self.articles["change"])
        return dict(of_articles + Counter(self.claims["change"]))

    def lines(self) -> Iterator[str]:
        """Yield the changes as lines of text, articles first."""
        for row in records(self.articles):
            yield f"{row['change']} article: {row['article']}" + (
                f" ({row['title']})" if row["title"] else ""
            )
        for row in records(self.claims):
            what = f": {row['what']}" if row["what"] else ""
            yield f"{row['change']} claim {row['claim_id']} in {row['article']}: {row['surface']}{what}"


def compare(old: Ledger, new: Ledger) -> Changes:
    """Return what `new` adds to `old`, revises, confirms, updates, contradicts and lacks of it."""
    found = [
        *_readings(old.claims, new.claims),
        *_comings_and_goings(old.claims, new.claims, _versions(old.articles, new.articles)),
        *_effects(old, new),
    ]
    place = {change: at for at, change in enumerate(CHANGES)}
    found.sort(key=lambda row: (place[row["change"]], row["article"], row["start"], row["earlier_id"] or ""))
    dtypes = dict.fromkeys(CLAIM_COLUMNS, "str") | {"published": "datetime64[s]"}
    claims = pd.DataFrame(found, columns=CLAIM_COLUMNS).astype(dtypes)
    return Changes(_articles(old.articles, new.articles), claims)


def ledger_at(path: Path) -> Ledger:
    """Return the ledger of `path`: a saved one, that of a report, or that of articles, which are read."""
    for folder in (path, path / "data"):
        if (folder / "claims.parquet").is_file():
            return Ledger.load(folder)
    return build_ledger(read_articles(path))


def as_of(ledger: Ledger, day: date | str) -> Ledger:
    """Return the ledger as it would have stood at the end of `day`.

    It has the articles that were published and the corrections that were made up to then. An article
    without a publication date is not in it, and is named in the problems; a correction without one is.
    """
    try:
        limit = pd.Timestamp(day)
    except ValueError as error:
        raise KoreaaidError(f"{day!r} is no date; write it as 2024-11-01") from error
    read = as_read(ledger)
    articles = read.articles[read.articles["published"] <= limit]
    undated = read.articles["article"][read.articles["published"].isna()]
    message = (
        f"has no publication date: not in the ledger as of {limit:%Y-%m-%d}; supply one in articles.toml"
    )
    left_out = pd.DataFrame({"source": undated, "message": message}, dtype="str")
    kept: dict[str, Any] = {
        name: table[table["article"].isin(articles["article"])].reset_index(drop=True)
        for name, table in read.tables.items()
        if name in _OF_ARTICLES
    }
    beside = beside_of(ledger)
    made = tuple(c for c in beside.corrections if c.date is None or c.date <= limit.date())
    return derived(
        replace(
            read,
            articles=articles.reset_index(drop=True),
            problems=pd.concat([read.problems, left_out], ignore_index=True),
            **kept,
        ),
        replace(beside, corrections=made),
    )


def _versions(old: pd.DataFrame, new: pd.DataFrame) -> dict[str, str]:
    """Return the version in `old` that each article which only `new` has is a later version of."""
    known = set(old["article"])
    latest = {first: first for first in new["edition_of"].dropna() if first in known}
    # Of a name with a number the longer one has the higher number: "x.2.txt" … "x.10.txt".
    versions = old[old["edition_of"].notna()].sort_values(
        "article", key=lambda names: names.str.len(), kind="stable"
    )
    latest |= dict(zip(versions["edition_of"], versions["article"], strict=True))
    come = new[~new["article"].isin(known) & new["edition_of"].isin(latest.keys())]
    return {
        article: latest[first] for article, first in zip(come["article"], come["edition_of"], strict=True)
    }


def _articles(old: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    versions = new["article"].isin(_versions(old, new))
    texts = old.set_index("article")["sha256"]
    revised = new["article"].isin(old["article"]) & (new["article"].map(texts) != new["sha256"])
    parts = {
        "new": new[~new["article"].isin(old["article"]) & ~versions],
        "edited": new[versions],
        "revised": new[revised],
        "vanished": old[~old["article"].isin(new["article"])],
    }
    return pd.concat(
        [part.assign(change=change)[ARTICLE_COLUMNS] for change, part in parts.items()], ignore_index=True
    )


def _readings(old: pd.DataFrame, new: pd.DataFrame) -> Iterator[Row]:
    """Yield the claims of both ledgers that are read differently."""
    columns = ["claim_id", *_SAYS]
    both = new[columns].merge(old[columns], on="claim_id", suffixes=("", "_old"))
    same = pd.Series(True, index=both.index)
    for name in _SAYS:
        before, after = both[f"{name}_old"], both[name]
        same &= (before == after) | (before.isna() & after.isna())
    rows = claims_by_id(new[new["claim_id"].isin(both["claim_id"][~same])])
    for pair in records(both[~same]):
        row = rows[pair["claim_id"]]
        changed = [name for name in _SAYS if pair[name] != pair[f"{name}_old"]]
        what = "; ".join(f"{name}: {_shown(pair[f'{name}_old'])} → {_shown(pair[name])}" for name in changed)
        yield _change("revised", row, row, what)


def _comings_and_goings(old: pd.DataFrame, new: pd.DataFrame, versions: Mapping[str, str]) -> Iterator[Row]:
    """Yield claims that only one ledger has; a figure in an edited sentence is one that was revised.

    The claims of a later version of an article are compared with those of the `versions` before it.
    """
    former = old["article"].isin(versions.values())
    gone = claims_by_id(old[~old["claim_id"].isin(new["claim_id"]) | former])
    come = claims_by_id(new[~new["claim_id"].isin(old["claim_id"])])
    edited = _edited(gone.values(), come.values(), versions)
    for claim_id, row in come.items():
        before = gone.get(edited.get(claim_id, ""))
        if before is None:
            yield _change("new", row)
        elif before["surface"] == row["surface"] and before["sentence"] == row["sentence"]:
            continue  # carried over into the later version
        elif before["surface"] == row["surface"]:
            yield _change("revised", row, before, "its sentence was edited")
        else:
            yield _change("revised", row, before, f"was {before['surface']}")
    for claim_id in gone.keys() - set(edited.values()):
        yield _change("vanished", gone[claim_id], gone[claim_id])


def _edited(gone: Iterable[Row], come: Iterable[Row], versions: Mapping[str, str]) -> dict[str, str]:
    """Pair claims that came with those that went, by how alike their sentences are within an article."""
    from rapidfuzz.fuzz import ratio

    candidates = defaultdict(list)
    for before in gone:
        candidates[before["article"], before["category"]].append(before)
    pairs = []
    for row in come:
        for before in candidates[versions.get(row["article"], row["article"]), row["category"]]:
            alike = ratio(before["sentence"], row["sentence"])
            if alike >= _SAME_SENTENCE:
                words = ratio(before["surface"], row["surface"])
                distance = abs(before["start"] - row["start"])
                pairs.append((-alike, -words, distance, row["claim_id"], before["claim_id"]))
    found: dict[str, str] = {}
    taken = set()
    for *_, claim_id, earlier_id in sorted(pairs):
        if claim_id not in found and earlier_id not in taken:
            found[claim_id] = earlier_id
            taken.add(earlier_id)
    return found


def _effects(old: Ledger, new: Ledger) -> Iterator[Row]:
    """Yield what the new claims do to those of the earlier ledger, in any of the series."""
    earlier = set(old.claims["claim_id"])
    seen = set()
    for series in new.series.values():
        table = series.claims(new) if series.compare else new.claims[:0]
        if len(table) < 2 or table["claim_id"].isin(earlier).all():
            continue
        claims = claims_by_id(table)
        for pair in records(relations(table)):
            effect = _EFFECTS.get(pair["relation"])
            fresh, known = sorted((pair["claim_a"], pair["claim_b"]), key=lambda claim: claim in earlier)
            if effect and known in earlier and fresh not in earlier and (fresh, known) not in seen:
                seen.add((fresh, known))
                what = f"{claims[known]['surface']} ({claims[known]['origin']}): {pair['basis']}"
                yield _change(effect, claims[fresh], claims[known], what)


def _change(change: str, row: Row, before: Row | None = None, what: str = "") -> Row:
    return row | {
        "change": change,
        "earlier_id": before["claim_id"] if before else None,
        "earlier": before["surface"] if before else None,
        "what": what,
    }


def _shown(cell: object) -> str:
    if isinstance(cell, float):
        return "nothing" if pd.isna(cell) else f"{cell:,.15g}"
    return "nothing" if cell is None else str(cell)
