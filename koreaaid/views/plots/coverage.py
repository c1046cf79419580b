"""What became of every number, article by article."""

from __future__ import annotations

from typing import Any

from koreaaid.ledger.tables import Ledger
from koreaaid.views.links import evidence_href
from koreaaid.views.picture import Picture
from koreaaid.views.style import BLUE, FAINT, GREEN, INK, SOFT, frame, styled
from koreaaid.views.text import known, shorten

_MOST = 25
_ROW = 22.0
_LEFT = 190.0
_PARTS = (("quantities", "figures", BLUE), ("dates", "dates", GREEN), ("excluded", "set aside", FAINT))


def coverage_plot(ledger: Ledger, name: str = "coverage") -> Picture:
    """Draw a bar for each article: how many of its numbers are figures, dates, or set aside."""
    rows = ledger.articles.assign(_all=ledger.articles[[part for part, _, _ in _PARTS]].sum(axis="columns"))
    rows = rows.sort_values(["_all", "article"], ascending=[False, True])
    shown: list[Any] = rows.head(_MOST).to_dict("records")
    totals = {words: int(rows[part].sum()) for part, words, _ in _PARTS}
    everything = sum(totals.values())
    title = f"{everything:,} numbers found: " + ", ".join(
        f"{count:,} {words}" for words, count in totals.items()
    )
    note = "Every digit is in exactly one of them. Bars lead to the article with its marks."
    note += f" The {_MOST} articles with most numbers." if len(rows) > _MOST else ""
    with styled():
        drawn = frame(
            title, "Figures, dates and numbers set aside, by article", note,
            height=_ROW * max(1, len(shown)), left=_LEFT, right=34, below=6, key=True,
        )  # fmt: skip
        axes = drawn.axes
        axes.set_ylim(len(shown) - 0.4, -0.6)
        axes.set_xlim(0, max([row["_all"] for row in shown], default=1) or 1)
        axes.set_xticks([])
        axes.set_yticks([])
        axes.spines["bottom"].set_visible(False)
        for place, row in enumerate(shown):
            _draw(axes, row, place)
        _draw_key(axes)
        alt = f"{title}. " + "; ".join(f"{_title(row)}: {_counts(row)}" for row in shown)
        titles = {evidence_href(row["article"]): f"{_title(row)}: {_counts(row)}" for row in shown}
        return Picture(drawn.figure, name, alt, titles)


def _draw(axes: Any, row: Any, place: int) -> None:
    href = evidence_href(row["article"])
    left = 0
    for part, _, color in _PARTS:
        axes.barh(place, row[part], left=left, height=0.62, color=color, url=href)
        left += row[part]
    axes.annotate(
        _title(row), (0, place), (-_LEFT + 4, 0), xycoords=("axes fraction", "data"),
        textcoords="offset points", va="center", size=9.5, color=INK, annotation_clip=False, url=href,
    )  # fmt: skip
    axes.annotate(
        f"{left:,}", (left, place), (4, 0), textcoords="offset points", va="center", size=9, color=SOFT,
        annotation_clip=False,
    )  # fmt: skip


def _draw_key(axes: Any) -> None:
    shift = -_LEFT + 4
    for _, words, color in _PARTS:
        axes.annotate(
            words, (0, 1), (shift, 14), xycoords="axes fraction", textcoords="offset points", size=9.5,
            weight=600, color=SOFT if color == FAINT else color, annotation_clip=False,
        )  # fmt: skip
        shift += 58


def _title(row: Any) -> str:
    return shorten(known(row["title"]) or known(row["outlet"]) or row["article"], 36)


def _counts(row: Any) -> str:
    return ", ".join(f"{row[part]} {words}" for part, words, _ in _PARTS)
