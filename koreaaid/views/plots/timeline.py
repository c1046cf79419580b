"""Dates with their precision: a day is a point, a month or a year is the span that it is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.transforms import Bbox

from koreaaid.ledger.records import records
from koreaaid.views.labels import Label, place_labels
from koreaaid.views.links import evidence_href
from koreaaid.views.picture import Picture, nothing
from koreaaid.views.plots.scales import padded, time_axis
from koreaaid.views.plots.spans import chosen_articles, distinct, main_window, run_of, spans, with_day
from koreaaid.views.style import BLUE, FAINT, GREEN, GRID, INK, MARGIN, ORANGE, SOFT, WIDTH, frame, styled
from koreaaid.views.text import shorten
from koreaaid.views.words import BASES, as_day, counted, source_line, span_words

_NAMED = 24
_MOST_ROWS = 40
_MOST_LANES = 40
_ROW, _THIN_ROW = 26.0, 9.0
_LANE = 25.0
_COLORS = {"explicit": BLUE, "publication": GREEN, "context": ORANGE}
# In a close-up a span longer than this is context: it is drawn as far as the window goes.
_LONG = 200
# A week is no bar on an axis of ten years: it is drawn as a square.
_SHORTEST_BAR = 0.012


def timeline_plot(dates: pd.DataFrame, articles: pd.DataFrame, name: str = "timeline") -> Picture:
    """Draw the resolved dates of every article on one axis, a row for each article by day of publication.

    A few dates that lie so far off that the others would shrink to a point are named at the edge.
    """
    rows = spans(dates)
    if not rows:
        return nothing(name, "No dates that can be placed on an axis")
    by_article: dict[str, list[Any]] = {}
    for row in rows:
        by_article.setdefault(row["article"], []).append(row)
    order = chosen_articles(articles, by_article, _MOST_ROWS)
    named = len(order) <= _NAMED
    title = f"{counted(len(rows), 'date')}, {run_of(rows)}"
    source = source_line(row for row in records(articles) if row["article"] in by_article)
    note = f"{source} A point is a day, a bar a month or year, a tick the day of publication."
    if len(order) < len(by_article):
        note += f" The {len(order)} articles with most dates; the table has all."
    drawn_rows = {article["article"]: distinct(by_article[article["article"]]) for article in order}
    shown = [row for rows in drawn_rows.values() for row in rows]
    first, last = main_window(shown)
    with styled():
        drawn = frame(
            title, "Dates that the articles name, one row for each article", note,
            height=(_ROW if named else _THIN_ROW) * len(order), left=132 if named else MARGIN + 8,
            right=14, below=28,
        )  # fmt: skip
        axes = drawn.axes
        time_axis(axes, *padded(first, last, 0.05))
        axes.set_ylim(len(order) - 0.5, -0.5)
        axes.set_yticks([])
        for place, article in enumerate(order):
            _name_row(axes, article, place, named)
            _draw_row(axes, drawn_rows[article["article"]], place, first, last)
        alt = f"{title}. " + "; ".join(
            f"{_title_of(article, 60)}: {_listed(by_article[article['article']])}"
            for article in order[:_NAMED]
        )
        return Picture(drawn.figure, name, alt, _titles(shown))


def closeup_plot(dates: pd.DataFrame, article: pd.Series, name: str = "closeup") -> Picture:
    """Draw the dates of one article, labelled as they are written; long spans run out of the window."""
    rows = distinct(spans(dates[dates["article"] == article["article"]]), _MOST_LANES)
    published = as_day(article["published"])
    if not rows:
        return nothing(name, "No dates that can be placed on an axis")
    near = [row for row in rows if (row["_last"] - row["_first"]).days <= _LONG] or rows
    inner = main_window(near)
    first, last = padded(*with_day(inner, published), 0.12)
    rows = [row for row in rows if row["_last"] >= first and row["_first"] <= last]
    title = _title_of(article.to_dict(), 90)
    with styled():
        lanes = _lanes(rows, (last - first).days)
        drawn = frame(
            title, f"Dates as written, {run_of([row for row in near if row in rows] or near)}",
            f"{source_line([article.to_dict()])} As written in blue, counted from publication in green, "
            "from another date in the text in orange.",
            height=_LANE * (max(lanes.values(), default=0) + 1) + 24, below=30, right=16, left=16,
        )  # fmt: skip
        axes = drawn.axes
        time_axis(axes, first, last)
        axes.set_ylim(max(lanes.values(), default=0) + 0.7, -0.9)
        axes.set_yticks([])
        if published:
            _mark_publication(axes, published)
        labels = []
        for i, row in enumerate(rows):
            _draw_span(axes, row, lanes[i], first=first, last=last)
            words = shorten(row["surface"], 34)
            if row["_last"] > last:
                _name_long_span(axes, row, lanes[i], words)
                continue
            end = row["_last"].toordinal() + (row["_last"] > row["_first"])
            labels.append(Label(end, lanes[i], words, url=_href(row)))
        bars = [_span_box(axes, row, lanes[i]) for i, row in enumerate(rows) if row["_last"] > row["_first"]]
        place_labels(axes, labels, size=8.8, far=False, taken=bars)
        return Picture(drawn.figure, name, f"Dates in {title}: {_listed(rows)}", _titles(rows))


def closeup_plots(dates: pd.DataFrame, articles: pd.DataFrame, most: int) -> list[Picture]:
    """Draw close-ups of at most `most` articles, those with the most dates, by day of publication."""
    by_article = dates[dates["earliest"].notna()].groupby("article", sort=True)["start"].agg(list).to_dict()
    chosen = chosen_articles(articles, by_article, most)
    return [closeup_plot(dates, pd.Series(row), f"closeup-{i}") for i, row in enumerate(chosen, 1)]


def _draw_row(axes: Axes, rows: list[Any], place: int, first: date, last: date) -> None:
    """Draw the dates of an article, and at the edges the names of those outside of the window."""
    before = [row for row in rows if row["_last"] < first]
    after = [row for row in rows if row["_first"] > last]
    for row in rows:
        if row not in before and row not in after:
            _draw_span(axes, row, place, first=first, last=last)
    for outside, at, sign, ha, dx in ((before, 0, "← {}", "left", 2), (after, 1, "{} →", "right", -2)):
        if not outside:
            continue
        names = list(dict.fromkeys(span_words(row["_first"], row["_last"]) for row in outside))
        more = f" +{len(names) - 2}" if len(names) > 2 else ""
        axes.annotate(
            sign.format(", ".join(names[:2]) + more), (at, place), (dx, 7), ha=ha, va="center", size=8,
            color=SOFT, xycoords=("axes fraction", "data"), textcoords="offset points", annotation_clip=False,
            url=_href(outside[0]),
        )  # fmt: skip


def _draw_span(axes: Axes, row: Any, place: float, *, first: date, last: date) -> None:
    start, end = max(row["_first"], first).toordinal(), min(row["_last"], last).toordinal()
    color, url = _COLORS.get(row["basis"], FAINT), _href(row)
    left, right = axes.get_xlim()
    if end - start < _SHORTEST_BAR * (right - left):
        marker = "o" if end == start else "s"
        axes.plot(
            (start + end) / 2, place, marker=marker, markersize=6, color=color, linestyle="none", alpha=0.85,
            url=url, zorder=3,
        )  # fmt: skip
    else:
        axes.plot(
            [start, end + 1], [place, place], color=color, linewidth=5, alpha=0.4, solid_capstyle="butt",
            url=url, zorder=2,
        )  # fmt: skip


def _span_box(axes: Axes, row: Any, place: float) -> Bbox:
    """Return the box in pixels of a span, but for its very end, where its label may begin."""
    (left, y), (right, _) = axes.transData.transform(
        [(row["_first"].toordinal(), place), (row["_last"].toordinal(), place)]
    )
    return Bbox.from_extents(left, y - 2.5, right - 1, y + 2.5)


def _name_row(axes: Axes, article: Any, place: int, named: bool) -> None:
    axes.axhline(place, color=GRID, linewidth=0.8, zorder=0)
    published = as_day(article["published"])
    if published:
        axes.plot(
            published.toordinal(), place, marker="|", markersize=13 if named else 5, color=INK, zorder=1
        )
    if named:
        axes.annotate(
            _title_of(article, 25), (0, place), (-128, 0), xycoords=("axes fraction", "data"),
            textcoords="offset points", va="center", size=9, color=SOFT, annotation_clip=False,
            url=evidence_href(article["article"]),
        )  # fmt: skip


def _name_long_span(axes: Axes, row: Any, lane: int, words: str) -> None:
    """Write above a span that runs out of the picture what it is: it has no end to write at."""
    start = max(row["_first"].toordinal(), axes.get_xlim()[0])
    axes.annotate(
        words,
        (start, lane),
        (4, 4),
        textcoords="offset points",
        va="bottom",
        size=8.8,
        color=INK,
        url=_href(row),
    )


def _mark_publication(axes: Axes, published: date) -> None:
    axes.axvline(published.toordinal(), color=FAINT, linewidth=0.9, linestyle=(0, (3, 2)), zorder=0)
    left = published.toordinal() > sum(axes.get_xlim()) / 2
    axes.annotate(
        "published", (published.toordinal(), 1), (-3 if left else 3, 2), xycoords=("data", "axes fraction"),
        textcoords="offset points", ha="right" if left else "left", va="top", size=8.5, color=SOFT,
    )  # fmt: skip


def _lanes(rows: list[Any], days: int) -> dict[int, int]:
    """Return a lane for each date, so that none lies over another with its label."""
    room = WIDTH - 32
    taken: list[float] = []
    lanes: dict[int, int] = {}
    for i in sorted(range(len(rows)), key=lambda i: (rows[i]["_first"], rows[i]["start"])):
        row = rows[i]
        left = row["_first"].toordinal() * room / days
        right = row["_last"].toordinal() * room / days
        lane = next((n for n, end in enumerate(taken) if left >= end), len(taken))
        taken[lane:] = [*taken[lane : lane + 1], *taken[lane + 1 :]] or [0.0]
        taken[lane] = right + 5.2 * min(34, len(row["surface"])) + 22
        lanes[i] = lane
    return lanes


def _title_of(article: Any, length: int) -> str:
    title, outlet = article.get("title"), article.get("outlet")
    words = title if isinstance(title, str) else outlet if isinstance(outlet, str) else None
    return shorten(words or str(article["article"]).removesuffix(".txt"), length)


def _href(row: Any) -> str:
    return evidence_href(row["article"], row["date_id"])


def _titles(rows: list[Any]) -> dict[str, str]:
    return {
        _href(row): f"{shorten(row['surface'], 60)}: {span_words(row['_first'], row['_last'])}, "
        f"{BASES.get(row['basis'], row['basis'])}"
        for row in rows
    }


def _listed(rows: list[Any]) -> str:
    return ", ".join(
        f"{shorten(row['surface'], 40)} ({span_words(row['_first'], row['_last'])})" for row in rows[:40]
    )
