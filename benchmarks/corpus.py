"""What a corpus costs: engines, memory, output, reruns and questions, each beside what is asked of it.

    make benchmark-corpus CORPUS=stories.jsonl.xz [STORIES=20000]

CORPUS is a JSONL file, plain or .xz, with a story a line under "body" or "text". Its stories are repeated,
with new ids and on later days, to as many as are asked for. Each run is a process of its own, so that its
peak memory is its own. Run it on a quiet machine; a million stories take half an hour on two processors and
2 GB of disk. Each figure is written to RESULTS as soon as it is known.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from stories import EACH, repeated, stories, write_corpus

import koreaaid
from koreaaid.articles.reading import article_from_text
from koreaaid.ledger.corpus.manifest import load_manifest
from koreaaid.ledger.corpus.reading import code_hash, read_shard

HERE = Path(__file__).parent
SAMPLE = 2_000  # stories on one core
ENGINES = 20_000  # stories read by each engine: enough that the start of a cluster is a small part
MEGABYTE = 1_000_000
results: Path | None = None  # the file that lines are kept in

# A run in a process of its own: prints the seconds and the peaks of the process and of its largest child.
RUN = """
import json, resource, sys, time
from koreaaid import build_ledger
begun = time.perf_counter()
ledger = build_ledger(sys.argv[1], out=sys.argv[2], engine=sys.argv[3])
seconds = time.perf_counter() - begun
both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
peaks = [resource.getrusage(who).ru_maxrss // 1000 for who in both]
print(json.dumps({"seconds": seconds, "peaks": peaks, **ledger.counts}))
"""
# Every series, in a process that has asked nothing before; those of many things have a page.
ASK = """
import json, sys, time
from koreaaid.ledger.corpus.ledger import CorpusLedger
begun = time.perf_counter()
ledger = CorpusLedger.open(sys.argv[1])
ledger.query("select 1")
took = {"to open": time.perf_counter() - begun}
for name, series in ledger.series.items():
    begun = time.perf_counter()
    if series.compare:
        series.summary(ledger)
    else:
        ledger.page("claims", where="category = 'money'")
    took[name] = time.perf_counter() - begun
print(json.dumps(took))
"""


def run(corpus: Path, out: Path, engine: str = "processes") -> dict[str, Any]:
    """Read a corpus in a process of its own; return what it says, with the seconds from start to end."""
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(corpus), str(out), engine], check=True, stdout=subprocess.PIPE
    )
    return json.loads(done.stdout) | {"whole": time.perf_counter() - begun}


def show(what: str, measured: str, asked: str = "", holds: bool | None = None) -> None:
    mark = "" if holds is None else "yes" if holds else "NO"
    say(f"{what:58} {measured:>34}   {asked:22} {mark}")


def say(line: str) -> None:
    """Print a line, and keep it: a run of half an hour may be interrupted."""
    print(line, flush=True)
    if results:
        with results.open("a", encoding="utf-8") as file:
            file.write(line.rstrip() + "\n")


def size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def same_bytes(folders: list[Path]) -> bool:
    def contents(folder: Path) -> dict[str, bytes]:
        files = (path for path in folder.rglob("*.parquet"))
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    first, *others = map(contents, folders)
    return all(other == first for other in others)


def one_core(records: list[dict[str, Any]]) -> None:
    """Measure the bare reading of stories, and all that a shard costs."""
    chosen = list(repeated(records, SAMPLE))
    texts = [f"{story.get('dateline') or ''} {story.get('body') or story.get('text')}" for story in chosen]
    size = sum(len(text.encode()) for text in texts) / MEGABYTE
    content = b"\n".join(json.dumps(story).encode() for story in chosen)
    bare, whole = [], []
    for _ in range(3):
        begun = time.process_time()
        for text in texts:
            koreaaid.extract(article_from_text(text))
        bare.append(time.process_time() - begun)
        begun = time.process_time()
        read_shard(content, False, code_hash())
        whole.append(time.process_time() - begun)
    reading, shard = min(bare), min(whole)
    show("one core, figures, dates and claims: extract", f"{size / reading:.2f} MB/s")
    speed = f"{size / shard:.2f} MB/s, {SAMPLE / shard:,.0f} stories/s"
    show(
        "… with everything around it, to the file of the shard",
        speed,
        ">= 0.6 MB/s, 700",
        size / shard >= 0.6,
    )
    show("… lost to what is around it", f"{1 - reading / shard:.1%}", "< 8 %", 1 - reading / shard < 0.08)


def engines(records: list[dict[str, Any]], work: Path) -> None:
    """Measure each engine on the same stories."""
    corpus = work / "engines"
    write_corpus(records, corpus, ENGINES)
    made = {engine: run(corpus, work / f"out-{engine}", engine) for engine in ("local", "processes", "dask")}
    took = {engine: done["seconds"] for engine, done in made.items()}
    for engine, seconds in took.items():
        show(f"{ENGINES:,} stories, {engine}", f"{seconds:.1f} s, {ENGINES / seconds:,.0f} stories/s")
    ratio = took["local"] / took["processes"]
    show(f"{os.cpu_count()} processes against one", f"{ratio:.2f} times", ">= 1.8 times", ratio >= 1.8)
    ratio = took["processes"] / took["dask"]
    show(
        "Dask LocalCluster against processes, start included",
        f"{ratio:.2f} times",
        ">= 0.9 times",
        ratio >= 0.9,
    )
    same = same_bytes([work / f"out-{engine}" for engine in made])
    show(
        "local, processes and Dask", "identical bytes" if same else "different bytes", "identical bytes", same
    )


def whole(records: list[dict[str, Any]], work: Path, count: int, plot: Path | None) -> None:
    """Measure a corpus of `count` stories, and one of a tenth of them."""
    small, large = work / "tenth", work / "whole"
    write_corpus(records, small, count // 10)
    size = write_corpus(records, large, count) / MEGABYTE
    tenth = run(small, work / "out-tenth")
    done = run(large, work / "out")
    out = size_of(work / "out") / MEGABYTE
    million = count >= 1_000_000
    minutes = done["whole"] / 60
    show(
        f"{count:,} stories ({size:,.0f} MB), two processes",
        f"{minutes:.1f} min",
        "< 30 min",
        minutes < 30 or None,
    )
    show("… claims", f"{done['claims']:,}")
    peaks = f"{done['peaks'][0]:,} and {done['peaks'][1]:,} MB"
    show(
        "… peak memory, this process and the largest worker", peaks, "< 1,500 MB", max(done["peaks"]) < 1_500
    )
    show(
        "… output",
        f"{out:,.0f} MB, {out / count * 1e6:,.0f} B a story",
        "< 400 MB",
        out < 400 if million else None,
    )
    growth = max(done["peaks"]) / max(tenth["peaks"]) - 1
    show("peak memory as the corpus grows 10 times", f"{growth:+.1%}", "< +10 %", growth < 0.10)
    if plot:
        draw(work / "out", plot)
        say(f"cost against size: {plot}")
    questions(work / "out")
    reruns(large, work)


def reruns(corpus: Path, work: Path) -> None:
    again = run(corpus, work / "out")
    show("rerun with nothing changed", f"{again['whole']:.1f} s", "<= 3 s", again["whole"] <= 3)
    changed, alone = corpus / "stories-00000.jsonl", work / "alone"
    alone.mkdir()
    for engine in ("local", "processes"):
        lines = changed.read_text(encoding="utf-8").splitlines(keepends=True)
        changed.write_text("".join(lines[1:]), encoding="utf-8")
        shutil.copy(changed, alone)
        cost = run(alone, work / f"out-alone-{engine}", engine)["whole"]
        took = run(corpus, work / "out", engine)["whole"]
        show(
            f"rerun with one shard of {len(list(corpus.iterdir())):,} changed, {engine}",
            f"{took:.1f} s (the shard {cost:.1f} s)", "<= the shard + 3 s", took <= cost + 3,
        )  # fmt: skip


def questions(out: Path) -> None:
    done = subprocess.run([sys.executable, "-c", ASK, str(out)], check=True, stdout=subprocess.PIPE)
    for name, seconds in json.loads(done.stdout).items():
        show(f"series {name}" if name != "to open" else name, f"{seconds:.2f} s", "<= 3 s", seconds <= 3)


def points(out: Path) -> Iterator[tuple[int, float]]:
    """Yield how many articles were read how many seconds after the first shard."""
    parts = [part for _, part in load_manifest(out).parts()]
    times = sorted(((out / part.file).stat().st_mtime, part.articles) for part in parts)
    articles = 0
    for at, more in times:
        articles += more
        yield articles, at - times[0][0]


def draw(out: Path, plot: Path) -> None:
    import matplotlib as mpl
    from matplotlib.figure import Figure

    mpl.rcParams["svg.hashsalt"] = "koreaaid"
    figure = Figure(figsize=(6, 4))
    axes = figure.subplots()
    found = list(points(out))
    articles, seconds = zip(*found, strict=True)
    axes.plot(articles, seconds, label="measured")
    axes.plot([0, articles[-1]], [0, seconds[-1]], "--", linewidth=1, label="straight line")
    axes.set(xlabel="stories", ylabel="seconds", title="Cost against size, two processes")
    axes.legend()
    figure.savefig(plot, format="svg", metadata={"Date": None})


def peers(corpus: Path, python: Path | None) -> None:
    """Have the peers read the same stories, with the Python that has them installed."""
    if python is None:
        say("peers: not installed; `make benchmark-corpus` installs them")
        return
    command = [str(python), str(HERE / "reading.py"), str(corpus), "--short"]
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent)}
    done = subprocess.run(command, check=True, env=environment, stdout=subprocess.PIPE, text=True)
    say(done.stdout.rstrip())


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--stories", type=int, default=20_000)
    parser.add_argument(
        "--work", type=Path, default=Path("benchmark-corpus"), help="folder to work in; emptied"
    )
    parser.add_argument("--plot", type=Path, help="where to draw cost against size (SVG)")
    parser.add_argument("--peers", type=Path, help="the Python in which the peers are installed")
    parser.add_argument("--results", type=Path, help="where the lines are kept (beside the folder)")
    parser.add_argument("--keep", action="store_true", help="leave the corpora and ledgers there")
    args = parser.parse_args()
    shutil.rmtree(args.work, ignore_errors=True)
    records = list(stories(args.corpus))
    global results
    results = args.results or args.work.with_suffix(".txt")
    results.write_text("", encoding="utf-8")
    say(
        f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}, "
        f"files of {EACH:,} stories\n"
    )
    show("what", "measured", "asked")
    one_core(records)
    engines(records, args.work)
    whole(records, args.work, args.stories, args.plot)
    peers(args.corpus, args.peers)
    if not args.keep:
        shutil.rmtree(args.work)


if __name__ == "__main__":
    main()
