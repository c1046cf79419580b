"""Files are written whole or not at all, and what a killed run left half made is cleared away by the next."""

import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from koreaaid.files import building, clear_left, replacing, write_text

WRITER = """
import sys, time
from pathlib import Path
from koreaaid.files import building, replacing
place = Path(sys.argv[1])
with replacing(place / "table.csv") as path, building(place) as folder:
    path.write_text("half of")
    (folder / "page.html").write_text("half of")
    print("begun", flush=True)
    time.sleep(60)
"""
Start = Callable[[], "subprocess.Popen[bytes]"]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start a run that is in the middle of writing to `tmp_path`."""
    runs = []

    def one() -> "subprocess.Popen[bytes]":
        run = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE)
        assert run.stdout
        assert run.stdout.readline() == b"begun\n"
        runs.append(run)
        return run

    yield one
    for run in runs:
        run.kill()
        run.communicate()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_an_error_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    write_text(tmp_path / "a.txt", "old")
    with pytest.raises(UnicodeEncodeError), replacing(tmp_path / "a.txt") as path:
        path.write_text("new \ud800", encoding="utf-8")
    assert (names(tmp_path), (tmp_path / "a.txt").read_text()) == (["a.txt"], "old")


@pytest.mark.parametrize("name", ["🪖" * 62 + ".txt", "x" * 251 + ".txt"])
def test_a_name_may_be_as_long_as_the_system_takes(tmp_path: Path, name: str) -> None:
    write_text(tmp_path / name, "whole")
    assert names(tmp_path) == [name]


def test_what_a_run_is_making_stays_and_what_a_dead_one_left_goes(tmp_path: Path, start: Start) -> None:
    run = start()
    assert len(names(tmp_path)) == 2
    with building(tmp_path):
        clear_left(tmp_path)
        assert len(names(tmp_path)) == 3
    run.send_signal(signal.SIGKILL)
    run.wait()
    assert len(names(tmp_path)) == 2
    with building(tmp_path):
        clear_left(tmp_path)
        assert len(names(tmp_path)) == 1
    assert names(tmp_path) == []


def test_a_run_that_clears_up_takes_no_folder_that_another_one_just_began(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, begin = [], tempfile.mkdtemp

    def cleared_before_it_is_held(**options: object) -> str:
        made.append(begin(**options))  # type: ignore[call-overload]
        if len(made) == 1:
            clear_left(tmp_path, ".koreaaid.*")
        return made[-1]

    monkeypatch.setattr(tempfile, "mkdtemp", cleared_before_it_is_held)
    with building(tmp_path) as folder:
        assert not Path(made[0]).exists()
        (folder / "page.html").write_text("whole")
    assert names(tmp_path) == []


def test_the_next_file_written_to_a_folder_clears_it(tmp_path: Path, start: Start) -> None:
    run = start()
    run.send_signal(signal.SIGKILL)
    run.wait()
    write_text(tmp_path / "other.txt", "whole")
    assert names(tmp_path) == ["other.txt"]


def test_what_others_named_is_left_alone(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "kept.txt").write_text("kept")
    (tmp_path / ".page.html.abcdefgh.part").symlink_to(outside / "kept.txt")
    (tmp_path / ".koreaaid.abcdefgh.part").symlink_to(outside)
    for name in (".film.part", "film.abcdefgh.part", ".bashrc"):
        (tmp_path / name).write_text("kept")
    for name in ("building-articles", ".film.abcdefgh.part"):
        (tmp_path / name).mkdir()
    before = names(tmp_path)
    with building(tmp_path):
        clear_left(tmp_path)
    assert names(tmp_path) == before
    assert (outside / "kept.txt").read_text() == "kept"
    shutil.rmtree(outside)
