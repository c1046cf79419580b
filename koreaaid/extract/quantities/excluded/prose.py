"""Numbers between plain words: most have nothing beside them that could make them less than a figure."""

from __future__ import annotations

from koreaaid.extract.quantities.excluded.names import LEADING_WORDS
from koreaaid.language.lexicon import lexicon
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.numerals import Numeral

_COUNTED = lexicon("designations")["counters"]["view_count"]
COUNTER_WORDS = frozenset({"of", "words", *(words.split()[0] for words in _COUNTED)})
COUNTERS_BEFORE = ("views", "comments", "shares", "likes", "hits", "reads", "visits", "viewed", "hit")
# Behind these a number may be of a list, a page, an era, a rank or a telephone, or name a body.
_TELLING = LEADING_WORDS | {
    "of", "the", "year", "top", "bottom",
    "tel", "phone", "fax", "ph", "mob", "mobile", "cell", "call", "dial", "hotline", "contact",
}  # fmt: skip
_BLANKS = frozenset(" \n")
_LONGEST = 7  # digits; more are an identifier


def is_in_prose(text: str, numeral: Numeral) -> bool:
    """Say whether words in small letters that tell nothing stand beside a number, or one before it.

    A yes is certain: no rule for numbers that are no figures would apply.
    """
    start, end = numeral.start, numeral.end
    behind = text[end : end + 2]
    if behind[:1] not in _BLANKS or not (behind[1:].islower() or behind[1:].isspace()) or behind == " x":
        return False
    if text[start - 1 : start] != " " or text[start] not in "123456789":
        return False
    if numeral.form == "digits":
        if end - start > _LONGEST or text.find(".", start, end) >= 0:
            return False
    elif text[end - 1].isupper():  # "3M"
        return False
    before = word_before(text, start)
    return (
        before.isalpha()
        and before.islower()
        and before not in _TELLING
        and text[start - 2] == before[-1]
        and not before.endswith(COUNTERS_BEFORE)
        and word_after(text, end) not in COUNTER_WORDS
    )
