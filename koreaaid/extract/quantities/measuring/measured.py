"""What a percentage, a measure, an age or a multiple is said of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from koreaaid.extract.quantities.figure import Figure
from koreaaid.extract.quantities.measuring.behind import COMPARATIVES
from koreaaid.extract.quantities.measuring.distances import place_of, with_owner
from koreaaid.extract.quantities.pronouns import meant_by, pronoun_before
from koreaaid.language.actors import is_country_word
from koreaaid.language.lexicon import lexicon
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.nouns import GOODS, singular
from koreaaid.language.patterns import late
from koreaaid.language.phrase_words import MEASURED_NOUNS, MONEY_NOUNS, PERIODS, STOPS
from koreaaid.language.phrases import end_with_whole
from koreaaid.language.preceding import (
    DOING,
    FIGURE_VERBS,
    GENERIC,
    noun_beside,
    noun_ending,
    phrase_before,
    thing_before,
)
from koreaaid.language.verb_arguments import (
    BEFORE_LEVELS,
    CHANGED_BY,
    LEVEL_VERBS,
    object_before,
    subject_before,
)

_FARTHEST = 120
_NEAR = 24
_BRACKET = 2
_FEW = 4
_CLAUSE = 12  # a subject and its verb are no shorter
_LAST = 4
_COMPARING = frozenset({"a", "against", "an", "from", "or", "than", "the", "to", "versus", "with"})
_AGAINST = frozenset({"against", "versus"})
_REACHING = late(r"\b(?:range|radius|altitude|height|depth|length|width|distance)s?(?: of| is| was)?\b")
_MEASURING = late(r" (?:covers?|covered|covering|spans?|occupies|measures|measured|stretches) [^.;,]{0,16}\Z")
_MEASURED = late(r"\b((?:[A-Za-z][\w-]* )?[a-z][a-z-]+),?(?: which| that)?\Z")
_ALSO = late(r",? (?:and |or )?\Z")
# "closed at 381,000 won, down 1.8 percent": the second is said of what the first is.
_CHANGED = late(r"\b(?:up|down|to|at|from|or|was|were|ended|closed|before)\b[^.;]{0,24}\Z")
_AND_WHERE = late(r",? (?:and|but) (?:in|on|for|among|at) [^.;:,]{3,60} at ")
_OF_WHOLE = late(
    r"\s+of\s+(?!(?:it|that|them|this|those)\b)"
)  # "for 40 percent of exports" is said of exports
_ACCOUNTING = late(
    r"(?: (?:alone|already|now|still|together|could|may|might|will|would|had|has|have))*"
    r" (?:account(?:s|ed)? for|ma(?:ke|kes|de) up)"
    r" (?:about |almost |at least |nearly |only |over |roughly |some )?\Z"
)
_RISEN = late(r", (?:up|down) (?:by |about |some |nearly |almost )?\Z")  # "11,400 jobs in May, up 12 percent"
_CHANGE_BEHIND = late(r" (?:up|down|higher|lower|more|less|cheaper|below|above|over|under)\b")
_RELATIVE = (" that ", " which ", ", which ")
_HANDLING = frozenset(lexicon("phrases")["figure_verbs"]["handling"])
_FORESEEN = late(
    r"\b(?:(?:Analysts|Economists|Investors|The market) (?:had )?(?:expected|forecast|predicted|projected)"
    r"|(?:That|This|It) compares with) \Z"
)
_NO_NOUNS = STOPS | DOING
_BLAND = frozenset({"figure", "figures", "number", "numbers"})
_WORTHS = frozenset({"value", "cost", "costs", "worth"})
_LABEL = late(r"(?:\A|[\n•;(]|\. |- )[ \t]*([A-Z]?[a-z]+(?: [a-z]+)?): \Z")
# Behind a comma or "and" it has "the" or "its"; without one it is the first word of its clause.
_AND_OTHER = late(r",(?: and| while| but)? (?:the |its |their )?(?!in |on )([a-z]{5,}(?: [a-z]{5,})?) at ")
_GAPPED = late(
    r"(?:(?:;|,? and|, while|,) (?:the|its|their) (?P<the>(?!(?:second|third)\b)[a-z-]+(?: [a-z-]+)?)"
    r"|; (?P<bare>[a-z-]+s)) \Z"
)
_IN_SIZE = (" in area", " in diameter", " in height", " in length", " in size", " in weight", " in width")
_APPOSED = late(
    r"\b(?:[Tt]he|[Ii]ts|[Aa]n?|[Tt]heir) ([a-z-]+(?: [a-z-]+)?)(?: (?:at|in|near|on) [A-Z][^.;:()]*)?\Z"
)
_OTHERS = late(
    r"(?:,|\band|\bwhile|\bbut) th(?:at|ose) of (?:the |its |their )?"
    r"([\w-]+(?: (?!(?:at|by|to)\b)[\w-]+)?)(?: (?:at|by|to))? \Z"
)


def read_measured(text: str, figure: Figure, sentence: int) -> str | None:
    """Find what a measure or a percentage is said of where its own phrase does not say it."""
    begin, core = _clause(text, figure.start, sentence), figure.core[0]
    if figure.category == "distance":
        place = place_of(text, figure)
        if place is not None and not _REACHING.search(text, max(begin, core - _NEAR), core):
            return place
    found = phrase_before(text, core, begin, money=False)
    if found is not None:
        start = with_owner(text, found, begin) if figure.category == "distance" else found.start
        return text[start : end_with_whole(text, found.end, core)]
    return None


def read_compared(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Take what the measure before is of: "… of oil, twice the 500,000 barrels", "up 2,200 won (1.9%)"."""
    if text[figure.start - 1 : figure.start] == "(" and before and figure.start - before[-1].end <= _BRACKET:
        return before[-1].item
    if figure.start - sentence < _FARTHEST and before and _FORESEEN.search(text, sentence, figure.start):
        return before[-1].item if before[-1].unit == figure.unit or figure.category == "money" else None
    comparing = _AGAINST if figure.category == "percent" else _COMPARING
    if word_before(text, figure.start) not in comparing:
        return None
    alike = (one for one in reversed(before[-_LAST:]) if one.unit == figure.unit and one.start >= sentence)
    return next((one.item for one in alike), None)


def read_thing(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read the people or things of the clause: "The vehicle weighs 31 tons"."""
    begin = _clause(text, figure.start, sentence)
    verb = _MEASURING.search(text, max(begin, figure.start - _NEAR - 4), figure.start)
    subject = _MEASURED.search(text, begin, verb.start()) if verb else None
    told = subject[1].split() if subject else []
    if told and told[-1] not in _NO_NOUNS:  # not "Pyongyang has covered 40 percent"
        return told[-1] if told[0].lower() in STOPS else " ".join(told)
    found = thing_before(text, figure.start, begin, GOODS) or thing_before(text, figure.start, begin)
    words = text[found.start : found.end] if found else None
    last = before[-1] if before else None
    if found is None or last is None or last.unit in ("count", figure.unit):
        return words
    its_own = found.start >= last.end and text[last.end : found.start].strip(" -") in ("", "of")
    if its_own or (figure.category == "percent" and last.item == words):
        return None  # "4.5 tons of weapons at Mach 1.5": not the weapons are that fast
    return words


def read_changed(text: str, figure: Figure, sentence: int) -> str | None:
    """Read what is changed by a figure or to it: "cut its fleet by 30 percent"."""
    direct = word_before(text, figure.start) not in CHANGED_BY
    if direct and (figure.category != "percent" or not text[figure.start - 2 : figure.start - 1].isalpha()):
        return None
    found = object_before(text, figure.start, _clause(text, figure.start, sentence), direct=direct)
    if found is None or found.head in _BLAND:  # "for sales, they put the figure at"
        return None
    return text[found.start : found.end]


def read_account(text: str, figure: Figure, sentence: int) -> str | None:
    """Read "Arms alone account for four-fifths", "Deaths accounted for 240 of them": the part is the item."""
    if word_before(text, figure.start) not in ("for", "up") or _OF_WHOLE.match(text, figure.end):
        return None
    verb = _ACCOUNTING.search(text, max(sentence, figure.start - 2 * _NEAR), figure.start)
    found = noun_ending(text, verb.start(), _clause(text, figure.start, sentence)) if verb else None
    if found is None or is_country_word(found.head):
        return None
    return text[found.start : found.end]


def read_level(text: str, figure: Figure, sentence: int) -> str | None:
    """Read the subject of a verb that says how much there is of it: "the stock sank as low as", "rose"."""
    if word_before(text, figure.start) not in BEFORE_LEVELS:
        return None
    # "is expected to [exceed 2,500 ounces]" has its verb within the figure
    begin = figure.core[0] if word_after(text, figure.start - 1) in LEVEL_VERBS else figure.start
    found = subject_before(text, begin, _clause(text, figure.start, sentence), reaching_only=True)
    if found is None or is_country_word(found.head) or found.head.lower() in PERIODS:
        return None
    # "carriers, whose value is expected to exceed"
    if text.endswith(", whose ", 0, found.start) and found.head in _WORTHS:
        owner = noun_ending(text, found.start - 8, max(sentence, found.start - _FARTHEST))
        return text[owner.start : owner.end] if owner else text[found.start : found.end]
    words = text[found.start : found.end]
    if (found.head in GENERIC or found.head in _BLAND) and words == found.head:
        return None  # "its value is", "the figure exceeds": of what, is said before
    if words in MONEY_NOUNS and text.startswith(_RELATIVE, found.end):
        return None  # "20 tanks, a deal that may be worth"
    return words


def read_clause(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read the subject of the verb before a figure, or what an earlier figure of the sentence is said of."""
    paid = figure.category == "money"
    found = subject_before(text, figure.core[0], _clause(text, figure.start, sentence), moving_only=paid)
    last = before[-1] if before else None
    if found and last and found.start < last.end and found.end > last.start and last.category != "age":
        return last.item  # "weighs 90 tons, is 28 meters long"
    if found is not None and found.head in _BLAND and found.end - found.start == len(found.head):
        return _taken_up(figure, sentence, before)
    if found is not None and word_before(text, figure.start) in _HANDLING:
        return None  # "Farmers have harvested 9 million tonnes"
    if found is not None and not is_country_word(found.head):  # who gives is not what is given
        return text[found.start : found.end]
    if pronoun := pronoun_before(text, figure, sentence):
        meant, answered = meant_by(text, figure, pronoun, sentence, before)
        if answered:
            return meant
    # "$5 million, a fifth more than in May"
    more = figure.additive == "more" and figure.category == "percent"
    if figure.additive and not more:  # "$150 million was delivered. A further $200 million is"
        alike = (one for one in reversed(before[-_LAST:]) if one.unit == figure.unit)
        near = sentence if figure.category == "percent" and figure.additive == "another" else 0
        return next((one.item for one in alike if one.start >= near), None)
    if last is None or last.start < sentence:
        return None
    if last.category not in ("money", "percent"):
        risen = figure.category == "percent" and _RISEN.search(text, last.end, figure.start)
        return last.item if risen or _goes_on(text, last.end, figure) else None
    changed = more or _CHANGED.search(text, last.end, figure.start)
    return last.item if changed or _CHANGE_BEHIND.match(text, figure.end) else None


def _taken_up(figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Return what "The figure came to 2 trillion won" takes up: what was said last in that unit."""
    alike = (
        one.item for one in reversed(before[-_LAST:]) if one.unit == figure.unit or one.start >= sentence
    )
    return next(alike, None)


def _goes_on(text: str, end: int, figure: Figure) -> bool:
    """Say whether only a verb stands between two measures: "is 118 meters long, makes 25 knots"."""
    words = text[end : figure.start].split()
    joined = text.find(",", end, figure.start) >= 0 or "and" in words
    return joined and len(words) <= _FEW and words[-1] in FIGURE_VERBS and figure.category != "percent"


def read_level_again(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read "stands at 40 percent, and in some sectors at 60 percent": both are of one thing.

    In "the rate stands at 16 percent, inflation at 7" they are not.
    """
    last = before[-1] if before else None
    if last is None or last.start < sentence or last.unit != figure.unit:
        return None
    if other := _AND_OTHER.fullmatch(text, last.end, figure.start):
        return other[1]
    if word_before(text, figure.start) != "at" or word_before(text, last.start) != "at":
        return None
    return last.item if _AND_WHERE.fullmatch(text, last.end, figure.start) else None


def read_gapped(text: str, figure: Figure, sentence: int) -> str | None:
    """Read the noun whose verb is left out: "… is 3 points, and the confidence interval 95 percent"."""
    near = text[max(sentence, figure.start - 2 * _NEAR) : figure.start]
    if " those of " in near or " that of " in near:
        others = _OTHERS.search(near)  # "exports of cars rose 5 percent and those of ships 12 percent"
        return others[1] if others else None
    if "; " not in near and " the " not in near and " its " not in near and " their " not in near:
        return None
    found = _GAPPED.search(near)
    if found is None or found[0].endswith((" of ", " in ")):
        return None
    words = found["the"] or found["bare"]
    last = words.rsplit(None, 1)[-1]
    if last in STOPS or last in FIGURE_VERBS or last in _BLAND or last.endswith(("ed", "est", "ing", "ly")):
        return None
    return words


def read_beside(text: str, figure: Figure, sentence: int) -> str | None:
    """Read the noun right before a measure: "a warehouse of 2,100 square meters", "the gauge (1,520 mm)"."""
    label = _LABEL.search(text[max(sentence, figure.start - 32) : figure.start])
    if label:
        return label[1]
    found = noun_beside(text, figure.start, _clause(text, figure.start, sentence))
    if found is None or is_country_word(found.head) or found.head.endswith(("'s", "’s")):
        return None
    of = text[found.end : figure.start].strip() == "of"
    if (
        figure.category == "percent"
        and not of
        and not found.head[0].isupper()
        and word_after(text, figure.end) not in COMPARATIVES  # "a budget 5 percent larger"
    ):
        return None
    return text[found.start : found.end]


def read_apposed(text: str, figure: Figure, sentence: int) -> str | None:
    """Read what has a size behind a comma: "Its plant in Gumi, 180,000 square meters in size, opens"."""
    if text[figure.start - 2 : figure.start] != ", " or not text.startswith(_IN_SIZE, figure.end):
        return None
    found = _APPOSED.search(text, max(sentence, figure.start - _FARTHEST), figure.start - 2)
    return found[1] if found else None


def read_joined(text: str, figure: Figure, sentence: int) -> str | None:
    """Read the noun that "of" or a bracket joins to a measure, where no noun of measuring stands there."""
    joint = word_before(text, figure.start)
    if joint != "of" and text[figure.start - 1 : figure.start] != "(":
        return None
    found = noun_beside(text, figure.start, _clause(text, figure.start, sentence))
    if found is None or singular(found.head.lower()) in MEASURED_NOUNS:
        return None
    return text[found.start : found.end]


@lru_cache(maxsize=1)  # those who look there ask one after the other
def _clause(text: str, start: int, sentence: int) -> int:
    """Return where to begin to look for what the figure at `start` is said of."""
    begin = max(sentence, start - _FARTHEST)
    whole = text.rfind(" while ", begin, start - _CLAUSE)
    part = text.rfind(";", begin, start)
    return max(begin, part, whole + 6 if whole > 0 else 0)
