"""manifest.json beside the pages: what was run on what, and the hash of every file that was made."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

from koreaaid.errors import KoreaaidError
from koreaaid.files import write_bytes, write_text
from koreaaid.suite.keys import file_hashes, files_in

FILE = "manifest.json"


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page of a report.

    Attributes
    ----------
    name : str
        Of the run; the page is `<name>.html`, the notebook as it was run `<name>.ipynb`.
    label, title : str
        In the bar at the top of every page, and at the head of its own.
    notebook : str
        File name of the notebook.
    parameters : dict
        What it was given.
    key : str
        Hash of all that the page depends on.
    kept : bool
        True of a page of an earlier run that was not made anew, or could not be.
    error : str
        Why the notebook stopped before its end; its page is then `<name>-failed.html`.
    """

    name: str
    label: str
    title: str
    notebook: str
    parameters: dict[str, object]
    key: str
    kept: bool = False
    error: str = ""

    @property
    def stem(self) -> str:
        """The name of the page's files, without their endings."""
        return f"{self.name}-failed" if self.error else self.name


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a folder of reports holds.

    Attributes
    ----------
    key : str
        Hash of all that the report depends on; two reports with one key are the same bytes.
    input, ledger : str
        Hashes of the articles with what lies beside them, and of the saved ledger.
    versions : dict of str
        What it was made with.
    articles : dict of str
        Hash of each article's text, by its id.
    pages : tuple of PageEntry
        The pages, those that failed among them.
    problems, doubts : tuple of str
        What could not be read, and what was read but should be looked at.
    changes : str
        HTML: what has changed in the ledger since the run before the last change; empty after a first run.
    files : dict of str
        Hash of each file that was made, by its path.
    """

    key: str = ""
    input: str = ""
    ledger: str = ""
    versions: dict[str, str] = field(default_factory=dict)
    articles: dict[str, str] = field(default_factory=dict)
    pages: tuple[PageEntry, ...] = ()
    problems: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    changes: str = ""
    files: dict[str, str] = field(default_factory=dict)

    @staticmethod
    def load(out: Path) -> Manifest:
        """Read the manifest of the reports in `out`; an empty one where there is none that can be read."""
        try:
            content = json.loads((out / FILE).read_text(encoding="utf-8"))
            pages = tuple(PageEntry(**page) for page in content.pop("pages"))
            problems, doubts = tuple(content.pop("problems")), tuple(content.pop("doubts"))
            return Manifest(pages=pages, problems=problems, doubts=doubts, **content)
        except (OSError, ValueError, KeyError, TypeError):
            return Manifest()

    def text(self) -> str:
        """Return the manifest as JSON."""
        return json.dumps(asdict(self), indent=1, ensure_ascii=False) + "\n"

    def stands(self, key: str, out: Path) -> bool:
        """Say whether `out` holds the whole report with this key, and every file as it was made."""
        if self.key != key or any(page.error for page in self.pages):
            return False
        try:
            return all(
                sha256((out / path).read_bytes()).hexdigest() == made for path, made in self.files.items()
            )
        except OSError:
            return False


def publish(building: Path, out: Path, stale: Mapping[str, str]) -> dict[str, str]:
    """Bring what was made in `building` to `out`, file by file, and remove `stale` files that are unchanged.

    A reader of `out` sees each file old or new, never a part of one, and the index is the last to change.
    Files that no report made are left alone. Returns the hash of each file by its path.
    """
    made = file_hashes(building, files_in(building))
    try:
        for path in sorted(made, key=lambda path: path == "index.html"):
            target = out / path
            if not (target.is_file() and sha256(target.read_bytes()).hexdigest() == made[path]):
                write_bytes(target, (building / path).read_bytes())
        for path, content in stale.items():
            _remove(out / path, content)
    except OSError as error:
        raise KoreaaidError(
            f"{out}: cannot be written ({error.strerror}); name another folder with --out"
        ) from error
    return made


def write_manifest(manifest: Manifest, out: Path) -> None:
    """Write the manifest of the reports in `out`."""
    write_text(out / FILE, manifest.text())


def _remove(path: Path, content: str) -> None:
    """Remove a file of an earlier report, unless someone has changed it since."""
    if path.is_file() and sha256(path.read_bytes()).hexdigest() == content:
        path.unlink()
        if not any(path.parent.iterdir()):
            path.parent.rmdir()
