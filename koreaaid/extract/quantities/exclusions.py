"""Numbers that are no figures, and why: names, ordinals, calibres, list numbers, scores, identifiers."""

from __future__ import annotations

import re
from typing import NamedTuple

from koreaaid.language.actors import is_country_word
from koreaaid.language.lexicon import alternatives, lexicon
from koreaaid.language.numerals import Numeral
from koreaaid.language.phrases import phrase_after
from koreaaid.language.units import ordinal_after

_WORDS = lexicon("designations")
_NUMBERED = frozenset(_WORDS["numbered"]["words"])
_CAPITALISED_ONLY = frozenset(_WORDS["numbered"]["capitalised_only"])
_NAMES = frozenset(_WORDS["numbered_names"]["words"])
_CALIBRES = frozenset(_WORDS["calibre"]["common"])
_IDLE = frozenset(_WORDS["idle_compounds"]["words"]) - frozenset(_WORDS["idle_compounds"]["counting"])
_ONE_NEVER_BEFORE = frozenset(_WORDS["one"]["never_before"])
_ONE_NEVER_AFTER = frozenset(_WORDS["one"]["never_after"])


class Exclusion(NamedTuple):
    """Why a number is no figure: the span that says so, the reason for readers, and the rule."""

    start: int
    end: int
    reason: str
    rule: str


_BLANK = r"[ \t\u00a0]"
_MM = re.compile(rf"{_BLANK}?-?(?:mm|millimet\w{{2}}s?)(?![\w])", re.IGNORECASE)
_CALIBRE_WORD = re.compile(
    rf"(?:[\s,-]{{1,2}}(?:(?!and\b|or\b)[\w./-]+)){{0,3}}?[\s-]{{1,2}}(?:{alternatives(_WORDS['calibre']['after'])})\b",
    re.IGNORECASE,
)
_CALIBER_BEHIND = re.compile(rf"[\s-]?(?:caliber|calibre|cal\.?)(?!\w)", re.IGNORECASE)
_NAME_HYPHEN = re.compile(r"(?<![\w$])([^\W\d_][\w.]*)[-‑–/]\Z")
_WORD_BEFORE = re.compile(r"(?<![\w’'-])([^\W\d_][\w&’'.-]*|S&P|[#№])[ \t\u00a0]?\Z")
_LINE = re.compile(r"[ \t\u00a0]*[.):]?[ \t\u00a0]*(?:\r?\n|\Z)")
_LIST = re.compile(r"[.)](?=[ \t\u00a0]+[^\s\d])")
_LINE_START = re.compile(r"(?:^|\n)[ \t\u00a0]*(?:[-•*][ \t\u00a0]*)?\Z")
_COUNTER = re.compile(
    rf"{_BLANK}?(?:{alternatives(_WORDS['counters']['view_count'])})(?!\w)(?!{_BLANK}(?:of|on|from|in|with|and))",
    re.IGNORECASE,
)
_ALONE_AFTER = re.compile(r"[ \t\u00a0]*(?:[•|·\n]|\Z)")
_ALONE_BEFORE = re.compile(r"(?:[•|·\n]|\A)[ \t\u00a0]*\Z")
_COUNTER_BEFORE = re.compile(
    rf"(?:views|comments|shares|likes|hits|reads|visits|viewed):?{_BLANK}?\(?\Z", re.IGNORECASE
)
_JOINED = re.compile(r"(?:[-‑.]\d+){2,}")
_SCORE = re.compile(r"[-–:](\d{1,3})(?![\w%-]|[.,]\d|\s?(?:percent|million|billion|thousand))")
_SCORE_WORD = re.compile(
    r"[ \t\u00a0](?:win|victory|loss|defeat|draw|lead|vote|on|to|in|at|against|over|thanks|triumph|record|aggregate|after|with)\b|[.,;)]|\s|\Z"
)
_PHONE_BEFORE = re.compile(
    r"(?:\+|\btel\.?:?[ \u00a0]?|\bphone:?[ \u00a0]?|\bfax:?[ \u00a0]?)\(?\Z", re.IGNORECASE
)
_TOP = re.compile(rf"\b(?:top|bottom|last){_BLANK}\Z|\btop-\Z", re.IGNORECASE)
_BRACKETED = re.compile(r"[\])](?!\w)")
_SUFFIX = re.compile(r"[-/]\d+(?!\w)")
_MULTIPLE = re.compile(r"multiple[- ](?:rocket|launch|re-?entry|independent|sclerosis|choice|warhead)")
_IDIOM = re.compile(r"24/7|9/11|50[-/]50|911\b|fifty-fifty|one-on-one|one-to-one|two-by-two")
_COMPOUND = re.compile(r"-([a-z]+)")
_LETTERS_BEHIND = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?:https?:|www\.|@|#)[^\s]*\Z")
_PRECEDING_WORD = re.compile(r"([A-Za-z][\w’'-]*)[\s\u00a0]+[“\"‘(]?\Z")
_FOLLOWING_WORD = re.compile(r"[\s\u00a0]+[“\"‘(]?([A-Za-z][\w’'-]*)")


def exclusion_of(text: str, low: str, numeral: Numeral) -> Exclusion | None:
    """Say why the numeral, which has neither currency nor unit, is no figure; None where it may be one."""
    if numeral.form in ("digits", "mixed"):
        return _of_digits(text, low, numeral)
    if numeral.form == "words":
        return _of_words(text, low, numeral)
    if _MULTIPLE.match(low, numeral.start):
        return Exclusion(numeral.start, numeral.end, "part of a name or compound", "compound")
    return None


def calibre_of(text: str, numeral: Numeral) -> Exclusion | None:
    """Read "155mm", "152 mm artillery shells", "105-millimeter rounds", ".50 caliber"."""
    millimetres = _MM.match(text, numeral.end)
    if millimetres:
        if numeral.value in _CALIBRES or _CALIBRE_WORD.match(text, millimetres.end()):
            return Exclusion(numeral.start, millimetres.end(), "calibre", "calibre")
        return None
    caliber = _CALIBER_BEHIND.match(text, numeral.end)
    return Exclusion(numeral.start, caliber.end(), "calibre", "calibre") if caliber else None


def _of_digits(text: str, low: str, numeral: Numeral) -> Exclusion | None:
    start, end = numeral.start, numeral.end
    ordinal = ordinal_after(text, end)
    if ordinal:
        return Exclusion(start, ordinal, "ordinal", "ordinal")
    for rule in (_number_of_line, _counter, _identifier, _idiom, _compound_or_glued, _name_before):
        found = rule(text, low, numeral)
        if found:
            return found
    return None


def _number_of_line(text: str, low: str, numeral: Numeral) -> Exclusion | None:
    """Find a number that stands alone in its line or opens an entry of a list."""
    start, end = numeral.start, numeral.end
    if numeral.form != "digits" or end - start > 3 or not _LINE_START.search(text, max(0, start - 8), start):
        return None
    if _LINE.match(text, end):
        return Exclusion(start, end, "number of a list or page", "list-number")
    return (
        Exclusion(start, end, "number of a list or page", "list-number") if _LIST.match(text, end) else None
    )


def _counter(text: str, low: str, numeral: Numeral) -> Exclusion | None:
    """Find view counts, reading times and numbers of comments: they stand alone in a line or between bullets."""
    found = _COUNTER.match(text, numeral.end)
    if found and (
        _ALONE_AFTER.match(text, found.end())
        or _ALONE_BEFORE.search(text, max(0, numeral.start - 8), numeral.start)
    ):
        reason = "view count" if "view" in found[0].lower() else "page counter"
        return Exclusion(numeral.start, found.end(), reason, "counter")
    if _COUNTER_BEFORE.search(text, max(0, numeral.start - 12), numeral.start):
        return Exclusion(numeral.start, numeral.end, "page counter", "counter")
    return None


def _identifier(text: str, low: str, numeral: Numeral) -> Exclusion | None:
    """Find phone numbers, identifiers, scores and references."""
    start, end = numeral.start, numeral.end
    joined = _JOINED.match(text, end)
    if joined:
        return Exclusion(start, joined.end(), "phone number or identifier", "identifier")
    if _PHONE_BEFORE.search(text, max(0, start - 8), start):
        return Exclusion(start, end, "phone number or identifier", "identifier")
    if (
        numeral.form == "digits"
        and end - start >= 8
        and "," not in text[start:end]
        and (numeral.value or 0) >= 1e7
    ):
        if not any(c.isspace() or c == "." for c in text[start:end]):
            return Exclusion(start, end, "phone number or identifier", "identifier")
    if start and text[start - 1] in "[(" and _BRACKETED.match(text, end) and end - start < 4:
        return Exclusion(start, end, "number in brackets", "brackets")
    score = _SCORE.match(text, end)
    if (
        score
        and numeral.form == "digits"
        and (numeral.value or 0) < 200
        and not _counts_something(text, score.end())
    ):
        if _SCORE_WORD.match(text, score.end()):
            return Exclusion(start, score.end(), "score", "score")
    if start and text[start - 1] in "/@#_" or _ADDRESS.search(text, max(0, start - 60), start):
        return Exclusion(start, end, "part of an address or code", "address")
    return None


def _counts_something(text: str, end: int) -> bool:
    phrase = phrase_after(text, end)
    return phrase is not None


def _idiom(text: str, low: str, numeral: Numeral) -> Exclusion | None:
    found = _IDIOM.match(low, numeral.start)
    return Exclusion(numeral.start, found.end(), "figure of speech", "idiom") if found else None


def _compound_or_glued(text: str, low: str, numeral: Numeral) -> Exclusion | None:
    """Find "F-16", "top-10", "six-speed", "5G", "4x4"."""
    start, end = numeral.start, numeral.end
    if start > 1 and text[start - 1] == "." and text[start - 2].isupper():  # "ID.3"
        return Exclusion(start, end, "part of a name or compound", "designation")
    if start and text[start - 1] in "-‑–/":
        name = _NAME_HYPHEN.search(text, max(0, start - 24), start)
        if name and not _LETTERS_BEHIND.match(text, end) or name:
            behind = _LETTERS_BEHIND.match(text, end)
            capital = name[1][0].isupper()
            if capital or name[1].lower() in ("top", "under", "over", "mid", "no", "u"):
                reason = "equipment designation" if capital else "part of a name or compound"
                return Exclusion(name.start(), behind.end() if behind else end, reason, "designation")
    if _TOP.search(text, max(0, start - 8), start):
        return Exclusion(start, end, "rank", "rank")
    letters = _LETTERS_BEHIND.match(text, end)
    if letters and numeral.form == "digits":
        return Exclusion(start, letters.end(), "designation", "designation")
    compound = _COMPOUND.match(text, end)
    if compound and compound[1] in _IDLE:
        return Exclusion(start, end, "part of a compound", "compound")
    return None


def _name_before(text: str, low: str, numeral: Numeral) -> Exclusion | None:
    """Find "Minsk 3", "Panzerhaubitze 2000", "Article 5", "No. 3": a number that ends a name."""
    start, end = numeral.start, numeral.end
    before = _WORD_BEFORE.search(text, max(0, start - 24), start)
    if not before:
        return None
    word = before[1]
    plain = word.lower().rstrip(".")
    capital = word[0].isupper()
    if plain in _NUMBERED and (capital or plain not in _CAPITALISED_ONLY):
        return Exclusion(before.start(), end, "number in a name", "name")
    if numeral.form != "digits" or "," in text[start:end] or "." in text[start:end]:
        return None
    if word in _NAMES or len(word) == 1:
        more = _SUFFIX.match(text, end)
        return _named(before.start(), more.end() if more else end)
    if (
        not capital
        or word[-1] in ".s"
        and len(word) < 4
        or _opens_sentence(text, before.start())
        or plain in _FUNCTION
    ):
        return None
    if is_country_word(word) or word.endswith(("'s", "’s")):
        return None if _counts_something(text, end) else _named(before.start(), end)
    if _counts_something(text, end) and (end - start > 1 or plain in _GIVEN_TO):
        return None
    more = _SUFFIX.match(text, end)
    return _named(before.start(), more.end() if more else end)


def _named(start: int, end: int) -> Exclusion:
    return Exclusion(start, end, "number in a name", "name")


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(' \t\u00a0“"‘(')
    return not before or before[-1] in ".!?:\n•-–—"


_FUNCTION = frozenset(
    "about around over some nearly almost only just of in at to by for from the with than and or all least up another"
    " approximately roughly on among including if when as that total between".split()
)
_GIVEN_TO = frozenset({"army", "navy", "force", "forces", "ministry", "military", "company", "group"})


def _of_words(text: str, low: str, numeral: Numeral) -> Exclusion | None:
    """Find pronouns ("no one"), idioms and compounds ("six-speed") among the numbers in words."""
    start, end = numeral.start, numeral.end
    idiom = _idiom(text, low, numeral)
    if idiom:
        return idiom
    compound = _COMPOUND.match(low, end)
    if compound and compound[1] in _IDLE:
        return Exclusion(start, end, "part of a compound", "compound")
    before = _WORD_BEFORE.search(text, max(0, start - 24), start)
    if (
        before
        and before[1].lower() in _NUMBERED
        and before[1].lower() not in ("order", "line", "point", "number")
    ):
        if not _counts_something(text, end):
            return Exclusion(before.start(), end, "number in a name", "name")
    if (
        text[start].isupper()
        and before
        and before[1][0].isupper()
        and not _opens_sentence(text, before.start())
    ):
        if not _counts_something(text, end):
            return _named(before.start(), end)
    if text[start - 1 : start] == "-" and start > 1 and text[start - 2].isalpha():
        return Exclusion(start, end, "part of a compound", "compound")
    if low[start:end] == "one":
        return _pronoun(text, numeral)
    return None


def _pronoun(text: str, numeral: Numeral) -> Exclusion | None:
    """Tell "one" the pronoun from "one soldier" and "one of the launchers"."""
    pronoun = Exclusion(numeral.start, numeral.end, "pronoun", "pronoun")
    before = _PRECEDING_WORD.search(text, max(0, numeral.start - 20), numeral.start)
    if before and before[1].lower() in _ONE_NEVER_AFTER:
        return pronoun
    after = _FOLLOWING_WORD.match(text, numeral.end)
    if after is None:
        return pronoun if text[numeral.end : numeral.end + 1] != "-" else None
    return pronoun if after[1].lower() in _ONE_NEVER_BEFORE else None


def glued_name(text: str, start: int, end: int) -> Exclusion:
    """Return the name that digits are part of: "K2s", "AN/TPQ-36A", "COVID19"."""
    before, after = _GLUED_BEFORE.search(text, max(0, start - 24), start), _GLUED_AFTER.match(text, end)
    begin, stop = before.start() if before else start, after.end() if after else end
    reason = "equipment designation" if _DESIGNATION.match(text, begin) else "part of a name or code"
    return Exclusion(begin, stop, reason, "designation")


_GLUED_BEFORE = re.compile(r"[^\W_](?:[\w]|[-/.‑](?=[^\W_]))*\Z")
_GLUED_AFTER = re.compile(r"(?:\w|[-/‑](?=\w)){1,24}")
_DESIGNATION = re.compile(r"[A-Z]{1,4}[a-z]?[-‑/]?\d{1,4}[A-Za-z]{0,4}(?!\w)")
