"""Noun phrases before a number: what a sum of money, a share or a measure is said of."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import compress

from koreaaid.language.actors import is_country_word
from koreaaid.language.lexicon import lexicon
from koreaaid.language.nouns import (
    THINGS,
    category_of,
    compound_category,
    is_attributive,
    is_plural,
    singular,
)
from koreaaid.language.patterns import late
from koreaaid.language.phrase_heads import WORD
from koreaaid.language.phrase_words import MEASURED_NOUNS, MONEY_NOUNS, designation_category, stops
from koreaaid.language.phrases import WORKS, Phrase

# Nothing is said of them because they stand near: "he told reporters that the two".
HEARERS = frozenset({"analyst", "analysts", "journalists", "reporter", "reporters", "staff"})
_ANYONE = HEARERS | {"people", "person", "persons"}
_MOST_BEFORE = 3
_SHORTEST_FORM = 4
_WORDS = {name: frozenset(words) for name, words in lexicon("phrases")["before_figures"].items()}
GENERIC, _TOTALS, _BE, _MODALS = (_WORDS[name] for name in ("generic", "totals", "be", "modals"))
DETERMINERS = _WORDS["determiners"]
PLACE = late(r" (?:at|in|near) (?:[A-Z][\w’'-]*,? ){1,3}\Z")
_COMPOUND = frozenset({"personnel", "equipment"})
_BESIDE = 40
_PARTICIPLES = _WORDS["participles"] | {"got", "lent", "paid", "spent"}
_VERBS_TOO = frozenset({"bomb", "guard", "man", "mine", "pilot", "shell", "ship"})
_BEFORE_VERBS = _MODALS | _WORDS["verb_markers"]
_ADVERBS = _WORDS["adverbs"]
_BODIES, DOING = _WORDS["bodies"], _WORDS["doing"]
_BEFORE_FORMS = _BE | _WORDS["auxiliaries"] | _MODALS - {"to"} | _WORDS["pronouns"]
_ENDINGS = lexicon("function_words")["endings"]
_NOT_PAST = frozenset(_ENDINGS["not_past"] + _ENDINGS["before_nouns"])
_BEFORE_PAST = frozenset({"but", "that", "then", "which", "who"})
_HAVE = frozenset({"had", "has", "have", "having"})
_CHANGES = _WORDS["changes"]
FIGURE_VERBS = frozenset(lexicon("phrases")["figure_verbs"]["words"])
# "M109s", "FA-50PHs", "K9s", "CV90", "Hwasong-19"
_DESIGNATED = re.compile(
    r"[A-Z][A-Za-z]{0,8}-\d{1,3}[A-Z]{0,3}s?|[A-Z][A-Za-z]{0,3}(?:\d{2,3}[A-Z]{0,3}s?|\ds)"
)
_SUMMITS = frozenset({"G7", "G8", "G20"})  # of countries, no weapons
_ANY_WORD = re.compile(f"({WORD})")
_CURRENCY_SIGNS = frozenset("$€£₩¥")
_OBJECTS = (["it"], ["that"], ["them"], ["this"])
_TO_LEVELS = (["at"], ["by"], ["from"], ["to"])
_ASKING = frozenset({"bid", "cost", "costs"})
CALIBRES = frozenset({"mm", "millimeter", "millimetre"})
BLANKS = frozenset(" \n\u00a0-")


def phrase_before(text: str, start: int, limit: int, *, money: bool) -> Phrase | None:
    """Find the noun in `text[limit:start]` that a sum or a measure is said of, with the words before it.

    >>> text = "The ministry signed a framework deal worth"
    >>> phrase = phrase_before(text, len(text), 0, money=True)
    >>> text[phrase.start : phrase.end]
    'framework deal'
    """
    fits = is_paid_for if money else is_measured
    parts = parts_between(text, limit, start)
    generic: Phrase | None = None
    begins = 0
    for at in compress(range(len(parts) - 2, 0, -2), map(fits, parts[-2:0:-2])):
        if _is_verb(parts, at) or _costs(parts, at) or _names_kind(parts, at):
            continue
        if not _is_generic(parts[at]):
            return generic if generic and at >= begins else _phrase(parts, at, limit, None)  # "share price"
        if generic is None:
            generic, begins = _phrase(parts, at, limit, None), _beginning(parts, at)
    return generic


def thing_before(text: str, start: int, limit: int, categories: frozenset[str] = THINGS) -> Phrase | None:
    """Find the last noun of one of `categories` in `text[limit:start]`, with the words before it.

    >>> text = "The new vehicle weighs"
    >>> phrase = thing_before(text, len(text), 0)
    >>> text[phrase.start : phrase.end]
    'new vehicle'
    """
    parts = parts_between(text, limit, start)
    named = map(_category_of_thing, parts[-2:0:-2])
    for at, category in zip(range(len(parts) - 2, 0, -2), named, strict=True):
        if category is None:
            continue
        if category in _COMPOUND and at > 1:  # "trainers" are men, "tanks" arms, not in "think tanks"
            category = compound_category(parts[at - 2], parts[at]) or category
        if category not in categories or stops(parts[at]) or parts[at].lower() in _ANYONE:
            continue
        if parts[at] in _VERBS_TOO and at > 1 and parts[at - 2] in _BEFORE_VERBS:
            continue  # "will ship 5,000 tons"
        if category == "personnel" and _goes_on_as_name(parts, at):
            continue  # "Vostok [Marine] Trading received"
        if not (_names_kind(parts, at) or _is_shipping(parts, at) or _is_made(parts, at)):
            return _phrase(parts, at, limit, category)
    return None


@lru_cache(maxsize=4096)
def _category_of_thing(word: str) -> str | None:
    category = category_of(word)
    if category or word in _SUMMITS or not _DESIGNATED.fullmatch(word):
        return category
    return designation_category(word)


@lru_cache(maxsize=4096)
def is_paid_for(word: str) -> bool:
    """Say whether a noun is one that a sum of money is said of: "deals"."""
    low = word.lower()
    return low in MONEY_NOUNS or singular(low) in MONEY_NOUNS


@lru_cache(maxsize=4096)
def is_measured(word: str) -> bool:
    """Say whether a noun is one that a percentage or a measure is said of: "prices"."""
    low = word.lower()
    return low in MEASURED_NOUNS or singular(low) in MEASURED_NOUNS


def _is_verb(parts: list[str], at: int) -> bool:
    """Say whether a noun's form is a verb here: "was cut by", "they fund", "a committee cut that to"."""
    if at <= 2 or parts[at - 1] != " ":
        return False
    if parts[at] in ("cut", "cuts") and at + 2 == len(parts):  # "The government cut 9 billion won"
        return True
    before = parts[at - 2].lower()
    gains = at + 2 == len(parts) and parts[at] in ("gains", "needs") and is_country_word(parts[at - 2])
    if gains or acts_on_pronoun(parts, at):  # "Russia gains 500 square kilometers"
        return True
    return before in _BEFORE_FORMS or (before == "to" and parts[at] in _CHANGES)


def acts_on_pronoun(parts: list[str], at: int) -> bool:
    """Say whether a word is a verb before a pronoun and a level: "a committee cut that to"."""
    return parts[at + 2 : at + 3] in _OBJECTS and parts[at + 4 : at + 5] in _TO_LEVELS


def _costs(parts: list[str], at: int) -> bool:
    """Say whether "costs" or "bid" is the verb of a sum: "a shell costs $4,000", "A man costs Moscow"."""
    if parts[at] not in _ASKING:
        return False
    if at + 2 == len(parts):
        return parts[at + 1] == " "
    if parts[at + 2][0].isdecimal() or not _CURRENCY_SIGNS.isdisjoint(parts[at + 1]):
        return True
    payer = parts[at + 2][0].isupper() or parts[at + 2] in DETERMINERS
    return payer and parts[at + 1] == " " and parts[at] != "bid"


def _is_shipping(parts: list[str], at: int) -> bool:
    """Say whether "ships" is the verb of a name: "that Hyundai Rotem ships to Gdynia"."""
    if parts[at] != "ships" or not 2 < at < len(parts) - 2:
        return False
    return parts[at + 2] == "to" and parts[at - 2][0].isupper()


def _names_kind(parts: list[str], at: int) -> bool:
    """Say whether a noun tells which body is meant: "the [trade] ministry spent"."""
    return at + 2 < len(parts) and parts[at + 2] in _BODIES and parts[at + 1] == " "


def _is_made(parts: list[str], at: int) -> bool:
    """Say whether a noun tells what a plant is for: "[ammunition] plants"."""
    return at + 2 < len(parts) and singular(parts[at + 2]) in WORKS and parts[at + 1] == " "


def _goes_on_as_name(parts: list[str], at: int) -> bool:
    """Say whether a capitalised word is part of a longer name."""
    if not parts[at][0].isupper() or at + 2 >= len(parts) or parts[at + 1] != " ":
        return False
    return parts[at + 2][0].isupper() and parts[at - 2 : at - 1] != [] and parts[at - 2][:1].isupper()


def _is_generic(word: str) -> bool:
    return singular(word.lower()) in GENERIC


@lru_cache(maxsize=2)  # those who look there ask one after the other
def parts_between(text: str, start: int, end: int) -> list[str]:
    """Return `text[start:end]` as gaps and words in turn, beginning and ending with a gap."""
    parts = _ANY_WORD.split(text[start:end])
    if start > 0 and len(parts) > 2 and not parts[0] and text[start - 1].isalnum():
        parts[:3] = ["".join(parts[:3])]  # the rest of a word is none
    return parts


def _phrase(parts: list[str], at: int, start: int, category: str | None) -> Phrase:
    """Return the phrase whose head is `parts[at]` in a text that begins at `start`."""
    begin = start + sum(map(len, parts[: _beginning(parts, at)]))
    return Phrase(begin, start + sum(map(len, parts[: at + 1])), parts[at], category)


def _beginning(parts: list[str], at: int) -> int:
    """Return which of `parts` begins the phrase whose head is `parts[at]`."""
    head = at
    first = max(1, at - 2 * _MOST_BEFORE)
    while at > first and _belongs(parts, at - 2):
        at -= 2
        if parts[at].endswith(("'s", "’s")):
            first = max(at - 4, 1)
            while at > first and parts[at - 2][0].isupper() and _belongs(parts, at - 2):
                at -= 2  # "South Korea's exports"
            break
    for verb in range(at, head, 2):
        done = parts[verb].endswith("ed") and verb > 2 and _is_finite(parts, verb)  # "Korea supplied weapons"
        if done or (verb > at and parts[verb] in DOING):
            return verb + 2
    if 1 < at < head and (
        parts[at - 2] in _BEFORE_VERBS  # "can hit targets"
        or (parts[at - 2] in _ADVERBS and at > 4 and parts[at - 4] in _BEFORE_VERBS)  # "may yet buy tanks"
        or (parts[at - 2] in _HAVE and _is_participle(parts[at]))  # "has raised rates"
    ):
        at += 2
    return at


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in _PARTICIPLES


def _is_finite(parts: list[str], at: int) -> bool:
    """Say whether a form with "-ed" is a verb and no adjective: behind its subject, not behind "the"."""
    before = parts[at - 2]
    if parts[at - 1] != " " or not parts[at].isalpha() or not parts[at].islower() or parts[at] in _NOT_PAST:
        return False
    if stops(before):
        return before.lower() in _BEFORE_FORMS or before in _BEFORE_PAST
    return before.isalpha() and (before[0].isupper() or is_plural(before))


def _belongs(parts: list[str], at: int) -> bool:
    """Say whether a word before a noun is part of its phrase; "engages" in "engages missiles" is not."""
    word = parts[at]
    if parts[at + 1] not in BLANKS:
        return False
    if word[0].isdecimal():  # "a 122 mm rocket"
        return parts[at + 2] in CALIBRES
    if stops(word):
        return False
    return not (word.islower() and is_plural(word)) or is_attributive(word) or category_of(word) is not None


def noun_beside(text: str, start: int, limit: int) -> Phrase | None:
    """Find the noun that a measure directly follows: "a warehouse of", "the gauge (", "the rail yard"."""
    parts = parts_between(text, limit, start)
    at = len(parts) - 2
    if at > 2 and parts[at] == "of":
        at -= 2
    elif at > 0 and parts[at + 1].strip() not in ("", "("):
        return None
    word = parts[at].lower() if at > 0 else ""
    if not word or stops(word) or word[0].isdecimal() or word in _TOTALS or word in FIGURE_VERBS:
        return None
    if word.endswith(("ed", "ing", "ly")) and len(word) > _SHORTEST_FORM:  # but "a shed of 900 square metres"
        return None
    begin = _beginning(parts, at)
    plain = at == len(parts) - 2 and not parts[at + 1].strip()
    if plain and parts[at].islower() and (begin < 2 or parts[begin - 2].lower() not in DETERMINERS):
        return None  # "can hit targets 30 km away"
    return _phrase(parts, at, limit, None)


def noun_ending(text: str, end: int, limit: int) -> Phrase | None:
    """Find the noun phrase that ends at a place: the "medical supplies" of "gave medical supplies worth"."""
    parts = parts_between(text, limit, end)
    at = len(parts) - 2
    if at < 1 or parts[at + 1] or stops(parts[at]) or parts[at][0].isdecimal():
        return None
    if parts[at].endswith(("ed", "ly")) or (parts[at][0].isupper() and not is_plural(parts[at])):
        return None
    return _phrase(parts, at, limit, None)


def noun_at_place(text: str, end: int, limit: int) -> Phrase | None:
    """Find the noun that ends at a place, or before where it is: "a plant in Gumi"."""
    limit = max(limit, end - _BESIDE)
    place = PLACE.search(text, limit, text.find(" ", end) + 1)
    return noun_ending(text, place.start() if place else end, limit)
