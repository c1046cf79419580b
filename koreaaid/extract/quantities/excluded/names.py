"""Numbers that name and do not count: designations, numbered things, pronouns."""

from __future__ import annotations

import re

from koreaaid.extract.quantities.excluded.exclusion import Exclusion
from koreaaid.extract.quantities.excluded.ones import pronoun_one
from koreaaid.language.actors import is_country_word
from koreaaid.language.lexicon import alternatives, lexicon
from koreaaid.language.named_days import thing_with_day
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.nouns import THINGS
from koreaaid.language.patterns import late
from koreaaid.language.phrases import phrase_after

_WORDS = lexicon("designations")
_NUMBERED = frozenset(_WORDS["numbered"]["words"])
_NUMBERED_AT_END = frozenset(_WORDS["numbered"]["at_end"])
_NUMBERED_LARGE = frozenset(_WORDS["numbered"]["at_end_large"])
_CAPITALISED_ONLY = frozenset(_WORDS["numbered"]["capitalised_only"])
_PLURAL_LABELS = frozenset(_WORDS["numbered"]["plurals"])
_LABELS = _NUMBERED | _PLURAL_LABELS
_LABELLED = late(
    rf"\b(?:{alternatives(_PLURAL_LABELS)})\s"
    r"(?:(?:including|such as|numbers?)\s(?:\d[\w.-]*(?:\s\(\d{4}\))?,?\s){0,6}"
    r"|(?:\d[\w.-]*(?:\s\(\d{4}\))?,?\s){1,6})(?:(?:and|or|to|through|&)\s)?\Z",
    re.IGNORECASE,
)
_WORDS_IN = late("[a-z]+")
_IDENTIFIED = late(
    rf"\b(?:{alternatives(_WORDS['numbered']['identified'])})[ -](?:numbers?|no\.?|signs?|codes?):?\s\Z",
    re.IGNORECASE,
)
_UNITS = frozenset({"battalion", "battery", "brigade", "company", "division", "regiment", "squadron"})
_ALSO_VERBS = frozenset({"train"})
_BEFORE_VERBS = frozenset({"and", "can", "could", "help", "may", "should", "to", "will", "would"})
_IDENTIFIERS = frozenset(
    {"number", "numbers", "no", "no.", "sign", "signs", "code", "codes", "number:", "no.:"}
)
_JOINERS = frozenset({"and", "or", "to", "through", "&", "including", "as"})
# Words in small letters behind which a number may belong to a name.
LEADING_WORDS = _LABELS | _IDENTIFIERS | _JOINERS
_NAMES = frozenset(_WORDS["numbered_names"]["words"])
_MORE = frozenset(lexicon("phrases")["additive"]["after"])
_IDLE = frozenset(_WORDS["idle_compounds"]["words"]) - frozenset(_WORDS["idle_compounds"]["counting"])
_ZERO_AFTER = frozenset(_WORDS["zero"]["never_after"])
_BROADCASTERS = frozenset(_WORDS["numbered_names"]["broadcasters"])
_NO_NAMES = frozenset(_WORDS["no_names"]["words"])

_HYPHENED = late(r"(?<![\w$])([^\W\d_][\w.]*(?:-\d+)?)[-‑–/+]\Z")
_WORD_BEFORE = late(r"(?<![\w’'-])([^\W\d_][\w&’'.-]*|[#№])[ \t\u00a0]?\Z")
_LISTING = (", ", " and ", " while ", " but ", ", the ", " and the ", " while the ", " but the ")
_SUFFIX = late(r"[-/]\d+(?!\w)")
_COMPOUND = late(r"-([a-z]+)")
_CAPITALISED = late(r" [A-Z][a-z]")
_GROUP_OF = late(r"\b(?:Group of|Big|Council of|Quad of) \Z")
_GLUED_BEFORE = late(r"[^\W_](?:\w|[-/.‑](?=[^\W_]))*[-/‑]?\Z")
_GLUED_AFTER = late(r"(?:\w|[-/‑](?=\w)){1,24}")
_DESIGNATION = late(r"[A-Z]{1,4}[a-z]?[-‑/]?\d{1,4}(?:[A-Z]{0,3}\d{0,2}[a-z]{0,2}|-\w{1,4})(?!\w)")
_FIRMS = frozenset(_WORDS["opens_name"]["firms"])
_NAME_BEHIND = late(rf" (?:{alternatives(_WORDS['opens_name']['words'])})(?=[.,;:)’'\n]|\Z| [a-z])")
_BODY_BEHIND = late(
    rf"(?: [A-Z][\w-]{{2,20}}){{0,3}}? (?:{alternatives(_WORDS['numbered_bodies']['words'])})(?![\w-])"
    rf"| (?:{alternatives(_WORDS['numbered_bodies']['small'])})(?![\w-])"
)
_BODY_BEFORE = late(r"(?:\b[Tt]he|['’]s?|\b(?:UN|U\.N\.|Council)) \Z")
_ERA = late(rf"\b(?:{alternatives(_WORDS['eras']['words'])}) year \Z")
# "Volume: 20 Issue: 12": a label of the page, behind whose number nothing is counted.
_LABEL_BEFORE = late(r"(?<![\w’'-])([A-Z][a-z]{1,12}): \Z")
_LABEL_ENDS = late(r"[ \t]*(?:\Z|[\n|•·,;)/]|[A-Z][\w ]{1,20}:)")
_QUOTES_OPEN = frozenset("\"“‘'«")
_QUOTES_CLOSE = frozenset("\"”’'»")
_LAST_OF_MONTHS = frozenset("yhletrbnpgv.")
_REACH = 24
_SHORTEST_LARGE = 4  # digits
_DOING = frozenset({"are", "had", "have", "were", "will"})
_PREFIXES = frozenset({"top", "last", "under", "over", "mid", "no", "u", "to"})


def named(start: int, end: int) -> Exclusion:
    """Return the exclusion of a number that belongs to a name."""
    return Exclusion(start, end, "number in a name", "name")


def behind_hyphen(text: str, start: int, end: int) -> Exclusion | None:
    """Find "F-16", "KF-21", "top-10", "ID.3": a number that is joined to a word before it."""
    before = text[start - 1] if start else " "
    if before == "." and start > 1 and text[start - 2].isupper():
        return Exclusion(start, end, "part of a name or code", "designation")
    if before not in "-‑–/" and not (before == "+" and text[start - 2 : start - 1].isalpha()):
        return None
    name = _HYPHENED.search(text, start - _REACH, start)
    if not name:
        return None
    if name[1][0].isupper():
        more = _SUFFIX.match(text, end)  # "CVE-2024-1234"
        end = more.end() if more else end
        return Exclusion(name.start(), end, "equipment designation", "designation")
    if name[1].lower() in _PREFIXES:
        return Exclusion(name.start(), end, "part of a name or code", "designation")
    return None


def idle_compound(low: str, start: int, end: int) -> Exclusion | None:
    """Find "six-speed", "three-star": a number in a compound that counts nothing."""
    compound = _COMPOUND.match(low, end) if low.startswith("-", end) else None
    if compound and compound[1] in _IDLE:
        return Exclusion(start, end, "part of a compound", "compound")
    return None


def behind_name(text: str, start: int, end: int, *, plain: bool) -> Exclusion | None:
    """Find "Minsk 3", "Panzerhaubitze 2000", "Article 5", "No. 3": a number that ends a name."""
    if text[end : end + 1] == "-" and text.endswith(("'s ", "’s "), 0, start):
        return None  # "Canada's 12-sub program"
    if plain and (
        _is_labelled(text, start) or (text[start - 2 : start - 1] == ":" and _is_of_page(text, start, end))
    ):
        return named(start, end)
    if text.endswith(" year ", 0, start) and _ERA.search(text, start - 16, start):
        return Exclusion(start, end, "year of another calendar", "era")
    before = _word_before(text, start)
    if not before:
        return None
    word = before[1]
    small = word.lower()
    small = small if small in _NUMBERED else small.rstrip(".")
    capital = any(character.isupper() for character in word)
    if (small in _NUMBERED and (capital or small not in _CAPITALISED_ONLY)) or (
        small in _PLURAL_LABELS and (capital or not _counts_on(text, end))
    ):
        more = _SUFFIX.match(text, end)
        return named(before.start(), more.end() if more else end)
    small_number = end - start < _SHORTEST_LARGE or small in _NUMBERED_LARGE
    if plain and small in _NUMBERED_AT_END and small_number and phrase_after(text, end) is None:
        return named(before.start(), end)
    if plain and capital and text.endswith(".0", start, end) and not _opens_sentence(text, before.start()):
        return named(before.start(), end)  # "Industry 4.0"
    article = word == "A" and _opens_sentence(text, before.start())  # "A 500-bed hospital"
    if article or not plain or not text[start:end].isdecimal():
        return None
    more = _SUFFIX.match(text, end)
    name = named(before.start(), more.end() if more else end)
    if word in _NAMES or (len(word) == 1 and capital) or _is_broadcaster(text, before.start(), end):
        return name
    freed = small.endswith("day") and word_after(text, end) in _DOING  # "on Wednesday 175 were freed"
    owned = word.endswith(("'s", "’s")) and is_country_word(word[:-2])  # "Estonia's 12 at 46 million euros"
    if not capital or freed or owned or small in _NO_NAMES or _opens_sentence(text, before.start()):
        return None
    if phrase_after(text, end) is None:
        listed = _is_listed(text, word, before.start())
        return None if listed and end - start < _SHORTEST_LARGE else name  # "ordered 96, Estonia 36"
    # "gave Poland 180 tanks" counts; "Hwasong 5 missiles" as a rule does not.
    given = is_country_word(word) or word.endswith(("'s", "’s", "s"))
    acronym = word.isupper() and 1 < len(word) < 4 and word.isalpha() and end - start < 4
    return None if given or (end - start > 1 and not acronym) else name


def _is_listed(text: str, word: str, start: int) -> bool:
    """Say whether a name in a list has its own number: "ordered 96, Estonia 36", "the Democrats 175"."""
    if not text.endswith(_LISTING, 0, start):
        return False
    return is_country_word(word) or (word[-1] == "s" and word_before(text, start) == "the")


def _is_broadcaster(text: str, start: int, end: int) -> bool:
    """Find "France 24 reports"; "sold France 24 jets" counts."""
    if text[start:end] not in _BROADCASTERS:
        return False
    phrase = phrase_after(text, end)
    return phrase is None or phrase.category not in THINGS


def _counts_on(text: str, end: int) -> bool:
    """Say whether a number counts what follows it: "orders 24 more howitzers", not "orders 24 and 25"."""
    return word_after(text, end) in _MORE or phrase_after(text, end) is not None


def word_name(text: str, low: str, start: int, end: int) -> Exclusion | None:
    """Find pronouns ("no one"), "phase two", "Group of Seven" among the numbers in words."""
    if start > 1 and text[start - 1] == "-" and text[start - 2].isalpha():
        return Exclusion(start, end, "part of a compound", "compound")
    if low[start:end] == "one":
        pronoun = pronoun_one(text, start, end)
        if pronoun:
            return pronoun
    if low[start:end] == "zero" and word_before(low, start) in _ZERO_AFTER:  # "net zero"
        return Exclusion(start, end, "part of a compound", "compound")
    if word_before(low, start) in ("top", "bottom"):
        return Exclusion(start, end, "rank", "rank")
    capital = text[start].isupper()
    if capital and _is_quoted(text, start, end):  # a call sign
        return named(start, end)
    if capital and _GROUP_OF.search(text, start - 12, start):
        return named(start, end)
    if capital and text.endswith("the ", 0, start) and _CAPITALISED.match(text, end):  # "the Five Eyes"
        return named(start, end)
    before = _word_before(text, start)
    if before and phrase_after(text, end) is None:
        titled = capital and before[1][0].isupper() and before[1][-1] != "."
        titled = titled and not _opens_sentence(text, before.start())
        if titled or (before[1].lower() in _NUMBERED and before[1] != "numbers"):  # "the crew numbers three"
            return named(before.start(), end)
    return None


def opens_name(text: str, start: int, end: int) -> Exclusion | None:
    """Find "38 North", "3M", "the 1718 Committee", and a number alone in quotes: "bore “112”"."""
    found = _NAME_BEHIND.match(text, end)
    if found:
        return named(start, found.end())
    if text[start:end] in _FIRMS:
        phrase = phrase_after(text, end)
        return named(start, end) if phrase is None or phrase.category is None else None
    led = end - start == _SHORTEST_LARGE and _BODY_BEFORE.search(text, start - 8, start)
    body = _BODY_BEHIND.match(text, end) if led and text[start:end].isdecimal() else None
    if body:
        return named(start, body.end())
    thing = thing_with_day(text, start, end) if text[start - 2 : start - 1] in _LAST_OF_MONTHS else None
    if thing:
        return named(*thing)
    quoted = _is_quoted(text, start, end) and phrase_after(text, end + 1) is None
    return named(start, end) if quoted else None


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Say whether quotes hold a number and nothing else."""
    return text[start - 1 : start] in _QUOTES_OPEN and text[end : end + 1] in _QUOTES_CLOSE


def _is_labelled(text: str, start: int) -> bool:
    """Find the second number of "Resolutions 1718 and 2270", and that of "hull number 412"."""
    word = word_before(text, start).lower()
    if word in _IDENTIFIERS:
        return bool(_IDENTIFIED.search(text, start - 32, start))
    if word not in _JOINERS and not (word[:1].isdecimal() and word.endswith(",")):
        return False
    near = text[max(0, start - 64) : start]
    named = not _PLURAL_LABELS.isdisjoint(_WORDS_IN.findall(near.lower()))
    return named and bool(_LABELLED.search(near))


def _is_of_page(text: str, start: int, end: int) -> bool:
    """Find the numbers of "Volume: 20 Issue: 12"."""
    label = _LABEL_BEFORE.search(text, start - 16, start)
    return bool(label and label[1].lower() in _NUMBERED and _LABEL_ENDS.match(text, end))


def _word_before(text: str, start: int) -> re.Match[str] | None:
    """Match the word before a number; most words are seen at once to be neither a name nor a label."""
    word = word_before(text, start)
    if not word or (word.islower() and word.rstrip(".") not in _LABELS and word.isalpha()):
        return None
    if word in _UNITS and text.endswith(" a ", 0, start - len(word) - 1):
        return None  # "a battery has six launchers, a squadron 18"
    if word in _ALSO_VERBS and word_before(text, start - len(word) - 1) in _BEFORE_VERBS:
        return None  # "will train 25 of its sappers"
    return _WORD_BEFORE.search(text, start - len(word) - 1, start)


def glued_name(text: str, start: int, end: int) -> Exclusion:
    """Return the name that digits are part of: "K2s", "AN/TPQ-36A", "COVID19"."""
    before = _GLUED_BEFORE.search(text, start - len(word_before(text, start)), start)
    after = _GLUED_AFTER.match(text, end)
    begin, stop = before.start() if before else start, after.end() if after else end
    reason = "equipment designation" if _DESIGNATION.match(text, begin) else "part of a name or code"
    return Exclusion(begin, stop, reason, "designation")


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(' \t\u00a0“"‘(')
    return not before or before[-1] in ".!?:\n•-–—"
