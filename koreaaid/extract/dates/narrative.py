"""What is told as past: the year of a date that goes on with a story, and of one that can only lie behind.

"Kim met Putin on September 13, 2023. On September 17 he returned": a year is written once, and those who read
on know it. Told so are days and months that follow within a paragraph, a few months on at most, unless they
would be news at the publication or the clause points ahead.
"""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date

from koreaaid.extract.dates.context import NEAR, Context, Named
from koreaaid.extract.dates.rules import Found
from koreaaid.extract.dates.timex import span_of
from koreaaid.extract.dates.tokens import CLASSES, codes_of
from koreaaid.language.calendar import day_exists
from koreaaid.language.lexicon import lexicon

_IN, _OF, _SINCE, _THAN = (CLASSES[name] for name in ("IN", "OF", "SINCE", "THAN"))
_COMMA, _AFTER, _ON_DAY = CLASSES["COMMA"], CLASSES["AFTER"], CLASSES["ON"]
_BETWEEN = codes_of("ON IN AT TO FROM THE CAPITALISED")
_DONE = codes_of("TENSEPAST PASTVERB TENSEREPORT")
_AHEAD = codes_of("TENSEFUTURE TENSEMODAL")
_BE = codes_of("IS BE")
_STOP = bytes([_COMMA])
_FULL_STOP = bytes([CLASSES["DOT"]])
_ENDS = codes_of("DOT SEMICOLON COMMA")
_LONGEST_CLAUSE = 16  # tokens
_LONGEST_WAY = 8  # tokens
_LONGEST_FRAME = 8  # tokens
_PLACING = codes_of("IN ON")
_LIMITING = codes_of("EARLIER LATER")
_HAPPENED, _BLOWS = (frozenset(lexicon("calendar")["happened"][kind]) for kind in ("nouns", "verbs"))
# In days: how far a story goes back and on, and how far on where the date would else lie ahead of the past.
_BACK, _ON, _ON_IN_PAST = -31, 120, 330
_LOOKED_AT = 20  # dates named last
_NEWS = 31  # days: what lies so near before the publication needs no year


def is_past(found: Found) -> bool:
    """Say whether a date can only lie behind: "since Oct. 7", "than in April", "the attack of Oct. 7"."""
    codes, first = found.tokens.codes, found.first
    if found.before == _SINCE:
        return True
    if found.before in _PLACING and codes[first - 2 : first - 1] == bytes([_THAN]):
        return codes[first - 3] not in _LIMITING
    if found.before == _OF and first > 1:
        return found.tokens.words(first - 2, first - 1) in _HAPPENED
    behind = range(found.after, min(found.after + 2, len(codes)))
    return any(found.tokens.words(at, at + 1) in _HAPPENED for at in behind)


def is_done(found: Found) -> bool:
    """Say whether a day can only lie behind by the verb beside it: "arrived in Kyiv on May 3".

    Only names stand between them, or the day opens its sentence ("On May 3, the two signed"), or the verb is
    of what nobody plans ("killed two soldiers in the city on May 3"). What follows may say what is still to
    come: "said on May 3 it will redeem".
    """
    codes, at = found.tokens.codes, found.first - 1
    behind = codes[found.after : found.after + 4].partition(_STOP)[0]
    if found.before != _ON_DAY or any(code in _AHEAD for code in behind):
        return False
    if at == found.context.sentence_start(found.first):
        return found.direction == "past" and not any(code in _AHEAD for code in _clause_behind(found))
    if _is_of_blow(found):
        return True
    begin = max(1, at - _LONGEST_WAY)
    while at > begin and codes[at] in _BETWEEN:
        at -= 1
    if codes[at - 1] == _AFTER:  # "said after meeting Kim on June 17"
        return codes[at - 2] in _DONE
    return codes[at] in _DONE and _is_active(codes, at)


def _clause_behind(found: Found) -> bytearray:
    codes = found.tokens.codes
    return codes[found.after : found.after + _LONGEST_CLAUSE].partition(_FULL_STOP)[0]


def _is_of_blow(found: Found) -> bool:
    """Say whether the word before that shows tense is one of fighting and dying, in the same clause."""
    codes = found.tokens.codes
    for at in range(found.first - 2, max(0, found.first - _LONGEST_CLAUSE), -1):
        if codes[at] in _ENDS or codes[at] in _AHEAD:
            return False
        if codes[at] in _DONE:
            return found.tokens.words(at, at + 1) in _BLOWS and _is_active(codes, at)
    return False


def _is_active(codes: bytearray, at: int) -> bool:
    return not any(code in _BE for code in codes[max(0, at - 2) : at])


def year_told(found: Found, month: int, day: int | None, otherwise: int, published: date) -> int:
    """Return the year of the story in which a day or a month goes on, or else the year `otherwise`.

    Within a sentence a month is more often that of the news ("dropped after Libya agreed in April"), so one
    goes on with a story only where a sentence begins with it: "In August, …".

    Parameters
    ----------
    found : Found
        The date, which names no year.
    month : int
    day : int or None
        None of a month.
    otherwise : int
        Its year by the publication date and the tense.
    published : date
    """
    last = _told_before(found, otherwise)
    begun = last and span_of(last.value)[0]
    if last is None or begun is None or found.direction == "future":
        return otherwise
    meant = _day(otherwise, month, day)
    ahead = (meant - published).days if meant else 0
    if meant and -_NEWS <= ahead <= 0:
        return otherwise
    if last.grain == "year":
        return begun.year if _is_frame(found, last) else otherwise
    if day is None:
        if found.before != _IN or found.first - found.context.sentence_start(found.first) != 1:
            return otherwise
        begun = begun.replace(day=1)
    on = _ON_IN_PAST if ahead > 0 and found.direction == "past" else _ON
    for year in (begun.year, begun.year + 1, begun.year - 1):
        told = _day(year, month, day)
        if told and told <= published and _BACK <= (told - begun).days <= on:
            return year
    return otherwise


def year_of_weekday(context: Context, month: int, day: int, weekday: int, otherwise: int) -> int:
    """Return the year named last in which the day has its weekday, unless it has in `otherwise`."""
    named = (one.value[:4] for one in reversed(context.named[-_LOOKED_AT:]))
    for year in (otherwise, *(int(digits) for digits in named if digits.isdigit())):
        told = _day(year, month, day)
        if told and told.isoweekday() == weekday:
            return year
    return otherwise


def _day(year: int, month: int, day: int | None) -> date | None:
    """Return the day, of a month the first one; None where the calendar has none."""
    exists = MINYEAR <= year <= MAXYEAR and day_exists(year, month, day or 1)
    return date(year, month, day or 1) if exists else None


def _told_before(found: Found, otherwise: int) -> Named | None:
    """Return the date of another year that is named last, if it stands near before in the paragraph."""
    last = found.context.named[-1] if found.context.named else None
    if last is None or last.grain not in ("day", "month", "year") or last.value[:4] == str(otherwise):
        return None
    starts = found.tokens.starts
    near = found.first - last.at <= NEAR
    return last if near and "\n" not in found.tokens.text[starts[last.at] - 1 : starts[found.first]] else None


def _is_frame(found: Found, year: Named) -> bool:
    """Say whether the sentence is about the year: "In 2023, they met in May", "In the war of 1973"."""
    codes, start = found.tokens.codes, found.context.sentence_start(found.first)
    opening = codes[start : year.at]
    return opening[:1] == bytes([_IN]) and len(opening) <= _LONGEST_FRAME and _COMMA not in opening
