"""Mentions become rows: plain tuples, made where the article is read, in this process or in another one."""

from __future__ import annotations

import gc
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import blake2b, sha256
from typing import NamedTuple

from koreaaid.articles import Article
from koreaaid.extract import Date, Excluded, Mention, Quantity, extract
from koreaaid.extract.sentences import sentence_at, sentence_spans
from koreaaid.language.digits import runs_of_digits
from koreaaid.ledger.persons import name_rows
from koreaaid.ledger.sketch import Words, sketches, words_of

Row = tuple[object, ...]

ARTICLE_COLUMNS = (
    "article", "title", "author", "outlet", "url", "published", "published_from", "published_evidence",
    "edition_of", "characters", "quantities", "dates", "excluded", "digits", "sha256", "sketch",
)  # fmt: skip
CLAIM_COLUMNS = (
    "claim_id", "article", "outlet", "published", "start", "end", "surface", "prefix", "suffix",
    "sentence", "sentence_start", "sentence_end", "value", "low", "high", "bound", "unit", "category",
    "item", "additive", "part_of", "converts", "repeats", "covers", "actor", "counterparty", "location",
    "attributed_to", "attribution_verb", "relayed_by", "modality", "stage", "event_date", "said_on", "rule",
)  # fmt: skip
DATE_COLUMNS = (
    "date_id", "article", "published", "start", "end", "surface", "sentence", "timex_type", "timex_value",
    "mod", "basis", "earliest", "latest", "value", "low", "high", "bound", "unit", "furniture", "rule",
    "day_of", "told", "attributed_to", "attribution_verb", "relayed_by", "modality", "stage",
)  # fmt: skip
EXCLUDED_COLUMNS = ("article", "start", "end", "surface", "sentence", "reason", "rule")
PROBLEM_COLUMNS = ("source", "message")

# Hypothesis and the W3C's examples quote as much before and after; it tells nearly all repeats apart.
_CONTEXT = 32
# Of a "sentence" longer than any (a table, a list without stops) the surroundings are shown: each row would
# hold all of it otherwise.
_LONGEST_SENTENCE = 2_000
_SHOWN = 500
_BLANKS = re.compile(r"\s+")


@dataclass(slots=True)
class Rows:
    """Rows for the tables of the ledger, each in the order of its columns above.

    The rows of articles lack their sketches, which are made of `words` for many at a time: see `sketched`.
    """

    articles: list[Row] = field(default_factory=list)
    claims: list[Row] = field(default_factory=list)
    dates: list[Row] = field(default_factory=list)
    excluded: list[Row] = field(default_factory=list)
    names: list[Row] = field(default_factory=list)
    problems: list[Row] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)

    def extend(self, other: Rows) -> None:
        """Append the rows of `other`."""
        self.articles += other.articles
        self.claims += other.claims
        self.dates += other.dates
        self.excluded += other.excluded
        self.names += other.names
        self.problems += other.problems
        self.words += other.words


def read_rows(articles: Iterable[Article], brief: bool = False) -> Rows:
    """Read `articles` and return their rows, `brief` or not; one that cannot be kept becomes a problem."""
    with uncollected():
        return sketched(_read(articles, brief))


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector away: reading leaves it nothing, and it goes through all rows to see that.

    Without it a shard takes a tenth less.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _read(articles: Iterable[Article], brief: bool) -> Rows:
    rows = Rows()
    for article in articles:
        try:
            article.text.encode()
        except UnicodeEncodeError as error:
            message = f"holds half a character at {error.start}: {error.reason}; save it as UTF-8 again"
            rows.problems.append((article.id, message))
            continue
        try:
            rows.extend(rows_of(article, extract(article), brief))
        except Exception as error:  # a fault of ours in one article must not cost the user the others
            message = (
                f"could not be read ({type(error).__name__}: {error}); please report it with the article"
            )
            rows.problems.append((article.id, message))
    return rows


def sketched(rows: Rows) -> Rows:
    """Return `rows` with the sketches of its articles."""
    articles = [(*row, sketch) for row, sketch in zip(rows.articles, sketches(rows.words), strict=True)]
    return replace(rows, articles=articles, words=[])


def rows_of(article: Article, mentions: Sequence[Mention], brief: bool = False) -> Rows:
    """Return the rows of one article whose mentions, in text order, are `mentions`.

    `brief` rows lack the ids that nothing refers to, and the sentences of dates and exclusions.
    """
    rows = Rows()
    sentences = _Sentences(article.text)
    names = _Names(article.id)
    nowhere = _Sentence(0, 0, "")
    placed = [
        (m, nowhere if brief and not isinstance(m, Quantity) else sentences.around(m)) for m in mentions
    ]
    figures = [(m, place) for m, place in placed if isinstance(m, Quantity)]
    named = _referred_to(figures) if brief else figures
    ids = {m.start: names.name("c", place, m.surface) for m, place in named}
    for mention, place in placed:
        if isinstance(mention, Quantity):
            rows.claims.append(_claim_row(article, mention, ids, place))
        elif isinstance(mention, Date):
            date_id = "" if brief else names.name("d", place, mention.surface)
            rows.dates.append(_date_row(article, mention, date_id, place))
        else:
            rows.excluded.append(_excluded_row(article, mention, place))
    rows.names = list(name_rows(article))
    rows.articles.append(_article_row(article, rows))
    rows.words.append(words_of(article))
    return rows


def _referred_to(figures: list[tuple[Quantity, _Sentence]]) -> list[tuple[Quantity, _Sentence]]:
    """Return the figures that others refer to, and those worded like one of them, which its id counts."""
    starts = {start for m, _ in figures for start in (m.part_of, m.converts, m.repeats)} - {None}
    if not starts:
        return []
    surfaces = {plain(m.surface) for m, _ in figures if m.start in starts}
    return [(m, place) for m, place in figures if plain(m.surface) in surfaces]


class _Sentence(NamedTuple):
    """A sentence, or what is shown of an endless one."""

    start: int
    end: int
    text: str


class _Sentences:
    """The sentences of a text, asked for in the order in which they come."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans = sentence_spans(text)
        self._last = _Sentence(0, 0, "")

    def around(self, mention: Mention) -> _Sentence:
        """Return the sentence in which `mention` begins."""
        if not self._last.start <= mention.start < self._last.end:
            start, end = (0, len(self._text))
            if self._spans:
                start, end = self._spans[sentence_at(self._spans, mention.start)]
            self._last = self._cut(start, end)
        if len(self._last.text) <= _LONGEST_SENTENCE:
            return self._last
        return self._cut(
            max(self._last.start, self._blank(mention.start - _SHOWN) + 1),
            min(self._last.end, self._blank(mention.end + _SHOWN)),
        )

    def _blank(self, at: int) -> int:
        """Return where a blank is at or soon after `at`; `at` itself where none is near."""
        found = self._text.find(" ", max(0, at), max(0, at) + _CONTEXT)
        return found if found >= 0 else max(0, at)

    def _cut(self, start: int, end: int) -> _Sentence:
        return _Sentence(start, end, self._text[start:end])


class _Names:
    """Ids that depend on the sentence and on nothing else in the article."""

    def __init__(self, article: str) -> None:
        self._article = article
        self._seen: Counter[tuple[str, str, str]] = Counter()

    def name(self, kind: str, sentence: _Sentence, surface: str) -> str:
        key = (kind, plain(sentence.text), plain(surface))
        self._seen[key] += 1
        return mention_id(self._article, *key, self._seen[key])


def mention_id(article: str, kind: str, sentence: str, surface: str, nth: int) -> str:
    """Return the id of the `nth` mention that is worded like this in a sentence, both without line breaks."""
    content = f"{article}\x1f{kind}\x1f{sentence}\x1f{surface}\x1f{nth}"
    return kind + blake2b(content.encode(), digest_size=5).hexdigest()


def plain(text: str) -> str:
    """Return a text with one space for each run of blanks and line breaks."""
    if text[:1].isspace() or text[-1:].isspace():
        return _BLANKS.sub(" ", text)
    return " ".join(text.split())


def _claim_row(article: Article, q: Quantity, ids: dict[int, str], sentence: _Sentence) -> Row:
    text = article.text
    # The others come in the order of the columns: to ask for each by its name takes twice as long.
    (
        start, end, surface, value, low, high, bound, unit, category, rule, item, additive, part_of, converts,
        repeats, *others,
    ) = q  # fmt: skip
    return (
        ids.get(start, ""), article.id, article.outlet, article.published, start, end, surface,
        text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT],
        sentence.text, sentence.start, sentence.end, value, low, high, bound, unit, category,
        item, additive, _id_at(ids, part_of), _id_at(ids, converts), _id_at(ids, repeats), *others, rule,
    )  # fmt: skip


def _id_at(ids: dict[int, str], start: int | None) -> str | None:
    return None if start is None else ids.get(start)


def _date_row(article: Article, d: Date, date_id: str, sentence: _Sentence) -> Row:
    return (
        date_id, article.id, article.published, d.start, d.end, d.surface, sentence.text, d.timex_type,
        d.timex_value, d.mod, d.basis, d.earliest, d.latest, d.value, d.low, d.high, d.bound, d.unit,
        d.furniture, d.rule, d.day_of, d.told, d.attributed_to, d.attribution_verb, d.relayed_by, d.modality,
        d.stage,
    )  # fmt: skip


def _excluded_row(article: Article, e: Excluded, sentence: _Sentence) -> Row:
    return (article.id, e.start, e.end, e.surface, sentence.text, e.reason, e.rule)


def _article_row(article: Article, rows: Rows) -> Row:
    return (
        article.id, article.title, article.author, article.outlet, article.url, article.published,
        article.published_from, _evidence(article), article.edition_of, len(article.text),
        len(rows.claims), len(rows.dates), len(rows.excluded),
        runs_of_digits(article.text),
        sha256(article.text.encode()).hexdigest(),
    )  # fmt: skip


def _evidence(article: Article) -> str | None:
    """Return where the publication date was read; all statements of it where they do not agree."""
    if len({dating.day for dating in article.datings}) > 1:
        return "; ".join(f"{d.day} ({d.source}: {d.evidence})" for d in article.datings)
    return article.datings[0].evidence if article.datings else None
