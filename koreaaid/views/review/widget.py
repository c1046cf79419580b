"""The widget that draws a review in a notebook and passes keys and clicks on to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from koreaaid.errors import KoreaaidError
from koreaaid.views.review.reviewing import Review
from koreaaid.views.review.shown import shown
from koreaaid.views.text import safe
from koreaaid.views.words import counted

_HERE = Path(__file__).parent
_FILTERS = ("state", "article", "series", "text")


class ReviewWidget(anywidget.AnyWidget):
    """A review that shows itself in a notebook; `review` is what it is a view of."""

    _esm = _HERE / "widget.js"
    _css = _HERE / "widget.css"
    state = traitlets.Dict().tag(sync=True)

    def __init__(self, review: Review) -> None:
        super().__init__(state=shown(review))
        self.review = review
        self.on_msg(self._told)

    def tell(self, asked: Mapping[str, Any]) -> None:
        """Do what the browser asks for, and show what came of it.

        A decision names its claim: a key that was pressed before the view had changed decides nothing.
        """
        review = self.review
        note, seen = str(asked.get("note", "")), asked.get("claim")
        walking: dict[str, Callable[[], None]] = {
            "next": lambda: review.go(1),
            "previous": lambda: review.go(-1),
            "undo": review.undo,
            "choose": lambda: review.choose(**{name: str(asked.get(name, "")) for name in _FILTERS}),
        }
        deciding: dict[str, Callable[[], None]] = {
            "accept": lambda: review.accept(note),
            "reject": lambda: review.reject(note),
            "correct": lambda: review.correct(str(asked.get("field")), str(asked.get("value", "")), note),
            "merge": lambda: review.merge(str(asked.get("other", "")), note),
            "take back": review.take_back,
        }
        wanted = str(asked.get("do"))
        failed = ""
        try:
            if wanted in walking:
                walking[wanted]()
            elif wanted in deciding and review.claim and review.claim["claim_id"] == seen:
                deciding[wanted]()
            elif wanted in deciding:
                failed = "Another claim had come into view: look at it, and press again."
        except (KoreaaidError, OSError) as error:
            failed = str(error)
        self.state = {**shown(review), "failed": failed}

    def _told(self, _widget: object, content: Mapping[str, Any], _buffers: object) -> None:
        self.tell(content)

    def __repr__(self) -> str:
        left = f"{self.review.left:,} of {counted(len(self.review.claims), 'claim')}"
        return f"<review: {left} not reviewed yet; run this cell to go through them>"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        # What is seen where no kernel runs: in the saved notebook.
        words = repr(self)
        html = f"<p><em>{safe(words.strip('<>'))}</em></p>"
        return {**data, "text/plain": words, "text/html": html}, metadata
