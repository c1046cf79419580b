"""Two numbers that are one figure: "between 100 and 150", "$10 to $15 billion", "nine victims in ten"."""

from __future__ import annotations

import re

from koreaaid.extract.quantities.figure import Figure
from koreaaid.language.currencies import DOLLARS
from koreaaid.language.lexicon import alternatives, lexicon
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.nouns import is_plural
from koreaaid.language.patterns import late
from koreaaid.language.phrases import phrase_after

_WORDS = lexicon("ranges")
_HEDGE = rf"(?:(?:{alternatives(_WORDS['hedges']['words'])})\s+)?"
_CHANGED = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in _WORDS["change"]["words"])
_LINK = late(
    rf"(?P<dash>[ \u00a0]?[-–—‑−][ \u00a0]?)\Z|[ \u00a0-]*(?P<to>(?:up )?to)[\s\u00a0-]+{_HEDGE}\Z"
    rf"|\s+(?P<and>and)\s+{_HEDGE}\Z|-?\s+(?P<or>or)\s+\Z|(?P<slash>/)\Z"
    r"|, (?P<maybe>maybe|perhaps|possibly|say) \Z",
    re.IGNORECASE,
)
_BETWEEN = late(rf"\bbetween\s+{_HEDGE}\Z", re.IGNORECASE)
_FROM = late(rf"\b(?:ranging from|range from|starting from|starting at|from)\s+{_HEDGE}\Z", re.IGNORECASE)
_CHANGE = late(rf"\b(?:{_CHANGED})\b[^.;]*\Z", re.IGNORECASE)
_CHANGE_TO = late(rf"\b(?:{alternatives(_WORDS['change']['directly_before'])})\s+\Z", re.IGNORECASE)
_BEFORE_LINK = " \u00a0\t\r\n-"
_LINK_BEGINS = frozenset("tTuUaAoO–—‑−/,") | {""}
_REACH = 60
_LONGEST_LINK = 24
_WIDEST = 5000.0
_LIKEST = 20.0
_LIKE = 5.0
_LEAST_BARE = 100.0
_APPROXIMATORS = frozenset({"about", "around", "some", "roughly", "approximately", "estimated", "perhaps"})
_CUES = frozenset({"at", "of", "to", "number", "numbering", "is", "was", "are", "were", "reached", "only"})
_OPENERS = frozenset({"and", "but", "just", "maybe", "only", "than", "that", "whether"})
_ACTING = frozenset({"are", "can", "could", "had", "have", "may", "might", "of", "were", "will", "would"})
_IN_TEN = late(r" ([a-z][a-z-]+|[A-Z][a-z]+(?:n|an|ian)s?) in (?:every )?\Z")
WHOLES = frozenset({2, 3, 4, 5, 6, 8, 10, 20, 100})
_SCALES = (1e12, 1e9, 1e6, 1e3)
_SCALE_WORD = late(r"(?:hundred|thousand|million|billion|trillion|k|m|bn|b|tn|tr|mln)\Z")


def joined(text: str, first: Figure, second: Figure, link: re.Match[str]) -> Figure | None:
    """Return the range that two figures with a `link` between them make, or None."""
    if first.value is None or second.value is None or not _units_agree(first, second):
        return None
    low = _scaled_like(text, first, second)
    if not low < second.value or (low > 0 and second.value > _WIDEST * low):
        return None
    begin = _begin(text, first, second, link)
    if begin is None:
        return None
    second.start, second.core = begin, (first.core[0], second.core[1])
    second.value, second.low, second.high, second.bound = None, low, second.value, "range"
    if second.unit is None:
        second.unit, second.category, second.rule = first.unit, first.category, first.rule
    return second


def proportion(text: str, first: Figure, second: Figure) -> Figure | None:
    """Return the share that "nine victims in ten" tells, or None; the second number is one of `WHOLES`."""
    if second.start - first.end > _LONGEST_LINK or first.unit or second.unit or second.value is None:
        return None
    part, named = first.value, _IN_TEN.match(text, first.end, second.start)
    if named is None or not part or part >= second.value or part != int(part):
        return None
    if is_plural(named[1]) != (part > 1) or phrase_after(text, second.end) is not None:
        return None
    second.start, second.core = first.start, (first.core[0], second.core[1])
    second.value, second.item = round(100 * part / second.value, 10), named[1]
    second.unit, second.category, second.rule = "percent", "percent", "proportion"
    return second


def link_between(text: str, first: Figure, second: Figure) -> re.Match[str] | None:
    """Match what joins two numbers, where the first letter or mark between them lets it be one."""
    if second.start - first.end > _LONGEST_LINK:
        return None
    between = text[first.end : second.start].lstrip(_BEFORE_LINK)
    return _LINK.match(text, first.end, second.start) if between[:1] in _LINK_BEGINS else None


def share_scale(text: str, first: Figure, second: Figure, link: re.Match[str]) -> None:
    """Give the first of "rose from 24 to 33 billion", "50, maybe 52 billion" the scale of the second."""
    if first.unit is not None or first.numeral.form != "digits" or not first.value:
        return
    changes = link["to"] and word_before(text, first.start).lower() == "from"
    if not (changes or link["maybe"]):
        return
    scale = scale_of(text, second)
    if scale > 1 and 1 / _LIKEST <= first.value * scale / second.least <= _LIKEST:
        first.value = first.low = first.high = first.value * scale


def scale_of(text: str, figure: Figure) -> float:
    """Return the scale that a number is written with: 1e9 for "33-35 billion"."""
    if not _SCALE_WORD.search(text[figure.numeral.start : figure.numeral.end].lower()):
        return 1.0
    return next((scale for scale in _SCALES if figure.least >= scale), 1.0)


def _is_of_other_dollars(first: Figure, second: Figure) -> bool:
    """Say whether the second sum names whose dollars both are: "$20 billion to $24 billion Canadian"."""
    return first.unit == "USD" and second.unit in DOLLARS and second.end > second.numeral.end


def _units_agree(first: Figure, second: Figure) -> bool:
    if first.unit in (None, second.unit) or _is_of_other_dollars(first, second):
        return first.numeral.form != "fraction" or second.numeral.form == "fraction"
    return second.unit is None and first.category in ("money", "age") and first.end == first.numeral.end


def _scaled_like(text: str, first: Figure, second: Figure) -> float:
    """Return the first number with the scale that is stated only with the second: "$10 to $15 billion"."""
    low, high = first.value or 0.0, second.value or 0.0
    if first.numeral.form == "mixed" or not _SCALE_WORD.search(
        text[second.numeral.start : second.numeral.end].lower()
    ):
        return low
    if (
        _SCALE_WORD.search(text[first.numeral.start : first.numeral.end].lower())
        and first.numeral.form == "words"
    ):
        return low
    for scale in (*_SCALES, 1e2):
        if high >= scale:
            return low * scale if low < high / scale else low
    return low


def _begin(text: str, first: Figure, second: Figure, link: re.Match[str]) -> int | None:
    """Return where the range begins, or None where the two numbers are no range."""
    start = first.start
    if link["and"]:
        between = _BETWEEN.search(text, start - 32, start)
        return between.start() if between else None
    if link["to"]:
        percent = first.unit is None and second.unit == "percent"  # "down 20 to 24 percent" tells of no level
        counted = phrase_after(text, second.end) if second.unit is None else None  # "lost 30 to 40 men"
        level = not percent and not (counted and counted.category)
        return _begin_of_from(text, start, bare=link["to"].lower() == "to", level=level)
    counts = bool(second.unit or phrase_after(text, second.end))
    if link["or"]:
        like = (second.value or 0) <= 2 * (first.value or 0) <= 200 or text[first.end] == "-"
        return start if like and (counts or _acts(text, start, second.end)) else None
    if link["maybe"]:
        return None
    if link["slash"]:
        return start if second.category == first.category == "money" else None
    if _dash_is_none(text, first, second, link["dash"]):
        return None
    counts = counts or bool(first.unit) or text[second.end : second.end + 1] == "-"
    return start if counts or _is_bare_range(text, first, second) else None


def _acts(text: str, start: int, end: int) -> bool:
    """Say whether those counted do something: "only four or five are fit", not "Article 4 or 5 of"."""
    before = word_before(text, start).lower()
    opens = not before[-1:].isalpha() or before in _APPROXIMATORS or before in _OPENERS
    return opens and word_after(text, end) in _ACTING


def _is_bare_range(text: str, first: Figure, second: Figure) -> bool:
    """Tell "put their number at 600-700" from a score or an identifier, where nothing counted follows."""
    low, high = first.value or 0.0, second.value or 0.0
    cue = word_before(text, first.start).lower()
    like = low < high <= _LIKE * low and second.start == first.end + 1
    decimal = "." in text[first.start : first.end] and "." in text[second.start : second.end]
    cued = (cue in _CUES and (decimal or low >= _LEAST_BARE)) or (cue == "from" and decimal)
    return like and (cue in _APPROXIMATORS or cued)


def _begin_of_from(text: str, start: int, *, bare: bool, level: bool) -> int | None:
    """Return where "from 450 to 690" begins; None where "rose from 3 to 9" tells of a change.

    Only behind "from" may the link be more than a `bare` "to": "from 450 up to 690". The second number may be
    the `level` that a change has led to: "rose 2 to 6,300".
    """
    origin = _FROM.search(text, start - 32, start)
    if origin is None:
        changed = level and _CHANGE_TO.search(text, start - 24, start)
        return None if changed or not bare else start
    moved = _CHANGE.search(text, origin.start() - _REACH, origin.start())
    return None if moved else origin.start()


def _dash_is_none(text: str, first: Figure, second: Figure, dash: str) -> bool:
    """Say whether a dash parts two numbers: " - ", or that of a telephone number."""
    if len(dash) == 3 and dash.strip() in ("-", "—"):
        return True
    begin, end = first.core[0], second.core[1]
    zero = text[begin] == "0" and text[begin + 1].isdecimal()
    return zero or (text[end : end + 1] == "-" and text[end + 1 : end + 2].isdecimal())
