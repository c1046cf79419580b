"""kill -9 at any moment: afterwards every file is the old one or the new one, and the next run works.

KOREAAID_KILLS=20 kills each of them so many times, which takes some minutes.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import koreaaid
from koreaaid.ledger.corrections import read_corrections

KILLS = int(os.environ.get("KOREAAID_KILLS", "0"))
TEXT = "Poland gets its tanks\n\nThe ministry said that {n} tanks had reached the port of Gdynia on Monday.\n"
SAVE = """
import sys, koreaaid
ledger = koreaaid.build_ledger(koreaaid.read_articles(sys.argv[1]))
print("begun", flush=True)
ledger.save(sys.argv[2])
"""

REVIEW = """
import sys
from pathlib import Path
from koreaaid.ledger.corrections import Correction
from koreaaid.ledger.reviewing import add_lines
print(0, flush=True)
for number in range(1, 100_000):
    add_lines(Path(sys.argv[1]), [Correction("", f"c{number:010}", "accept", reviewer="M. K.")])
    print(number, flush=True)
"""


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def half_made(folder: Path) -> list[str]:
    return [str(path) for path in folder.rglob("*.part")]


def killed_after(seconds: float, command: list[str], *, begun: bool = False) -> bool:
    """Run a command, kill it and all that it started; say whether it was still running."""
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    )
    assert process.stdout
    if begun:
        process.stdout.readline()
    time.sleep(seconds)
    running = process.poll() is None
    if running:
        process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    return running


def a_small_notebook(folder: Path) -> Path:
    """Write a notebook that shows a table: one that draws takes three times as long, for the same files."""
    folder.mkdir()
    code: dict[str, object] = {"cell_type": "code", "execution_count": None, "outputs": []}
    cells = [
        {"id": "a", "cell_type": "markdown", "metadata": {}, "source": "# Tanks"},
        {"id": "b", "metadata": {"tags": ["parameters"]}, "source": 'ledger: str = ""  # a folder', **code},
        {"id": "c", "metadata": {}, "source": "import koreaaid\nkoreaaid.open_ledger(ledger).claims", **code},
    ]
    notebook = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (folder / "tanks.ipynb").write_text(json.dumps(notebook))
    return folder


def put(folder: Path, count: int) -> Path:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"{number}.txt").write_text(TEXT.format(n=number + 30))
    return folder


def test_saving_a_ledger(tmp_path: Path) -> None:
    out = tmp_path / "data"
    old = koreaaid.build_ledger(koreaaid.read_articles(put(tmp_path / "old", 2)))
    new = koreaaid.build_ledger(koreaaid.read_articles(put(tmp_path / "new", 3)))
    new.save(out)
    made = files(out)
    old.save(out)
    before = files(out)
    chance = random.Random(11)
    for _ in range(KILLS or 2):
        old.save(out)
        command = [sys.executable, "-c", SAVE, str(tmp_path / "new"), str(out)]
        killed_after(chance.uniform(0, 0.12), command, begun=True)
        for name, content in files(out).items():
            assert name.startswith(".") or content in (before[name], made[name]), name
    subprocess.run([sys.executable, "-c", SAVE, str(tmp_path / "new"), str(out)], check=True)
    assert files(out) == made


def test_a_review_loses_no_correction(tmp_path: Path) -> None:
    chance = random.Random(3)
    for number in range(KILLS or 2):
        file = tmp_path / str(number) / "corrections.csv"
        process = subprocess.Popen(
            [sys.executable, "-c", REVIEW, str(file)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout
        process.stdout.readline()
        time.sleep(chance.uniform(0, 0.3))
        process.send_signal(signal.SIGKILL)
        said = [int(line) for line in process.stdout.read().split("\n")[:-1]]
        process.wait()
        process.stdout.close()
        kept = [int(line.claim_id[1:]) for line in read_corrections(file)] if file.exists() else []
        assert kept == list(range(1, len(kept) + 1))
        assert len(kept) >= max(said, default=0)


@pytest.mark.slow
@pytest.mark.skipif(not KILLS, reason="KOREAAID_KILLS=20 runs it")
def test_a_report(tmp_path: Path) -> None:
    place, first = tmp_path / "place", tmp_path / "first"
    articles, out = place / "articles", place / "reports"
    command = [sys.executable, "-c", "from koreaaid.cli import main; main()", "report", str(articles)]
    command += ["--out", str(out), "--notebooks", str(a_small_notebook(tmp_path / "notebooks"))]
    place.mkdir()
    put(articles, 2)
    subprocess.run(command, check=True, capture_output=True)
    before = files(out)
    shutil.copytree(place, first)

    def as_before() -> None:
        shutil.rmtree(place)
        shutil.copytree(first, place)
        put(articles, 3)

    as_before()
    started = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    seconds = time.monotonic() - started
    made = files(out)
    chance = random.Random(7)
    killed = 0
    while killed < KILLS:
        as_before()
        # Most of the writing is done near the end.
        moment = chance.choice([chance.uniform(0, 1), chance.uniform(0.6, 1)]) * seconds
        if not killed_after(moment, command):
            seconds = 0.9 * seconds  # the machine has less to do than it had
            continue
        killed += 1
        for name, content in files(out).items():
            if not Path(name).name.startswith("."):
                assert content in (before.get(name), made.get(name)), name
        subprocess.run(command, check=True, capture_output=True)
        after = files(out)
        assert set(after) == set(made)
        assert {n: c for n, c in after.items() if n.startswith("data/")} == {
            n: c for n, c in made.items() if n.startswith("data/")
        }
        assert after["tanks.html"] == made["tanks.html"]
        assert half_made(place) == []
