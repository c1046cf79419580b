"""What is known of a mention, as the lines of the card that its mark shows."""

from __future__ import annotations

from typing import Any

from koreaaid.views.text import known, safe, shorten
from koreaaid.views.words import BASES, amount, as_day, date_words, day_words, with_unit

_LONGEST = 160
_MEANINGS = {
    "exact": "as stated",
    "about": "about this much, with no limit named",
    "almost": "no more than this, and close to it",
    "less_than": "less than this",
    "at_most": "at most this",
    "more_than": "more than this",
    "at_least": "at least this",
    "range": "between the two",
    "vague": "at least this much; no number is named",
}
_TYPES = {"DATE": "date", "TIME": "time", "DURATION": "length of time", "SET": "recurring time"}


def claim_card(row: Any) -> list[str]:
    """Return the lines about a claim, as HTML."""
    item = known(row["item"])
    lines = [f"<b>{safe(amount(row))}{' ' + _words(item) if item else ''}</b>"]
    lines += _line("Bound", f"{str(row['bound']).replace('_', ' ')}: {_MEANINGS.get(row['bound'], '')}")
    lines += _line("Said by", _speaker(row))
    status = [str(row["modality"]).replace("_", " "), known(row["stage"])]
    lines += _line("Status", ", ".join(safe(part) for part in status if part))
    between = [_words(row[name]) for name in ("actor", "counterparty") if known(row[name])]
    lines += _line("Who", " and ".join(between))
    for name, column in (
        ("For", "covers"),
        ("Where", "location"),
        ("When", "event_date"),
        ("Said on", "said_on"),
    ):
        lines += _line(name, _words(row[column]) if known(row[column]) else "")
    lines += _line("Worth", _worth(row))
    lines += _relations(row)
    for review in row.get("reviews", ()):
        lines += _line("Review", review_words(review))
    lines += _line("Read as", f"{safe(row['category']).replace('_', ' ')}, rule {safe(row['rule'])}")
    return lines


def review_words(review: Any) -> str:
    """Return what a reviewer said of a claim, as HTML: what was done, by whom, when and why."""
    done = {"accept": "accepted", "correct": "corrected", "reject": "rejected", "merge": "merged"}
    words = done.get(review["action"], safe(review["action"]))
    if review["action"] == "correct":
        now, before = known(review["value"]), known(review["original"])
        words += (
            f": {safe(review['field'])} is “{_words(now)}”"
            if now
            else f": {safe(review['field'])} is not said"
        )
        words += f", was read as “{_words(before)}”" if before else ""
    day = as_day(review["date"])
    by = [
        f"by {_words(review['reviewer'])}" if known(review["reviewer"]) else "",
        f"on {day_words(day)}" if day else "",
    ]
    words = " ".join([words, *(part for part in by if part)])
    if review["state"] != "applied":
        words += f" (not applied: {safe(review['state'])})"
    return words + (f". {_words(review['note'])}" if known(review["note"]) else "")


def date_card(row: Any) -> list[str]:
    """Return the lines about a date or a length of time, as HTML."""
    lines = [f"<b>{safe(date_words(row))}</b>"]
    value = known(row["timex_value"])
    lines += _line(_TYPES.get(row["timex_type"], "date").capitalize(), safe(value) if value else "")
    lines += _line("Known", safe(BASES.get(row["basis"], row["basis"])))
    lines += _told(row) if known(row["day_of"]) else []
    lines += _line("Read by", f"rule {safe(row['rule'])}")
    return lines


def _told(row: Any) -> list[str]:
    """Return the lines about what happened or was said on a day, and by whom."""
    told, said = known(row["told"]), row["day_of"] == "statement"
    lines = _line("Said then" if said else "Happened", _words(told) if told else "")
    status = [str(row["modality"]).replace("_", " "), known(row["stage"])]
    lines += _line("Status", ", ".join(safe(part) for part in status if part))
    return lines + _line("Said by", _speaker(row))


def exclusion_card(row: Any) -> str:
    """Return why a number is neither a figure nor a date, as HTML."""
    return "".join(["<b>Set aside</b>", *_line("Reason", _words(row["reason"]))])


def _line(name: str, value: str) -> list[str]:
    """Return one line, or none where there is nothing to say; `value` is HTML."""
    return [f"<span><i>{name}</i> {value}</span>"] if value else []


def _words(text: Any) -> str:
    return safe(shorten(str(text), _LONGEST))


def _speaker(row: Any) -> str:
    speaker, verb, relay = (known(row[name]) for name in ("attributed_to", "attribution_verb", "relayed_by"))
    if not speaker:
        return "the article itself"
    said = _words(speaker) + (f" ({_words(verb)})" if verb else "")
    return said + (f", passed on by {_words(relay)}" if relay else "")


def _worth(row: Any) -> str:
    if row["category"] != "money":
        return ""
    day = as_day(row["rate_date"])
    if day is None:
        return _words(row["rate_source"]) if known(row["rate_source"]) else ""
    values = [
        with_unit(float(f"{row[f'value_{code.lower()}']:.3g}"), code)
        for code in ("USD", "EUR", "KRW", "PLN")
        if code != row["unit"] and known(row[f"value_{code.lower()}"])
    ]
    return safe(f"{', '.join(values)} at the rate of {day_words(day)} ({known(row['rate_source']) or 'ECB'})")


def _relations(row: Any) -> list[str]:
    lines: list[str] = []
    for column, words in (
        ("part_of", "a part of another figure"),
        ("converts", "restates another figure in another unit"),
        ("repeats", "says another figure again"),
    ):
        other = known(row[column])
        if other:
            lines.append(f'<span><a href="#{safe(other)}">{words}</a></span>')
    if known(row["additive"]):
        lines += _line("On top", f"“{_words(row['additive'])}”: comes on top of another figure")
    return lines
