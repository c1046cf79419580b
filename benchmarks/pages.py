"""How well web pages are read: title, publication date, the article's paragraphs, and what is foreign to it.

    python benchmarks/pages.py FOLDER [--errors]

FOLDER holds pages (`*.html.gz`, in folders) and beside them JSON files with what is true of them: for
`Outlet.json` the versions V1, V2 … in the order of the pages `Outlet_YYYY_MM_DD.html.gz`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from koreaaid.articles.article import Article
from koreaaid.articles.reading import article_from_page

_LETTERS = re.compile(r"[^\w]+|_")
_PAGE = re.compile(r"(?P<outlet>.+?)_\d{4}_\d\d_\d\d\.html\.gz")


@dataclass
class Page:
    """What is right and wrong about the reading of one page."""

    name: str
    title: bool
    date: bool
    paragraphs: int
    found: int
    characters: int
    foreign: int
    errors: list[str]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="print what is wrong with each page")
    arguments = parser.parse_args()
    begun = time.perf_counter()
    pages = [measured(path, truth) for path, truth in pages_with_truth(arguments.folder)]
    seconds = time.perf_counter() - begun
    for page in pages if arguments.errors else []:
        print(*(f"{page.name}: {error}" for error in page.errors), sep="\n", end="\n" if page.errors else "")
    count = len(pages)
    print(f"pages             {count} in {seconds:.1f} s")
    print(f"title right       {sum(page.title for page in pages) / count:6.1%}")
    print(f"date right        {sum(page.date for page in pages) / count:6.1%}")
    recalls = [page.found / page.paragraphs for page in pages if page.paragraphs]
    foreign = [page.foreign / max(1, page.characters) for page in pages]
    print(
        f"paragraphs found  {sum(p.found for p in pages) / sum(p.paragraphs for p in pages):6.1%}"
        f"  (mean of the pages {sum(recalls) / len(recalls):.1%})"
    )
    print(
        f"foreign text      {sum(p.foreign for p in pages) / sum(p.characters for p in pages):6.1%}"
        f"  (mean of the pages {sum(foreign) / count:.1%})"
    )


def pages_with_truth(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    for truth in sorted(folder.glob("**/*.json")):
        versions = json.loads(truth.read_text(encoding="utf-8"))
        paths = [
            path
            for path in sorted(truth.parent.glob(f"{truth.stem}_*.html.gz"))
            if (named := _PAGE.fullmatch(path.name)) and named["outlet"] == truth.stem
        ]
        yield from zip(paths, versions.values(), strict=True)


def measured(path: Path, truth: dict[str, Any]) -> Page:
    html = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
    article = article_from_page(html, id=path.name)
    true = true_paragraphs(truth)
    text = bare(article.text)
    missing = [paragraph for paragraph in true if bare(paragraph) not in text]
    whole = " ".join(map(bare, [truth["title"] or "", *true]))
    lines = [line for line in article.text.split("\n") if bare(line)]
    foreign = [
        line for line in lines if bare(line) not in whole and not any(bare(p) in bare(line) for p in true)
    ]
    page = Page(
        path.name,
        bare(article.title or "") == bare(truth["title"] or ""),
        _same_day(article, truth["publishing_date"]),
        len(true), len(true) - len(missing), len(article.text), sum(map(len, foreign)), [],
    )  # fmt: skip
    if not page.title:
        page.errors.append(f"title {article.title!r}, should be {truth['title']!r}")
    if not page.date:
        page.errors.append(
            f"date {article.published} ({article.datings[:1]}), should be {truth['publishing_date']}"
        )
    page.errors += [f"missing {paragraph[:140]!r}" for paragraph in missing]
    page.errors += [f"foreign {line[:140]!r}" for line in foreign]
    return page


def true_paragraphs(truth: dict[str, Any]) -> list[str]:
    body = truth["body"]
    parts = list(body["summary"])
    for section in body["sections"]:
        parts += [*section["headline"], *section["paragraphs"]]
    return [part for part in parts if bare(part)]


def bare(text: str) -> str:
    """Leave letters and digits only: quotes, blanks and dashes are set differently by every reader."""
    return _LETTERS.sub("", text).casefold()


def _same_day(article: Article, stamp: str) -> bool:
    """Say whether the day is right, in the time zone of the stamp or in UTC."""
    moment = datetime.fromisoformat(stamp)
    days = {moment.date()} | ({moment.astimezone(UTC).date()} if moment.tzinfo else set())
    return article.published in days


if __name__ == "__main__":
    main()
