"""One name for each person, body and country, whatever the articles call them.

The name that the ledger keeps is, in this order: the one that `names.toml` beside the articles says; that of
the lexicon of the subject's actors; of spellings that differ in hyphens, blanks or accents only, the most
frequent. Spellings that sound alike are proposed as one, with the reason, and stay apart until a reviewer
confirms it:

    # names.toml
    [same]
    "Chang Ho-jin" = ["Chan Ho-jin", "Jang Ho-jin", "Hodgin"]
    [different]
    "Kim Yong-hyun" = ["Kim Yong-bok"]
"""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from operator import itemgetter

import numpy as np
import pandas as pd

from koreaaid.errors import KoreaaidError
from koreaaid.language.lexicon import lexicon
from koreaaid.language.names import canonical
from koreaaid.ledger.grouping import first_of_each_group
from koreaaid.ledger.schema import frame
from koreaaid.ledger.spelling import family_and_given, given_name, sound, written

NAMES_FILE = "names.toml"

_ENTITIES = {"speaker": "attributed_to", "actor_entity": "actor", "counterparty_entity": "counterparty"}
# Of names that sound nearly alike; both must be said to have the same office.
_NEARLY = 88
_GENERAL = frozenset(lexicon("goods")["general"]) - {"defense", "military"}
# More names of one surname than this are a crowd, and no two of them are compared for being nearly alike.
_CROWD = 100


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a reviewer says of names: which are one, and which pairs are not."""

    same: dict[str, str] = field(default_factory=dict)
    different: frozenset[frozenset[str]] = frozenset()


def read_decisions(content: str, file: str = NAMES_FILE) -> Decisions:
    """Read the content of a `names.toml`."""
    try:
        tables = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise KoreaaidError(f"{file}: not TOML: {error}") from error
    if unknown := set(tables) - {"same", "different"}:
        raise KoreaaidError(f"{file}: unknown table [{min(unknown)}]; there are [same] and [different]")
    for table in tables.values():
        for name, others in table.items() if isinstance(table, dict) else [("", None)]:
            if not isinstance(others, list) or not all(isinstance(other, str) for other in others):
                raise KoreaaidError(f'{file}: write a list of names, as in "{name}" = ["another spelling"]')
    same = {other: name for name, others in tables.get("same", {}).items() for other in others}
    pairs = ((name, other) for name, others in tables.get("different", {}).items() for other in others)
    return Decisions(same, frozenset(frozenset(pair) for pair in pairs))


def with_entities(
    names: pd.DataFrame, claims: pd.DataFrame, decisions: Decisions
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return `names` and `claims` with the one name of each person, body and country."""
    mentions: Counter[str] = Counter()
    for name, count in zip(names["name"].to_numpy(dtype=object), names["mentions"].tolist(), strict=True):
        mentions[name] += count
    written_in_claims = pd.concat([claims[column] for column in _ENTITIES.values()]).dropna().unique()
    mentions.update(dict.fromkeys(written_in_claims, 0))
    kept = kept_names(mentions, decisions)
    columns = {entity: _named(claims[name], kept) for entity, name in _ENTITIES.items()}
    return names.assign(entity=_named(names["name"], kept)), claims.assign(**columns)


def _named(names: pd.Series, kept: Mapping[str, str]) -> pd.Series:
    """Return the names that are kept for `names`; each is looked up once."""
    codes, written = pd.factorize(names)
    found = np.array([*map(kept.__getitem__, written), None], dtype=object)
    return pd.Series(found[codes], index=names.index, dtype="str")  # null has the code -1: the last


def spellings(names: pd.DataFrame, decisions: Decisions) -> pd.DataFrame:
    """Return the names that are one person or may be: confirmed, refused, and proposed with a reason.

    Parameters
    ----------
    names : pandas.DataFrame
        The ledger's table, with entities.
    """
    entities = _entities(names)
    pairs = list(_alike(entities))
    proposed = [pair for pair in pairs if frozenset(pair[:2]) not in decisions.different]
    refused = [pair for pair in pairs if frozenset(pair[:2]) in decisions.different]
    found = [
        *((name, like, "proposed", reason) for name, like, reason in _to_one_each(proposed, entities)),
        *((name, like, "refused", reason) for name, like, reason in refused),
        *((name, like, "confirmed", NAMES_FILE) for name, like in decisions.same.items()),
    ]
    in_articles = names.groupby("name")["article"].nunique()
    rows = [(*row, int(in_articles.get(row[0], 0))) for row in sorted(found)]
    return frame("spellings", rows)


def kept_names(mentions: Mapping[str, int], decisions: Decisions) -> dict[str, str]:
    """Return the name that the ledger keeps for each name, by how often they are mentioned."""
    kept: dict[str, str] = {}
    by_letters: dict[str, str] = {}
    for name in sorted(mentions, key=lambda n: (-mentions[n], n)):
        said = decisions.same.get(name, name)
        kept[name] = canonical(said) or by_letters.setdefault(written(said) or said, said)
    return kept


@dataclass(slots=True)
class _Entity:
    """What the articles say of one name."""

    mentions: int = 0
    articles: set[str] = field(default_factory=set)
    office: set[str] = field(default_factory=set)


def _entities(names: pd.DataFrame) -> dict[str, _Entity]:
    entities: dict[str, _Entity] = {}
    columns = (names[name].to_numpy(dtype=object) for name in ("entity", "mentions", "article", "role"))
    for name, mentions, article, role in sorted(zip(*columns, strict=True), key=itemgetter(0)):
        entity = entities.setdefault(name, _Entity())
        entity.mentions += mentions
        entity.articles.add(article)
        if isinstance(role, str):
            entity.office.update(role.split())
    for entity in entities.values():
        entity.office -= _GENERAL
    return entities


def _alike(entities: Mapping[str, _Entity]) -> Iterator[tuple[str, str, str]]:
    """Yield pairs of entities that may be one person, with the reason."""
    by_sound, by_given, by_surname = defaultdict(list), defaultdict(list), defaultdict(list)
    for name in entities:
        if " " in name:
            family, given = family_and_given(name)
            by_sound[sound(family + given)].append(name)
            by_surname[sound(family), sound(given)[:1]].append(name)
        by_given[sound(given_name(name) or name)].append(name)
    for same in by_sound.values():
        for one, other in combinations(same, 2):
            yield one, other, "sound the same, transliterated"
    for same in by_given.values():
        for one, other in combinations(sorted(same, key=lambda name: " " in name), 2):
            if " " not in one and " " in other and entities[one].articles & entities[other].articles:
                yield one, other, f"{one} sounds like {given_name(other)}, of the same article"
    for crowd in by_surname.values():
        for one, other in combinations(crowd[:_CROWD], 2):
            office = entities[one].office & entities[other].office
            if office and sound(one) != sound(other) and _nearly(sound(one), sound(other)):
                yield one, other, f"sound nearly the same, and both are: {' '.join(sorted(office))}"


def _nearly(one: str, other: str) -> bool:
    from rapidfuzz.fuzz import ratio

    return ratio(one, other) >= _NEARLY


def _to_one_each(
    pairs: list[tuple[str, str, str]], entities: Mapping[str, _Entity]
) -> Iterator[tuple[str, str, str]]:
    """Point every name of a chain of pairs to the same one: a full name, of these the most frequent."""
    members = sorted({name for pair in pairs for name in pair[:2]})
    at = {name: row for row, name in enumerate(members)}
    groups = first_of_each_group(len(members), ((at[one], at[other]) for one, other, _ in pairs))
    best: dict[int, str] = {}
    for name, group in zip(members, groups, strict=True):
        rank = (" " in name, entities[name].mentions)
        if group not in best or rank > (" " in best[group], entities[best[group]].mentions):
            best[group] = name
    reasons: dict[str, str] = {}
    for one, other, reason in pairs:
        reasons.setdefault(one, reason)
        reasons.setdefault(other, reason)
    for name, group in zip(members, groups, strict=True):
        if name != best[group]:
            yield name, best[group], reasons[name]
