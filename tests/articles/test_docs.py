"""docs/input.md names the tests of each row of its table, and they are there."""

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
TABLE = (
    (TESTS.parent / "docs" / "input.md").read_text(encoding="utf-8").partition("## What bad input gets")[2]
)


def test_each_row_of_bad_input_names_tests_that_there_are() -> None:
    written = {
        name
        for path in TESTS.rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.M)
    }
    rows = [line for line in TABLE.split("\n") if line.startswith("| ")][1:]
    assert len(rows) > 25
    for row in rows:
        named = set(re.findall(r"`(test_\w+)`", row))
        assert named, row
        assert named <= written, row
