"""Noun phrases behind a number: what is counted, as it is written."""

from __future__ import annotations

import re
from typing import NamedTuple

from koreaaid.language.actors import is_country_word
from koreaaid.language.lexicon import lexicon
from koreaaid.language.nearby import word_after
from koreaaid.language.nouns import (
    GOODS,
    THINGS,
    category_of,
    compound_category,
    is_attributive,
    is_container,
    is_kind,
    is_mass,
    is_plural,
    is_transparent,
)
from koreaaid.language.patterns import late
from koreaaid.language.phrase_heads import (
    BLANK,
    CALIBRE,
    LIKE_ADJECTIVES,
    WORD,
    Word,
    can_be_head,
    fallback_head,
    is_of_kind,
)
from koreaaid.language.phrase_words import STOPS, designation_category, is_designation, is_known, stops

_WORDS = lexicon("phrases")
_ALSO_NOUNS = frozenset(_WORDS["stops"]["nouns"])
WORKS, _PRONOUNS, _MATERIALS = (
    frozenset(_WORDS[name]["words"]) for name in ("works", "pronouns", "materials")
)

_TOKEN = re.compile(rf"{BLANK}(?:{BLANK}|)[“\"‘]?({WORD}|&)([”\"’]?)")
# "1 million of the 4 million shells", but a sum or a measure has a unit
_UNITS = "barrels|crowns|dlrs|dollars|euros|francs|marks|pounds|rou?bles|rupees|tonnes|tons|zlotys"
_OF = re.compile(
    rf"{BLANK}{{1,2}}of(?={BLANK})(?:{BLANK}{{1,2}}(?:"
    r"(?:the|its|their|his|her|our|own|these|those|all|an?|this|that|some|my|your|most|least"
    r"|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*(?![\d,]|\.\d|[ \u00a0-]?m(?:m|illi)))\b"
    rf"|[^\W\d_]+['’]s(?={BLANK}\d)"
    rf"|\d[\d.,]*{BLANK}(?:million|billion)(?={BLANK}[a-z]+s\b)(?!{BLANK}(?:{_UNITS})\b)"
    r"|(?:about|around|roughly|approximately|nearly|almost|over|estimated|planned|initial|original|expected|promised|pledged|ordered"
    rf"|projected|remaining|total|first|last|next|other|more{BLANK}than)(?={BLANK}\d)))*",
    re.IGNORECASE,
)
_COUNTED = late(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\Z")  # "four launchers of eight"
_MAY_BE_OF, _MAY_BE_FROM = frozenset({"of", ""}), frozenset({"from", ""})  # no word behind two blanks
_FROM = late(rf"{BLANK}{{1,2}}from{BLANK}{{1,2}}(?:the{BLANK})?[A-Z][\w’'-]*(?:{BLANK}[A-Z][\w’'-]*){{0,3}}")
# "6 Homar-K (K239 Chunmoo) launchers"
_ASIDE = late(r" \([A-Z][^()\n]{1,40}\)(?= [a-z])")
_NUMBERED_NAMES = frozenset(lexicon("designations")["numbered_names"]["words"])
_NUMBER_IN_NAME = late(rf"{BLANK}\d{{1,4}}(?={BLANK}[a-z])")
_SUSPENDED = late(r"- (?:and|or|to)(?= \w+-)")
_COMMA = late(rf",(?={BLANK}([A-Za-z]+(?:-[a-z]+)?){BLANK}[A-Za-z])")
_COUNTS = frozenset(_WORDS["of_counts"]["words"])
_LAST_WORD = late(r"\w+")
_PERIODIC = frozenset({"daily", "monthly", "weekly", "yearly"})
_PASSED_OVER = frozenset({"most", "least", "such"})
_OWNING = ("'s", "’s", "’", "'")
_OWNERS, _ROUNDS = frozenset({"s'", "s’"}), frozenset({"round", "rounds"})
_NOT_NUMBERS = (" of", " the", " its", " their", " his", " her", " for", " to", " in", " on")
_BEFORE_OWNED = (*_OWNING, "al", "ary", "ian", "ic")
_OWNED = frozenset({"calls", "claims", "costs", "moves", "needs", "plans", "works"})
_MOST_WORDS, _DEEPEST, _NEAR = 9, 2, 14


class Phrase(NamedTuple):
    """A noun phrase: its span, its head noun, and the category of that (None: not in the lexicon)."""

    start: int
    end: int
    head: str
    category: str | None


def phrase_after(text: str, end: int, *, single: bool = False, depth: int = 0) -> Phrase | None:
    """Read the noun phrase behind a number; `single` after "one", whose noun has no plural ending.

    >>> text = "3,000 North Korean troops being transferred"
    >>> phrase = phrase_after(text, 5)
    >>> text[phrase.start : phrase.end], phrase.category
    ('North Korean troops', 'personnel')
    """
    if not text[end : end + 1].isspace():
        return None
    words: list[Word] = []
    head_at, position = -1, end
    for _ in range(_MOST_WORDS):
        calibre = CALIBRE.match(text, position) if text[position + 1 : position + 2].isdecimal() else None
        found = calibre or _TOKEN.match(text, position) or (words and _behind_aside(text, position)) or None
        if not found:
            break
        written = found[1]
        word = _unquoted(text, found) if written[-1] in "'’" else written
        if word in _PASSED_OVER if not words else word[0].isdecimal() and words[-1][2].endswith(_OWNING):
            position = found.end()  # "20 most modern tanks", "the fleet's 90 ships"
            continue
        if not calibre and stops(word) and _ends_before(text, found, words, head_at, single=single):
            break
        if not single and word[-2:] in _OWNERS and (owners := _owners(text, end, found, words)):
            return owners
        if _breaks(text, found, words, head_at, word, single=single):
            break
        start = found.start(1)
        words.append((start, start + len(word), word))
        if not calibre and (
            can_be_head(word, single=single) or (head_at >= 0 and is_of_kind(words, head_at))
        ):
            head_at = len(words) - 1
        if not calibre and (found[2] or word != written):  # a closing quote
            break
        position = found.end() if head_at >= 0 else _behind_joint(text, word, found.end(), single=single)
    if head_at < 0 and words:
        head_at = fallback_head(words, single=single)
    if head_at < 0:
        return None
    before = words[head_at - 1][2] if head_at > 0 else ""
    return _with_complement(text, words[0][0], words[head_at][1], words[head_at][2], before, depth)


def _breaks(
    text: str, found: re.Match[str], words: list[Word], head_at: int, word: str, *, single: bool
) -> bool:
    """Say whether a phrase ends before a word that could be part of another: behind its head, a plural."""
    if head_at >= 0 and not _goes_on(text, words[head_at][2], found, single=single):
        return True
    return single and bool(words) and is_plural(word) and category_of(word) is None


def _owners(text: str, end: int, found: re.Match[str], words: list[Word]) -> Phrase | None:
    """Return those who are counted right behind their number: "the four firms' backlog", not "of firms'"."""
    head = found[1][:-1]
    behind = _TOKEN.match(text, found.end())
    lost = behind is not None and category_of(behind[1]) == "casualties"  # "three soldiers' bodies"
    many = behind is not None and is_plural(behind[1]) and behind[1][0].islower()  # "900 soldiers' families"
    many = many and "the " not in text[max(0, end - _NEAR) : end].lower()
    if text.endswith(_NOT_NUMBERS, 0, end) or lost or many or not is_plural(head):
        return None
    start = words[0][0] if words else found.start(1)
    return Phrase(start, found.end(1) - 1, head, category_of(head))


def _unquoted(text: str, found: re.Match[str]) -> str:
    """Return a word without the quote that closes a line: 'I counted 72 drones'."""
    end = found.end()
    closes = text[end : end + 1] == "\n" and not text[end + 1 : end + 2].islower()
    return found[1][:-1] if closes else found[1]


def _behind_aside(text: str, position: int) -> re.Match[str] | None:
    """Match the next word behind another name in brackets, within a phrase."""
    aside = _ASIDE.match(text, position)
    return _TOKEN.match(text, aside.end()) if aside else None


def _ends_before(text: str, found: re.Match[str], words: list[Word], head_at: int, *, single: bool) -> bool:
    """Say whether a phrase ends before a word that stops most: not in "three calls", "new and old tanks"."""
    word = found[1]
    monthly = word in _PERIODIC and head_at < 0 and _stands_before_noun(text, found)
    if monthly or (words and words[-1][2].endswith(_BEFORE_OWNED) and word in _OWNED):
        return False  # "half of Russia's monthly need", "the plant's needs", "humanitarian needs"
    if not words:
        return (single or word not in _ALSO_NOUNS) and not _is_participle(text, found)
    if word in _ALSO_NOUNS and head_at < 0 and not single:
        return False  # "30 port calls"
    may_join = head_at < 0 or words[head_at][2].lower() in LIKE_ADJECTIVES
    return not (may_join and _joins(text, found, words))


def _stands_before_noun(text: str, found: re.Match[str]) -> bool:
    following = _TOKEN.match(text, found.end())
    return following is not None and following[1].islower() and not stops(following[1])


def _is_participle(text: str, found: re.Match[str]) -> bool:
    """Say whether a verb's form is said of the noun behind it: "captured men", "wounded Korean soldiers"."""
    following = _TOKEN.match(text, found.end()) if found[1].endswith("ed") else None
    return following is not None and _leads_to_noun(text, following)


def _leads_to_noun(text: str, found: re.Match[str]) -> bool:
    """Say whether only names stand between a word and people or goods in the plural."""
    word: re.Match[str] | None = found
    while word and word[1][0].isupper() and not is_plural(word[1]):
        word = _TOKEN.match(text, word.end())
    if not word or not is_plural(word[1]):
        return False
    return is_designation(word[1]) or category_of(word[1]) in THINGS or is_country_word(word[1])


def _behind_joint(text: str, word: str, position: int, *, single: bool) -> int:
    """Return where the phrase goes on: "10 new, modern tanks", "medium- and long-term", "Leopard 2 tanks"."""
    if word in _NUMBERED_NAMES:
        number = _NUMBER_IN_NAME.match(text, position)
        return number.end() if number else position
    if text.startswith("-", position):
        joint = _SUSPENDED.match(text, position)
        return joint.end() if joint else position
    joined = text.startswith(",", position) and not single and word not in _MATERIALS
    comma = _COMMA.match(text, position) if joined else None
    if comma and comma[1][0].isupper():  # "Russian, Chinese and Iranian ships"
        return comma.end() if is_country_word(word) and is_country_word(comma[1]) else position
    return comma.end() if comma and comma[1] not in STOPS and not is_plural(comma[1]) else position


def phrase_of(text: str, end: int, *, single: bool = False) -> tuple[Phrase | None, str]:
    """Read "of the new K2s" behind a number: the phrase, or the pronoun in its place ("of them")."""
    of = _OF.match(text, end) if word_after(text, end) in _MAY_BE_OF else None
    if not of:
        return None, ""
    word = _TOKEN.match(text, of.end())
    if word is None or word[1].lower() in _PRONOUNS:
        return None, word[1].lower() if word else "them"
    return phrase_after(text, of.end(), single=single), ""


def end_with_whole(text: str, end: int, limit: int) -> int:
    """Return where the noun that ends at `end` does with the whole that it is said of: "price of the boats".

    The whole ends before `limit` and is no count: not in "a sale of 20 tanks".
    """
    of = _OF.match(text, end) if text.startswith(" of ", end) else None
    words = of[0].split() if of else []
    if of is None or (len(words) > 1 and (words[1][0].isdecimal() or words[1] in _COUNTS)):
        return end
    whole = phrase_after(text, of.end()) or phrase_after(text, of.end(), single=True)
    if whole is None or whole.end > limit or whole.head == "&" or whole.head.endswith(("'s", "’s")):
        return end
    return whole.end - len(whole.head) - 1 if whole.head.endswith("ed") else whole.end  # "of Hanwha gained"


def _joins(text: str, found: re.Match[str], words: list[Word]) -> bool:
    """Say whether "and" joins adjectives or names: "construction and demining experts", "K1 and K2 tanks"."""
    following = _TOKEN.match(text, found.end()) if found[1] == "and" else None
    if not following or stops(following[1]):
        return False
    names = is_designation(words[-1][2]) and is_designation(following[1])
    if is_country_word(words[-1][2]) and following[1][0].isupper():  # "Russian and North Korean men"
        second = _TOKEN.match(text, following.end())
        return is_country_word(following[1]) or (second is not None and is_country_word(second[1]))
    if names or not following[1][0].islower():
        return names
    behind = _TOKEN.match(text, following.end())
    return not (behind and behind[1][0].isdecimal())  # "40 hectares of land and make 900"


def _goes_on(text: str, head: str, found: re.Match[str], *, single: bool) -> bool:
    """Say whether a noun phrase that could end with `head` goes on with the word that is found."""
    word = found[1]
    if head.endswith("ed") and word[0].isupper() and _leads_to_noun(text, found):
        return True
    if word.endswith(("'s", "’s")):
        return False
    known = is_known(word) if single else category_of(word) is not None
    if single:
        return known or word in WORKS
    if head.lower() in LIKE_ADJECTIVES or (is_mass(head) and category_of(head) in GOODS):
        return True
    if is_attributive(head) or is_mass(head):
        return known or is_plural(word)
    return known and is_plural(word) and category_of(word) != "casualties"


def _with_complement(text: str, start: int, end: int, head: str, before: str, depth: int) -> Phrase:
    """Go on to "of artillery shells" after a container and to "from North Korea" after people."""
    category = category_of(head)
    if before:
        category = compound_category(before, head) or category
    if category is None and is_designation(head):
        category = designation_category(head)
    elif category is None and before[:1].isupper() and head[0].isupper() and is_designation(before):
        category = designation_category(before)  # "20 C-130 Hercules"
    if is_container(head) and depth < _DEEPEST:
        of = _OF.match(text, end)
        of = None if of and not is_transparent(head) and _COUNTED.search(of[0]) else of
        inner = phrase_after(text, of.end(), depth=depth + 1) if of else None
        if inner:
            end = inner.end
            if is_transparent(head) and not is_kind(head) and category != "munitions":
                category = inner.category or category
            elif head in _ROUNDS and inner.category not in GOODS and not is_designation(inner.head):
                category = None  # "two rounds of talks"
    if category == "personnel":
        origin = _FROM.match(text, end) if word_after(text, end) in _MAY_BE_FROM else None
        end = origin.end() if origin and is_country_word(_LAST_WORD.findall(origin[0])[-1]) else end
    return Phrase(start, end, head, category)
