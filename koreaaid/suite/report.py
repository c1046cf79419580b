"""Articles and notebooks become a folder of reports: nothing is made twice, nothing is left half made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from koreaaid.errors import KoreaaidError
from koreaaid.files import building, clear_left
from koreaaid.suite.cache import Cache
from koreaaid.suite.execution import Executed, execute_all
from koreaaid.suite.inputs import articles_at, check_there, split_problems
from koreaaid.suite.keys import digest, file_hashes, files_in, input_hash, report_key, run_key, versions
from koreaaid.suite.manifest import Manifest, PageEntry, publish, write_manifest
from koreaaid.suite.notebooks import Notebook, Run, plan_runs, read_notebooks, select
from koreaaid.suite.rendering import Made, render
from koreaaid.suite.settings import Outcome, Progress, Settings

if TYPE_CHECKING:
    from koreaaid.articles import Article
    from koreaaid.ledger.tables import Ledger

CACHE = ".koreaaid-cache"
DATA = "data"


@dataclass(frozen=True, slots=True)
class _Work:
    """What all steps of making one report share."""

    settings: Settings
    progress: Progress
    cache: Cache
    earlier: Manifest
    building: Path


def make_report(settings: Settings, progress: Progress | None = None) -> Outcome:
    """Make the reports that `settings` ask for, or find that nothing has changed since they were made."""
    notebooks = _checked(settings)
    cache = _cache(settings.out)
    with cache.lock(settings.out):  # a second run waits, and then may find that nothing is left to do
        earlier = Manifest.load(settings.out)
        for folder in {settings.out, *((settings.out / path).parent for path in earlier.files)}:
            clear_left(folder)
        key = _key(settings, notebooks)
        if not settings.force and earlier.stands(key, settings.out):
            return _outcome(settings, earlier, [], cache)
        with building(cache.folder) as folder:
            work = _Work(settings, progress or Progress(), cache, earlier, folder)
            manifest, ran = _build(work, notebooks, key)
        return _outcome(settings, manifest, ran, cache)


def _build(work: _Work, notebooks: Sequence[Notebook], key: str) -> tuple[Manifest, list[str]]:
    """Build the whole report in a folder of its own and publish it; return the names of the runs as well."""
    from koreaaid.ledger.build import build_ledger
    from koreaaid.suite.news import news

    work.progress.step("Reading articles")
    articles = articles_at(work.settings.articles)
    ledger = build_ledger(articles)
    ledger.save(work.building / DATA)
    saved = file_hashes(work.building, files_in(work.building))
    ledger_hash = digest(f"{path} {content}" for path, content in saved.items())
    runs = plan_runs(notebooks, _series(work.settings, ledger), work.settings.parameters, DATA)
    made, ran = _make(work, runs, ledger_hash)
    work.progress.step("Writing pages")
    same = work.earlier.ledger == ledger_hash
    changes = work.earlier.changes if same else news(work.settings.out / DATA, ledger)
    manifest = replace(_manifest(work, ledger, made), key=key, ledger=ledger_hash, changes=changes)
    return _publish(work, articles, ledger, made, manifest), ran


def _checked(settings: Settings) -> list[Notebook]:
    """Return the notebooks to run; refuse what cannot become a report before anything is done for it."""
    check_there(settings.articles)
    out, articles = settings.out.resolve(), settings.articles.resolve()
    if out == articles or articles in out.parents:
        reason = "lies among the articles and would be read as one; name another folder with --out"
        raise KoreaaidError(f"{settings.out}: {reason}")
    if settings.out.exists() and not settings.out.is_dir():
        raise KoreaaidError(f"{settings.out}: not a folder; name another one with --out")
    notebooks = select(read_notebooks(settings.notebooks), settings.only)
    plan_runs(notebooks, ["any"], settings.parameters, DATA)
    return notebooks


def _cache(out: Path) -> Cache:
    folder = out.absolute().parent / CACHE
    try:
        return Cache(folder)
    except OSError as error:
        reason = f"cannot be made ({error.strerror}); name another folder with --out"
        raise KoreaaidError(f"{folder}: {reason}") from error


def _key(settings: Settings, notebooks: Sequence[Notebook]) -> str:
    named = [part for notebook in notebooks for part in (notebook.path.name.encode(), notebook.source)]
    options = {"only": sorted(settings.only), "series": sorted(settings.series)}
    return report_key(settings.articles, named, settings.parameters, options)


def _series(settings: Settings, ledger: Ledger) -> list[str]:
    """Return the names of the series that get a page: those asked for, or those that have claims."""
    known = ledger.series
    for name in settings.series:
        if name not in known:
            raise KoreaaidError(f"{name}: no such series; there are: {', '.join(known)}")
    return list(settings.series) or [name for name, one in known.items() if not one.claims(ledger).empty]


def _make(work: _Work, runs: Sequence[Run], ledger: str) -> tuple[list[Made], list[str]]:
    """Return what became of `runs`, and the names of those that had to be run."""
    keys = {run.name: run_key(run, ledger) for run in runs}
    kept = {} if work.settings.force else {run.name: work.cache.find(keys[run.name]) for run in runs}
    due = [run for run in runs if not kept.get(run.name)]
    work.progress.runs([run.name for run in due])

    def done(run: Run, result: Executed) -> None:
        work.progress.ran(run.name, result.error)

    executed = execute_all(due, work.building, work.settings.jobs, done)
    made = []
    for run in runs:
        key = keys[run.name]
        if found := kept.get(run.name):
            made.append(Made(run, key, *found))
            continue
        fresh = executed[run.name]
        content = render(fresh.notebook, run.name)
        made.append(Made(run, key, fresh.notebook, content, fresh.error))
        if not fresh.error:
            work.cache.keep(key, fresh.notebook, content)
    return made, [run.name for run in due]


def _manifest(work: _Work, ledger: Ledger, made: Sequence[Made]) -> Manifest:
    """Return the manifest of the pages `made` now and of those of an earlier run that stay."""
    entries = [_entry(one, ledger) for one in made]
    problems, doubts = split_problems(ledger)
    return Manifest(
        input=input_hash(work.settings.articles),
        versions=versions(),
        articles=dict(zip(ledger.articles["article"], ledger.articles["sha256"], strict=True)),
        pages=(*entries, *_kept(entries, work.earlier, work.settings)),
        problems=problems,
        doubts=doubts,
    )


def _entry(made: Made, ledger: Ledger) -> PageEntry:
    series = ledger.series.get(str(made.run.parameters.get("series")))
    return PageEntry(
        name=made.run.name,
        label=series.title if series else made.run.notebook.name.replace("_", " ").capitalize(),
        title=made.content.title,
        notebook=made.run.notebook.path.name,
        parameters=dict(made.run.parameters),
        key=made.key,
        error=made.error,
    )


def _kept(entries: Sequence[PageEntry], earlier: Manifest, settings: Settings) -> list[PageEntry]:
    """Return the pages of an earlier run that stay: those not asked for now, and those that failed now."""
    well = {entry.name for entry in entries if not entry.error}
    failed = {entry.name for entry in entries if entry.error}
    partly = bool(settings.only or settings.series)
    return [
        replace(page, kept=True)
        for page in earlier.pages
        if not page.error and page.name not in well and (partly or page.name in failed)
    ]


def _publish(
    work: _Work, articles: Sequence[Article], ledger: Ledger, made: Sequence[Made], manifest: Manifest
) -> Manifest:
    """Write all pages, bring them to where they belong, and complete the manifest."""
    from koreaaid.suite.writing import write_pages

    contents = {one.run.name: one.content for one in made if not one.error}
    kept = [page for page in manifest.pages if page.kept]
    contents |= {page.name: found[1] for page in kept if (found := work.cache.find(page.key))}
    write_pages(work.building, articles, ledger, manifest, {one.run.name: one for one in made}, contents)
    standing = {f"{page.stem}{ending}" for page in kept for ending in (".html", ".ipynb")}
    made_now = {path.relative_to(work.building).as_posix() for path in files_in(work.building)}
    before = work.earlier.files.items()
    stale = {path: content for path, content in before if path not in standing | made_now}
    files = publish(work.building, work.settings.out, stale)
    files |= {path: content for path, content in before if path in standing}
    complete = replace(manifest, files=dict(sorted(files.items())))
    write_manifest(complete, work.settings.out)
    return complete


def _outcome(settings: Settings, manifest: Manifest, ran: list[str], cache: Cache) -> Outcome:
    failures = tuple(f"{page.notebook}: {page.error}" for page in manifest.pages if page.error)
    cache.log({"out": str(settings.out), "key": manifest.key, "run": ran, "failures": failures})
    return Outcome(
        index=settings.out / "index.html",
        pages=len(manifest.pages),
        run=len(ran),
        failures=failures,
        problems=manifest.problems,
        doubts=manifest.doubts,
    )
