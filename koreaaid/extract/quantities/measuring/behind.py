"""What the words right behind a figure say it is of: "for 20 jets", "will be spent on", "a drop in sales"."""

from __future__ import annotations

import re

from koreaaid.extract.quantities.figure import Figure
from koreaaid.language.actors import is_country_word
from koreaaid.language.currencies import is_currency
from koreaaid.language.lexicon import lexicon
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.nouns import is_plural
from koreaaid.language.patterns import late
from koreaaid.language.phrase_words import MEASURED_NOUNS, MONEY_NOUNS, PERIODS, POLLED, is_known
from koreaaid.language.phrases import WORKS, Phrase, end_with_whole, phrase_after
from koreaaid.language.preceding import is_paid_for

_COUNTED = (
    r"(?:(?<!\bthose)\s+(?:up to|as many as|at least|more than|about|around|nearly|almost|over|some|roughly)"
    r"(?=\s\d)|)"
    r"(?:\s+(?:(?:[$€£₩]|[A-Z]{3}\s|)(?!(?:19|20)\d\d\b)\d(?:[\d,.]*\d)?"
    r"(?:\s(?:million|billion|trillion)|m\b|bn\b|\s?%|[\s-]per\s?cent)?"
    r"|two|three|four|five|six|seven|eight|nine|ten|dozens of|several))?"
)
_PAID_FOR = lexicon("phrases")["paid_for"]
_OF_THE = (
    r"\s+of\b(?:\s+(?:(?:last|next|this) (?:month|week|year)['’]s"
    r"|the|its|their|his|her|our|these|those|this|that|such|an?|all|total))*"
)
# "$8 million to the United Nations for mine action"
_RECIPIENT = (
    r"(?:\s+(?:to|from)(?:\s+(?:the|for|of|and|[A-Z][\w’'-]*)){1,9}(?:\s+\([A-Z]+\))?"
    r"(?=\s+(?:for|to|towards?)\s))?"
)
_TO_BUY = "buy|purchase|acquire|build|develop|supply|provide|deliver"
_LINK = late(
    rf"(?:\s+of (?:it|that|this|them)(?=\s+(?:in|into|for|on)\b))?{_RECIPIENT}"
    rf"(?:,?\s+(?:worth\s+of|in|into|for|on(?! top of| average)|towards?|to\s+(?:{_TO_BUY}))\b"
    rf"(?:\s+(?:the|its|their|his|her|an?|each|every|new|some|total|(?:all|first|last|second|these|those)(?=\s\d)))*"
    rf"|{_OF_THE}){_COUNTED}(?=\s)"
)
_HANDED = late(r" (?:earmarked|given|lent|needed|paid|raised|spent)(?= (?:for|on) )")
_LINKING = frozenset({"from", "of", "worth", "in", "into", "for", "on", "toward", "towards", "to"})
# "$270 million is to be invested in a plant", "will be given this year as aid", "will take the form of loans"
_BEFORE_SPENT = frozenset({"will", "would", "is", "was", "are", "were", "has", "have", "had", "to"})
_BE = frozenset({"are", "is", "was", "were"})
_ARTICLE = late(r" an?(?= )")
_SPENDING = _BEFORE_SPENT | {"of", "go", "goes", "went"}
_SPENT = late(
    r"(?:\s+of (?:it|this|that|them|(?:the|this|that) (?:total|sum|amount|money|latter|former)))?"
    r"(?:\s+(?:go|goes|went) (?:to|into|towards?)"
    rf"|\s+(?:(?:{'|'.join(sorted(_BEFORE_SPENT))}|be|been|also|already)\s+){{1,4}}"
    r"(?:(?:spent|used|invested|allocated|appropriated|approved|budgeted|committed|earmarked|meant|intended|pledged"
    r"|promised|provided|given|paid|raised|requested|reserved|set aside|put|needed|lent|spread)"
    r"(?:(?:\s+(?:this|next|last)\s+year)?\s+(?:in|into|as|for|on|towards?)"
    r"|\s+(?:by|from|out of)(?:\s+[\w’'-]+){1,5}?\s+(?:for|towards?))|take the form of"
    r"|go(?:ne)? (?:to|into|towards?)|(?<!been )for|(?:buy|cover|finance|fund|pay for|support)\b)"
    r"|\s+of (?:it|which|them) (?:is|are|was|were|will be|would be))"
    rf"(?:\s+(?:the|its|their|an?|new))*{_COUNTED}(?=\s)"
)
# "$3 million to speed up the works", "to help Ukraine rebuild schools"
_TO_DO = late(
    rf"\s+to\s+(?:help\s+(?:[A-Z]\w+\s+)?)?(?!(?:{'|'.join(_PAID_FOR['not_bought'])})\b)"
    r"[a-z]{3,}(?<!al|ed|ic)(?<!s)(?:\s+(?:up|out))?\b(?:\s+(?:the|its|their|his|her|an?|new))*(?=\s)"
)
_TO_MAKE = late(r"\s+to\s+[a-z]{3,}(?:\s+(?:the|its|their|an?|one|each|new))*(?=\s)")
_OF_CLAUSE = late(
    r"\s+of (what [A-Za-z][\w’'-]*"
    r"(?:\s(?!(?:by|for|in|on|is|was|are|were|may|might|will|would|could|per)\b|is needed)[A-Za-z][\w’'-]*"
    r"|\sis needed){0,4})"
)
_PRONOUNS = frozenset({"what he", "what it", "what she", "what they", "what we"})
LEVELS = frozenset({"at", "by", "from", "of", "to"})
# "half of the South's 51 million people"
_OF = late(rf"{_OF_THE}(?:\s+[A-Z]\w+['’]s(?=\s\d))?{_COUNTED}(?=\s)")
CHANGES = frozenset(lexicon("phrases")["figure_verbs"]["nouns_of_change"])
_IN = late(r"\s+(?:in|of)(?:\s+(?:the|its|their|his|her))?(?=\s[a-zA-Z])")
_MORE = frozenset({"more", "less", "higher", "lower", "fewer", "up", "down"})
_MORE_IN = late(r"\s+(?:more|less|higher|lower|fewer|up|down)\s+in(?:\s+(?:the|its|their))?(?=\s[a-z])")
_OF_NAME = late(r" of (?:the )?([A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2})(?=[.,;:)\s]|\Z)")
_SUM = late(r"[A-Z]{2,3}\s?\d")  # "half of the USD 200 million"
_IN_NAME = late(
    r" (?:in|across) (?:the )?([A-Z][\w’'-]*(?: (?:[Rr]egion|[A-Z][\w’'-]*)){0,2})(?=[.,;:)\s]|\Z)"
)
_MONTHS = frozenset(month.capitalize() for names in lexicon("calendar")["months"].values() for month in names)
_AS = late(
    r"\s+(?:(?:is |are |was |will |still |to |come |be ){0,5}in the form of|as)"
    r"(?:\s+(?:an?|the|its|their|part of (?:an?|the|its)))?(?=\s)"
)
_SOURCE = late(
    r"\s+from(?:\s+(?:the|its|their))?"
    r"(?=(?:\s+[A-Za-z]+)?\s+(?:sales?|exports?|trade|loans?|taxes|contracts?|deals?|orders?)\b)"
)
_TO_FUND = late(
    r" to (?:(?:the|its|an?|this|that) |(?=[A-Z][\w.]*['’]s ))((?:[\w’'-]+ ){0,3}"
    r"(?:campaign|effort|facility|fund|initiative|mechanism|program(?:me)?|project|scheme))(?=[\s.,;:)]|\Z)"
)
_THOSE = late(r" ((?:already|first|initially|newly|now|once|recently|still) (?:[a-z]+ed|sent|lost))\b")
_SHORTEST, _FORM, _LAST = 4, 40, 6
_FINITE = ("ed", "gave", "lent", "paid", "sought", "spent")
_NOT_NOUNS = frozenset(
    {"complete", "free", "full", "laden", "less", "ready", "right", "short", "sure", "true", "worse", "wrong"}
)
_DEALS = frozenset({"agreement", "contract", "deal"})
_IN_SEVERAL = late(
    r" in (?:about |around |at least |more than |nearly |over |some )?"
    r"(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|dozens|several)\b)"
)
COMPARATIVES = frozenset(_PAID_FOR["comparatives"])
_IDLE, _TAKINGS, _MARKETS = (frozenset(_PAID_FOR[name]) for name in ("idle", "takings", "markets"))
_NOT_BOUGHT = _DEALS | _MARKETS | {"shifts", "value"}
_WORTH_OF = ("-worth of ", "' worth of ", "’ worth of ", "'s worth of ", "’s worth of ")


def paid_for(text: str, end: int) -> str | None:
    """Read "for 20 jets", "worth of aid", "from taxes", "of Hyundai Rotem", "to the relief fund"."""
    if text.startswith(_WORTH_OF, end):  # "1.2 billion euros' worth of gear"
        end = text.index(" of ", end)
    if text.startswith(" more ", end):  # "$50 million more in aid"
        end += len(" more")
    if handed := _HANDED.match(text, end):  # "the 40 million euros spent on roads"
        end = handed.end()
    word = word_after(text, end + text.startswith(",", end))
    found = _after(text, end, _LINK) if word in _LINKING else None
    if found and word == "in" and found.rsplit(None, 1)[-1] in _NOT_BOUGHT:
        found = None  # "20 tanks for $9 million in the first contract", "amount to $9 million in value"
    if found and word == "in" and _IN_SEVERAL.match(text, end) and not is_paid_for(found.rsplit(None, 1)[-1]):
        found = None  # "stole over $2 billion in about 30 hacks"
    if found is None and word == "to":
        fund = _TO_FUND.match(text, end)
        return fund[1] if fund else None
    return found or (_after(text, end, _SOURCE) if word == "from" else None) or of_name(text, end)


def given_as(text: str, end: int) -> str | None:
    """Read "as a grant", "as humanitarian aid"."""
    near = text.startswith(" as ", end) or text.find(" in the form of ", end, end + _FORM) >= 0
    found = _after(text, end, _AS) if near else None
    return found if found and is_paid_for(found.rsplit(None, 1)[-1]) else None


def spent_on(text: str, end: int) -> str | None:
    """Read what the verb behind a sum says of it: "is to be invested in a plant", "are grants"."""
    word = word_after(text, end)
    found = _after(text, end, _SPENT) if word in _SPENDING else None
    return found or (_being(text, end + 1 + len(word)) if word in _BE else None)


def _being(text: str, end: int) -> str | None:
    """Read "of which $300 million are grants": a kind of sum, and no whole of it ("is the budget")."""
    article = _ARTICLE.match(text, end)
    phrase = None if article else phrase_after(text, end)
    phrase = phrase or phrase_after(text, article.end() if article else end, single=True)
    return text[phrase.start : phrase.end] if phrase and is_paid_for(phrase.head) else None


def part_of(text: str, end: int) -> str | None:
    """Read the whole behind a share or a measure: "of the shells", "of what it sells"."""
    if word_after(text, end) != "of":
        return None
    clause = _OF_CLAUSE.match(text, end)
    if clause and clause[1] in _PRONOUNS:
        return None  # "78 percent of what it was"
    return clause[1] if clause else _after(text, end, _OF)


def more_in(text: str, end: int) -> str | None:
    """Read "62% more in sales"."""
    return _after(text, end, _MORE_IN) if word_after(text, end) in _MORE else None


def share_in(text: str, end: int) -> str | None:
    """Read "3.5 percent in direct spending and 1.5 percent in indirect investments"."""
    found = _after(text, end, _IN) if text.startswith(" in ", end) else None
    return found if found and found[0].islower() and is_paid_for(found.rsplit(None, 1)[-1]) else None


def lying_in(text: str, end: int) -> str | None:
    """Read where an area lies: "12,000 hectares in Kharkiv Region", "in the border villages"."""
    if not text.startswith((" in ", " across "), end):
        return None
    named = _IN_NAME.match(text, end)
    if named:
        return None if named[1] in _MONTHS else named[1]
    found = _after(text, end, _IN)
    return found if found and found.islower() and is_plural(found.rsplit(None, 1)[-1]) else None


def of_change(text: str, end: int) -> str | None:
    """Read "a 4.7 percent drop in operating profit"."""
    word = word_after(text, end)
    return _after(text, text.index(word, end) + len(word), _IN) if word in CHANGES else None


def of_name(text: str, end: int) -> str | None:
    """Read "20 percent of Ukraine"."""
    found = _OF_NAME.match(text, end) if text.startswith(" of ", end) else None
    if not found or found[1].endswith(("'s", "’s")) or found[1] in _MONTHS:
        return None
    return None if _SUM.match(text, found.start(1)) else found[1]


def to_do(text: str, figure: Figure, end: int) -> str | None:
    """Read what is done with a sum, unless it is how much another thing comes to: "rose to $3 billion to"."""
    if not text.startswith(" to ", end) or word_before(text, figure.start) in LEVELS:
        return None
    costs = word_before(text, figure.start).startswith("cost")  # "It costs $900 to make a shell"
    found = _after(text, end, _TO_MAKE if costs else _TO_DO)
    head = found.rsplit(None, 1)[-1] if found else ""
    return found if is_plural(head) or is_known(head) else None  # "$3,000 to work remotely"


def attributive(text: str, end: int, *, any_noun: bool = False) -> str | None:
    """Read the noun behind "a $60 million contract"."""
    phrase = None if word_after(text, end) in COMPARATIVES else phrase_after(text, end, single=True)
    if phrase is None or phrase.start - end > 2 or _HANDED.match(text, end):
        return None
    words = text[phrase.start : phrase.end]
    known = is_known(phrase.head)
    if words == "works" or (
        " " not in words and (words[0].isdecimal() or (words.endswith("ed") and not known))
    ):
        return None  # "works out at $3", "5ft 7in", "the $40 million needed"
    if words[0].isupper() and not known and word_after(text, phrase.end).endswith(_FINITE):
        return None  # "the $4.5 billion Congress approved"
    if words.split()[0].endswith("ing") and not (any_noun and known):
        return None
    if not (any_noun or known or is_plural(phrase.head)):
        return _being(text, end)  # "and the other $2 billion concessional loans"
    return words


def noun_behind(text: str, end: int) -> str | None:
    """Read the noun, in no lexicon, of "30% local participation"; not "lower", "owned by", "complete"."""
    word = word_after(text, end)
    if len(word) < _SHORTEST or word in _NOT_NOUNS or word.endswith(("ed", "er", "ing", "ly", "s")):
        return None
    phrase = phrase_after(text, end) or phrase_after(text, end, single=True)
    if phrase is None or phrase.start - end > 2 or not text[phrase.start : phrase.end].islower():
        return None
    words = text[phrase.start : phrase.end].partition(" and")[0].split()
    return " ".join(words[:-1] if words[-1].endswith(("ed", "ly")) else words)


def _after(text: str, end: int, link: re.Pattern[str]) -> str | None:
    found = link.match(text, end)
    if not found:
        return None
    word = word_after(text, found.end())
    if those := _those(text, found.end()):
        return those
    phrase = phrase_after(text, found.end())
    if phrase is None or word_after(text, phrase.end) in WORKS:  # "a missile factory"
        phrase = phrase_after(text, found.end(), single=True)
        if phrase is None:  # "a third of the cost": also a verb
            return word if word in MONEY_NOUNS or word in MEASURED_NOUNS else None
        if phrase.head in POLLED:
            return phrase.head
        unknown = phrase.head[0].isupper() or (phrase.head.endswith("ed") and phrase.head[-3:] != "eed")
        if unknown and not is_known(phrase.head) and not _is_numbered(text, phrase.end):
            return None  # "a third of those screened"
    party = text.startswith(" for ", end) and is_country_word(phrase.head)  # "$3 million for the Emirates"
    sum_of = any(map(str.isdecimal, found[0])) and is_currency(phrase.head)  # "4.2 of the 5 billion euros"
    if party or sum_of or phrase.head.lower() in _IDLE:
        return None
    if text.startswith(" on ", end) and phrase.head.lower() in _TAKINGS:  # "a profit of $3 million on sales"
        return None
    words = text[phrase.start : phrase.end]
    first = words.split(None, 1)[0]
    if first.endswith("ed") and text.endswith("those", 0, found.end()):
        return f"those {first}"  # "half of those wounded men"
    ordinal = first.endswith(("st", "nd", "rd", "th")) or (first == words and "-" in first)
    if first[0].isdecimal() and ordinal:
        return _sized(text, phrase)
    if phrase.head.lower() in PERIODS or (words.endswith("ing") and not PERIODS.isdisjoint(words.split())):
        return None  # "the $7 billion of the previous year", "in the year following"
    return (
        words if is_plural(phrase.head) else text[phrase.start : end_with_whole(text, phrase.end, len(text))]
    )


def _sized(text: str, phrase: Phrase) -> str | None:
    """Read the site of "42 hectares of a 90-hectare site"; none is in "closed at 117,300 won on the 15th"."""
    sized = phrase_after(text, phrase.end, single=True) if "-" in phrase.head else None
    return text[sized.start : sized.end] if sized else None


def _those(text: str, end: int) -> str | None:
    """Read "61 percent of those polled opposed arms", "half of those asked", "of those first deployed"."""
    if not text.endswith("those", 0, end):
        return None
    found = _THOSE.match(text, end)
    word = found[1] if found else word_after(text, end)
    return f"those {word}" if found or word in POLLED or word == "asked" else None


def _is_numbered(text: str, end: int) -> bool:
    """Say whether a name goes on with its number: "LAND 400 Phase 3"."""
    number = text[end + 1 : end + 4].split()
    return text.startswith(" ", end) and bool(number) and len(number[0]) < 3 and number[0].isdecimal()
