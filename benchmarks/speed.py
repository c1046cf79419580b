"""Has reading become slower? Measured beside a fixed piece of work in the same process, on any machine.

    make speed                                  fails if reading takes 30 % longer than speed.toml says
    .venv/bin/python benchmarks/speed.py --record     writes what it takes now to speed.toml

The seeds are read again and again, with every number in them changed, and between two readings the fixed work
is done: modules of Python's library are parsed and written out again. What is compared is the ratio. The
fixed work has to be as many-sided as the reading is: where other programs take the processor's caches, much
code over many small objects is slowed by 40 %, and a loop that counts words hardly at all.
"""

from __future__ import annotations

import argparse
import ast
import email.message
import html.parser
import inspect
import re
import shutil
import sys
import textwrap
import time
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import median

import koreaaid
from koreaaid.ledger.corpus.columns import shard_bytes
from koreaaid.ledger.rows import read_rows

RECORD = Path(__file__).with_name("speed.toml")
SEEDS = Path(__file__).parents[1] / "seeds"
COPIES = 6
ROUNDS = 60
MOST = 1.3
FIXED = [inspect.getsource(module) for module in (email.message, html.parser, shutil, textwrap)]

_NUMBER = re.compile(r"\d[\d,.]*")


def texts() -> list[koreaaid.Article]:
    seeds = koreaaid.read_articles(SEEDS)
    changed = (
        _NUMBER.sub(lambda number, by=copy: str(int(re.sub(r"\D", "", number.group())) + by), seed.text)
        for copy in range(COPIES)
        for seed in seeds
    )
    return [koreaaid.Article(f"{n}.txt", text, seeds[0].published) for n, text in enumerate(changed)]


def fixed_work(_: list[koreaaid.Article]) -> None:
    for source in FIXED:
        ast.unparse(ast.parse(source))


def reading(articles: list[koreaaid.Article]) -> None:
    for article in articles:
        koreaaid.extract(article)


def ledger(articles: list[koreaaid.Article]) -> None:
    shard_bytes(read_rows(articles), [])


STAGES: dict[str, Callable[[list[koreaaid.Article]], None]] = {"reading": reading, "corpus": ledger}


def measured() -> dict[str, float]:
    """Return how long each stage takes, in units of the fixed work.

    Many short turns, and the sums of all of them: a machine that others use is fast in one moment and slow in
    the next, and whichever work has the luckiest moment says little of the others.
    """
    articles = texts()
    spent: Counter[str] = Counter()
    for _ in range(ROUNDS):
        for name, work in {"fixed": fixed_work, **STAGES}.items():
            begun = time.process_time_ns()
            work(articles)
            spent[name] += time.process_time_ns() - begun
    return {name: spent[name] / spent["fixed"] for name in STAGES}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--record", action="store_true", help="write what is measured to speed.toml")
    if parser.parse_args().record:
        runs = [measured() for _ in range(5)]
        found = {name: median(run[name] for run in runs) for name in STAGES}
        lines = "".join(f"{name} = {ratio:.3f}\n" for name, ratio in found.items())
        RECORD.write_text(
            f"# How many times the fixed work each takes: see speed.py.\n{lines}", encoding="utf-8"
        )
        return
    found = measured()
    known = tomllib.loads(RECORD.read_text(encoding="utf-8"))
    slower = [name for name, ratio in found.items() if ratio > MOST * known[name]]
    for name, ratio in found.items():
        print(f"{name:8} {ratio:.2f} times the fixed work; it was {known[name]:.2f}")
    if slower:
        sys.exit(
            f"more than {MOST:.0%} of what it was: {', '.join(slower)}; mend it, or --record it and say why"
        )


if __name__ == "__main__":
    main()
