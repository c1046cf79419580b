"""The files around the package say the same as the package."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import koreaaid

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)(.*)")


def name_of(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", REQUIREMENT.match(requirement)[1]).lower()


def conda_requirements() -> list[str]:
    lines = (ROOT / "environment.yml").read_text(encoding="utf-8").splitlines()
    found = [line.strip().removeprefix("- ") for line in lines if line.strip().startswith("- ")]
    around = ("conda-forge", "pip:", "-e .")
    return [line for line in found if line not in around and name_of(line) not in ("python", "pip")]


def test_environment_yml_has_the_dependencies_of_pyproject_toml():
    assert sorted(conda_requirements()) == sorted(PROJECT["dependencies"])


def test_the_lock_covers_every_dependency_with_hashes_for_this_version():
    locked = {name_of(match[1]): match[2] for match in re.finditer(r"^([A-Za-z0-9._-]+)==(\S+)", LOCK, re.M)}
    wanted = [
        *PROJECT["dependencies"],
        *(r for extra in PROJECT["optional-dependencies"].values() for r in extra),
    ]
    assert [name for name in map(name_of, wanted) if name not in locked] == []
    assert LOCK.count("--hash=sha256:") >= len(locked)


def test_the_lock_satisfies_the_lower_bounds():
    from packaging.requirements import Requirement
    from packaging.version import Version

    locked = {}
    for match in re.finditer(r"^([A-Za-z0-9._-]+)==([^\s;]+)", LOCK, re.M):
        locked.setdefault(name_of(match[1]), []).append(Version(match[2]))
    for text in PROJECT["dependencies"]:
        requirement = Requirement(text)
        versions = locked[name_of(requirement.name)]
        assert all(requirement.specifier.contains(version) for version in versions), text


def test_the_lock_names_no_package_index():
    assert not re.search(r"--(?:extra-)?index-url|--find-links|https?://", LOCK)


def test_the_changelog_begins_with_this_version():
    headings = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    assert headings[0] == koreaaid.__version__ == PROJECT["version"]


@pytest.mark.parametrize("path", [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")], ids=lambda path: path.name)
def test_every_file_that_a_document_links_to_is_there(path):
    targets = re.findall(r"\]\((?!https?://|#|mailto:)([^)#\s]+)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_modules_are_short():
    long = {
        p.name: n
        for p in ROOT.glob("koreaaid/**/*.py")
        if (n := len(p.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert long == {}
