"""The subject and the object of the verb before a number: what "rose to" and "cut its fleet by" speak of."""

from __future__ import annotations

import re

from koreaaid.language.lexicon import lexicon
from koreaaid.language.nearby import word_before
from koreaaid.language.nouns import is_plural
from koreaaid.language.phrase_words import PERIODS, stops
from koreaaid.language.phrases import Phrase
from koreaaid.language.preceding import (
    BLANKS,
    CALIBRES,
    DETERMINERS,
    DOING,
    FIGURE_VERBS,
    acts_on_pronoun,
    is_paid_for,
    parts_between,
)
from koreaaid.language.subject_nouns import (
    LINKING,
    OWNING,
    before_counted,
    before_participle,
    before_relative,
    can_be_linked,
)

_WORDS = {name: frozenset(words) for name, words in lexicon("phrases")["before_figures"].items()}
_VERBS = {name: frozenset(words) for name, words in lexicon("phrases")["figure_verbs"].items()}
_BE, _MODALS, _WANTING, _STEADY, _ROUTES = (
    _WORDS[name] for name in ("be", "modals", "wanting", "steady", "routes")
)
_RECURRING = frozenset({"daily", "monthly", "weekly", "yearly"})
_WITHIN = {*LINKING, *_RECURRING}  # an object
_AUXILIARIES = _BE | _WORDS["auxiliaries"] | _MODALS | _WORDS["adverbs"]
_DATED = _WORDS["dating"].union(*lexicon("calendar")["months"].values())
_BEFORE_DATED = frozenset({"for", "the", "two", "three", "four", "five", "six", "nine", "ten"})
_NOT_ADVERBS = frozenset(lexicon("function_words")["endings"]["not_adverbs"])
_REACHING, _CHANGING = _VERBS["reaching"], _VERBS["changing"]
_PUTTING = _VERBS["putting"]
_CHANGE_BASES = frozenset({"boost", "cut", "double", "expand", "grow", "increase", "lift", "raise", "reduce"})
CHANGED_BY = {"at": _PUTTING, "by": _CHANGING, "from": _CHANGING, "to": _CHANGING}
_SHOWING = _WORDS["showing"]
_NOT_WITHIN = _SHOWING | DOING
_SCALES = frozenset({"thousand", "million", "billion", "trillion", "mln", "bln", "bn"})
_WHOSE = frozenset({"of", "for", "in", "on"})
_COUNTING = frozenset(lexicon("phrases")["before_figures"]["counting"])
_BEFORE_NOUNS = DETERMINERS - {"that"}  # but "cars that cost"
_COSTING = frozenset({"cost", "costs", "weigh", "weighs", "weighed"})
GOING = _VERBS["going"]
LEVEL_VERBS = _REACHING | _PUTTING | {"limited", "exceeding"}
# What stands right before a figure that says how much there is of a subject.
_LEVEL_WORDS = {"a", "an", "another", "at", "by", "down", "from", "record", "the", "to", "up", "worth"}
BEFORE_LEVELS = _REACHING | _COSTING | _BE | _LEVEL_WORDS
_NO_WHOLES = frozenset({"ahead", "because", "instead", "outside"})
_NO_SUBJECT, _SINCE = frozenset({"as", "by", "with"}), frozenset({"during", "since"})
# How many parts, words and gaps, a verb may stand before its figure: "was up at", "reached a record of".
_NEAREST_BE, _NEAREST_VERB, _FARTHEST_VERB = 6, 8, 14
_LONGEST_OBJECT = 9
_CLAUSE_MARKS = re.compile(r"[;:!?()\n]")


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
    parts = parts_between(text, limit, start)
    verb = _verb_of_figure(parts)
    if verb < 2 or _CLAUSE_MARKS.search("".join(parts[verb + 1 : -1 : 2])):
        return None
    if acts_on_pronoun(parts, verb):  # "a committee cut that to"
        return None
    end = _behind_subject(parts, verb - 2)
    if reaching_only and end > 2 and (parts[end - 2].isdecimal() or parts[end - 2] in _BE | _SCALES):
        return None  # "a shell of 122 mm is", "the amount to be raised will be"
    if end < 1 or (moving_only and parts[verb] in _VERBS["acting"]):
        return None
    if reaching_only and not _tells_level(parts, verb):
        return None
    end = before_participle(parts, before_relative(parts, end))
    begin, head = _beginning(parts, end)
    if (timed := _before_time(parts, begin)) > 1:  # "Aid of all kinds since the beginning of the war came to"
        end = timed
        begin, head = _beginning(parts, end)
    before = begin - 4 if begin > 4 and parts[begin - 2] in DETERMINERS else begin - 2
    governed = before > 0 and parts[before] in _NO_SUBJECT and parts[before + 1] in BLANKS
    instead = parts[before] == "of" and parts[before - 2] in _NO_WHOLES
    if instead or (governed and parts[before - 2] != "well"):
        return None  # "the yield on accounts issued by the bank rose", "instead of Changwon adds"
    first, last = limit + sum(map(len, parts[:begin])), limit + sum(map(len, parts[: end + 1]))
    return Phrase(first, last, parts[head], None)


def _before_time(parts: list[str], begin: int) -> int:
    """Return which of `parts` ends the subject before "since the beginning of the war", or 0."""
    at = begin - 4 if begin > 4 and parts[begin - 2] in DETERMINERS else begin - 2
    within = at > 2 and parts[at - 1] in BLANKS and parts[at + 1] in BLANKS
    timed = within and parts[at] in _SINCE and not stops(parts[at - 2])
    return at - 2 if timed else 0


def _beginning(parts: list[str], end: int) -> tuple[int, int]:
    """Return which of `parts` begins the subject that ends with `end`, and which is its head."""
    begin = head = end
    while begin > 2 and parts[begin - 1] in BLANKS:
        number = parts[begin - 2][0].isdecimal()
        counts = number or parts[begin - 2].lower() in _COUNTING
        if counts and (counted := before_counted(parts, begin)):  # "Sales by the world's 100 biggest makers"
            begin = head = counted
            continue
        if parts[begin][0].isupper() and parts[begin - 2] in PERIODS:  # "In the third quarter Hanwha's sales"
            break
        if number:
            return (begin - 2 if parts[begin] in CALIBRES else begin), head  # "a 122 mm shell"
        if head == end and parts[begin - 2] in ("and", "or") and _goes_on_before(parts, begin - 2):
            begin -= 4  # "orders for electric and electronic goods"
            continue
        determined = parts[begin - 2] in DETERMINERS or parts[begin - 2] == "all"
        of = begin - 4 if determined and begin > 6 else begin - 2  # "of the alliance", "of all kinds"
        linked = parts[of] in LINKING and of > 2 and can_be_linked(parts, of)
        if begin > 4 and parts[begin - 4] in _MODALS and parts[begin - 2] in _CHANGE_BASES:
            break  # "will increase trade, which grew"
        if parts[begin - 2] in _NOT_WITHIN or (not linked and stops(parts[begin - 2])):
            break
        begin = of - 2 if linked else begin - 2
        head = begin if linked else head
    return begin, head


def object_before(text: str, start: int, limit: int, *, direct: bool = False) -> Phrase | None:
    """Find what is changed by a figure or put at it: "cut its fleet by", "put the crowd at".

    `direct` asks for one right before the figure: "cut emissions 42 percent".

    >>> text = "Kyiv will cut its reliance on imports by"
    >>> phrase = object_before(text, len(text), 0)
    >>> text[phrase.start : phrase.end]
    'reliance on imports'
    """
    verbs = _CHANGING if direct else CHANGED_BY.get(word_before(text, start))
    if verbs is None:
        return None
    parts = parts_between(text, limit, start)
    at = last = _before_date(parts, len(parts) - (2 if direct else 4))
    if (
        at < 3
        or stops(parts[at])
        or parts[at].endswith(("ly", "'s", "’s"))
        or parts[at][-1].isdecimal()
        or parts[at + 1] not in BLANKS
    ):
        return None
    for _ in range(_LONGEST_OBJECT):
        before = parts[at - 2].lower()
        determined = before in DETERMINERS and at > 4
        verb = parts[at - 4].lower() if determined else before
        if verb in verbs and stops(parts[at]) and parts[at] not in _RECURRING and not is_paid_for(parts[at]):
            return None  # "was cut from"
        if direct and before in ("a", "an"):
            return None  # "expand a real 1.7 percent"
        if verb in verbs:
            first = limit + sum(map(len, parts[:at]))
            return Phrase(first, limit + sum(map(len, parts[: last + 1])), parts[last], None)
        # "put the price of the boats at", "the cost of rebuilding the country"
        of_the = determined and (verb in LINKING or verb.endswith("ing"))
        ends = not of_the and stops(before) and before not in _WITHIN and not is_paid_for(before)
        if at < 5 or parts[at - 1] not in BLANKS or ends:
            return None
        at -= 4 if of_the else 2
    return None


def _before_date(parts: list[str], at: int) -> int:
    """Return which of `parts` stands before a date: "puts exports in 2024 at"."""
    dated = at > 4 and parts[at].isdecimal() and len(parts[at]) == 4 and parts[at - 2] in ("in", "for")
    return at - 4 if dated else at


def _verb_of_figure(parts: list[str]) -> int:
    """Return which of `parts` is the verb of the figure behind: "lost", "peaked at", "could withdraw"."""
    count = len(parts)
    for at in range(count - 2, max(2, count - _FARTHEST_VERB), -2):
        word = parts[at]
        if word in _BE:
            found = at > count - _NEAREST_BE - 2 * (parts[-2] in ("at", "worth"))  # "is currently worth"
        elif word in FIGURE_VERBS or (word in GOING and at == count - 2):
            found = True
        else:
            found = at > count - _NEAREST_VERB and _is_verb_here(word, parts[at - 2])
        if found:
            return at
    return 0


def _is_verb_here(word: str, before: str) -> bool:
    """Say whether a word is a verb by its form or by the word before it."""
    if word in _PUTTING and before in _BE:
        return True
    if stops(word) or before[:1].isdecimal():  # "12 guided rockets"
        return False
    return before in _MODALS or (word.endswith("ed") and word.islower())


def _tells_level(parts: list[str], verb: int) -> bool:
    """Say whether a verb, and no noun ("a rise of"), says how much there is of its subject."""
    if parts[verb] in _BE:
        return verb == len(parts) - 2 or parts[-2] == "worth" or (parts[-2] == "at" and parts[-4] in _STEADY)
    if parts[verb - 2] in _BE:  # "was cut by", "is put at"; not "to be cut by"
        return parts[verb] in CHANGED_BY.get(parts[-2], ()) and parts[verb - 4] != "to"
    if parts[verb] in _COSTING:
        return verb == len(parts) - 2 and parts[verb - 2] not in _BEFORE_NOUNS
    if parts[verb] not in _REACHING:
        return False
    before, behind = parts[verb - 2], parts[verb + 2] if verb + 2 < len(parts) else ""
    if parts[verb] not in _VERBS["also_nouns"] or before in _AUXILIARIES or before.endswith("ly"):
        return True
    if is_plural(before) == parts[verb].endswith("s") or before in DETERMINERS or before[-2:] in OWNING:
        return False
    return behind in ("", "to", "by", "from") or (behind == "at" and parts[verb].startswith("stand"))


def _goes_on_before(parts: list[str], joint: int) -> bool:
    """Say whether "and" joins two words or nouns within one phrase that "of" or "for" began."""
    word = parts[joint - 2]
    if joint < 6 or parts[joint - 1] not in BLANKS or stops(word) or word[0].isdecimal():
        return False
    return parts[joint - 4] in _WHOSE or (joint > 6 and parts[joint - 6] in _WHOSE)


def _behind_subject(parts: list[str], at: int) -> int:
    """Return which of `parts` ends the subject, before auxiliaries, adverbs, dates and brackets."""
    while at > 0:
        word, gap = parts[at], parts[at + 1]
        if ")" in gap:
            at -= 2
            while at > 0 and "(" not in parts[at + 1]:
                at -= 2
        elif gap == ", ":
            return _before_aside(parts, at)
        elif gap not in BLANKS and "(" not in gap:
            return 0
        elif word in ("which", "that", "who"):
            return _before_relative(parts, at)
        elif word == "to" and parts[at - 2] in _ROUTES and parts[at - 4] == "on":  # "was on track to fall"
            at -= 6
        elif word == "to":  # "offers to build", "was expected to fall", but "profit to fall"
            noun = parts[at - 2] not in _WANTING and parts[at - 4] not in _AUXILIARIES
            at -= 2 if noun and (parts[at + 2] in _REACHING or parts[at + 2] in _BE) else 4
        elif word in _AUXILIARIES or word[0].isdecimal() or _is_aside(parts, at):
            at -= 2
        else:
            if parts[at - 2] == "and" and word.endswith("ed"):  # "was worth $6 billion and projected to grow"
                return 0
            if at > 6 and parts[at - 2] in _MODALS and parts[at - 4][0].isupper():
                at -= 6  # "the shells Seoul could supply might total"
                continue
            won = word == "won" and parts[at - 2] in ("The", "the")  # "the won lost 2 percent"
            return at if won or is_paid_for(word) or not stops(word) else 0
    return 0


def _before_relative(parts: list[str], at: int) -> int:
    """Return which of `parts` "which" takes up: "the stock, which opened", not "to be integrated, which"."""
    if at <= 2 or len(parts[at - 2]) < 2 or stops(parts[at - 2]):
        return 0
    return 0 if parts[at - 2].endswith("ed") and parts[at - 4] in _BE else at - 2


def _before_aside(parts: list[str], at: int) -> int:
    """Return which of `parts` stands before an aside: "the sector, the best of the year, lost"."""
    if "including" in parts[max(1, at - 12) : at : 2]:  # "the guns, including training, cost"
        while parts[at] != "including":
            at -= 2
        at -= 2
        return at if at > 0 and not stops(parts[at]) else 0
    opens = next((back for back in range(at - 2, 0, -2) if "," in parts[back + 1]), at)
    return opens if not stops(parts[opens]) and not parts[opens][0].isdecimal() else 0


def _is_aside(parts: list[str], at: int) -> bool:
    """Say whether a word between subject and verb is an adverb or of a date: "in the first two months"."""
    word = parts[at].lower()
    if word.endswith("ly"):
        return word not in _NOT_ADVERBS
    if word.endswith("0s") or word.partition("/")[0] in _DATED:  # "the 1990s", "Jan/Feb"
        return True
    return parts[at + 2] in _DATED and word in _BEFORE_DATED
