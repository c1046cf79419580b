"""Noun phrases before a number: what a sum of money, a share or a measure is said of."""

from __future__ import annotations

import re
from functools import lru_cache

from koreaaid.language.lexicon import lexicon
from koreaaid.language.nearby import word_before
from koreaaid.language.nouns import category_of, is_attributive, is_plural, singular
from koreaaid.language.phrases import MEASURED_NOUNS, MONEY_NOUNS, WORD, Phrase, designation_category, stops

_ANYONE = frozenset({"people", "person", "persons"})  # nothing is said of them because they stand near
THINGS = frozenset({"personnel", "equipment", "munitions"})
_MOST_BEFORE = 3
_WORDS = {name: frozenset(words) for name, words in lexicon("phrases")["before_figures"].items()}
_GENERIC, _TOTALS, _BE, _MODALS = (_WORDS[name] for name in ("generic", "totals", "be", "modals"))
_DETERMINERS, _LINKING = _WORDS["determiners"], _WORDS["linking"]
_BEFORE_VERBS = _MODALS | _WORDS["verb_markers"]
_BEFORE_FORMS = _BE | _WORDS["auxiliaries"] | _MODALS - {"to"} | _WORDS["pronouns"]
_AUXILIARIES = _BE | _WORDS["auxiliaries"] | _MODALS | _WORDS["adverbs"]
_DATED = _WORDS["dating"].union(*lexicon("calendar")["months"].values())
_HAVE = frozenset({"had", "has", "have", "having"})
_CHANGES = _WORDS["changes"]
_FIGURE_VERBS = frozenset(lexicon("phrases")["figure_verbs"]["words"])
_ACTING = frozenset(lexicon("phrases")["figure_verbs"]["acting"])
_REACHING = frozenset(lexicon("phrases")["figure_verbs"]["reaching"])
_ALSO_NOUNS = frozenset(lexicon("phrases")["figure_verbs"]["also_nouns"])
_CHANGING = frozenset(lexicon("phrases")["figure_verbs"]["changing"])
_NOT_ADVERBS = frozenset(lexicon("function_words")["endings"]["not_adverbs"])
_PUTTING = frozenset(lexicon("phrases")["figure_verbs"]["putting"])
CHANGED_BY = {"at": _PUTTING, "by": _CHANGING, "from": _CHANGING, "to": _CHANGING}
_NO_SUBJECT = frozenset({"as", "by", "with"})
_OWNED = frozenset({"'s", "’s", "s'", "s’"})
_WANTING = _WORDS["wanting"]
_BEFORE_DATED = frozenset({"the", "two", "three", "four", "five", "six", "nine", "ten"})
# "M109s", "FA-50PHs", "K9s", "CV90", "Hwasong-19"
_DESIGNATED = re.compile(
    r"[A-Z][A-Za-z]{0,8}-\d{1,3}[A-Z]{0,3}s?|[A-Z][A-Za-z]{0,3}(?:\d{2,3}[A-Z]{0,3}s?|\ds)"
)
# How many parts, words and gaps, a verb may stand before its figure: "was up at", "reached a record of".
_NEAREST_BE, _NEAREST_VERB, _FARTHEST_VERB = 6, 8, 14
_CLAUSE_MARKS = re.compile(r"[;:!?()\n]")
_ANY_WORD = re.compile(f"({WORD})")
_CURRENCY_SIGNS = frozenset("$€£₩¥")
_BLANKS = frozenset(" \n\u00a0-")


def phrase_before(text: str, start: int, limit: int, *, money: bool) -> Phrase | None:
    """Find the noun in `text[limit:start]` that a sum or a measure is said of, with the words before it.

    >>> text = "The ministry signed a framework deal worth"
    >>> phrase = phrase_before(text, len(text), 0, money=True)
    >>> text[phrase.start : phrase.end]
    'framework deal'
    """
    fits = _is_paid_for if money else _is_measured
    parts = _parts(text, limit, start)
    generic: Phrase | None = None
    begins = 0
    for at in range(len(parts) - 2, 0, -2):
        if not fits(parts[at]) or _is_verb(parts, at) or _costs(parts, at):
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
    parts = _parts(text, limit, start)
    for at in range(len(parts) - 2, 0, -2):
        category = category_of(parts[at]) or _designated(parts[at])
        if category in categories and not stops(parts[at]) and parts[at].lower() not in _ANYONE:
            return _phrase(parts, at, limit, category)
    return None


@lru_cache(maxsize=4096)
def _designated(word: str) -> str | None:
    return designation_category(word) if _DESIGNATED.fullmatch(word) else None


@lru_cache(maxsize=4096)
def _is_paid_for(word: str) -> bool:
    low = word.lower()
    return low in MONEY_NOUNS or singular(low) in MONEY_NOUNS


@lru_cache(maxsize=4096)
def _is_measured(word: str) -> bool:
    low = word.lower()
    return low in MEASURED_NOUNS or singular(low) in MEASURED_NOUNS


def _is_verb(parts: list[str], at: int) -> bool:
    """Say whether a noun's form is a verb here: "the budget was cut by", "they fund", "to fall"."""
    if at <= 2 or parts[at - 1] != " ":
        return False
    before = parts[at - 2].lower()
    return before in _BEFORE_FORMS or (before == "to" and parts[at] in _CHANGES)


def _costs(parts: list[str], at: int) -> bool:
    """Say whether "costs" is the verb of a sum that follows: "a shell costs $4,000"."""
    if parts[at] not in ("cost", "costs") or at + 2 >= len(parts):
        return False
    return parts[at + 2][0].isdecimal() or not _CURRENCY_SIGNS.isdisjoint(parts[at + 1])


def _is_generic(word: str) -> bool:
    return singular(word.lower()) in _GENERIC


@lru_cache(maxsize=2)  # those who look there ask one after the other
def _parts(text: str, start: int, end: int) -> list[str]:
    """Return `text[start:end]` as gaps and words in turn, beginning and ending with a gap."""
    return _ANY_WORD.split(text[start:end])


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
    if 1 < at < head and (
        parts[at - 2] in _BEFORE_VERBS  # "can hit targets"
        or (parts[at - 2] in _HAVE and parts[at].endswith("ed"))  # "has raised rates"
    ):
        at += 2
    return at


def _belongs(parts: list[str], at: int) -> bool:
    """Say whether a word before a noun is part of its phrase; "engages" in "engages missiles" is not."""
    word = parts[at]
    if parts[at + 1] not in _BLANKS or stops(word) or word[0].isdecimal():
        return False
    return not (word.islower() and is_plural(word)) or is_attributive(word) or category_of(word) is not None


def subject_before(
    text: str, start: int, limit: int, *, moving_only: bool = False, reaching_only: bool = False
) -> Phrase | None:
    """Find the subject of the verb before a figure: "the index lost", "shares in the firm closed at".

    `moving_only` leaves out those who pay, hold or earn: a sum is not said of them. `reaching_only` takes
    no verb but those whose figure is how much there is of the subject.

    >>> text = "Shares in Hanwha (012450.KS) closed at"
    >>> phrase = subject_before(text, len(text), 0)
    >>> text[phrase.start : phrase.end]
    'Shares in Hanwha'
    """
    parts = _parts(text, limit, start)
    verb = next((at for at in range(len(parts) - 2, 2, -2) if _takes_figure(parts, at)), 0)
    if verb < 2 or any(_CLAUSE_MARKS.search(gap) for gap in parts[verb + 1 : -1 : 2]):
        return None
    end = _behind_subject(parts, verb - 2)
    if end < 1 or (moving_only and parts[verb] in _ACTING):
        return None
    if reaching_only and not _tells_level(parts, verb):
        return None
    begin = end
    while begin > 2 and parts[begin - 1] in _BLANKS and not parts[begin - 2][0].isdecimal():
        of = begin - 4 if parts[begin - 2] in _DETERMINERS and begin > 6 else begin - 2  # "of the alliance"
        linked = parts[of] in _LINKING and of > 2 and _can_be_linked(parts, of)
        if not linked and stops(parts[begin - 2]):
            break
        begin = of - 2 if linked else begin - 2
    before = begin - 4 if begin > 4 and parts[begin - 2] in _DETERMINERS else begin - 2
    if before > 0 and parts[before] in _NO_SUBJECT and parts[before + 1] in _BLANKS:
        return None  # "the yield on accounts issued by the bank rose"
    first, last = limit + sum(map(len, parts[:begin])), limit + sum(map(len, parts[: end + 1]))
    return Phrase(first, last, parts[end], None)


def object_before(text: str, start: int, limit: int) -> Phrase | None:
    """Find what is changed by a figure or put at it: "cut its fleet by", "put the crowd at".

    >>> text = "Kyiv will cut its reliance on imports by"
    >>> phrase = object_before(text, len(text), 0)
    >>> text[phrase.start : phrase.end]
    'reliance on imports'
    """
    verbs = CHANGED_BY.get(word_before(text, start))
    if verbs is None:
        return None
    parts = _parts(text, limit, start)
    at = last = len(parts) - 4
    if (
        at < 3
        or stops(parts[at])
        or parts[at].endswith("ly")
        or parts[at][-1].isdecimal()
        or parts[at + 1] not in _BLANKS
    ):
        return None
    for _ in range(_MOST_BEFORE + 2):
        before = parts[at - 2].lower()
        verb = parts[at - 4].lower() if before in _DETERMINERS and at > 4 else before
        if verb in verbs and stops(parts[at]):
            return None  # "was cut from"
        if verb in verbs:
            first = limit + sum(map(len, parts[:at]))
            return Phrase(first, limit + sum(map(len, parts[: last + 1])), parts[last], None)
        if at < 5 or parts[at - 1] not in _BLANKS or (stops(before) and before not in _LINKING):
            return None
        at -= 2
    return None


def noun_beside(text: str, start: int, limit: int) -> Phrase | None:
    """Find the noun that a measure directly follows: "a warehouse of", "the gauge (", "the rail yard"."""
    parts = _parts(text, limit, start)
    at = len(parts) - 2
    if at > 2 and parts[at] == "of":
        at -= 2
    elif at > 0 and parts[at + 1].strip() not in ("", "("):
        return None
    word = parts[at].lower() if at > 0 else ""
    if not word or stops(word) or word[0].isdecimal() or word in _TOTALS or word in _FIGURE_VERBS:
        return None
    if word.endswith(("ed", "ing", "ly")):
        return None
    begin = _beginning(parts, at)
    plain = at == len(parts) - 2 and not parts[at + 1].strip()
    if plain and parts[at].islower() and (begin < 2 or parts[begin - 2].lower() not in _DETERMINERS):
        return None  # "can hit targets 30 km away"
    return _phrase(parts, at, limit, None)


def noun_ending(text: str, end: int, limit: int) -> Phrase | None:
    """Find the noun phrase that ends at a place: the "medical supplies" of "gave medical supplies worth"."""
    parts = _parts(text, limit, end)
    at = len(parts) - 2
    if at < 1 or parts[at + 1] or stops(parts[at]) or parts[at][0].isdecimal():
        return None
    if parts[at].endswith(("ed", "ly")) or (parts[at][0].isupper() and not is_plural(parts[at])):
        return None
    return _phrase(parts, at, limit, None)


def _takes_figure(parts: list[str], at: int) -> bool:
    """Say whether a word is the verb of the figure that follows: "lost", "peaked at", "could withdraw"."""
    if parts[at] in _BE:
        return at > len(parts) - _NEAREST_BE
    if parts[at] in _FIGURE_VERBS:
        return at > len(parts) - _FARTHEST_VERB
    near = at > len(parts) - _NEAREST_VERB and not stops(parts[at])
    return near and (parts[at - 2] in _MODALS or (parts[at].endswith("ed") and parts[at].islower()))


def _tells_level(parts: list[str], verb: int) -> bool:
    """Say whether a verb says how much there is of its subject, and is no noun: "a rise of", "total sales"."""
    if parts[verb] not in _REACHING:
        return False
    before, behind = parts[verb - 2], parts[verb + 2] if verb + 2 < len(parts) else ""
    if parts[verb] not in _ALSO_NOUNS or before in _AUXILIARIES or before.endswith("ly"):
        return True
    if is_plural(before) == parts[verb].endswith("s") or before in _DETERMINERS or before[-2:] in _OWNED:
        return False
    return behind in ("", "to", "by", "from")


def _can_be_linked(parts: list[str], of: int) -> bool:
    """Say whether the word before "of" or "in" is a noun that goes on with it: "exports of rice"."""
    word = parts[of - 2]
    if parts[of - 1] not in _BLANKS or word[0].isdecimal():
        return False
    known = _is_paid_for(word) or _is_measured(word)
    return known or not (stops(word) or (parts[of] == "to" and not is_plural(word)))


def _behind_subject(parts: list[str], at: int) -> int:
    """Return which of `parts` ends the subject, before auxiliaries, adverbs, dates and brackets."""
    while at > 0:
        word, gap = parts[at], parts[at + 1]
        if ")" in gap:
            at -= 2
            while at > 0 and "(" not in parts[at + 1]:
                at -= 2
        elif gap == ", ":  # "the sector, the best of the year, lost"
            opens = next((back for back in range(at - 2, 0, -2) if "," in parts[back + 1]), at)
            return opens if not stops(parts[opens]) and not parts[opens][0].isdecimal() else 0
        elif gap not in _BLANKS and "(" not in gap:
            return 0
        elif word in ("which", "that", "who"):  # "the stock, which opened at"
            return at - 2 if at > 2 and not stops(parts[at - 2]) else 0
        elif word == "to":  # "offers to build", "was expected to fall", but "profit to fall"
            verb = parts[at + 2] not in _REACHING or parts[at - 2] in _WANTING or parts[at - 4] in _AUXILIARIES
            at -= 4 if verb else 2
        elif word in _AUXILIARIES or word[0].isdecimal() or _is_aside(parts, at):
            at -= 2
        else:
            return 0 if stops(word) else at
    return 0


def _is_aside(parts: list[str], at: int) -> bool:
    """Say whether a word between subject and verb is an adverb or of a date: "in the first two months"."""
    word = parts[at].lower()
    if word.endswith("ly"):
        return word not in _NOT_ADVERBS
    if word.endswith("0s") or word.partition("/")[0] in _DATED:  # "the 1990s", "Jan/Feb"
        return True
    return parts[at + 2] in _DATED and word in _BEFORE_DATED
