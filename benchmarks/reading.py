"""How fast koreaaid reads, beside other readers of figures and dates on the same text in the same run.

    make benchmark CORPUS=stories.jsonl.xz [GOLD=folder]

CORPUS is a JSONL file, plain or .xz, with the text of one story a line under "body" or "text". The peers are
those of requirements.txt; one that is not installed is left out, and said to be. GOLD is a folder with the
scorers score.py, quantities.py and dates.py and their gold files: what they print is repeated here,
and newsquant.py adds what it is after translation to the guideline of NewsQuant.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.metadata
import logging
import math
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from datetime import date
from pathlib import Path

from stories import stories, text_of

PUBLISHED = date(1987, 3, 1)
SIZES = (1, 2, 4, 8, 16)  # MB
OWN_SAMPLE = 1_000_000  # characters
PEER_SAMPLE = 40_000  # the peers take minutes for a megabyte
ROUNDS = 6

SCORES = (
    ("the subject", "score.py --gold dev-articles.jsonl --articles dev-articles"),
    ("money", "quantities.py --gold currency-dev.json --system koreaaid"),
    ("dates in newswire", "dates.py timex-dev --adapter koreaaid --bootstrap 0 --repeat 1"),
)


def sample(texts: list[str], characters: int) -> list[str]:
    """Return the first texts that have `characters` together, repeated if they are too few."""
    chosen: list[str] = []
    have = 0
    while have < characters:
        for text in texts:
            chosen.append(text)
            have += len(text)
            if have >= characters:
                break
    return chosen


def seconds(read: Callable[[str], object], texts: list[str]) -> float:
    begin = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - begin


def megabytes(texts: list[str]) -> float:
    return sum(len(text.encode()) for text in texts) / 1e6


def koreaaid_reader(claims: bool = False) -> Callable[[str], object]:
    koreaaid = importlib.import_module("koreaaid")
    return lambda text: koreaaid.extract(text, published=PUBLISHED, claims=claims)


def article_reader(texts: list[str]) -> Callable[[str], object]:
    """Return a reader of articles whose day is known, as those of a ledger are."""
    koreaaid = importlib.import_module("koreaaid")
    known = {text: koreaaid.Article("story", text, PUBLISHED) for text in texts}
    return lambda text: koreaaid.extract(known[text])


def quantulum3_reader() -> Callable[[str], object]:
    parser = importlib.import_module("quantulum3.parser")
    return lambda text: parser.parse(text)


def dateparser_reader() -> Callable[[str], object]:
    search = importlib.import_module("dateparser.search")
    return lambda text: search.search_dates(text, languages=["en"])


def datefinder_reader() -> Callable[[str], object]:
    datefinder = importlib.import_module("datefinder")
    return lambda text: list(datefinder.find_dates(text))


PEERS = (
    ("quantulum3", quantulum3_reader),
    ("dateparser", dateparser_reader),
    ("datefinder", datefinder_reader),
)


def fastest(readers: dict[str, Callable[[str], object]], texts: list[str]) -> dict[str, float]:
    """Return the least seconds per MB of each reader: they take turns through slow minutes of a machine."""
    best = dict.fromkeys(readers, math.inf)
    for name, read in [*readers.items()] * ROUNDS:
        best[name] = min(best[name], seconds(read, texts) / megabytes(texts))
    return best


def compare(texts: list[str]) -> None:
    many, few = sample(texts, OWN_SAMPLE), sample(texts, PEER_SAMPLE)
    own = {
        "with who says it, articles whose day is known": article_reader(many),
        "with who says it, plain texts": koreaaid_reader(claims=True),
        "figures, dates, exclusions": koreaaid_reader(),
    }
    ours = fastest(own, many)
    for what, took in ours.items():
        print(f"{'koreaaid':12} {1 / took:8.3f} MB/s   {what}")
    figures = ours["figures, dates, exclusions"]
    for name, make in PEERS:
        try:
            peer = make()
        except ImportError:
            print(f"{name:12} not installed here")
            continue
        peer(few[0])
        theirs = seconds(peer, few) / megabytes(few)
        version = importlib.metadata.version(name)
        print(f"{name:12} {1 / theirs:8.3f} MB/s   {version}; koreaaid: {theirs / figures:.3g} times as fast")


def growth(texts: list[str]) -> None:
    read = koreaaid_reader()
    for size in SIZES:
        some = sample(texts, size * 1_000_000)
        print(f"{size:3} MB of stories  {seconds(read, some) / megabytes(some):6.3f} s per MB")
    for size in SIZES[:3]:
        whole = "\n".join(sample(texts, size * 1_000_000))
        print(f"{size:3} MB in one text {seconds(read, [whole]) / megabytes([whole]):6.3f} s per MB")


def loading() -> None:
    command = [sys.executable, "-c", "import koreaaid; koreaaid.extract('about 3,000 troops')"]
    times = []
    for _ in range(5):
        begin = time.perf_counter()
        subprocess.run(command, check=True)
        times.append(time.perf_counter() - begin)
    print(f"loading and first reading, Python's start included: {min(times):.3f} s")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--gold", type=Path, help="folder with the scorers and their gold")
    parser.add_argument("--short", action="store_true", help="only the speeds beside one another")
    args = parser.parse_args()
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    texts = [text_of(story) for story in stories(args.corpus)]
    if args.short:
        compare(texts)
        return
    loading()
    compare(texts)
    growth(texts)
    if args.gold:
        for title, command in SCORES:
            print(f"\n{title}: {command}", flush=True)
            subprocess.run([sys.executable, *command.split()], cwd=args.gold, check=True)
        print("\nnews in general, translated to its guideline: newsquant.py", flush=True)
        translated = Path(__file__).with_name("newsquant.py")
        subprocess.run([sys.executable, str(translated), str(args.gold)], check=True)


if __name__ == "__main__":
    main()
