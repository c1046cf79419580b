"""Numbers in words: cardinals to any size, fractions, shares and vague amounts.

All functions take the text in small letters and read at a place that the scan in `numerals` has found.
"""

from __future__ import annotations

import re

from koreaaid.language.lexicon import alternatives, lexicon
from koreaaid.language.numeral_ratios import begin_of_every, read_ratio
from koreaaid.language.patterns import late

_WORDS = lexicon("numerals")
_UNITS: dict[str, int] = _WORDS["units"]
_TEENS: dict[str, int] = _WORDS["teens"]
_TENS: dict[str, int] = _WORDS["tens"]
_SCALES: dict[str, int] = _WORDS["scales"]
_SHORTENED: dict[str, int] = _WORDS["abbreviated"]  # "four mln"
_PLURALS: dict[str, int] = _WORDS["plurals"]
_FRACTIONS: dict[str, int] = _WORDS["fractions"]
_CARDINALS: dict[str, int] = {**_UNITS, **_TEENS, **_TENS}
_VAGUE: dict[str, int] = _WORDS["vague"]
_VAGUE_BEFORE_SCALE: dict[str, int] = {**_VAGUE, **_WORDS["vague_before_scale"]}
_TIMES: dict[str, int] = {**_WORDS["times"], **{f"{word}fold": n for word, n in _CARDINALS.items() if n > 1}}
_CUES_BEFORE, _CUES_AFTER, _NOT_BEFORE, _PAYING, _HEDGES, _BEHIND_BY = (
    frozenset(_WORDS["fraction_cues"][name])
    for name in ("before", "after", "never_after", "paying", "hedges", "behind_by")
)

# (start, end, value, least value, form)
Read = tuple[int, int, float | None, float | None, str]


FIRST_WORDS = frozenset(
    [*_CARDINALS, *_SCALES, *_PLURALS, *_FRACTIONS, *_VAGUE_BEFORE_SCALE, *_TIMES, "dozen"]
)
# Between the words of one number; a line may break there.
_JOINT = r"(?:[ \t\u00a0\u2009\u202f‑-]|\n(?!\s)|\r\n(?!\s))"
JOINT = rf"{_JOINT}(?:{_JOINT}|)"

_BIG = r"(dozen|hundred|thousand|million|billion|trillion)"
_SCALED = late(rf"{JOINT}{_BIG}\b")
_MOST_WORDS, _AND_REACH, _LONGEST_BEFORE = 12, 7, 24
_FOLLOWING = alternatives([*_CARDINALS, *_SCALES, *_SHORTENED, "dozen"])
_NEXT = late(rf"({JOINT}and{JOINT}|{JOINT}|,[ \u00a0])({_FOLLOWING})\b")
_POINT = late(rf"{JOINT}point((?:{JOINT}(?:{alternatives([*_UNITS, 'oh'])})\b){{1,6}}|-\d{{1,3}}\b)")
_POINT_DIGIT = late("[a-z]+|\\d+")
# broadcasters write "two-thousand-400", "one-million-200-thousand"
_REST = late(r"-(\d{1,3})(?:-(thousand|million))?(?![-\w%]|[.,]\d| ?mm\b)")
_OF_PLURAL = late(rf"{JOINT}of{JOINT}(thousands|millions|billions|trillions)\b")
_OF_BIG = late(rf"(?:{JOINT}of)?{JOINT}{_BIG}s?\b")
_OF_A_BIG = late(rf"(?:(?:{JOINT}of)?{JOINT}an?)?{JOINT}{_BIG}\b")
_HALVED = late(rf"{JOINT}(?:an?{JOINT})?(?:{alternatives(_WORDS['halved']['measures'])})s?\b")
_FRACTION = late(rf"{JOINT}({alternatives(_FRACTIONS)})\b(?!-)")
_TENS_OF = late(rf"\btens{JOINT}of{JOINT}\Z")
_SCORES_AFTER = late(rf"{JOINT}(?:of|more)\b(?!{JOINT}(?:[a-z]+,?{JOINT})?\d)")
_ARTICLE = late(rf"\ban?{JOINT}\Z")
_WORD_BEFORE = late(r"([a-z]+)[^\S\n]+\Z")
_WORD_AFTER = late(r"[^\S\n]+([a-z]+)")
_BEHIND_SHARES = frozenset(["in", "to", "from", "since", "more"])
_DID = frozenset(["came", "had", "has", "is", "was", "went"])  # "a million tonnes of grain; half had come"
# what those do who are counted, told from what describes them: "a third failed launch"
_ACTS = late(
    r"[^\S\n]+(?:(?:came|could|did|had|has|is|may|might|said|want|was|went|will|would)\b"
    r"|[a-z]{3,}ed[^\S\n]+(?:as|at|away|back|by|down|for|from|home|in|into|off|on|out|over|that|to|up|with)\b)"
)
_MORE = late(r"[^\S\n]+(?:fewer|higher|less|lower|more)(?= than|[.,;)])")  # "a fifth more than last year"
_QUOTES, _ENDS = frozenset('"“”'), frozenset(".,;)")
_HALF_MORE = late(rf"{JOINT}and{JOINT}an?{JOINT}(half|quarter)\b")


def read_words(low: str, start: int, end: int) -> Read | None:
    """Read the numeral whose first word is `low[start:end]`, or None where it is no number here."""
    word = low[start:end]
    if word in _CARDINALS:
        return _cardinal(low, start, end, word)
    if word in _PLURALS:
        return _plural(low, start, end, word)
    if word in _FRACTIONS:
        return _fraction(low, start, end, word)
    if word in _TIMES:
        return start, end, float(_TIMES[word]), None, "times"
    if word in _VAGUE_BEFORE_SCALE:
        scale = _OF_BIG.match(low, end)
        least = float(_VAGUE_BEFORE_SCALE[word])
        if scale:
            return start, scale.end(), None, least * _size(scale[1]), "vague"
        return (start, end, None, least, "vague") if word in _VAGUE else None
    return _bare_scale(low, start, end, word)


def _size(scale: str) -> float:
    return 12.0 if scale == "dozen" else float(10 ** (_SCALES.get(scale) or _SHORTENED[scale]))


def _cardinal(low: str, start: int, end: int, word: str) -> Read:
    """Read "twenty-one", "two and a half million", "one-point-three trillion", "two-thirds"."""
    value, stop = _count(low, end, word)
    if value < 1000:
        point = with_point(low, value, stop)
        if point:
            return start, *scaled(low, *point), None, "words"
    more = half_more(low, stop)
    if more:
        return start, *scaled(low, value + more[0], more[1]), None, "words"
    part = _FRACTION.match(low, stop)
    if part and _is_part(low, start, part, value):
        share = value / _FRACTIONS[part[1]]
        scale = _OF_A_BIG.match(low, part.end())
        if scale:
            return start, scale.end(), share * _size(scale[1]), None, "words"
        return start, part.end(), share, None, "fraction"
    ratio = read_ratio(low, value, stop)
    if ratio:
        return start, ratio[1], ratio[0], None, "fraction"
    return start, stop, value, None, "words"


def with_point(low: str, value: float, end: int) -> tuple[float, int] | None:
    """Read the decimals of "one-point-three" and "68-point-four": the number and its end."""
    point = _POINT.match(low, end)
    if not point:
        return None
    digits = [("0" if d == "oh" else str(_UNITS.get(d, d))) for d in _POINT_DIGIT.findall(point[1])]
    return float(f"{value:.0f}.{''.join(digits)}"), point.end()


def half_more(low: str, end: int) -> tuple[float, int] | None:
    """Read "and a half" behind a number: how much that is, and its end."""
    found = _HALF_MORE.match(low, end) if "and" in low[end : end + _AND_REACH] else None
    return (0.5 if found[1] == "half" else 0.25, found.end()) if found else None


def scaled(low: str, value: float, end: int) -> tuple[int, float]:
    """Apply the scale words behind a value with decimals; return end and value."""
    scale = _SCALED.match(low, end)
    return (scale.end(), value * _size(scale[1])) if scale else (end, value)


def _count(low: str, end: int, word: str) -> tuple[float, int]:
    """Read on from the cardinal `word` that ends at `end`, as long as the words make one number."""
    total, group = 0.0, float(_CARDINALS[word])
    last, smallest = word, 1e18
    for _ in range(_MOST_WORDS):
        found = _NEXT.match(low, end)
        if not found:
            break
        joint, following = found[1], found[2]
        if following in _CARDINALS:
            if not _fits(last, following, joint):
                break
            group += _CARDINALS[following]
        elif following == "hundred":
            if not 0 < group < 100 or joint.startswith(",") or "and" in joint:
                break
            group *= 100
        elif following == "dozen":
            if total or last not in _CARDINALS or group > 99 or "and" in joint:
                break
            return group * 12, found.end()
        else:
            size = _size(following)
            if not group or size >= smallest or joint.startswith(",") or "and" in joint:
                break
            total, group, smallest = total + group * size, 0.0, size
        end, last = found.end(), following
    rest = _REST.match(low, end) if last in _SCALES and low[end : end + 1] == "-" else None
    if rest and not group:
        more = float(rest[1]) * (_size(rest[2]) if rest[2] else 1)
        return (total + more, rest.end()) if more < smallest else (total, end)
    return total + group, end


def _fits(last: str, word: str, joint: str) -> bool:
    """Say whether the cardinal `word` can follow `last` in one number: "twenty-one", "hundred and five"."""
    if last in _SCALES:
        return word != "zero"
    return last in _TENS and word in _UNITS and word != "zero" and "and" not in joint and "," not in joint


def _is_part(low: str, start: int, part: re.Match[str], value: float) -> bool:
    """Say whether "one third" or "three quarters" is a fraction here and not an ordinal or a span of time."""
    if part[1].startswith("quarter") and value not in (1, 3):  # "two quarters" are half a year
        return False
    if part[1].endswith("s") != (value > 1) or value >= _FRACTIONS[part[1]] * 2:
        return False
    before = _WORD_BEFORE.search(low, start - _LONGEST_BEFORE, start)
    if before and before[1] in _NOT_BEFORE:
        return False
    if not part[1].startswith("quarter") or _has_cue(low, start, part.end()):
        return True
    opens = before is None and _WORD_AFTER.match(low, part.end())
    had = opens and opens[1] in _DID  # "Three quarters had come"
    return bool(had or _OF_A_BIG.match(low, part.end()))


def _plural(low: str, start: int, end: int, word: str) -> Read | None:
    """Read "dozens", "scores of", "hundreds of thousands", "tens of millions"."""
    if word == "scores" and not _SCORES_AFTER.match(low, end):
        return None
    tens = _TENS_OF.search(low, start - 12, start)
    if tens:
        return tens.start(), end, None, 10.0 * _PLURALS[word], "vague"
    of = _OF_PLURAL.match(low, end)
    if of:
        return start, of.end(), None, float(_PLURALS[word] * _PLURALS[of[1]] / 2), "vague"
    return start, end, None, float(_PLURALS[word]), "vague"


def _fraction(low: str, start: int, end: int, word: str) -> Read | None:
    """Read "half a million", "half of", "nearly a third", "a quarter of"; not "the third", "second half"."""
    if (begin := begin_of_every(low, start, end)) is not None:
        return begin, end, 1 / _FRACTIONS[word], None, "fraction"
    article = _ARTICLE.search(low, start - 4, start)
    begin = article.start() if article else start
    if word in ("half", "quarter"):
        big = _OF_A_BIG.match(low, end)
        if big:
            return begin, big.end(), _size(big[1]) / _FRACTIONS[word], None, "words"
    halved = word in ("half", "quarter") and _HALVED.match(low, end)
    bare = word != "half" and not article and not _is_bare_share(low, start, end)
    if not halved and (word.endswith("s") or bare or low[end : end + 1] == "-"):
        return None
    before = _WORD_BEFORE.search(low, begin - _LONGEST_BEFORE, begin)
    if before and before[1] in _NOT_BEFORE:
        return None
    if not halved and not _has_cue(low, begin, end, only_of=word != "half"):
        return None
    return begin, end, 1 / _FRACTIONS[word], None, "fraction"


def _is_bare_share(low: str, start: int, end: int) -> bool:
    """Say whether a headline leaves out the article: "drones make up third of it"."""
    before = _WORD_BEFORE.search(low, start - _LONGEST_BEFORE, start) if low.startswith(" of ", end) else None
    return before is not None and before[1] in _HEDGES


def _has_cue(low: str, start: int, end: int, *, only_of: bool = True) -> bool:
    """Say whether the words around a fraction make it one: "about half", "half of", "by a third"."""
    after = _WORD_AFTER.match(low, end)
    if after and (after[1] in ("of", "are", "were", "have") or (not only_of and after[1] in _CUES_AFTER)):
        return True
    if after and _MORE.match(low, end):
        return True
    if low[start - 1 : start] in _QUOTES and low[end : end + 2].strip(".,") in _QUOTES:
        return True  # 'he had heard "a fifth."'
    before = _WORD_BEFORE.search(low, start - _LONGEST_BEFORE, start)
    if before and before[1] in _PAYING and after is None and low[end : end + 1] in _ENDS:
        return True  # "put its share at half.", "Seoul would bear a third."
    if before and before[1] in ("which", "whom"):  # "of which a fifth has been used"
        return True
    if not before or before[1] not in _CUES_BEFORE:
        return before is None and after is not None and not only_of and after[1] in _DID
    if after and before[1] in _HEDGES and _ACTS.match(low, end):  # "about a third moved on"
        return True
    if not only_of or after is None or after[1] in _CUES_AFTER:
        return True
    return after[1] in _BEHIND_BY if before[1] == "by" else after[1] in _BEHIND_SHARES


def _bare_scale(low: str, start: int, end: int, word: str) -> Read | None:
    """Read "a hundred and fifty", "nearly a million", "over a dozen", and a headline's "Million shells"."""
    article = _ARTICLE.search(low, start - 4, start)
    before = _WORD_BEFORE.search(low, start - _LONGEST_BEFORE, start)
    opens = start == 0 or low[start - 1] == "\n"
    if not article and not opens and not (before and before[1] in _CUES_BEFORE - {"by", "to", "up", "down"}):
        return None
    begin = article.start() if article else start
    if word == "dozen":
        return begin, end, 12.0, None, "words"
    value, stop = _count_from_scale(low, end, word)
    return begin, stop, value, None, "words"


def _count_from_scale(low: str, end: int, word: str) -> tuple[float, int]:
    """Read on from "a hundred": "a hundred and fifty thousand"."""
    group, smallest = _size(word), _size(word)
    found = _NEXT.match(low, end)
    if found and word == "hundred" and found[2] in ("thousand", "million", "billion", "trillion"):
        return group * _size(found[2]), found.end()
    if found and found[2] in _CARDINALS and found[2] != "zero" and not found[1].startswith(","):
        more, stop = _count(low, found.end(), found[2])
        if more < smallest:
            return group + more, stop
    return group, end
