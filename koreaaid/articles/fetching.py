"""Fetching from the web, politely and carefully; only what the user names, and only when asked to.

One request at a time, as robots.txt allows, with a time-out and a limit of size; never from an address inside
a private network, also not by a redirect or by a name that leads there.
"""

from __future__ import annotations

import http.client
import ipaddress
import os
import socket
import ssl
import urllib.error
import urllib.request
from importlib.metadata import version
from time import monotonic
from typing import Any, NamedTuple
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from koreaaid.articles.decoding import size_limit
from koreaaid.errors import KoreaaidError

CONTACT_VARIABLE = "KOREAAID_CONTACT"
_SECONDS = 20
_SECONDS_IN_ALL = 60
_PART = 65_536
_ROBOTS_SIZE = 500_000


class Fetched(NamedTuple):
    """What was found at an address: its bytes, what kind it says it is, and where it was in the end."""

    content: bytes
    kind: str
    url: str


class _PrivateAddressError(OSError):
    pass


def fetch(url: str, *, allow_private: bool = False) -> Fetched:
    """Fetch one address.

    Raises
    ------
    KoreaaidError
        Naming the address, when it cannot or may not be fetched.
    """
    if not _is_web_address(url):
        raise KoreaaidError(f"{url}: is not a web address; use http:// or https://")
    robots = _Robots(url, _opener(allow_private, urllib.request.HTTPRedirectHandler()))
    try:
        robots.obey(url)
        return _get(url, _opener(allow_private, _ObedientRedirects(robots)), size_limit())
    except _PrivateAddressError:
        raise KoreaaidError(f"{url}: leads into a private network; it was not fetched") from None
    except urllib.error.HTTPError as error:
        raise KoreaaidError(
            f"{url}: the server answered {error.code} {error.reason}; try again later"
        ) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        if isinstance(reason, _PrivateAddressError):
            raise KoreaaidError(f"{url}: leads into a private network; it was not fetched") from None
        raise KoreaaidError(
            f"{url}: cannot be fetched ({reason}); check the address and the network"
        ) from None


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def user_agent() -> str:
    """Return what the server is told: who asks, and where to complain."""
    contact = os.environ.get(CONTACT_VARIABLE, "").replace("\n", " ").strip()
    purpose = "; ".join(["reads news articles one at a time", *([contact] if contact else [])])
    return f"koreaaid/{version('koreaaid')} ({purpose})"


def _get(url: str, opener: urllib.request.OpenerDirector, limit: int) -> Fetched:
    request = urllib.request.Request(url, headers={"User-Agent": user_agent(), "Accept-Encoding": "identity"})
    with opener.open(request, timeout=_SECONDS) as answer:
        content = bytearray()
        until = monotonic() + _SECONDS_IN_ALL
        while part := answer.read(_PART):
            content += part
            if len(content) > limit:
                raise KoreaaidError(f"{url}: is larger than {limit / 1_000_000:g} MB; it was not kept")
            if monotonic() > until:
                raise KoreaaidError(f"{url}: took longer than {_SECONDS_IN_ALL} seconds; try again later")
        return Fetched(bytes(content), str(answer.headers.get_content_type()), str(answer.geturl()))


class _Robots:
    """The rules of each site on the way to one address; each site is asked once."""

    def __init__(self, named: str, opener: urllib.request.OpenerDirector) -> None:
        self.named = named
        self.opener = opener
        self.rules: dict[str, RobotFileParser | None] = {}

    def obey(self, url: str) -> None:
        """Refuse an address that its site's robots.txt forbids; the message names the one asked for."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self.rules:
            self.rules[site] = self._asked(f"{site}/robots.txt")
        rules = self.rules[site]
        if rules and not rules.can_fetch(user_agent(), url):
            raise KoreaaidError(f"{self.named}: robots.txt of the site forbids it; save the page by hand")

    def _asked(self, address: str) -> RobotFileParser | None:
        try:
            found = _get(address, self.opener, _ROBOTS_SIZE)
        except urllib.error.HTTPError as error:
            if error.code in (401, 403):
                raise KoreaaidError(
                    f"{self.named}: the site lets no programs in; save the page by hand"
                ) from None
            return None
        except KoreaaidError:
            return None
        rules = RobotFileParser()
        rules.parse(found.content.decode("utf-8", "replace").splitlines())
        return rules


class _ObedientRedirects(urllib.request.HTTPRedirectHandler):
    """Follows a redirect where the site that it leads to allows that."""

    def __init__(self, robots: _Robots) -> None:
        self.robots = robots

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        if _is_web_address(newurl):
            self.robots.obey(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener(
    allow_private: bool, redirects: urllib.request.HTTPRedirectHandler
) -> urllib.request.OpenerDirector:
    """Return an opener without proxies, files and cookies, which looks where each connection has led."""

    class Http(http.client.HTTPConnection):
        def connect(self) -> None:
            super().connect()
            _look(self.sock, allow_private)

    class Https(http.client.HTTPSConnection):
        def connect(self) -> None:
            super().connect()
            _look(self.sock, allow_private)

    class HttpHandler(urllib.request.HTTPHandler):
        def http_open(self, req: urllib.request.Request) -> Any:
            return self.do_open(Http, req)

    class HttpsHandler(urllib.request.HTTPSHandler):
        def https_open(self, req: urllib.request.Request) -> Any:
            return self.do_open(Https, req, context=ssl.create_default_context())

    opener = urllib.request.OpenerDirector()
    for handler in (
        HttpHandler(), HttpsHandler(), redirects,
        urllib.request.HTTPErrorProcessor(), urllib.request.HTTPDefaultErrorHandler(),
    ):  # fmt: skip
        opener.add_handler(handler)
    return opener


def _look(connection: socket.socket, allow_private: bool) -> None:
    """Refuse a connection that does not lead to a public address: the name may lead anywhere."""
    address = ipaddress.ip_address(str(connection.getpeername()[0]).split("%")[0])
    mapped = getattr(address, "ipv4_mapped", None) or address
    if not mapped.is_global and not allow_private:
        connection.close()
        raise _PrivateAddressError(f"{mapped} is private")
