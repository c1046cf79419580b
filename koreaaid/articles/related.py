"""Other articles on the page: their headlines after a label, in a list, or with a time stamp."""

from __future__ import annotations

from collections.abc import Iterator

from koreaaid.articles.article import Furniture
from koreaaid.language.calendar import absolute_dates
from koreaaid.language.patterns import late

_LONGEST_HEADLINE = 200
_LONGEST_LIST = 30
_HEADLINE_LINES = 4
_CLOSING_SHARE = 0.5
_LONGEST_CLOSING = 2000
_SENTENCE_END = late(r"[.!?][\"”’)]?\s*\Z")
# A headline goes on in the next line where that begins in small letters or with a mark.
_CONTINUED = late(r"[ \t\u00a0]*[a-z,;:)–—-]")
_NUMBER = late(r"[\s•·*-]{0,12}(\d{1,2})[.)]?(?=[\s.)])[\s.)]{0,6}")
_BULLET = late(r"\s{0,6}[•·*-]\s{0,6}(?=\S)")
_HEADLINE_WORDS = 3


def line_end(text: str, position: int) -> int:
    """Return where the line that holds `position` ends."""
    end = text.find("\n", position)
    return len(text) if end < 0 else end


def related_headline(text: str, label_end: int) -> int:
    """Return the end of the headline that follows a label such as "Read also:", there or on the next lines.

    A line that is too long for a headline is left to the article.
    """
    end = line_end(text, label_end)
    if text[label_end:end].strip():
        return end if end - label_end <= _LONGEST_HEADLINE else label_end
    taken = label_end
    position = label_end
    for _ in range(_HEADLINE_LINES):
        start = _next_line(text, position)
        end = line_end(text, start)
        line = text[start:end]
        begins = taken == label_end
        if not line.strip() or end - start > _LONGEST_HEADLINE or _SENTENCE_END.search(line):
            break
        if not begins and not (_CONTINUED.match(line) or text[:taken].endswith(",")):
            break
        taken = position = end
    return taken


def _next_line(text: str, position: int) -> int:
    """Return where the next line that is not blank begins."""
    start = line_end(text, position)
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def list_of_articles(text: str, heading_end: int) -> int:
    """Return the end of the list of headlines under a heading; of the heading where there is no list."""
    kinds = (_numbered, _bulleted, _up_to_a_blank_line, _up_to_the_end)
    return next((end for kind in kinds if (end := kind(text, heading_end))), heading_end)


def _numbered(text: str, position: int) -> int | None:
    """Follow 1, 2, 3 … each with a headline behind it or below it; None where it is no such list.

    In a list without line breaks the last headline runs into the article: it is left out.
    """
    reached = None
    for number in range(1, _LONGEST_LIST):
        found = _NUMBER.match(text, position)
        if not found or int(found[1]) != number:
            break
        end = line_end(text, found.end())
        if end - found.end() > _LONGEST_HEADLINE:
            following = late(rf"\s[•·*-]?\s?{number + 1}[.)]?\s").search(
                text, found.end(), found.end() + _LONGEST_HEADLINE
            )
            if not following:
                reached = found.end(1)
                break
            end = following.start()
        reached = position = end
    return reached


def _bulleted(text: str, position: int) -> int | None:
    reached = None
    for _ in range(_LONGEST_LIST):
        start = _next_line(text, position)
        end = line_end(text, start)
        if not _BULLET.match(text, start) or not _is_headline(text[start:end]):
            break
        reached = position = end
    return reached


def _up_to_a_blank_line(text: str, position: int) -> int | None:
    """Take two or more headlines, each on a line of its own, that a blank line parts from the article."""
    end = line_end(text, position)
    for count in range(_LONGEST_LIST):
        start, end = end + 1, line_end(text, end + 1)
        line = text[start:end]
        if not line.strip() and count and start < len(text):
            return start - 1 if count > 1 else None
        if start >= len(text) or not _is_headline(line) or len(line.split()) < _HEADLINE_WORDS:
            return None
    return None


def _up_to_the_end(text: str, position: int) -> int | None:
    """Take all that is left of the text when it is nothing but headlines."""
    rest = text[position : position + _LONGEST_LIST * _LONGEST_HEADLINE].split("\n")
    if position < _CLOSING_SHARE * len(text) or sum(map(len, rest)) < len(text) - position - len(rest):
        return None
    return len(text) if all(_is_headline(line) for line in rest) else None


def _is_headline(line: str) -> bool:
    return len(line) <= _LONGEST_HEADLINE and not line.rstrip().endswith((".", ".”", '."', ".'"))


def closing_part(text: str, start: int, reason: str) -> Iterator[Furniture]:
    """Take the end of the text after a label such as "Legal Disclaimer:"; of a long rest one line."""
    if start < _CLOSING_SHARE * len(text):
        return
    end = len(text) if len(text) - start <= _LONGEST_CLOSING else line_end(text, _next_line(text, start))
    yield Furniture(start, end, reason)


def stamped_headline(text: str, count: Furniture) -> Iterator[Furniture]:
    """Find the headline of another article before its time stamp and its view count.

    "Details of the strike on KyivJan 10 2024, 07:26 AM • 130241 views", after the article itself.
    """
    if count.start < _CLOSING_SHARE * len(text):
        return
    start = max(text.rfind("\n", 0, count.start) + 1, count.start - 2 * _LONGEST_HEADLINE)
    stamp = next((day for day in absolute_dates(text, start, count.start) if day.time), None)
    if stamp is None:
        return
    if not text[start : stamp.start].strip():
        previous_end = len(text[: max(0, start - 1)].rstrip())
        previous = text.rfind("\n", 0, previous_end) + 1
        if not _is_headline(text[previous:previous_end]):
            return
        start = previous
    elif len(text[start : stamp.start].split()) < _HEADLINE_WORDS:
        return
    yield Furniture(start, count.start, "related article")
