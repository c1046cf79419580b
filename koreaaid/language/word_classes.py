"""What a word can do in a claim: one letter for its part in the sentence, bits for what it says of a figure.

A sentence becomes a string of such letters, in which "X said that 3,000 troops" is a pattern of a few
characters.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from koreaaid.language.actors import is_country_word
from koreaaid.language.lexicon import lexicon

_REPORTING = lexicon("reporting")
_ROLES = lexicon("roles")
_MODALITY = lexicon("modality")
_WORDS = lexicon("function_words")

# Letters.  N name, C country, T title or role, B body, D document, M news outlet, j adjective of speakers,
# d determiner, V verb of saying, X verb of expecting, U verb that may say, G "saying", K "citing",
# ? noun or verb ("reports"), A according, P per, t that, o of, f for, F from, i in, a at, n on, w with, y by,
# 2 to, p other preposition, h he or she, H they, I it, W we or I, R who or which, b to be, v to have or do,
# m modal, z not, r adverb, & and, c other conjunction, s so, x any other word.  Marks stand for themselves;
# # is a figure, @ a date.

# Set for every word in small letters; any bit above it makes a word a cue.
LOWER = 1
WILL = 1 << 24
WOULD = 1 << 1
SHOULD = 1 << 2
COULD = 1 << 3
CAN = 1 << 4
INTENDING = 1 << 5
DEAL = 1 << 6
DUE = 1 << 7
EXPECTING = 1 << 8
OUTCOME = 1 << 9
ENVISAGING = 1 << 10
CONTAINING = 1 << 11
POSSIBLE = 1 << 12
CONDITION = 1 << 13
NEGATION = 1 << 14
DENYING = 1 << 15
CONFIRMING = 1 << 16
UNCONFIRMED = 1 << 17
HEARSAY = 1 << 18
TRANSFER = 1 << 19
FINITE = 1 << 20
AUXILIARY = 1 << 21
CLAUSE = 1 << 22
MEASURE = 1 << 23
ENVISAGING_FOR = 1 << 25
AGREEING = 1 << 26
SUFFERED = 1 << 27
EVIDENCE = 1 << 28
INCLUDING = 1 << 29
PLEDGED = 1 << 30
FRAMEWORK = 1 << 31
CONTRACTED = 1 << 32
SHIPPED = 1 << 33
DELIVERED = 1 << 34
REFUSED = 1 << 35
CANCELLED = 1 << 36
REPORTS = 1 << 37
TO = 1 << 38
STOP = 1 << 39
HOLDING = 1 << 40
AIM = 1 << 41
HANDOVER = 1 << 42
EXCLUDING = 1 << 43
POSTPONED = 1 << 44
COVERING = 1 << 45
UNDER_WAY = 1 << 46
GIVING = 1 << 47
OWNED = 1 << 48
MUST = 1 << 49
UNTRUE = 1 << 50
STAGED = PLEDGED | FRAMEWORK | CONTRACTED | SHIPPED | DELIVERED | REFUSED | CANCELLED

_BITS = {
    "will": WILL,
    "would": WOULD,
    "should": SHOULD,
    "could": COULD,
    "can": CAN,
    "intending": INTENDING,
    "deals": DEAL,
    "due": DUE,
    "expecting": EXPECTING,
    "outcomes": OUTCOME,
    "suffered": SUFFERED,
    "envisaging": ENVISAGING,
    "envisaging_for": ENVISAGING_FOR,
    "agreeing": AGREEING,
    "containing": CONTAINING,
    "possible": POSSIBLE,
    "conditions": CONDITION,
    "negation": NEGATION,
    "denying": DENYING,
    "evidence": EVIDENCE,
    "confirming": CONFIRMING,
    "unconfirmed": UNCONFIRMED,
    "hearsay": HEARSAY,
    "transfer": TRANSFER,
    "finite": FINITE,
    "auxiliaries": AUXILIARY,
    "clause": CLAUSE,
    "including": INCLUDING,
    "holding": HOLDING,
    "aims": AIM,
    "handover": HANDOVER,
    "excluding": EXCLUDING,
    "postponed": POSTPONED,
    "covering": COVERING,
    "under_way": UNDER_WAY,
    "must": MUST,
    "untrue": UNTRUE,
    "giving": GIVING,
    "owned": OWNED,
}
_STAGE_BITS = {
    "pledged": PLEDGED,
    "framework": FRAMEWORK,
    "contracted": CONTRACTED,
    "shipped": SHIPPED,
    "delivered": DELIVERED,
    "refused": REFUSED,
    "cancelled": CANCELLED,
}
_MARKS = {
    "#": "#",
    "@": "@",
    ",": ",",
    ";": ";",
    ":": ":",
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
    '"': '"',
    "“": "“",
    "”": "”",
    "«": "“",
    "»": "”",
    "–": "-",
    "—": "-",
    "-": "-",
    "|": "|",
}


def _letters() -> dict[str, str]:
    """Give each known word its letter; a later group gives way to an earlier one."""
    letters: dict[str, str] = {}

    def add(letter: str, words: Iterable[str]) -> None:
        for word in words:
            letters.setdefault(word, letter)

    for letter, words in _WORDS["letters"].items():
        add(letter, words)
    nouns = {*_REPORTING["documents"], *_ROLES["bodies"], *_ROLES["people"], *_ROLES["media_words"]}
    verbs = {*_REPORTING["strong"], *_REPORTING["weak"], *_REPORTING["expecting"]}
    add("?", nouns & verbs)
    add("V", _REPORTING["strong"])
    add("X", _REPORTING["expecting"])
    add("U", _REPORTING["weak"])
    add("G", _REPORTING["gerunds"])
    add("K", _REPORTING["citing"])
    add("M", (*_ROLES["media_words"], *(name for name in _ROLES["media"] if " " not in name)))
    add("T", _ROLES["people"])
    add("D", _REPORTING["documents"])
    add("B", _ROLES["bodies"])
    add("j", _ROLES["adjectives"])
    return letters


def _flags() -> dict[str, int]:
    flags: dict[str, int] = {}
    for group, bit in _BITS.items():
        for word in _MODALITY[group]:
            flags[word] = flags.get(word, 0) | bit
    for word in _REPORTING["measures"]:
        flags[word] = flags.get(word, 0) | MEASURE
    for stage, bit in _STAGE_BITS.items():
        for word in lexicon("stages")["stages"][stage]:
            flags[word] = flags.get(word, 0) | bit
    return flags


_LETTERS = _letters()
_FLAGS = _flags()
_NOT_PAST = frozenset(_WORDS["endings"]["not_past"])
_NOT_ADVERBS = frozenset(_WORDS["endings"]["not_adverbs"])
_STOPS = frozenset(';:|"“”')
_MOST_KNOWN = 1 << 15
# Any verb that says how sure something is.
MODAL = WILL | WOULD | SHOULD | COULD | CAN

V = TypeVar("V")


def word_class(word: str) -> tuple[str, int]:
    """Return the letter and the bits of a word or mark as it is written.

    Examples
    --------
    >>> word_class("said")[0], word_class("Seoul’s")[0], word_class("Shoigu")[0], word_class("tanks")[0]
    ('V', 'C', 'N', 'x')
    """
    mark = _MARKS.get(word)
    if mark:
        return mark, STOP if mark in _STOPS else 0
    base, whole = word, ""
    if "'" in word or "’" in word:
        base = word[:-2] if word[-2:] in ("'s", "’s") else word[:-1] if word[-1] in "'’" else word
        whole = word.lower().replace("’", "'")
    if is_country_word(base):
        return "C", 0
    lower = base.lower()
    capital = base[:1].isupper() or base[-1:].isupper()
    flags = _FLAGS.get(lower) or _FLAGS.get(whole, 0)
    letter = _LETTERS.get(lower)
    if letter is None or (whole and letter == "j" and capital):
        letter = _LETTERS.get(whole) or ("N" if capital else "r" if _is_adverb(lower) else "x")
    if letter in "VXUG?":
        flags |= REPORTS
    elif letter == "2":
        flags |= TO
    if not capital:
        flags |= LOWER
        if letter == "x" and _is_past(lower):
            flags |= FINITE
    return letter, flags


def _is_past(word: str) -> bool:
    return word.endswith("ed") and len(word) > 4 and "-" not in word and word not in _NOT_PAST


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and len(word) > 4 and word not in _NOT_ADVERBS


class _Classes(dict[str, V]):
    """The letters or the bits of the words met so far; too many are forgotten all at once."""

    def __missing__(self, word: str) -> V:
        if len(self) >= _MOST_KNOWN:
            LETTERS.clear()
            BITS.clear()
        LETTERS[word], BITS[word] = word_class(word)
        return self[word]


# Looked up word by word for whole sentences: `map(LETTERS.__getitem__, words)`.
LETTERS: _Classes[str] = _Classes()
BITS: _Classes[int] = _Classes()
