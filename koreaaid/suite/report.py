"""Articles and notebooks become a folder of reports: nothing is made twice, nothing is left half made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from koreaaid.errors import KoreaaidError
from koreaaid.suite.cache import Cache
from koreaaid.suite.execution import execute_all
from koreaaid.suite.keys import digest, file_hashes, files_in, input_hash, report_key, run_key, versions
from koreaaid.suite.manifest import Manifest, PageEntry, publish, write_manifest
from koreaaid.suite.notebooks import Notebook, Run, plan_runs, read_notebooks, select
from koreaaid.suite.rendering import Made, render
from koreaaid.suite.settings import Outcome, Progress, Settings

if TYPE_CHECKING:
    from koreaaid.ledger.tables import Ledger

CACHE = ".koreaaid-cache"
DATA = "data"


def make_report(settings: Settings, progress: Progress | None = None) -> Outcome:
    """Make the reports that `settings` ask for, or find that nothing has changed since they were made."""
    progress = progress or Progress()
    notebooks = _checked(settings)
    cache = _cache(settings.out)
    earlier = Manifest.load(settings.out)
    key = _key(settings, notebooks)
    if not settings.force and earlier.stands(key, settings.out):
        return _outcome(settings, earlier, [], cache)
    with TemporaryDirectory(dir=cache.folder, prefix="building-", ignore_cleanup_errors=True) as folder:
        building = Path(folder)
        progress.step("Reading articles")
        ledger = _build_ledger(settings, building / DATA)
        ledger_hash = digest(f"{k} {v}" for k, v in file_hashes(building, files_in(building)).items())
        runs = plan_runs(notebooks, _series(settings, ledger), settings.parameters, DATA)
        made, ran = _make(runs, ledger_hash, building, cache, settings, progress)
        progress.step("Writing pages")
        manifest = _manifest(settings, ledger, made, earlier)
        manifest = replace(manifest, key=key, ledger=ledger_hash)
        manifest = _publish(settings, building, ledger, made, manifest, earlier, cache)
    return _outcome(settings, manifest, ran, cache)


def _checked(settings: Settings) -> list[Notebook]:
    """Return the notebooks to run; refuse what cannot become a report before anything is done for it."""
    if not settings.articles.exists():
        raise KoreaaidError(f"{settings.articles}: no such file or folder; name a folder of articles")
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
    options = {
        "only": sorted(settings.only),
        "series": sorted(settings.series),
        "parameters": sorted(settings.parameters.items()),
    }
    return report_key(settings.articles, named, options)


def _build_ledger(settings: Settings, folder: Path) -> Ledger:
    from koreaaid.articles.reading import read_articles
    from koreaaid.ledger.build import build_ledger

    ledger = build_ledger(read_articles(settings.articles))
    ledger.save(folder)
    return ledger


def _series(settings: Settings, ledger: Ledger) -> list[str]:
    """Return the names of the series that get a page: those asked for, or those that have claims."""
    known = ledger.series
    for name in settings.series:
        if name not in known:
            raise KoreaaidError(f"{name}: no such series; there are: {', '.join(known)}")
    return list(settings.series) or [name for name, one in known.items() if not one.claims(ledger).empty]


def _make(
    runs: Sequence[Run], ledger: str, building: Path, cache: Cache, settings: Settings, progress: Progress
) -> tuple[list[Made], list[str]]:
    """Return what became of `runs`, and the names of those that had to be run."""
    keys = {run.name: run_key(run, ledger) for run in runs}
    kept = {} if settings.force else {run.name: cache.find(keys[run.name]) for run in runs}
    due = [run for run in runs if not kept.get(run.name)]
    progress.runs([run.name for run in due])
    executed = execute_all(
        due, building, settings.jobs, lambda run, result: progress.ran(run.name, result.error)
    )
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
            cache.keep(key, fresh.notebook, content)
    return made, [run.name for run in due]


def _manifest(settings: Settings, ledger: Ledger, made: Sequence[Made], earlier: Manifest) -> Manifest:
    """Return the manifest of the pages `made` now and of those of an earlier run that stay."""
    entries = [_entry(one, ledger) for one in made]
    return Manifest(
        input=input_hash(settings.articles),
        versions=versions(),
        articles=dict(zip(ledger.articles["article"], ledger.articles["sha256"], strict=True)),
        pages=(*entries, *_kept(entries, earlier, settings)),
        problems=tuple(f"{row.source}: {row.message}" for row in ledger.problems.itertuples()),
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
    settings: Settings,
    building: Path,
    ledger: Ledger,
    made: Sequence[Made],
    manifest: Manifest,
    earlier: Manifest,
    cache: Cache,
) -> Manifest:
    """Write all pages to `building`, bring them to where they belong, and complete the manifest."""
    from koreaaid.suite.writing import write_pages

    contents = {one.run.name: one.content for one in made if not one.error}
    kept = [page for page in manifest.pages if page.kept]
    contents |= {page.name: found[1] for page in kept if (found := cache.find(page.key))}
    write_pages(building, ledger, manifest, {one.run.name: one for one in made}, contents)
    standing = {f"{page.stem}{ending}" for page in kept for ending in (".html", ".ipynb")}
    made_now = {path.relative_to(building).as_posix() for path in files_in(building)}
    before = earlier.files.items()
    stale = {path: content for path, content in before if path not in standing | made_now}
    files = publish(building, settings.out, stale)
    files |= {path: content for path, content in before if path in standing}
    complete = replace(manifest, files=dict(sorted(files.items())))
    write_manifest(complete, settings.out)
    return complete


def _outcome(settings: Settings, manifest: Manifest, ran: list[str], cache: Cache) -> Outcome:
    failures = tuple(f"{page.notebook}: {page.error}" for page in manifest.pages if page.error)
    cache.log({"out": str(settings.out), "key": manifest.key, "run": ran, "failures": failures})
    return Outcome(settings.out / "index.html", len(manifest.pages), len(ran), failures, manifest.problems)
