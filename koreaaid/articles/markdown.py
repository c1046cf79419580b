"""Markdown with front matter: the lines between two rows of dashes at the head are read as `key: value`.

YAML proper is not read: nothing that a file says is ever made into anything but text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from koreaaid.articles.article import Dating
from koreaaid.articles.stamps import stated_day
from koreaaid.articles.stated import Stated
from koreaaid.language.lexicon import lexicon

_FRONT = re.compile(
    r"\A\s{0,5}(?P<fence>---|\+\+\+)[ \t]*\n(?P<lines>.{0,20000}?)\n(?P=fence)[ \t]*(?:\n|\Z)", re.DOTALL
)
_PAIR = re.compile(r"^(?P<key>[\w-]{1,40})[ \t]{0,5}[:=][ \t]{0,5}(?P<value>[^\n]{1,2000})$", re.MULTILINE)

_HEADING = re.compile(r"^#[ \t]{1,5}(?P<title>[^\n#]{1,300})", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the head of a Markdown file says of its article, and where it ends (0 where there is none)."""

    stated: Stated
    end: int = 0


def front_matter(text: str) -> FrontMatter:
    r"""Read the front matter of a text.

    >>> front_matter("---\ntitle: Tanks for Poland\ndate: 2024-10-29\n---\nSeoul said").stated.title
    'Tanks for Poland'
    """
    front = _FRONT.match(text)
    heading = _HEADING.search(text, front.end() if front else 0)
    title = heading["title"].strip() if heading else None
    if front is None:
        return FrontMatter(Stated(title=title, places=(("title", "the first heading"),)))
    pairs = {
        pair["key"].lower(): pair["value"].strip().strip("\"'") for pair in _PAIR.finditer(front["lines"])
    }
    names = lexicon("records")
    said = {
        field: next((pairs[name] for name in names[field] if pairs.get(name)), None)
        for field in ("title", "author", "outlet", "url", "published")
    }
    day = stated_day(said["published"]) if said["published"] else None
    datings = (Dating(day, "metadata", f"front matter: {said['published']}"),) if day else ()
    stated = Stated(
        title=said["title"] or title,
        author=said["author"],
        outlet=said["outlet"],
        url=said["url"],
        datings=datings,
        places=tuple(
            (field, "front matter") for field in ("title", "author", "outlet", "url") if said[field]
        ),
    )
    return FrontMatter(stated, front.end())
