"""Numbers that are no figures, and why: ordinals, calibres, list numbers, scores, identifiers, counters."""

from __future__ import annotations

import re
from itertools import pairwise

from koreaaid.extract.quantities.excluded.exchange import rate_behind
from koreaaid.extract.quantities.excluded.exclusion import Exclusion
from koreaaid.extract.quantities.excluded.identifiers import identifier, zone
from koreaaid.extract.quantities.excluded.listed import number_of_list
from koreaaid.extract.quantities.excluded.names import (
    behind_hyphen,
    behind_name,
    glued_name,
    idle_compound,
    opens_name,
    word_name,
)
from koreaaid.extract.quantities.excluded.prose import COUNTER_WORDS, COUNTERS_BEFORE, is_in_prose
from koreaaid.language.actors import is_country_word
from koreaaid.language.lexicon import alternatives, lexicon
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.numerals import Numeral
from koreaaid.language.patterns import late
from koreaaid.language.phrases import phrase_after
from koreaaid.language.units import ordinal_after

_WORDS = lexicon("designations")
_CALIBRES = frozenset(_WORDS["calibre"]["common"])

_BLANK = r"[ \t\u00a0]"
_MM = late(rf"{_BLANK}?-?(?:mm|millimet\w{{2}}s?)(?!\w)", re.IGNORECASE)
_WEAPON_BEHIND = late(
    r"(?:(?:,| and| or|/) ?\d{2,3}[ -]?mm){0,4}(?:[\s,-]{1,2}(?!and\b|or\b)[\w./]{1,24}){0,4}?[\s-]{1,2}"
    rf"(?:{alternatives(_WORDS['calibre']['after'])})\b",
    re.IGNORECASE,
)
_OF_ROUNDS = (" of them ", " mostly ", " mainly ", " largely ")
_DAY_OF_EVENT = late(r"·\d{1,2}(?![\d.,])")  # "the 6·25 war"
_TO_CALIBRE = late(r"(?:-?(?:,|,? and|,? or|/|,? to) ?\d{2,3}){1,4}[ -]?m(?:m(?!\w)|illimet)")
_CALIBRE_BEGINS = frozenset({"mm", "mil", "cal"})
_CALIBER = late(r"[\s-]?(?:caliber|calibre|cal\.?)(?!\w)", re.IGNORECASE)
_COUNTERS = alternatives(_WORDS["counters"]["view_count"])
_COUNTER = late(rf"{_BLANK}?(?:{_COUNTERS}|(?:of [\d,]+ )?words)(?!\w)", re.IGNORECASE)
_COUNTER_BEFORE = late(rf"(?:{'|'.join(COUNTERS_BEFORE)}):?{_BLANK}?\(?\Z", re.IGNORECASE)
_ALONE_AFTER = late(r"[ \t\u00a0]*(?:[•|·\n)]|\Z)")
_ALONE_BEFORE = late(r"(?:[•|·\n]|\A)[ \t\u00a0]*\Z")
_SHORT_YEAR = late(r"(?:\A|[\s(–—-])['’‘]\Z")
_DASHES = frozenset("-‑–.:/")
_OPENING = frozenset("[(")
_APOSTROPHES = frozenset("'’‘")
_ADDRESS_MARKS = frozenset("/@#_§")
_SCORE = late(r"[-–:](\d{1,3})(?![\w%-]|[.,]\d|\s?(?:percent|million|billion|thousand))")
_RATIO = late(r"([-–:/]\d{1,3})[ -](?:ratio|split|rule|formula|mix|basis|parity)\b")
_ADDRESS = late(r"(?:https?:|www\.|doi:|arXiv:|@|#)\S{0,60}\Z")
_TOP = late(rf"\b(?:top|bottom){_BLANK}\Z|\btop-\Z", re.IGNORECASE)
_TOP_LAST = frozenset("pPmM")
_BRACKET = late(r"[\])](?!\w)")
_COUNT_IN_BRACKETS = late(r"(?:\b[a-z][a-z-]*|\b[A-Z]{1,4}-?\d\w*|[”\"’]) \((\d{1,3})\)(?=[,.;]| and | or )")
_SENTENCE = 160  # characters
_LAST_IN_LINE = late(r"[ \t]*(?:\n|\Z)")
_TOPICS = late(
    r"\W{0,4}(?:related|topics?|tags?|keywords?|more on|see also|filed under|countries)\b", re.IGNORECASE
)
_MULTIPLE = late(r"multiple[- ](?:rocket|launch|re-?entry|independent|sclerosis|choice|warhead)")
_STREET = late(
    r" (?:[A-Z][a-z]{1,20}-(?:daero|ro|gil)|(?:[A-Z][\w.’'-]{1,20} ){1,3}"
    r"(?:Street|St\.|Road|Rd\.?|Avenue|Ave\.?|Boulevard|Blvd\.?|Drive|Lane|Square))(?!\w)"
)
_WHEELS = late(r" ?[x×] ?\d{1,2}(?![\w.,]*\d)(?! ?(?:c?m|mm|km|f(?:ee)?t|in(?:ch)?)\b)")
_SIDES = late(r"\+\d(?=[ -][a-z])")  # "a 2+2 meeting", "the 4+1 formula"
_TIMES_SIGNS = frozenset("×")
_WHEEL_MARKS = frozenset("x×")
_PHONE = late(r"(?:[ -]\(?\d{1,5}\)?){2,5}(?![\w,.]*\d)")
_OF_PAGES = late(
    r"\b(?:page|part|photo|graphic|picture|slide|image|episode|step|lesson|figure|volume|chapter)s?"
    r" \d{1,3} of \Z",
    re.IGNORECASE,
)
_GROUP_OF = ("Group of ", "Council of ")
_NUMBERS_BEFORE = frozenset({"no:", "no.:", "nr:", "ref:", "id:", "code:"})
_MORE = late(r"[/-]\d+")
_PAGES = late(r" of \d{1,3}[ \t]*(?:\n|\Z|\|)")
_PAGE = late(r"(?:[|\n]|\A)[ \t]*\d{1,3} of \Z")
_NETWORKS = frozenset(_WORDS["counters"]["networks"])
_SHARED = late(rf"[ \t]*(?:\n|\Z|(?:{alternatives(_WORDS['counters']['networks'])})\b)")
_COMPASS = late(r" ?°? ?[NSEW](?![\w.’'-])")
_COMPASS_MARKS = frozenset("°NSEW")
_MINUTES_OF_ARC = late(r" ?° ?\d{1,2} ?[′'’](?: ?\d{1,2}(?:\.\d+)? ?[″\"”])? ?[NSEW]?(?!\w)")
_RATE_BEGINS = frozenset("apt")  # "per dollar", "to the dollar"
_IDIOM = late(r"1\+1|24/7|9/11|7/7|20/20|50[-/]50|fifty-fifty|1-on-1|1-to-1|one-on-one|one-to-one|two-by-two")
_FINEST = 4  # a point and three decimals; figures have no more
_REACH = 32
_CLOCK = late(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_BEFORE_TIME = frozenset({"at", "by", "until", "till", "since", "around", "before", "after"})
_ENTRY_OF_LOG = late(r"(?:\s{1,2}|: |[ \t]*[-–—|•][ \t]*)[“\"‘]?[A-Z]|[ \t]*\r?\n")
_BEHIND_TIME = late(
    r"[,.;)]?(?=\s*\Z)|[,.;)](?=\s)|\s(?:on|in|the|a|an|when|as|and|that|local|this|today|sharp|it|he|she|they)\b"
)
# What has a price or a level: "closed at 17.40".
_QUOTED_AT = late(
    r"\b(?:clos\w+|open\w*|trad\w+|end\w*|stood|stands?|pric\w+|valued|settled|finish\w+|quoted|index|rate|shares?|stocks?|points?"
    r"|fell|rose|up|down|is|was|were|are|remain\w*|held|bought|sold)\b[^.;]{0,16}\Z",
    re.IGNORECASE,
)
_SCORED = frozenset(_WORDS["scores"]["nouns"])
_LARGEST_SCORE = 200


def exclusion_of(text: str, low: str, numeral: Numeral) -> Exclusion | None:
    """Say why the numeral, which has neither currency nor unit, is no figure; None where it may be one."""
    start, end = numeral.start, numeral.end
    if numeral.form == "vague":
        found = _MULTIPLE.match(low, start)
        return Exclusion(start, end, "part of a name or compound", "compound") if found else None
    idiom = _IDIOM.match(low, start) if low[start] in "12579fot" else None
    if idiom:
        return Exclusion(start, idiom.end(), "figure of speech", "idiom")
    if numeral.form == "words":
        return idle_compound(low, start, end) or word_name(text, low, start, end)
    if text[end + 1 : end + 2] in _RATE_BEGINS and rate_behind(text, end):
        return Exclusion(start, end, "exchange rate", "exchange-rate")
    if numeral.form not in ("digits", "mixed") or is_in_prose(text, numeral):
        return None
    behind = text[end : end + 1]
    if behind.isalpha() and numeral.form == "digits":
        ordinal = ordinal_after(text, end)
        if ordinal:
            return Exclusion(start, ordinal, "ordinal", "ordinal")
        return glued_name(text, start, end)
    street = _STREET.match(text, end) if behind == " " and text[end + 1 : end + 2].isupper() else None
    if street:
        return Exclusion(start, street.end(), "part of an address or code", "address")
    return (
        zone(text, numeral)
        or number_of_list(text, numeral)
        or _counter(text, numeral)
        or identifier(text, numeral)
        or _beside_mark(text, numeral)
        or _sequence(text, numeral)
        or behind_hyphen(text, start, end)
        or opens_name(text, start, end)
        or idle_compound(low, start, end)
        or behind_name(text, start, end, plain=numeral.form == "digits")
    )


def calibre_of(text: str, numeral: Numeral) -> Exclusion | None:
    """Read "155mm", "152 mm artillery shells", "105-millimeter rounds", ".50 caliber", "122 and 152 mm"."""
    if numeral.value in _CALIBRES and _TO_CALIBRE.match(text, numeral.end):
        return Exclusion(numeral.start, numeral.end, "calibre", "calibre")
    if word_after(text, numeral.end)[:3] not in _CALIBRE_BEGINS:
        return None
    millimetres = _MM.match(text, numeral.end)
    if millimetres:
        # "fired 1,100 rounds, two thirds of them 30 mm"
        of_them = text.endswith(_OF_ROUNDS, 0, numeral.start)
        if of_them or numeral.value in _CALIBRES or _WEAPON_BEHIND.match(text, millimetres.end()):
            return Exclusion(numeral.start, millimetres.end(), "calibre", "calibre")
        return None
    caliber = _CALIBER.match(text, numeral.end)
    return Exclusion(numeral.start, caliber.end(), "calibre", "calibre") if caliber else None


def _counter(text: str, numeral: Numeral) -> Exclusion | None:
    """Find view counts, reading times and numbers of comments: alone in a line or between bullets."""
    start, end = numeral.start, numeral.end
    found = _COUNTER.match(text, end) if word_after(text, end) in COUNTER_WORDS else None
    if found:
        alone = _ALONE_AFTER.match(text, found.end()) or _ALONE_BEFORE.search(text, start - 8, start)
        reason = "view count" if "view" in found[0].lower() else "page counter"
        return Exclusion(start, found.end(), reason, "counter") if alone else None
    if (
        start > 1
        and text[start - 1] in " :(\u00a0"
        and text[max(0, start - 10) : start].rstrip("(: \t\u00a0").lower().endswith(COUNTERS_BEFORE)
        and (found := _COUNTER_BEFORE.search(text, start - 12, start))
        and (":" in found[0] or _ALONE_AFTER.match(text, end))  # "the total may hit 12,000"
    ):
        return Exclusion(start, end, "page counter", "counter")
    return None


def _sequence(text: str, numeral: Numeral) -> Exclusion | None:
    """Find "6 x 6", "page 4 of 10", "+82 2 1234 5678", "48.5 N", and the counts of share buttons."""
    start, end = numeral.start, numeral.end
    wheels = _WHEELS.match(text, end) if not _WHEEL_MARKS.isdisjoint(text[end : end + 2]) else None
    wheels = wheels or (_SIDES.match(text, end) if end - start == 1 else None)
    if wheels or (text[start - 1 : start] in _TIMES_SIGNS and text[start - 2 : start - 1].isdecimal()):
        return Exclusion(start, wheels.end() if wheels else end, "part of a compound", "compound")
    if "+" in text[start - 1 if start else 0 : start + 1]:
        phone = _PHONE.match(text, end)
        return Exclusion(start, phone.end(), "phone number or identifier", "identifier") if phone else None
    before = word_before(text, start)
    small = before.lower()
    if before == "of":
        if text.endswith(_GROUP_OF, 0, start):
            return Exclusion(start, end, "number in a name", "name")
        if _OF_PAGES.search(text, start - 32, start) or (
            _ALONE_AFTER.match(text, end) and _PAGE.search(text, start - 16, start)
        ):
            return Exclusion(start, end, "number of a list or page", "list-number")
    elif small in _NUMBERS_BEFORE:
        more = _MORE.match(text, end)
        return Exclusion(start, more.end() if more else end, "phone number or identifier", "identifier")
    if (
        text.startswith(" of ", end)
        and _PAGES.match(text, end)
        and _ALONE_BEFORE.search(text, start - 8, start)
    ):
        return Exclusion(start, end, "number of a list or page", "list-number")
    if before in _NETWORKS and _SHARED.match(text, end):
        return Exclusion(start, end, "page counter", "counter")
    time = _of_day(text, numeral, small) if "." in text[start:end] else None
    if time:
        return time
    near = not _COMPASS_MARKS.isdisjoint(text[end : end + 3])
    compass = _COMPASS.match(text, end) or _MINUTES_OF_ARC.match(text, end) if near else None
    return Exclusion(start, compass.end(), "part of an address or code", "address") if compass else None


def _of_day(text: str, numeral: Numeral, before: str) -> Exclusion | None:
    """Find "at 17.40 the siren sounded", "17.40 Ukraine says", and coordinates ("50.4501")."""
    start, end = numeral.start, numeral.end
    point = text.find(".", start, end)
    if numeral.form != "digits":
        return None
    if end - point > _FINEST and 1 < point - start < 4:
        return Exclusion(start, end, "part of an address or code", "address")
    if end - point != 3 or point - start > 2 or not _CLOCK.fullmatch(text, start, end):
        return None
    opens = not text[max(0, start - 2) : start].strip() and text[start - 1 : start] in ("", "\n")
    led = before in _BEFORE_TIME and not _QUOTED_AT.search(text, start - _REACH, start)
    behind = (opens and _ENTRY_OF_LOG.match(text, end)) or (led and _BEHIND_TIME.match(text, end))
    return Exclusion(start, end, "time of day", "time") if behind else None


def _is_share(text: str, start: int, end: int) -> bool:
    """Find "India (100), Norway (24)", "the K9 (212)", "for work (148) and in transit (76)" in a sentence.

    In "Topics: Ukraine (12)" articles are counted, notes are numbered one after the other, and behind a name
    ("Jane Roe (64)") stands an age.
    """
    if _LAST_IN_LINE.match(text, end + 1) or text[start - 1] != "(":
        return False
    begin = max(0, start - _SENTENCE)
    line = max(text.rfind("\n", begin, start) + 1, begin)
    if _TOPICS.match(text, line):
        return False
    if is_country_word(word_before(text, start - 1)):
        return True
    counts = [
        (int(one[1]), one.start(1)) for one in _COUNT_IN_BRACKETS.finditer(text, line, start + _SENTENCE)
    ]
    numbered = any(second - first == 1 for (first, _), (second, _) in pairwise(counts))
    return len(counts) > 1 and not numbered and any(at == start for _, at in counts)


def _ends_in_score(text: str, end: int) -> bool:
    """Say whether nothing is counted behind "25-14", or only the game: "a 25-14 loss"."""
    return word_after(text, end) in _SCORED or phrase_after(text, end) is None


def _beside_mark(text: str, numeral: Numeral) -> Exclusion | None:
    """Find numbers in brackets, ratios, scores, parts of addresses, and ranks."""
    start, end = numeral.start, numeral.end
    before, behind = text[start - 1 : start], text[end : end + 1]
    if (
        before in _OPENING
        and end - start < 4
        and _BRACKET.match(text, end)
        and not _is_share(text, start, end)
    ):
        return Exclusion(start, end, "number in brackets", "brackets")
    event = _DAY_OF_EVENT.match(text, end) if behind == "·" else None
    if event:
        return Exclusion(start, event.end(), "number in a name", "name")
    if behind in _DASHES:
        ratio = _RATIO.match(text, end)
        if ratio:
            return Exclusion(start, ratio.end(1), "ratio", "ratio")
        score = _SCORE.match(text, end)
        plain = numeral.form == "digits" and text[start:end].isdecimal()
        if score and plain and (numeral.value or 0) < _LARGEST_SCORE and _ends_in_score(text, score.end()):
            return Exclusion(start, score.end(), "score", "score")
    if before in _APOSTROPHES and end - start == 2 and _SHORT_YEAR.search(text, start - 2, start):
        return Exclusion(start, end, "year without its century", "short-year")
    if before in _ADDRESS_MARKS or (not before.isspace() and _ADDRESS.search(text, start - 64, start)):
        return Exclusion(start, end, "part of an address or code", "address")
    if text[start - 2 : start - 1] in _TOP_LAST and _TOP.search(text, start - 8, start):
        return Exclusion(start, end, "rank", "rank")
    return None
