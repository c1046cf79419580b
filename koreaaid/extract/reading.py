"""The reading of one article, from its text to its mentions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from operator import attrgetter

from koreaaid.articles import Article, Furniture
from koreaaid.articles.reading import article_from_text
from koreaaid.extract.claims import describe
from koreaaid.extract.dates import read_dates
from koreaaid.extract.mention import Date, Excluded, Mention, Quantity
from koreaaid.extract.quantities import read_quantities
from koreaaid.extract.sentences import sentence_spans
from koreaaid.language.digits import ASCII_DIGITS
from koreaaid.language.lexicon import lexicon
from koreaaid.language.patterns import late

_WITHOUT_DATES = frozenset(lexicon("furniture")["without_dates"])

_ASCII = bytes(range(128))
# Digits of any script, and the characters that stand for one digit: superscripts, circled and dotted numbers.
_DIGITS = late(
    r"[\d"
    "\u00b2-\u00b3\u00b9\u1369-\u1371\u19da\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468"
    "\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792"
    "\U00010a40-\U00010a43\U00010e60-\U00010e68\U00011052-\U0001105a\U0001f100-\U0001f10a"
    "]+"
)


def extract(source: Article | str, *, published: date | None = None, claims: bool = True) -> list[Mention]:
    """Read every figure, date and excluded number.

    Parameters
    ----------
    source : Article or str
        An article, or a text that is read as one.
    published : date, optional
        Publication date of a text; without one it is taken from the text where the text gives it.
    claims : bool
        Whether to read who says each figure, of whom, planned or done. Without, a third of the time is saved.

    Returns
    -------
    list of Mention
        In text order, not overlapping. Every digit lies in exactly one of them, and
        `text[mention.start:mention.end] == mention.surface`.
    """
    article = source
    if isinstance(article, str):
        article = article_from_text(article, published=published, named=False, dated=claims)
    text = article.text
    sentences = sentence_spans(text)
    found = read_dates(text, sentences, article.published)
    figures = read_quantities(text, sentences, found)
    read: list[Mention] = [*found, *figures]
    if article.furniture:
        around = _Surroundings(article.furniture)
        read = [_placed(mention, around) for mention in read]
    if claims:
        dates = [mention for mention in read if isinstance(mention, Date)] if article.furniture else found
        quantities = [mention for mention in read if isinstance(mention, Quantity)]
        excluded = [mention for mention in read if isinstance(mention, Excluded)]
        quantities, dates = describe(article, sentences, quantities, dates)
        read = [*dates, *quantities, *excluded]
    read.sort(key=attrgetter("start"))
    return _with_remaining_digits(text, read)


class _Surroundings:
    """The furniture of a page, to be asked what a place in the text belongs to."""

    def __init__(self, spans: Sequence[Furniture]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]

    def reason_at(self, offset: int) -> str | None:
        """Return what part of the page lies at `offset`, None for the article itself."""
        at = bisect_right(self._starts, offset) - 1
        return self._spans[at].reason if at >= 0 and offset < self._spans[at].end else None


def _placed(mention: Mention, around: _Surroundings) -> Mention:
    """Set a figure of the page around the article aside; a date of it stays, and says where it stands."""
    reason = around.reason_at(mention.start)
    if reason is None:
        return mention
    if isinstance(mention, Date) and reason not in _WITHOUT_DATES:
        return mention._replace(furniture=reason)
    return Excluded(mention.start, mention.end, mention.surface, reason, "furniture")


def _with_remaining_digits(text: str, mentions: list[Mention]) -> list[Mention]:
    """Add an exclusion for each run of digits that no rule has read, so that none is dropped in silence."""
    if _digits_in(text) == _digits_in("".join([each.surface for each in mentions])):
        return mentions
    ends = [0, *[mention.end for mention in mentions]]
    gaps = zip(ends, [*[mention.start for mention in mentions], len(text)], strict=True)
    unread = [mention for end, start in gaps for mention in _unread(text, end, start)]
    return sorted([*mentions, *unread], key=attrgetter("start"))


def _digits_in(text: str) -> tuple[int, int]:
    """Return how many ASCII digits and how many others a text has.

    The class of all digits is slow to search with: it sees only what is not ASCII.
    """
    letters = text.encode("utf-8", "surrogatepass")
    digits = len(letters) - len(letters.translate(None, ASCII_DIGITS.encode()))
    if text.isascii():
        return digits, 0
    others = letters.translate(None, _ASCII).decode("utf-8", "surrogatepass")
    return digits, sum(map(len, _DIGITS.findall(others)))


def _unread(text: str, start: int, end: int) -> list[Excluded]:
    """Return exclusions for the digits of `text[start:end]`."""
    return [
        Excluded(digits.start(), digits.end(), digits.group(), "number that no rule reads", "remaining")
        for digits in _DIGITS.finditer(text, start, end)
    ]
