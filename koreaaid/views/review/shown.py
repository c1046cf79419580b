"""What the widget shows of a review, as plain data: the text of strangers is text, made visible and cut."""

from __future__ import annotations

from typing import Any

from koreaaid.ledger.corrections import CORRECTABLE, as_text
from koreaaid.ledger.records import Row
from koreaaid.ledger.schema import tables
from koreaaid.views.review.others import in_a_line
from koreaaid.views.review.reviewing import STATES, Review
from koreaaid.views.text import shorten, visible
from koreaaid.views.words import amount, as_day, counted, day_words, number

_LABELS = {
    "value": "Value", "low": "Lowest", "high": "Highest", "bound": "Bound", "unit": "Unit",
    "category": "Category", "measure": "Measure", "item": "Of what", "covers": "Covers", "actor": "Who acts",
    "counterparty": "With whom", "location": "Where", "attributed_to": "Who says so",
    "attribution_verb": "Said how", "relayed_by": "Passed on by", "modality": "Modality",
    "stage": "Stage", "event_date": "Happened", "said_on": "Said on",
    "additive": "On top of", "part_of": "Part of", "converts": "Restates", "repeats": "Repeats",
}  # fmt: skip
# Shown even where they are empty: a gap in these is what a reviewer looks for.
_ALWAYS = frozenset(
    (
        "value",
        "bound",
        "unit",
        "category",
        "item",
        "attributed_to",
        "modality",
        "stage",
        "event_date",
        "said_on",
    )
)
_AROUND = 700
_CELL = 300
_OPTION = 70


def shown(review: Review) -> dict[str, Any]:
    """Return what is to be seen: the claim in view, its place among the others, what to choose from."""
    row = review.claim
    total = len(review.queue)
    return {
        "claim": _claim(review, row) if row else None,
        "place": f"Claim {review.place + 1:,} of {total:,}" if row else _nothing(review),
        "progress": f"{review.left:,} of {counted(len(review.claims), 'claim')} not reviewed yet",
        "first": review.place == 0,
        "last": review.place >= total - 1,
        "filters": _filters(review),
        "text": review.chosen.text,
        "reviewer": shorten(review.reviewer, _OPTION),
        "file": review.file.name,
        "message": review.message,
        "can_undo": review.can_undo,
    }


def _nothing(review: Review) -> str:
    if review.chosen.state == "open":
        return "Nothing is left to review here."
    return "No claim is of this kind."


def _claim(review: Review, row: Row) -> dict[str, Any]:
    published = as_day(row["published"])
    where = [row["outlet"], day_words(published) if published else "not dated", row["article"]]
    return {
        "id": row["claim_id"],
        "figure": amount(row),
        "sentence": _sentence(row),
        "where": ", ".join(shorten(str(part), 120) for part in where if part),
        "state": row["review"] or "",
        "fields": _fields(row),
        "reviews": [_review(line, review) for line in review.reviews(row["claim_id"])],
        "links": review.places.of(row),
        "others": [[one["claim_id"], in_a_line(one)] for one in review.others()],
    }


def _sentence(row: Row) -> list[str]:
    """Return the sentence in three parts: before the figure, the figure, behind it."""
    start, end = (row[name] - row["sentence_start"] for name in ("start", "end"))
    sentence = row["sentence"]
    before, behind = sentence[:start], sentence[end:]
    before = "… " + before[-_AROUND:] if len(before) > _AROUND else before
    behind = behind[:_AROUND] + " …" if len(behind) > _AROUND else behind
    return [visible(before).lstrip("\n"), shorten(sentence[start:end], _AROUND), visible(behind)]


def _fields(row: Row) -> list[dict[str, Any]]:
    corrected = (row["corrected"] or "").split(", ")
    columns = {column.name: column for column in tables()["claims"].columns}
    return [
        {
            "name": name,
            "label": _LABELS.get(name, name),
            "value": as_text(row[name]) or "",
            "shown": _words(row[name]),
            "corrected": name in corrected,
            "folded": row[name] is None and name not in _ALWAYS and name not in corrected,
            "choices": _choices(columns[name]),
        }
        for name in sorted(CORRECTABLE, key=list(_LABELS).index)
    ]


def _words(cell: Any) -> str:
    if isinstance(cell, float):
        return number(cell)
    return shorten(str(cell).replace("_", " "), _CELL) if cell else "–"


def _choices(column: Any) -> list[str]:
    """Return what the field may hold, if that is a list of words; "" where it may be empty."""
    if not column.values:
        return []
    return [*([] if column.required else [""]), *column.values]


def _review(line: Row, review: Review) -> str:
    """Return one line of corrections.csv in words."""
    said = {"accept": "accepted", "reject": "rejected"}.get(line["action"])
    if line["action"] == "merge":
        other = review.other(line["value"])
        said = f"merged with {in_a_line(other) if other else line['value']}"
    elif said is None:
        label = _LABELS.get(line["field"], str(line["field"])).lower()
        was, now = (shorten(line[name] or "nothing", _OPTION) for name in ("original", "value"))
        said = f"corrected {label}: {now} (read: {was})"
    day = as_day(line["date"])
    who = [shorten(line["reviewer"], _OPTION)] if line["reviewer"] else []
    by = ", ".join([*who, day_words(day)] if day else who)
    note = f": “{shorten(line['note'], _CELL)}”" if line["note"] else ""
    state = "" if line["state"] == "applied" else f" [not applied: {line['state']}]"
    return f"{said}{f' by {by}' if by else ''}{note}{state}"


def _filters(review: Review) -> list[dict[str, Any]]:
    """Return the three filters with their options: value and words."""
    articles = {row["article"]: None for row in review.claims}
    series = [(name, one.title) for name, one in review.ledger.series.items()]
    chosen = review.chosen
    return [
        _filter("state", "Show claims that are", chosen.state, list(STATES.items())),
        _filter("article", "of the article", chosen.article, [("", "any"), *((a, a) for a in articles)]),
        _filter("series", "of the series", chosen.series, [("", "any"), *series]),
    ]


def _filter(name: str, label: str, chosen: str, options: list[tuple[str, str]]) -> dict[str, Any]:
    words = [[value, shorten(text, _OPTION)] for value, text in options]
    return {"name": name, "label": label, "chosen": chosen, "options": words}
