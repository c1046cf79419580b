"""Feed the readers and `extract` with bytes that a fuzzer makes up: only named problems may come back.

atheris is no dependency; it goes into an environment of its own, beside what koreaaid needs:

    python3 -m venv /tmp/fuzz && /tmp/fuzz/bin/pip install atheris && /tmp/fuzz/bin/pip install --no-deps -r requirements.lock
    PYTHONPATH=. /tmp/fuzz/bin/python tests/fuzz/fuzz_readers.py TARGET -max_total_time=120 CORPUS

TARGET is text, file, pdf, page or toml; CORPUS a folder for what it finds, which may hold examples to begin with. An
input that fails is written to `crash-…`; it belongs into `tests/fuzz/crashers/TARGET/`, where tests read it again.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import suppress
from importlib import import_module
from pathlib import Path

MODULES = (
    "koreaaid.extract",
    *(f"koreaaid.articles.{name}" for name in ("feeds", "pages", "pdfs", "sources")),
)
SUFFIXES = (".txt", ".json", ".jsonl", ".csv", ".tsv", ".xml", ".md", "")


def text(data: bytes) -> None:
    from koreaaid import extract
    from koreaaid.articles.reading import article_from_text

    given = data.decode("utf-8", "surrogatepass" if data[:1] == b"\xed" else "replace")
    article = article_from_text(given)
    assert article.text == given
    reached = 0
    for span in article.furniture:
        assert reached <= span.start < span.end <= len(given)
        reached = span.end
    reached = 0
    accounted = 0
    for mention in extract(article):
        assert reached <= mention.start < mention.end <= len(given)
        assert given[mention.start : mention.end] == mention.surface
        accounted += sum(map(str.isdigit, mention.surface))
        reached = mention.end
    assert accounted == sum(map(str.isdigit, given))


def file(data: bytes) -> None:
    from koreaaid.articles.sources import read_source

    if not data:
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"fuzzed{SUFFIXES[data[0] % len(SUFFIXES)]}"
        path.write_bytes(data[1:])
        list(read_source(str(path), may_fetch=False, columns={}))


def pdf(data: bytes) -> None:
    from koreaaid import KoreaaidError
    from koreaaid.articles.pdfs import read_pdf

    with suppress(KoreaaidError):
        read_pdf(b"%PDF-1.4\n" + data, "fuzzed.pdf")


def page(data: bytes) -> None:
    from koreaaid.articles.pages import read_page

    read_page(data.decode("utf-8", "replace"))


def toml(data: bytes) -> None:
    from koreaaid.articles.supplied import read_supplied

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "articles.toml").write_bytes(data)
        read_supplied(Path(folder))


TARGETS = {"text": text, "file": file, "pdf": pdf, "page": page, "toml": toml}


def main() -> None:
    import atheris

    target = TARGETS[sys.argv.pop(1)]
    with atheris.instrument_imports(include=["koreaaid", "pypdf"]):
        for module in MODULES:
            import_module(module)
        target(b"a1")
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
