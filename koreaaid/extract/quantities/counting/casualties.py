"""People who were killed, wounded or lost: what the words around a count of people say of them."""

from __future__ import annotations

import re
from typing import cast

from koreaaid.extract.mention import Category
from koreaaid.extract.quantities.figure import Figure
from koreaaid.language.actors import is_country_word
from koreaaid.language.lexicon import alternatives, lexicon
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.nouns import PEOPLE, is_plural
from koreaaid.language.patterns import late

_LOSS_WORDS = lexicon("phrases")["losses"]["words"]
_LOSSES = late(rf"\b(?:{alternatives(_LOSS_WORDS)})\b", re.IGNORECASE)
_BEGIN_LOSS = frozenset(words.split()[0] for words in _LOSS_WORDS)
_SMALL_WORD = late("[a-z]+")
_LOST = late(r"\b(?:lost|loses|losing|lose)\s+(?:the\s+)?\Z", re.IGNORECASE)
# "300 people, including 12 children, were killed": who else is named stands between, or who says so
_ASIDE = late(
    r", (?:including|among them|some of them|many of them|with) [^,.;\n]{1,60},(?= )"
    r"|, [^,.;:!?\n\d]{2,50},(?= (?:are|died|ha(?:d|s|ve) (?:been|died)|was|were)\b)"
)
# who is only there: "a bus with 30 passengers", "a village of 300 people", "a barracks housing 400 men"
_PLACES = alternatives(lexicon("nouns")["places_of_people"]["words"])
_THERE = late(
    rf"\b(?:(?:{_PLACES})s? (?:of|with|for|that holds|which holds)"
    r"|accommodating|carrying|holding|housing|sheltering) (?:about |around |some |nearly |over )?\Z"
)
_MISSING = late(
    r" (?:are|is|was|were) (?:still )?listed as missing\b"
    r"|(?: of them)? (?:have |has |had )?lost (?:limbs|an arm|a leg|an eye|arms|legs|their sight)\b"
)
_INCLUDING = late(
    r"(?:,? (?:including|among them|of them|most of them)"
    r"|[^.;]{0,60}[.;] (?:[Oo]f|[Aa]mong) (?:them|these|those),?)"
    r" (?:about |at least |more than |some )?"
)
_REMAINS = late(r"\b(?:bodies|corpses|remains) of (?:about |around |some |the )?\Z")
_LOSSES_AS = late(r"\b(?:(?:casualties|losses) as|at (?:a|the) cost of) \Z")  # "gives their losses as 4,700"
_CLAIMING = frozenset(
    {"claimed", "claiming", "claims", "cost", "costs", "costing", "lost", "taken", "taking", "took"}
)
# "600 of the 15,000 soldiers deployed were killed": not the whole was; but "two of the 30 men killed"
_WHOLE = late(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|half|third|quarter|most|many|out|percent|cent))"
    r" of(?: (?:the|its|their|those|these|some|all|his))*\s\Z",
    re.IGNORECASE,
)
_OF_WHOLE = late(r"\bOf (?:the |its |their )?\Z")
# "6,000 of the 11,000 men who were sent there last autumn have been killed"
_FATE = late(r"[^.,;:!?\n\d]{0,140}? (?:ha(?:d|s|ve) been|were) (?:killed|wounded|injured)\b")
_WHOSE = frozenset({"her", "his", "their"})
_GAVE_LIVES = late(r"(?: (?:had|have|who|of them)){0,2} (?:gave|given|laid down|paid with) their lives\b")
_AND_WHOSE = late(
    r"\b(?:kill|wound|injur)(?:ed|ing|s|es) (?!by\b)(?:[\w’'-]+,? (?:\d\d, )?){1,5}and (?:her|his|their) \Z"
)
_AGENT = late(r"\bby \Z", re.IGNORECASE)
_STRIKING = (
    r"(?:kill(?:ed|ing|s)(?: (?:or|and) (?:wound|injur)(?:ed|ing|s|es))?|(?:wound|injur|maim)(?:ed|ing|s|es))"
)
_REACHING = ("to", "at", "of", "is", "was", "be", "reached", "exceeded", "by")
_REACHED = rf"[^.;:!?\n\d,]{{0,60}} (?:{'|'.join(_REACHING)})"
_STRUCK_FORMS = ["killed", "killing", "kills"]
_STRUCK_FORMS += [verb + ending for verb in ("wound", "injur", "maim") for ending in ("ed", "ing", "s", "es")]
_BEFORE_STRUCK = frozenset({*_REACHING, *_STRUCK_FORMS})
_TOLLS = (*_STRUCK_FORMS, "deaths", "toll")
_TOLL = late(rf"\b({_STRIKING}|deaths|(?:death )?toll)\b(?:{_REACHED})? \Z", re.IGNORECASE)
_LOST_WORD = late(rf"{_STRIKING}|deaths|dead|died|hurt|missing|(?:death )?toll", re.IGNORECASE)
# The verb right before its number, or a toll: it counts victims, whatever was counted before.
_STRUCK = late(rf"\b(?:({_STRIKING})|((?:death )?toll)\b{_REACHED}) \Z", re.IGNORECASE)
_LOST_ONES = frozenset(
    {"killed", "dead", "wounded", "injured", "missing", "died", "hurt", "deaths", "casualties"}
)
_BEFORE_PARTICIPLE = frozenset(
    {"people", "others", "were", "are", "is", "was", "have", "has", "had", "be", "become", "will", "may"}
    | {"left"}
)
BY_OWN_HAND = frozenset(
    {"blew themselves up", "hanged themselves", "killed themselves", "shot themselves", "committed suicide"}
)
_PARTICIPLE = late(
    r"(?: of (?:them|these|those|whom|which))?"
    rf"\s+(?:(?:{alternatives(_BEFORE_PARTICIPLE | {'been'})})\s+){{0,3}}"
    rf"({alternatives(_LOST_ONES | BY_OWN_HAND)})\b",
    re.IGNORECASE,
)
_HARMED = late(r"(?: (?:were|have been|had been))? (?:killed|wounded|injured)\b")
_BEFORE_HARM = frozenset({"were", "have", "had", "killed", "wounded", "injured"})
_BEFORE_LOSS = _LOST_ONES | _BEFORE_PARTICIPLE | {"of", *(words.split()[0] for words in BY_OWN_HAND)}
_FIGHTING = late(
    r"\b(?:troop|soldier|fight|deploy|train(?:ed|ing)|combat|front|army|military|battle|dispatch|killed|work|sen[dt]\b|sending|guard|labou?r"
    r"|builder|recruit|prisoner|attack|assault|captur|h[eo]lds?\b|holding\b|Kursk\b)",
    re.IGNORECASE,
)
# People who are counted without doing anything that troops or workers do.
_LIVING = late(
    r"\b(?:li(?:ve|ved|ving)\b|homes?\b|homeless|without (?:power|electricity|water|heat)|displaced|evacuat"
    r"|resident|village|apartment|famil|civilian|hung(?:er|ry)|population|protest|rall(?:y|ied|ies)|march|tourist|visit|flee|fled|refug"
    r"|poll(?:ed|ing|s)?\b|survey|attend|ceremon|audience|ticket|donat|(?:sent|gave|giv\w+|send\w*) money)",
    re.IGNORECASE,
)
_STRANGERS = frozenset({"nationals", "foreigners", "citizens"})
_MANNED = frozenset({"people", "persons", "person"})
_AND_FIRMS = late(
    r"(?:, [a-z]+s){0,2},? and (?:[a-z]+ )?"
    r"(?:businesses|companies|entities|firms|institutions|organi[sz]ations|ships|vessels)\b"
    r"| (?:with (?:direct )?knowledge of|familiar with|briefed (?:on|about))\b"
)
_MOST_MANNED = 200_000
# A year and a day of the month end no clause, other numbers do.
# The set in front is what a search leaps to.
_CLAUSE_END = late(
    r"[;:!?.,\n\d ](?:(?<=[;:!?])(?=\s|\Z)|(?<=\.)(?<![A-Z][a-z]{2}\.)(?=\s|\Z)|(?<=\n)"
    r"|(?<=\d)(?<!\d\d)(?!(?:(?<=1)9|(?<=2)0)\d\d\b|\d?(?: [A-Z][a-z]{2,8}\b|, (?:19|20)\d\d\b))"
    r"|(?<=,) (?:but|while|and|so|who|which|where|he|she|they|it|adding|saying)\b"
    r"|(?<= )(?:(?:but|while|after|as|and that) |since (?![A-Z\d])))"
)
_VICTIMS = frozenset(
    {"people", "person", "persons", "civilians", "civilian", "residents", "children", "child", "men"}
    | {"women", "woman", "boys", "girls", "teenagers", "adults", "pupils", "villagers"}
    | {"passengers", "migrants", "sons", "daughters", "brothers", "sisters", "parents"}
    | {"protesters", "demonstrators", "activists", "bystanders", "refugees"}
)
_OF_LOST = (" of the fallen", " of the dead", " of dead ", " of fallen ", " of those killed", " of killed ")
_BESIDE = 24
_BACK = 90
_AHEAD = 60
_JOINT = 24


def category_of_people(text: str, figure: Figure, category: str | None, previous: int) -> Category:
    """Return the category of a count: "casualties" where the clause says that its people were lost.

    `previous` is where the figure before ends: what stands before that is said of another.
    """
    if figure.head == "loss" and figure.least > 1:  # "a 2.98 billion loss"
        return "other_count"
    if category is None and (
        is_country_word(figure.head) or figure.head.lower() in _STRANGERS
    ):  # "12,000 North Koreans"
        near = _FIGHTING.search(text, figure.start - _BACK, figure.phrase_end + _BACK)
        category = "personnel" if near else None
    if category == "personnel" and figure.head.lower() in _MANNED:  # "1.5 million people were without power"
        begin = max(0, previous, figure.start - _AHEAD)
        begin = max(begin, text.rfind(";", begin, figure.start))
        near = _LIVING.search(text, begin, figure.phrase_end + _AHEAD)
        firms = _AND_FIRMS.match(text, figure.phrase_end)  # "600 persons, firms and ships"
        category = "other_count" if near or firms or figure.least >= _MOST_MANNED else category
    if figure.head == "lives" and _are_lives_lost(text, figure):
        return "casualties"
    people = category == "personnel" or figure.head.lower() in _VICTIMS or is_country_word(figure.head)
    kin = text.startswith(_OF_LOST, figure.phrase_end)  # "450 children of the fallen"
    if people and figure.item is not None and not kin and _are_lost(text, figure, previous):
        return "casualties"
    if category is None and figure.item and is_plural(figure.head) and _is_struck(text, figure):
        return "casualties"
    return cast(Category, category or "other_count")


def _are_lives_lost(text: str, figure: Figure) -> bool:
    """Read "claimed 40,000 lives", "Forty lives were lost"."""
    return word_before(text, figure.start) in _CLAIMING or text.startswith(
        (" were lost", " have been lost", " had been lost"), figure.phrase_end
    )


def are_part_of_lost(text: str, figure: Figure, whole: Figure) -> bool:
    """Say whether people are a part of those who were lost: "killed 14,000 people, including 745 boys"."""
    if whole.category != "casualties" or whole.phrase_end >= figure.start:
        return False
    people = figure.category == "personnel" or figure.head.lower() in _VICTIMS
    beside = figure.start - whole.phrase_end <= _BESIDE and text.startswith(" of them ", figure.end)
    if people and beside and text.endswith(", ", 0, figure.start):
        return True  # "confirmed 70,000 dead by name, 4,000 of them officers"
    return people and bool(_INCLUDING.fullmatch(text, whole.phrase_end, figure.start))


def loss_after(text: str, end: int) -> str | None:
    """Return the word of "600 killed", "2,700 were wounded", "the number of men killed"."""
    found = _PARTICIPLE.match(text, end) if word_after(text, end) in _BEFORE_LOSS else None
    return found[1] if found else None


def struck(text: str, figure: Figure) -> str | None:
    """Return the word of "killed 20", "the toll has risen to 60", where the number is no one else's."""
    begin = max(0, figure.start - _BACK)
    near = word_before(text, figure.start).lower() in _BEFORE_STRUCK
    if not near or not _may_tell_loss(text[begin : figure.start].lower()):
        return None
    found = _STRUCK.search(text, begin, figure.start)
    return (found[1] or found[2]) if found else None


def _may_tell_loss(near: str) -> bool:
    """Say whether words may tell of killed, wounded, deaths or a toll; a no is certain, and cheap."""
    killed = "illed" in near or "illing" in near or "ills" in near
    return killed or "maim" in near or "ound" in near or "njur" in near or "eath" in near or "oll" in near


def names_people(figure: Figure) -> bool:
    """Say whether a figure counts people, and not only by the word of their loss."""
    people = figure.category in PEOPLE or figure.head.lower() in _VICTIMS
    return people and not _LOST_WORD.fullmatch(figure.head)


def loss_before(text: str, figure: Figure) -> str | None:
    """Return the word of "killed more than 5,000", "the death toll has risen to 60"."""
    begin = max(0, figure.start - _BACK)
    word = word_before(text, figure.start).lower()
    near = word in _BEFORE_STRUCK or word.endswith(_TOLLS)  # "(killed"
    if not near or not _may_tell_loss(text[begin : figure.start]):
        return None
    found = _TOLL.search(text, begin, figure.start)
    return found[1] if found else None


def _is_struck(text: str, figure: Figure) -> bool:
    """Say whether those are killed whom no lexicon has: "killed 12 villagers", "12 hikers were injured"."""
    behind = word_after(text, figure.phrase_end) in _BEFORE_HARM and _HARMED.match(text, figure.phrase_end)
    return bool(behind or struck(text, figure))


def _are_lost(text: str, figure: Figure, previous: int) -> bool:
    end = max(figure.phrase_end, figure.end)
    if word_before(text, figure.start) in _WHOSE and _AND_WHOSE.search(
        text, figure.start - _BACK, figure.start
    ):
        return True  # "killed a mother and her three sons"
    whole = _WHOLE.search(text, figure.start - _JOINT, figure.start)
    if whole or _OF_WHOLE.search(text, figure.start - 8, figure.start):  # "Of the 11,000, a third were hurt"
        return word_after(text, end) in _LOST_ONES or _tells_loss(text, figure.end, end)
    start = max(0, figure.start - _BACK)
    if _THERE.search(text, start, figure.start):
        return False
    cost = text.startswith(" their lives", end) and word_before(text, figure.start) in _CLAIMING
    cost = cost or bool(_GAVE_LIVES.match(text, end))
    told = _REMAINS.search(text, start, figure.start) or _LOSSES_AS.search(text, start, figure.start)
    if cost or told or _MISSING.match(text, end):
        return True
    if text.startswith(", ", end) and (aside := _ASIDE.match(text, end)):
        end = aside.end()
    stop = _CLAUSE_END.search(text, end, end + _AHEAD)
    begin = end if end > figure.phrase_end else figure.end
    if _tells_loss(text, begin, stop.start() if stop else end + _AHEAD):
        return True
    if word_after(text, figure.end) == "of" and _FATE.match(text, end):
        return True
    if _AGENT.search(text, figure.start - 4, figure.start):  # "suffered by 15,000 troops"
        return False
    start = max(0, previous, figure.start - _BACK)
    for stop in _CLAUSE_END.finditer(text, start, figure.start):
        if stop[0] != ":":  # "The losses: 3,000 soldiers"
            start = stop.end()
    if _tells_loss(text, start, figure.start):
        return True
    return bool(_LOST.search(text, figure.start - 24, figure.start))


def _tells_loss(text: str, start: int, end: int) -> bool:
    """Say whether some words tell of people lost; most have none that begins to, and cost no search."""
    if _BEGIN_LOSS.isdisjoint(_SMALL_WORD.findall(text[start:end].lower())):
        return False
    return bool(_LOSSES.search(text, start, end))
