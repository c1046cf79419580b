"""What a fuzzer found once, and what it begins with, gives articles and named problems, and soon."""

import time
from pathlib import Path

import pytest

from tests.fuzz.fuzz_readers import TARGETS

CRASHERS = sorted(path for path in (Path(__file__).parent / "crashers").rglob("*") if path.is_file())


@pytest.mark.parametrize("path", CRASHERS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_a_fuzzer_found_is_read(path: Path) -> None:
    begin = time.process_time()
    TARGETS[path.parent.name](path.read_bytes())
    assert time.process_time() - begin < 1


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("data", [b"", b"\0", b"\xed\xa0\x80", b"[" * 5000, b"<" * 5000, b"\xff\xfe\x01"])
def test_every_target_takes_any_bytes(target: str, data: bytes) -> None:
    TARGETS[target](data)
