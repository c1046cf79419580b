from __future__ import annotations

import pytest

from koreaaid.errors import KoreaaidError
from koreaaid.suite import pdf
from koreaaid.suite.manifest import Manifest, PageEntry, write_manifest


@pytest.fixture
def reports(tmp_path):
    page = PageEntry("good", "Good", "About good", "good.ipynb", {}, "key")
    write_manifest(Manifest(key="key", pages=(page,)), tmp_path)
    for name in ("index", "good"):
        (tmp_path / f"{name}.html").write_text(f"<title>{name}</title><p>Seoul sent $5 million.</p>")
    return tmp_path


@pytest.mark.browser
def test_pages_are_printed_to_the_same_bytes(reports, tmp_path):
    if not any(map(pdf.shutil.which, pdf._BROWSERS)):
        pytest.skip("Chromium is not installed")
    made = [
        [path.read_bytes() for path in pdf.print_pages(reports, [], tmp_path / out)] for out in ("a", "b")
    ]
    assert made[0] == made[1]
    assert all(content.startswith(b"%PDF") for content in made[0])


def test_without_a_browser_it_says_what_to_do(reports, tmp_path, monkeypatch):
    monkeypatch.setattr(pdf.shutil, "which", lambda name: None)
    with pytest.raises(KoreaaidError, match="no Chromium or Chrome was found"):
        list(pdf.print_pages(reports, [], tmp_path))


@pytest.mark.parametrize(
    ("names", "message"),
    [(["bad"], "bad: no such page .*there are: index, good"), (["../x"], "no such page")],
)
def test_an_unknown_page_is_refused(reports, tmp_path, monkeypatch, names, message):
    monkeypatch.setattr(pdf.shutil, "which", lambda name: name)
    with pytest.raises(KoreaaidError, match=message):
        list(pdf.print_pages(reports, names, tmp_path))


def test_a_folder_without_reports_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf.shutil, "which", lambda name: name)
    with pytest.raises(KoreaaidError, match="no reports there"):
        list(pdf.print_pages(tmp_path, [], tmp_path))
