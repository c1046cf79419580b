"""Addresses are fetched as the site allows, within limits, and never from a private network."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from koreaaid import KoreaaidError
from koreaaid.articles.fetching import fetch

seen: list[tuple[str, str]] = []


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        seen.append((self.path, self.headers["User-Agent"]))
        if self.path == "/robots.txt":
            self._answer(200, b"User-agent: *\nDisallow: /private\n")
        elif self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "/article")
            self.end_headers()
        elif self.path == "/round":
            self.send_response(302)
            self.send_header("Location", "/round")
            self.end_headers()
        elif self.path == "/file":
            self.send_response(302)
            self.send_header("Location", "file:///etc/passwd")
            self.end_headers()
        elif self.path.startswith("/to?"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/to?"))
            self.end_headers()
        elif self.path == "/large":
            self._answer(200, b"x" * 50_000)
        elif self.path == "/article":
            self._answer(200, b"<p>Words</p>")
        else:
            self._answer(404, b"gone")

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_page_is_fetched_after_asking_robots(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOREAAID_CONTACT", "desk@example.org")
    seen.clear()
    fetched = fetch(f"{site}/away", allow_private=True)
    assert (fetched.content, fetched.kind, fetched.url) == (b"<p>Words</p>", "text/html", f"{site}/article")
    assert [path for path, _ in seen] == ["/robots.txt", "/away", "/article"]
    assert all("koreaaid/" in agent and "desk@example.org" in agent for _, agent in seen)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/private/x", "robots.txt"),
        ("/to?/private/x", "robots.txt"),
        ("/gone", "404"),
        ("/round", "fetched|answered"),
        ("/file", "fetched|answered"),
    ],
)
def test_what_cannot_be_fetched_is_named(site: str, path: str, message: str) -> None:
    with pytest.raises(KoreaaidError, match=message) as raised:
        fetch(site + path, allow_private=True)
    assert str(raised.value).startswith(site + path)


def test_robots_are_asked_of_the_site_that_a_redirect_leads_to(site: str) -> None:
    seen.clear()
    other = site.replace("127.0.0.1", "localhost")
    assert fetch(f"{site}/to?{other}/article", allow_private=True).url == f"{other}/article"
    assert [path.partition("?")[0] for path, _ in seen] == ["/robots.txt", "/to", "/robots.txt", "/article"]
    with pytest.raises(KoreaaidError, match=r"127\.0\.0\.1.*robots\.txt"):
        fetch(f"{site}/to?{other}/private/x", allow_private=True)


def test_the_size_is_limited(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOREAAID_MAX_MEGABYTES", "0.01")
    with pytest.raises(KoreaaidError, match="larger than"):
        fetch(f"{site}/large", allow_private=True)


def test_private_networks_are_refused(site: str) -> None:
    seen.clear()
    for url in (f"{site}/article", site.replace("127.0.0.1", "localhost") + "/article"):
        with pytest.raises(KoreaaidError, match="private network"):
            fetch(url)
    assert seen == []


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://example.org/x", "http://", "http://[::1", "nothing"]
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(KoreaaidError):
        fetch(url)
