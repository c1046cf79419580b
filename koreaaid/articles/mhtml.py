"""Pages that browsers save as a single file (`.mhtml`): an e-mail whose first HTML part is the page."""

from __future__ import annotations

import re
from contextlib import suppress

_HEAD = re.compile(rb"(?:[A-Za-z-]{2,40}:[^\n]{0,1000}\r?\n(?:[ \t][^\n]{0,1000}\r?\n){0,20}){2,30}\r?\n")
_RELATED = re.compile(rb"^content-type:\s{0,9}multipart/related", re.IGNORECASE | re.MULTILINE)
_ADDRESS = re.compile(
    rb"^(?:snapshot-content-location|content-location):\s{0,9}(https?://[^\s<>]{4,2000})",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST_HEAD = 10_000


def page_in(content: bytes) -> bytes | None:
    """Return the page in a file that a browser saved as one, with its address noted in it; else None."""
    head = _HEAD.match(content[:_LONGEST_HEAD])
    if not head or not _RELATED.search(head.group()):
        return None
    from email import message_from_bytes  # most runs read none

    with suppress(RecursionError, ValueError, LookupError):
        for part in message_from_bytes(content).walk():
            body = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
            if isinstance(body, bytes):
                address = _ADDRESS.search(head.group())
                note = b"<!-- saved from url=(0000)%s -->\n" % address[1] if address else b""
                return note + body
    return None
