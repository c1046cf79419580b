"""Counts over time, each labelled with who says it."""

from __future__ import annotations

import textwrap
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from koreaaid.ledger.periods import period
from koreaaid.ledger.records import records
from koreaaid.views.labels import Label, mark_box, place_labels
from koreaaid.views.links import evidence_href
from koreaaid.views.picture import Picture, nothing
from koreaaid.views.plots.deals import deals_plot
from koreaaid.views.plots.magnitudes import magnitudes_plot
from koreaaid.views.plots.marks import FLOORS, claim_words, draw_claim, draw_key, drawn_once, key_of, look_of
from koreaaid.views.plots.scales import padded, powers, round_steps, time_axis, value_axis
from koreaaid.views.style import frame, styled
from koreaaid.views.text import known
from koreaaid.views.words import amount, as_day, best, counted, day_words, source_line, speaker

if TYPE_CHECKING:
    from koreaaid.ledger.series import Series
    from koreaaid.ledger.tables import Ledger

# Two marks need no tall figure.
_HEIGHT, _HEIGHT_OF_FEW, _FEW = 250.0, 130.0, 3
# More labels than this are lines to follow, not words beside their marks; the description tells more.
_LABELLED, _TOLD = 16, 40
# Beyond this the small ones cannot be told apart on a scale that starts at zero.
_WIDEST_LINEAR = 60.0


def claim_day(row: Any) -> date | None:
    """Return the day at which a claim stands on the axis: when it was said, else when it was published."""
    said = known(row["said_on"])
    span = period(said) if said else None
    return span[0] if span else as_day(row["published"])


def series_plot(claims: pd.DataFrame, title: str, unit: str = "", name: str = "series") -> Picture:
    """Draw the claims of a series over time.

    Parameters
    ----------
    claims : DataFrame
        Rows of a ledger's claims, one unit.
    title : str
        What the series counts: "North Korean troops for Russia's war".
    unit : str
        What the axis counts: "persons".
    name : str
        Name of the series, a prefix of ids in the picture.

    Returns
    -------
    Picture
        Each mark links to its sentence; its label names the speaker.
    """
    rows = drawn_once((row for row in records(claims) if best(row) is not None), claim_day)
    dated = sorted(((day, row) for row in rows if (day := claim_day(row))), key=lambda pair: pair[0])
    undated = len(claims) - sum(row["_times"] for _, row in dated)
    note = f"{source_line(records(claims))} Marks stand at the day of the statement, else of publication."
    if len(dated) > _LABELLED:
        note += " The largest, the smallest and the latest are named; point at a mark to see the others."
    if any(row["_times"] > 1 for row in rows):
        note += " What many copy from one origin is one mark."
    if undated:
        note += f" Not drawn, having no number or no day: {counted(undated, 'claim')}."
    with styled():
        if not dated:
            return nothing(
                name, f"No claims: {title}", "No article that was read has a figure of this series."
            )
        finding = _finding([row for _, row in dated])
        key = key_of(row for _, row in dated)
        drawn = frame(
            finding,
            title,
            note,
            height=_HEIGHT if len(dated) > _FEW else _HEIGHT_OF_FEW,
            below=30,
            key=bool(key),
        )
        axes = drawn.axes
        numbers = [best(row) or 0.0 for _, row in dated]
        first, last = padded(dated[0][0], dated[-1][0], 0.1)
        time_axis(axes, first, last)
        _scale(axes, numbers, [known(row["high"]) or 0.0 for _, row in dated], unit)
        arrows = [draw_claim(axes, row, day.toordinal(), url=_href(row)) for day, row in dated]
        draw_key(drawn.figure, axes, key)
        labels = [
            Label(day.toordinal(), best(row) or 0.0, "\n".join([amount(row), *_two_lines(speaker(row, 48))]),
                  look_of(row["modality"]).color, _href(row))
            for day, row in _most_telling(dated)
        ]  # fmt: skip
        drawn.figure.draw_without_rendering()
        taken = [tick.get_window_extent() for tick in axes.get_yticklabels()]
        taken += [box for box in arrows if box]
        taken += [mark_box(axes, day.toordinal(), best(row) or 0.0) for day, row in dated]
        place_labels(axes, labels, taken=taken)
        alt = f"{finding} {title}. " + "; ".join(
            f"{day_words(day)}: {claim_words(row)}" for day, row in dated[:_TOLD]
        )
        return Picture(drawn.figure, name, alt, {_href(row): claim_words(row) for _, row in dated})


def series_figure(series: Series, ledger: Ledger) -> Picture:
    """Draw a series: sums of money with what they cover, counts over time, mixed units by category."""
    claims = series.claims(ledger)
    if claims["unit"].nunique() > 1:
        return magnitudes_plot(claims, series.name)
    if series.currency:
        return deals_plot(claims, series.title, series.name)
    return series_plot(claims, series.title, series.unit, series.name)


def _href(row: Any) -> str:
    return evidence_href(row["article"], row["claim_id"])


def _finding(rows: list[Any]) -> str:
    ordered = sorted(rows, key=lambda row: (best(row) or 0.0, row["bound"] in FLOORS))
    low, high = ordered[0], ordered[-1]
    total = sum(row["_times"] for row in rows)
    if best(low) == best(high):
        return (
            f"{amount(high).capitalize()}, says {speaker(high, 50)}"
            if len(rows) == 1
            else f"{total:,} claims agree on {amount(high)}"
        )
    return f"From {amount(low)} to {amount(high)}: {total:,} claims by {_speakers(rows)}"


def _two_lines(name: str) -> list[str]:
    return textwrap.wrap(name, 26, max_lines=2, placeholder=" …")


def _speakers(rows: list[Any]) -> str:
    names = list(dict.fromkeys(speaker(row, 50) for row in rows))
    return names[0] if len(names) == 1 else f"{len(names)} speakers"


def _scale(axes: Any, numbers: list[float], highs: list[float], unit: str) -> None:
    highest = max([*numbers, *highs])
    positive = [number for number in numbers if number > 0]
    if positive and len(positive) == len(numbers) and highest / min(positive) > _WIDEST_LINEAR:
        axes.set_yscale("log")
        axes.minorticks_off()
        value_axis(axes, powers(min(positive), highest), unit)
    else:
        # A mark on the top line would have no room for its arrow.
        value_axis(axes, round_steps(highest * 1.12), unit)


def _most_telling(dated: list[tuple[date, Any]]) -> list[tuple[date, Any]]:
    """Return the claims to label: all of a few; of many the extremes and the latest first."""
    ordered = sorted(dated, key=lambda pair: best(pair[1]) or 0.0)
    telling = [ordered[-1], ordered[0], dated[-1], *reversed(ordered)]
    unique = {pair[1]["claim_id"]: pair for pair in telling}
    return list(unique.values())[:_LABELLED]
