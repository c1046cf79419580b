"""`koreaaid check`: whether everything that a folder of articles rests on still holds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from koreaaid.articles.reading import article_files, read_articles
from koreaaid.articles.supplied import FILE_NAME, read_supplied
from koreaaid.errors import KoreaaidError
from koreaaid.ledger.beside import read_beside
from koreaaid.ledger.build import SEEDS, build_ledger
from koreaaid.ledger.corrections import CORRECTIONS_FILE
from koreaaid.ledger.names import NAMES_FILE
from koreaaid.ledger.series import SERIES_FILE, load_series
from koreaaid.suite.inputs import check_there
from koreaaid.suite.keys import input_hash
from koreaaid.suite.manifest import FILE as MANIFEST
from koreaaid.suite.manifest import Manifest
from koreaaid.views.links import evidence_href

if TYPE_CHECKING:
    from koreaaid.articles.reading import Articles
    from koreaaid.ledger.tables import Ledger

_MENTIONS = ("claims", "dates", "excluded")
_LINK = re.compile(r"(?<=href=[\"'])evidence/[^\"'\s<>]{1,300}(?=[\"'])")
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    Attributes
    ----------
    name : str
        What it is.
    found : str
        What was found, in a few words.
    faults : tuple of str
        What does not hold, each with what to do; empty if all is well.
    """

    name: str
    found: str
    faults: tuple[str, ...] = ()

    def line(self) -> str:
        """Return what is shown of it: one line, with the first of its faults."""
        more = f"; and {len(self.faults) - _SHOWN:,} more" if len(self.faults) > _SHOWN else ""
        said = f": {'; '.join(self.faults[:_SHOWN])}{more}" if self.faults else ""
        return f"{'FAILS' if self.faults else 'ok   '}  {self.name}: {self.found}{said}"


def check(articles: Path, reports: Path | None = None, notebooks: Path | None = None) -> Iterator[Check]:
    """Look at everything, one after the other.

    Parameters
    ----------
    articles : Path
        A folder of articles.
    reports : Path, optional
        A folder of reports, which should show these articles as they are now.
    notebooks : Path, optional
        A folder of notebooks with their outputs, which are of the `seeds` beside it: what they lead to
        is looked for in the articles if these are the seeds.
    """
    check_there(articles)
    if not articles.is_dir():
        raise KoreaaidError(f"{articles}: is one file; name the folder of the articles")
    read = read_articles(articles)
    yield _all_read(articles, read)
    ledger, beside = _built(read)
    places = _Places(read, ledger)
    yield places.digits()
    yield places.offsets()
    yield _articles_toml(articles, read)
    yield from beside or (_corrections(articles, ledger), _series(articles, ledger), _names(articles))
    if notebooks is not None:
        own = articles.resolve() == notebooks.resolve().parent / SEEDS
        yield _notebooks(notebooks, ledger if own else None)
    if reports is not None and (reports / MANIFEST).exists():
        yield _reports(reports, articles)


def _all_read(folder: Path, read: Articles) -> Check:
    files = article_files(folder)
    ids = {article.id for article in read}
    faults = [
        f"{problem.source}: {problem.message}"
        for problem in read.problems
        if problem.source not in ids and not problem.source.endswith(FILE_NAME)
    ]
    unread = len(files) - len(read)
    if unread > len(faults):
        faults.append(f"{unread - len(faults)} files are unread and nothing says why")
    return Check("articles", f"{len(read):,} of {len(files):,} files are read", tuple(faults))


def _built(read: Articles) -> tuple[Ledger, tuple[Check, ...]]:
    """Build the ledger, if need be without the analyst's files; return what is wrong with them too."""
    try:
        return build_ledger(read), ()
    except KoreaaidError as error:
        try:
            read_beside(read.folder)
        except KoreaaidError:
            fault = Check("what lies beside", "cannot be used", (str(error),))
            return build_ledger(list(read)), (fault,)
        raise


class _Places:
    """Where the mentions of a ledger lie in the texts."""

    def __init__(self, read: Articles, ledger: Ledger) -> None:
        self.texts = {article.id: article.text for article in read}
        self.spans: dict[str, list[tuple[int, int, str]]] = {name: [] for name in self.texts}
        for name in _MENTIONS:
            table = ledger.tables[name]
            columns = (table[column].tolist() for column in ("article", "start", "end", "surface"))
            for article, start, end, surface in zip(*columns, strict=True):
                self.spans[article].append((start, end, surface))
        for spans in self.spans.values():
            spans.sort()

    def digits(self) -> Check:
        """Look whether every digit lies in exactly one mention."""
        faults: list[str] = []
        total = 0
        for name, text in self.texts.items():
            total += sum(map(str.isdigit, text))
            spans = self.spans[name]
            faults += [
                f"{name}: {before[2]!r} and {after[2]!r} overlap at {after[0]}"
                for before, after in pairwise(spans)
                if after[0] < before[1]
            ]
            edges = [0, *(edge for start, end, _ in spans for edge in (start, end)), len(text)]
            for start, end in zip(edges[::2], edges[1::2], strict=True):
                faults += [f"{name}: {c!r} at {at} is in none" for at, c in _digits(text, start, end)]
        return Check("digits", f"{total:,}, each in one mention", tuple(faults))

    def offsets(self) -> Check:
        """Look whether every mention is what stands at its place."""
        faults = [
            f"{name}: {surface!r} does not stand at {start}"
            for name, spans in self.spans.items()
            for start, end, surface in spans
            if self.texts[name][start:end] != surface
        ]
        count = sum(map(len, self.spans.values()))
        return Check("places", f"{count:,} mentions, each stands where it says", tuple(faults))


def _digits(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    return ((at, text[at]) for at in range(start, end) if text[at].isdigit())


def _articles_toml(folder: Path, read: Articles) -> Check:
    known, _ = read_supplied(folder)
    faults = (problem.message for problem in read.problems if problem.source.endswith(FILE_NAME))
    return Check(FILE_NAME, f"says something of {_counted(len(known), 'article')}", tuple(faults))


def _corrections(folder: Path, ledger: Ledger) -> Check:
    if not (folder / CORRECTIONS_FILE).is_file():
        return Check(CORRECTIONS_FILE, "there is none")
    applied = int((ledger.corrections["state"] == "applied").sum())
    problems = ledger.problems
    of_file = problems[problems["source"].str.startswith(CORRECTIONS_FILE)]
    faults = [f"{row.source}: {row.message}" for row in of_file.itertuples()]
    return Check(CORRECTIONS_FILE, f"{applied:,} of {len(ledger.corrections):,} lines apply", tuple(faults))


def _series(folder: Path, ledger: Ledger) -> Check:
    shipped, known = load_series(), ledger.series
    own = [name for name in known if known[name] != shipped.get(name)]
    faults = [
        f"{name!r} finds no claim; correct its filters or delete it"
        for name in own
        if known[name].claims(ledger).empty
    ]
    found = f"{len(own):,} series of your own" if (folder / SERIES_FILE).is_file() else "there is none"
    return Check(SERIES_FILE, found, tuple(faults))


def _names(folder: Path) -> Check:
    # A file that cannot be used was refused when the ledger was built.
    return Check(NAMES_FILE, "is applied" if (folder / NAMES_FILE).is_file() else "there is none")


def _notebooks(folder: Path, ledger: Ledger | None) -> Check:
    paths = sorted(path for path in folder.glob("*.ipynb") if not path.name.startswith("."))
    anchors = _anchors(ledger) if ledger else None
    faults = [f"{path.name}: {fault}" for path in paths for fault in _faults_of(path, anchors)]
    return Check("notebooks", f"{_counted(len(paths), 'notebook')} with all outputs", tuple(faults))


def _faults_of(path: Path, anchors: set[str] | None) -> Iterator[str]:
    """Say what is wrong with a notebook: cells not run, failed or warned, links that lead nowhere."""
    again = "run `koreaaid refresh`"
    try:
        content = path.read_text(encoding="utf-8")
        cells: list[dict[str, Any]] = json.loads(content)["cells"]
        code = [cell for cell in cells if cell["cell_type"] == "code"]
        outputs = [output for cell in code for output in cell["outputs"]]
        counts = [cell["execution_count"] for cell in code]
        links = {link for output in outputs for link in _LINK.findall(_shown(output))}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        yield "is no notebook; open it in JupyterLab and save it again"
        return
    if counts != list(range(1, len(code) + 1)):
        yield f"not every cell was run, once and in order; {again}"
    if any(output.get("output_type") == "error" or output.get("name") == "stderr" for output in outputs):
        yield f"a cell failed or warned; {again}"
    lost = sorted({unquote(link) for link in links} - anchors) if anchors is not None else []
    if lost:
        yield f"{_counted(len(lost), 'link')} to what is no longer read, {lost[0]} first; {again}"


def _shown(output: dict[str, Any]) -> str:
    html = output.get("data", {}).get("text/html", "")
    return html if isinstance(html, str) else "".join(html)


def _anchors(ledger: Ledger) -> set[str]:
    """Return every address that a notebook may lead to in the evidence pages of a ledger."""
    found = [evidence_href(article) for article in ledger.articles["article"]]
    for table, anchors in (
        (ledger.claims, ledger.claims["claim_id"]),
        (ledger.dates, ledger.dates["date_id"]),
        (ledger.excluded, "x" + ledger.excluded["start"].astype("str")),
    ):
        found += map(evidence_href, table["article"], anchors)
    return {unquote(link) for link in found}


def _reports(folder: Path, articles: Path) -> Check:
    manifest = Manifest.load(folder)
    faults = [f"{page.notebook}: {page.error}" for page in manifest.pages if page.error]
    if manifest.input != input_hash(articles):
        faults.append("made of other articles than these; run `koreaaid report`")
    changed = [path for path, made in manifest.files.items() if _hash(folder / path) != made]
    if changed:
        faults.append(f"{_listed(changed)} not as made; run `koreaaid report`")
    return Check("reports", f"{len(manifest.pages):,} pages in {folder}", tuple(faults))


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _listed(paths: Sequence[str]) -> str:
    return f"{paths[0]} and {len(paths) - 1:,} more are" if len(paths) > 1 else f"{paths[0]} is"


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'s' if number != 1 else ''}"
