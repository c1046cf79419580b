"""Who says a figure, of whom, where and when, and whether it is a fact or a plan."""

from __future__ import annotations

import random
import re
from datetime import date

import pytest

from koreaaid.extract import Date, Quantity, extract
from tests.extract import claims_cases as cases

MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
PUBLISHED = date(2024, 10, 29)


def claim(marked: str) -> Quantity:
    """Return the claim of the figure that is marked in a text."""
    found = MARK.search(marked)
    assert found, "mark a figure with double brackets"
    text = marked.replace("[[", "").replace("]]", "")
    start, end = found.start(), found.start() + len(found[1])
    for mention in extract(text, published=PUBLISHED):
        if isinstance(mention, Quantity) and mention.start < end and start < mention.end:
            return mention
    raise AssertionError(f"no quantity at {found[1]!r} in {text!r}")


@pytest.mark.parametrize(("text", "speaker"), cases.SPEAKERS)
def test_speaker_in_the_sentence(text: str, speaker: str | None) -> None:
    assert claim(text).attributed_to == speaker


@pytest.mark.parametrize(("text", "speaker"), cases.AROUND)
def test_speaker_in_the_sentences_around(text: str, speaker: str | None) -> None:
    assert claim(text).attributed_to == speaker


@pytest.mark.parametrize(("text", "origin", "relay"), cases.RELAYS)
def test_origin_and_relay(text: str, origin: str, relay: str | None) -> None:
    found = claim(text)
    assert (found.attributed_to, found.relayed_by) == (origin, relay)


@pytest.mark.parametrize(("text", "modality"), cases.MODALITIES)
def test_modality(text: str, modality: str) -> None:
    assert claim(text).modality == modality


@pytest.mark.parametrize(("text", "stage"), cases.STAGES)
def test_stage(text: str, stage: str | None) -> None:
    assert claim(text).stage == stage


@pytest.mark.parametrize(("text", "actor", "counterparty"), cases.PARTIES)
def test_actor_and_counterparty(text: str, actor: str | None, counterparty: str | None) -> None:
    found = claim(text)
    assert (found.actor, found.counterparty) == (actor, counterparty)


@pytest.mark.parametrize(("text", "place"), cases.PLACES)
def test_location(text: str, place: str | None) -> None:
    assert claim(text).location == place


@pytest.mark.parametrize(("text", "covered"), cases.COVERS)
def test_what_a_sum_covers(text: str, covered: str | None) -> None:
    assert claim(text).covers == covered


def test_the_verb_is_kept_as_written() -> None:
    assert claim("Kim stressed that [[300]] tanks were lost.").attribution_verb == "stressed"
    assert claim("According to Kim, [[300]] tanks were lost.").attribution_verb == "according to"


def test_the_day_of_saying_is_not_the_day_of_the_event() -> None:
    found = claim("On 28 October, the ministry said that [[300]] soldiers had arrived on 23 October.")
    assert (found.said_on, found.event_date) == ("2024-10-28", "2024-10-23")


def test_a_date_without_a_speaker_is_the_day_of_the_event() -> None:
    found = claim("On 23 October [[300]] soldiers arrived.")
    assert (found.said_on, found.event_date) == (None, "2024-10-23")


@pytest.mark.parametrize(("text", "days"), cases.DAYS)
def test_day_or_days_of_the_event(text: str, days: str | None) -> None:
    assert claim(text).event_date == days


@pytest.mark.parametrize(("text", "expected"), cases.TOLD)
def test_what_is_told_of_a_day(text: str, expected: tuple[str | None, ...]) -> None:
    marked = MARK.search(text)
    assert marked
    [day] = [
        mention
        for mention in extract(text.replace("[[", "").replace("]]", ""), published=PUBLISHED)
        if isinstance(mention, Date) and mention.start <= marked.start() < mention.end
    ]
    assert (day.told, day.day_of, day.attributed_to, day.modality, day.stage) == expected


@pytest.mark.parametrize(
    "text", ["In 2014 Kim left.", "It took three days.", "He is there now.", "It has 3 ships."]
)
def test_what_names_no_day_week_or_month_tells_nothing(text: str) -> None:
    days = [mention for mention in extract(text, published=PUBLISHED) if isinstance(mention, Date)]
    assert {(day.day_of, day.told, day.modality) for day in days} <= {(None, None, None)}


def test_without_claims_nothing_is_told_of_a_day() -> None:
    [day] = extract("Kim left on Friday.", published=PUBLISHED, claims=False)
    assert isinstance(day, Date)
    assert day.day_of is None


def test_a_part_points_at_its_whole() -> None:
    text = "North Korea lost 4,700 men, including [[600]] killed."
    assert claim(text).part_of == text.index("4,700")


def test_what_the_headline_says_is_repeated_by_the_lead() -> None:
    text = "Poland buys 48 jets\n\nPoland has bought [[48]] jets, a minister said."
    assert claim(text).repeats == text.index("48")


@pytest.mark.parametrize(
    "second",
    [
        "Budanov said [[3,000]] soldiers were killed.",  # another speaker
        "Zelenskyy said [[3,000]] soldiers will come.",  # planned
        "Zelenskyy said over [[3,000]] soldiers were killed. Zelenskyy said about 3,000 soldiers were killed.",
        "Zelenskyy said [[3,000]] houses were destroyed.",
    ],
)
def test_claims_that_differ_are_no_repeats(second: str) -> None:
    first = "Zelenskyy said about 3,000 soldiers were killed.\n\n"
    assert claim(first + second).repeats is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "said 5",
        "5 said said said, according to according to 6: 7 - 8",
        "“" * 500 + "5" + "”" * 500,
        'He said: "' * 300 + "5 tanks",
        "(NIS) " * 400 + "the agency said 5",
        "According to the ministry of the ministry of " * 200 + "7 tanks",
        "of whom " * 400 + "3 tanks, including " * 300,
        "Ім'я сказав 5 танків. 국정원은 3000명이라고 said 5 \u202e tanks",
        "said 5, " * 3000,
    ],
)
def test_any_text_is_read(text: str) -> None:
    for mention in extract(text):
        assert text[mention.start : mention.end] == mention.surface


WORDS = (
    'said told noted added cited that 5 3,000 According to the ministry of Poland , ; : ( ) “ ” " - — | Kim Jong Un '
    "will not be deliver he it they who which including of whom from Seoul $2bn 10% 2024 Monday (NIS) agency U.S. "
    "report quoted by as saying Source: Details: while but if . ! ? \n estimates up confirm cannot tanks K2 Shin’s put"
)
PIECES = re.split(" ", WORDS)


@pytest.mark.parametrize("seed", range(4))
def test_words_in_any_order_are_read(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(150):
        text = " ".join(chance.choice(PIECES) for _ in range(chance.randint(1, 50)))
        for mention in extract(text):
            assert text[mention.start : mention.end] == mention.surface


def test_he_after_he_leads_back_without_end() -> None:
    found = claim("Kim arrived. " + "He said so. " * 2000 + "He said [[5]] tanks came.")
    assert found.attributed_to is None  # too far off to say whom it means
