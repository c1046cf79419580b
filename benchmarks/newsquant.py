"""koreaaid on NewsQuant, plain and translated to what NewsQuant's annotators were asked to mark.

    python benchmarks/newsquant.py GOLD [FILE ...]

GOLD is a folder with the scorer quantities.py and its gold files (FILE, newsquant-dev.json unless given).
koreaaid reads for people who follow the news of a subject; NewsQuant asks for another cut of some figures.
The plain row scores koreaaid as it is. The translated row rewrites each mention by its own surface, rule and
bound and the words beside it, never by the gold:

=========================================  ===============================================================
koreaaid says                              NewsQuant says
=========================================  ===============================================================
dozens, thousands: a floor                 a range: dozens 12-120, thousands 1,000-10,000, tens of
                                           thousands 10,000-100,000
several, a few, a couple of: a floor       nothing
a third, one in five: percent              a number below one, of what is divided
"one of four designs": one, and four       a quarter of the designs
twice, double                              nothing
rose from 240 to 273: two figures          one range
eight or nine euros: a range               two amounts; the bound stays with the first (lengths of time
                                           remain ranges)
for a century: one century                 nothing: no number is written
a five-year award: five years              nothing: the word is part of a compound
every 9 weeks: a recurring time            nine weeks
surpassed $8 billion: more than            exactly: the verb is no bound
just under 20 percent: almost              less than
rose nearly 57 percent: almost             up: of a change the direction is its bound
about 3 to 5 tons: a range                 a range, and about
eight more picks: eight, additive          more than eight
=========================================  ===============================================================
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

Value = float | tuple[float, float]

PLAIN, TRANSLATED = "koreaaid", "koreaaid-newsquant"
BOUNDS = {
    **dict.fromkeys(("about", "almost", "vague"), "~"),
    **dict.fromkeys(("less_than", "at_most"), "<"),
    **dict.fromkeys(("more_than", "at_least"), ">"),
}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
UP = "up|rose|rises?|risen|gained|climbed|increased?|jumped|grew|added|rallied|advanc(?:ed|ing)|soared"
DOWN = "down|lost|fell|dropped|slid|sank|plunged|plummeted|tumbled|declined|decreased?|eased|slipped|shed"

VAGUE = re.compile(
    r"(?:(dozens|tens|hundreds|scores) of )?(dozen|score|hundred|thousand|million|billion|trillion)s\b", re.I
)
NO_NUMBER = re.compile(
    r"\b(?:several|few|couple|multiple|numerous|many|years|decades|months|weeks|twice|double)\b", re.I
)
COMPOUND = re.compile(
    r"(?:an? |the |another )?[a-z]+-(?:second|minute|hour|day|night|week|month|year|decade)", re.I
)
EVERY = re.compile(r"every (\d+)", re.I)
VERB = re.compile(r"(?:exceed|surpass|topp|tops|cross|pass)\w*\s", re.I)
LESS = re.compile(r"\b(?:under|below|short of|less than)\b", re.I)
DIRECTION = re.compile(rf"\b(?:(?P<up>{UP})|(?:{DOWN}))(?:\s+by)?\s+\Z", re.I)
FROM = re.compile(r"\bfrom\s+\Z", re.I)
TO = re.compile(r"(?:\s+\w+)?\s+(?:up\s+)?to\s+\Z", re.I)
HEDGED = re.compile(
    r"(?:(about|around|roughly|approximately|nearly|almost|some)|(?:more than|over|at least))\s", re.I
)
OF = re.compile(r" (?:out )?of \Z")
OR = re.compile(r"\sor\s", re.I)


@dataclass(frozen=True)
class Answer:
    """What is told to the scorer about the mention at `start`."""

    start: int
    end: int
    value: Value
    unit: str | None
    bound: str
    item: str | None

    def row(self) -> dict[str, Any]:
        return {
            "value": self.value, "unit": self.unit, "bound": self.bound, "concept": self.item,
            "start": self.start, "end": self.end,
        }  # fmt: skip


def plain_answer(mention: Any) -> Answer | None:
    """Return a mention of the kinds that the scorer counts as it is, as the scorer's own adapter does."""
    if mention.kind == "excluded" or (mention.kind == "date" and mention.timex_type != "DURATION"):
        return None
    low, high = mention.low, mention.high
    value = mention.value
    if value is None:
        value = (low, high) if low is not None and high is not None else low if low is not None else high
    if value is None:
        return None
    item = getattr(mention, "item", None)
    unit = item if mention.unit == "count" else mention.unit
    return Answer(mention.start, mention.end, value, unit, BOUNDS.get(mention.bound, "="), item)


def translated(text: str, mentions: list[Any]) -> list[Answer]:
    """Return what NewsQuant's guideline makes of the mentions of a text."""
    answers = [answer for mention in mentions for answer in answers_of(text, mention)]
    return list(joined(text, answers))


def answers_of(text: str, mention: Any) -> Iterator[Answer]:
    if mention.kind == "date" and mention.timex_type == "SET":
        every = EVERY.match(mention.surface)
        if every:
            unit = mention.surface.split()[-1]
            yield Answer(mention.start, mention.end, float(every[1]), unit, "=", None)
        return
    answer = plain_answer(mention)
    if answer is None or (mention.kind == "date" and not counts_time(mention)):
        return
    if mention.bound == "vague":
        spread = range_of_vague(mention.surface)
        if spread:
            yield replace(answer, value=spread, bound="=")
        return
    if mention.rule == "times" and NO_NUMBER.search(mention.surface):
        return
    answer = replace(answer, bound=bound_of(text, mention, answer.bound))
    if mention.bound == "range":
        hedge = HEDGED.match(mention.surface)
        answer = replace(answer, bound=answer.bound if hedge is None else "~" if hedge[1] else ">")
    if mention.rule == "share":
        answer = replace(answer, value=share_of(answer.value), unit=mention.item)
    if mention.kind == "quantity" and isinstance(answer.value, tuple) and OR.search(mention.surface):
        yield replace(answer, value=answer.value[0])
        yield replace(answer, value=answer.value[1], bound="=")
        return
    yield answer


def counts_time(mention: Any) -> bool:
    """Say whether a length of time has a number of its own."""
    return mention.rule not in ("one unit", "length of time in words") and not COMPOUND.match(mention.surface)


def range_of_vague(surface: str) -> tuple[float, float] | None:
    """Return what "dozens" and "tens of thousands" span."""
    found = VAGUE.search(surface)
    if not found:
        return None
    times = {"dozens": 12.0, "tens": 10.0, "scores": 20.0, "hundreds": 100.0}.get(
        (found[1] or "").lower(), 1.0
    )
    scale = {"dozen": 12.0, "score": 20.0, **SCALES}[found[2].lower()]
    return times * scale, 10 * times * scale


def share_of(value: Value) -> Value:
    return (value[0] / 100, value[1] / 100) if isinstance(value, tuple) else value / 100


def bound_of(text: str, mention: Any, bound: str) -> str:
    """Return the bound in the alphabet of NewsQuant."""
    if bound == ">" and VERB.match(mention.surface):
        return "="
    if getattr(mention, "additive", None) == "more" and bound == "=":
        return ">"
    change = DIRECTION.search(text, max(0, mention.start - 24), mention.start)
    if change and mention.bound in ("exact", "about", "almost", "less_than"):
        return "up" if change["up"] else "down"
    return "<" if mention.bound == "almost" and LESS.search(mention.surface) else bound


def joined(text: str, answers: list[Answer]) -> Iterator[Answer]:
    """Make one of "from 240 to 273" and of "one of four"."""
    at = 0
    while at < len(answers):
        both = pair(text, answers[at], answers[at + 1]) if at + 1 < len(answers) else None
        yield both or answers[at]
        at += 2 if both else 1


def pair(text: str, first: Answer, second: Answer) -> Answer | None:
    low, high = first.value, second.value
    if isinstance(low, tuple) or isinstance(high, tuple):
        return None
    between = text[first.end : second.start] + re.match(r"(?:up to )?", text[second.start : second.end])[0]
    if low == 1 and high > 1 and OF.fullmatch(between):
        return replace(second, start=first.start, value=1 / high, bound=first.bound)
    begin = first.start + (6 if text.startswith("up to ", first.start) else 0)
    origin = FROM.search(text, max(0, first.start - 8), first.start)
    if not origin or not low < high or not TO.fullmatch(between) or begin > first.end:
        return None
    if first.unit not in (None, second.unit) and second.unit is not None:
        return None
    return replace(second, start=first.start, value=(low, high), unit=second.unit or first.unit, bound="=")


def register(scorer: ModuleType) -> None:
    """Add the translated system to the scorer's."""

    @scorer.system(TRANSLATED)
    def load(_: argparse.Namespace) -> Callable[[str], list[dict[str, Any]]]:
        extract = importlib.import_module("koreaaid").extract
        return lambda text: [answer.row() for answer in translated(text, extract(text))]


def load_scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("newsquant_scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: no Python module; give the folder that has the scorer")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, help="folder with quantities.py and its gold files")
    parser.add_argument("files", nargs="*", default=["newsquant-dev.json"], help="gold files in that folder")
    parser.add_argument("--errors", default="0", help="print so many sentences with an error")
    args = parser.parse_args()
    scorer = load_scorer(args.gold / "quantities.py")
    register(scorer)
    for file in args.files:
        for name in (PLAIN, TRANSLATED):
            shown = args.errors if name == TRANSLATED else "0"
            scorer.main(["--gold", str(args.gold / file), "--system", name, "--errors", shown])


if __name__ == "__main__":
    main()
