"""Finds every regular expression of the package: those of modules, those made late, those made by functions.

Run as a program it prints, as JSON, each pattern that is made while all modules are imported and all that can be
read is read: (file, line, pattern or bytes, flags). It needs a process of its own, in which nothing is imported yet.
"""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, NamedTuple

PROJECT = Path(__file__).parents[1]
PACKAGE = PROJECT / "koreaaid"
_OWN = PACKAGE / "language" / "patterns.py"  # makes those of others
_MAKERS = ("compile", "match", "search", "fullmatch", "sub", "subn", "split", "findall", "finditer")


class Made(NamedTuple):
    """A regular expression, and the line of the package that makes it."""

    file: str
    line: int
    pattern: str
    flags: int
    of_bytes: bool


@cache
def patterns() -> tuple[Made, ...]:
    """Return every regular expression of the package, each once."""
    command = [sys.executable, "-m", "tests.collecting"]
    shown = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    made = [Made(*one) for one in json.loads(shown.splitlines()[-1])]
    lines = {(one.file, one.line) for one in made}
    for file, span, written in places():
        if written and not any((file, line) in lines for line in span):
            made.append(Made(file, span.start, written, 0, False))
    return tuple({(one.pattern, one.flags, one.of_bytes): one for one in made}.values())


def places() -> Iterator[tuple[str, range, str]]:
    """Yield each place of the package's source at which a regular expression is made: file, lines, pattern.

    The pattern is empty where the place does not say it. What is put in between is taken to be a letter.
    """
    for path in sorted(PACKAGE.rglob("*.py")):
        if path == _OWN:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _makes_a_pattern(node.func):
                assert node.end_lineno
                span = range(node.lineno, node.end_lineno + 1)
                yield path.relative_to(PACKAGE).as_posix(), span, _written(node.args[0])


def _written(pattern: ast.expr) -> str:
    if isinstance(pattern, ast.Constant) and isinstance(pattern.value, str):
        return pattern.value
    if isinstance(pattern, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in pattern.values)
    return ""


def _makes_a_pattern(function: ast.expr) -> bool:
    if isinstance(function, ast.Name):
        return function.id == "late"
    return (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name)
        and function.value.id == "re"
        and function.attr in _MAKERS
    )


def _collect() -> set[Made]:
    found: set[Made] = set()

    def note(pattern: object, flags: int) -> None:
        frame = sys._getframe(2)
        while frame.f_back and frame.f_code.co_name == "late":
            frame = frame.f_back
        file = Path(frame.f_code.co_filename)
        if file == _OWN or not file.is_relative_to(PACKAGE) or isinstance(pattern, re.Pattern):
            return
        of_bytes = isinstance(pattern, bytes)
        text = pattern.decode("latin-1") if isinstance(pattern, bytes) else str(pattern)
        found.add(Made(file.relative_to(PACKAGE).as_posix(), frame.f_lineno, text, int(flags), of_bytes))

    for name in _MAKERS:
        _watch(name, note)
    patterns = _module_alone("koreaaid.language.patterns")
    begin = patterns._Late.__init__

    def late(self: object, pattern: str | bytes, flags: int) -> None:
        note(pattern, flags)
        begin(self, pattern, flags)

    patterns._Late.__init__ = late
    _exercise()
    return found


def _module_alone(name: str) -> Any:
    """Import a module before the packages that it lies in, which import all others."""
    spec = spec_from_file_location(name, PROJECT / f"{name.replace('.', '/')}.py")
    assert spec
    assert spec.loader
    sys.modules[name] = module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _watch(name: str, note: object) -> None:
    made = getattr(re, name)

    def watched(pattern: object, *rest: object, **options: object) -> object:
        flags = options.get("flags", rest[0] if name == "compile" and rest else 0)
        note(pattern, flags)  # type: ignore[operator]
        return made(pattern, *rest, **options)

    setattr(re, name, watched)


def _exercise() -> None:
    import koreaaid

    for module in pkgutil.walk_packages(koreaaid.__path__, "koreaaid."):
        if module.name.rpartition(".")[2] != "__main__":
            importlib.import_module(module.name)
    for name in [name for name in sys.modules if name.startswith("koreaaid.")]:
        for value in list(vars(sys.modules[name]).values()):
            if callable(value) and getattr(value, "__name__", "").endswith(("_pattern", "_patterns")):
                value()
    koreaaid.build_ledger(koreaaid.read_articles(PROJECT / "seeds"))
    list(
        koreaaid.extract("The National Intelligence Service (NIS) saw 30 men. Another 40 came, the NIS said.")
    )


if __name__ == "__main__":
    print(json.dumps(sorted(_collect())))
