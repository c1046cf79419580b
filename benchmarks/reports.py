"""How long reports take to make and to open: the seeds beside papermill and nbconvert, and 1,000 articles.

    make benchmark-reports [CORPUS=stories.jsonl.xz]

CORPUS is a JSONL file, plain or .xz: a story a line under "body" or "text", "title" and "date" beside it.
Without it only the seeds are measured. Each time is that of a process of its own; the pages are opened in
Chromium, with its paint timing. Run it on a quiet machine: what is asked stands beside what was measured.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from stories import stories, text_of

ROOT = Path(__file__).parents[1]
KOREAAID = "from koreaaid.cli import main; main()"
BARE = """
import sys, json
from pathlib import Path
import papermill
from nbconvert import HTMLExporter
for name, parameters in json.loads(sys.argv[1]):
    out = Path(sys.argv[2]) / f"{len(list(Path(sys.argv[2]).iterdir()))}.ipynb"
    papermill.execute_notebook(name, out, parameters, progress_bar=False, kernel_name="python3")
    page, _ = HTMLExporter().from_filename(out)
    out.with_suffix(".html").write_text(page)
"""
SEPARATE = """
import sys, json, subprocess
from pathlib import Path
for name, parameters in json.loads(sys.argv[1]):
    out = Path(sys.argv[2]) / f"{len(list(Path(sys.argv[2]).iterdir()))}.ipynb"
    given = [word for pair in parameters.items() for word in ("-p", *pair)]
    run = [sys.executable, "-m", "papermill", name, out, "--no-progress-bar", "-k", "python3", *given]
    subprocess.run(run, check=True)
    subprocess.run([sys.executable, "-m", "nbconvert", "--to", "html", out], check=True)
"""
PAINT = "performance.getEntriesByType('paint').find(e => e.name === 'first-contentful-paint')?.startTime"
READY = "performance.getEntriesByType('navigation')[0].loadEventEnd"
# The table with the most rows; each until the browser has laid the page out anew.
LONGEST = """const count = (table) => table.querySelector('output').textContent.replace(',', '');
  const rows = (table) => parseInt(count(table));
  const tables = [...document.querySelectorAll('.k-table:has(th button)')];
  const table = tables.sort((a, b) => rows(b) - rows(a))[0];
  const timed = (act) => { const begun = performance.now(); act(); document.body.offsetHeight;
    return performance.now() - begun };"""
FILTER = f"""() => {{ {LONGEST} const field = table.querySelector('input[type=search]');
  const search = (words) => {{ field.value = words; field.dispatchEvent(new Event('input')) }};
  const ms = timed(() => search('million')); search(''); return ms }}"""
SORT = (
    f"""() => {{ {LONGEST} return [timed(() => table.querySelector('th button').click()), rows(table)] }}"""
)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--keep", type=Path, help="folder to make the reports in, and to leave them there")
    arguments = parser.parse_args()
    with TemporaryDirectory(prefix="koreaaid-benchmark-") as scratch:
        folder = arguments.keep or Path(scratch)
        measure_seeds(folder / "seeds")
        if arguments.corpus:
            newswire = list(itertools.islice(newswire_from(arguments.corpus), arguments.articles))
            measure_many(folder / "stories", newswire)
            few = newswire[: len(newswire) * 3 // 5]
            measure_many(folder / "mixture", [*few, *repeated_seeds(len(newswire) - len(few))])


def measure_seeds(folder: Path) -> None:
    print("\nThe seeds")
    articles, out = fresh(folder) / "articles", folder / "reports"
    shutil.copytree(ROOT / "seeds", articles)
    cold = seconds(KOREAAID, "report", articles, "--out", out)
    said("cold, every notebook run", cold, "s", 25)
    said("again, nothing changed", seconds(KOREAAID, "report", articles, "--out", out), "s", 3)
    before = hashes(out)
    said("again, with --force", seconds(KOREAAID, "report", articles, "--out", out, "--force"), "s")
    print(f"  {'the same bytes':34}{'yes' if hashes(out) == before else 'NO':>10}   asked: yes")
    runs = json.dumps(planned(out))
    one = seconds(BARE, runs, fresh(folder / "bare"))
    said("bare papermill and nbconvert", one, "s")
    said("… one command line after another", seconds(SEPARATE, runs, fresh(folder / "separate")), "s")
    said("koreaaid, as a multiple of bare", cold / one, "×", 2)
    show_weights(out)


def measure_many(folder: Path, texts: list[dict[str, str]]) -> None:
    print(f"\n{len(texts):,} articles: {folder.name}")
    articles, out = fresh(folder) / "articles", folder / "reports"
    write_articles(texts, articles)
    took = seconds(KOREAAID, "report", articles, "--out", out)
    said("cold, every notebook run", took, "s", 90 * len(texts) / 1000)
    said("again, nothing changed", seconds(KOREAAID, "report", articles, "--out", out), "s")
    show_weights(out)
    show_paints(out)


def show_weights(out: Path) -> None:
    """Print what the pages weigh: words and tables, figures, and the look with the script."""
    print(f"  {'KB':22}{'words, tables':>14}{'look, script':>14}{'figures':>10}")
    for path in sorted(out.glob("*.html"), key=lambda path: -path.stat().st_size):
        words, look, figures = weights(path.read_text(encoding="utf-8"))
        print(f"  {path.stem[:30]:30}{words / 1000:6.0f}{look / 1000:14.0f}{figures / 1000:10.0f}")


def weights(page: str) -> tuple[int, int, int]:
    """Return the bytes of a page's words and tables, of its look with the script, and of its figures."""
    figures = sum(len(svg.encode()) for svg in re.findall(r"<svg\b.*?</svg>", page, re.DOTALL))
    look = sum(
        len(part.encode())
        for part in re.findall(r"<(?:style|script)\b.*?</(?:style|script)>", page, re.DOTALL)
    )
    return len(page.encode()) - figures - look, look, figures


def show_paints(out: Path) -> None:
    """Print when the largest pages are first painted, and how long their tables take to filter and sort."""
    from tests.browser.chromium import DESKTOP, browser

    pages = sorted([*out.glob("*.html"), *out.glob("evidence/*.html")], key=lambda path: -path.stat().st_size)
    print(f"  {'ms':22}{'first paint':>14}{'loaded':>9}{'rows':>8}{'filter':>8}{'sort':>8}")
    with browser() as chromium:
        for path in pages[:4]:
            page = chromium.new_context(viewport=DESKTOP).new_page()
            page.goto(path.as_uri())
            page.wait_for_function(PAINT)
            times: list[Any] = [page.evaluate(PAINT), page.evaluate(READY)]
            if page.locator(".k-tools").count():
                sort, rows = page.evaluate(SORT)
                times += [rows, page.evaluate(FILTER), sort]
            print(
                f"  {path.stem[:26]:26}{times[0]:10.0f}"
                + "".join(f"{ms:{9 if not i else 8}.0f}" for i, ms in enumerate(times[1:]))
            )
            page.context.close()
    print("  asked: the first paint of the largest under 2,000 ms")


def planned(out: Path) -> list[tuple[str, dict[str, str]]]:
    """Return the notebooks that the report ran, with their parameters."""
    pages = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["pages"]
    data = {"ledger": str((out / "data").resolve())}
    return [(str(ROOT / "notebooks" / page["notebook"]), {**page["parameters"], **data}) for page in pages]


def newswire_from(path: Path) -> Iterator[dict[str, str]]:
    for row in stories(path):
        if body := text_of(row):
            day = re.sub(r"(?<=\d)\s.*", "", str(row.get("date", "")).strip())
            parts = [row.get("title", ""), day, f"{row.get('dateline', '')} {body}".strip()]
            yield {"text": "\n\n".join(part for part in parts if part)}


def repeated_seeds(count: int) -> Iterator[dict[str, str]]:
    """Yield the seeds again and again, each time by another outlet."""
    seeds = sorted((ROOT / "seeds").glob("*.txt"))
    for i, seed in zip(range(count), itertools.cycle(seeds)):
        yield {"text": seed.read_text(encoding="utf-8"), "outlet": f"Outlet {i // len(seeds)}"}


def write_articles(texts: list[dict[str, str]], folder: Path) -> None:
    folder.mkdir(parents=True)
    supplied = []
    for i, story in enumerate(texts):
        (folder / f"{i:05}.txt").write_text(story["text"], encoding="utf-8")
        if "outlet" in story:
            supplied.append(f'["{i:05}.txt"]\noutlet = "{story["outlet"]}"\n')
    (folder / "articles.toml").write_text("\n".join(supplied), encoding="utf-8")


def fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def seconds(program: str, *arguments: object) -> float:
    """Return how long a Python program takes, from the start of its process to the end."""
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)], capture_output=True, text=True, cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    )  # fmt: skip
    if done.returncode:
        print(done.stdout, done.stderr, file=sys.stderr)
        raise SystemExit(f"exit status {done.returncode}")
    return time.perf_counter() - begun


def hashes(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def said(what: str, value: float, unit: str, asked: float | None = None) -> None:
    print(f"  {what:34}{value:8.1f} {unit}" + (f"   asked: {asked:g}" if asked else ""), flush=True)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
