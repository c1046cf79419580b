"""Money takes the ECB's rate of its day, and says so where there is none."""

from typing import Any

import pandas as pd
import pytest

from koreaaid.ledger.money import in_currency
from koreaaid.ledger.periods import period
from tests.ledger.making import article, claim, ledger, money


def priced(value: float | None, unit: str, published: str | None = "2022-11-11", **fields: Any) -> pd.Series:
    text = "A sum of 1 was named."
    made = ledger((article("a.txt", text, published), [money(text, "1", value, unit, **fields)]))
    return made.claims.iloc[0]


def test_nine_billion_dollars_on_the_day_of_publication() -> None:
    row = priced(9e9, "USD")
    assert (row.value_usd, row.rate_basis, row.rate_source) == (9e9, "publication", "ECB euro reference rate")
    assert row.value_eur == pytest.approx(9e9 / 1.0308)
    assert row.rate == 1.0308
    assert row.rate_date == pd.Timestamp("2022-11-11")
    assert row.value_krw / row.value_eur == pytest.approx(1361.43, abs=20)
    assert row.value_pln / row.value_eur == pytest.approx(4.7, abs=0.1)


def test_a_sunday_takes_the_rate_of_the_friday_before() -> None:
    assert priced(1e6, "EUR", "2024-10-27").rate_date == pd.Timestamp("2024-10-25")


@pytest.mark.parametrize(
    ("fields", "basis", "day"),
    [
        ({"event_date": "2022-08-26", "said_on": "2022-09-01"}, "event", "2022-08-26"),
        ({"event_date": "2022-04"}, "event", "2022-04-29"),
        ({"event_date": "2022-11"}, "event", "2022-11-11"),  # the month still runs: up to publication
        ({"event_date": "2025", "said_on": "2022-09-01"}, "announcement", "2022-09-01"),  # yet to come
        ({"event_date": "PAST_REF"}, "publication", "2022-11-11"),
        ({}, "publication", "2022-11-11"),
    ],
)
def test_the_rate_is_that_of_event_announcement_or_publication(
    fields: dict[str, str], basis: str, day: str
) -> None:
    row = priced(1e6, "USD", **fields)
    assert (row.rate_basis, row.rate_date) == (basis, pd.Timestamp(day))


@pytest.mark.parametrize(
    ("unit", "published", "why"),
    [
        ("UAH", "2022-11-11", "no rate: the ECB publishes none for UAH"),
        ("RUB", "2022-11-11", "no rate: none in the ten days up to 2022-11-11"),
        ("EUR", "1987-02-26", "no rate: none in the ten days up to 1987-02-26"),
        ("EUR", None, "no rate: the claim has no date"),
    ],
)
def test_what_the_rates_lack_stays_null_and_says_so(unit: str, published: str | None, why: str) -> None:
    row = priced(1e6, unit, published)
    assert row.rate_source == why
    assert row[["value_usd", "value_krw", "value_pln", "rate", "rate_date", "rate_basis"]].isna().all()


def test_an_amount_keeps_its_own_currency_without_a_rate() -> None:
    assert priced(5e6, "USD", None).value_usd == 5e6


def test_what_is_no_money_is_not_converted() -> None:
    row = ledger(claim(3000)).claims.iloc[0]
    assert row[["value_usd", "rate", "rate_source"]].isna().all()


def test_a_range_is_converted_at_both_ends() -> None:
    text = "It costs 5 to 7 billion euros."
    quantity = money(text, "5 to 7 billion euros", None, "EUR", low=5e9, high=7e9, bound="range")
    made = ledger((article("a.txt", text, "2024-10-25"), [quantity]))
    row = in_currency(made.claims, "USD").iloc[0]
    assert (row.low, row.high, row.unit) == (5e9 * 1.0825, 7e9 * 1.0825, "USD")
    assert pd.isna(row.value)


@pytest.mark.parametrize(("dollars", "flagged"), [(33e6, False), (39e6, True), (25e6, True)])
def test_a_conversion_in_the_text_is_checked_against_the_rate(dollars: float, flagged: bool) -> None:
    text = "It gave 30 million euros ($33 million)."
    euros = money(text, "30 million euros", 30e6, "EUR")
    made = ledger(
        (
            article("a.txt", text, "2024-10-25"),
            [euros, money(text, "$33 million", dollars, "USD", converts=euros.start)],
        )
    )
    first, second = made.claims.itertuples()
    assert pd.isna(first.conversion_gap)
    assert not first.conversion_flag
    assert second.conversion_gap == pytest.approx(dollars / (30e6 * 1.0825) - 1, abs=1e-4)
    assert bool(second.conversion_flag) is flagged


@pytest.mark.parametrize(
    ("timex", "first", "last"),
    [
        ("2024-10-28", "2024-10-28", "2024-10-28"),
        ("2024-10-28T07:26", "2024-10-28", "2024-10-28"),
        ("2024-W28", "2024-07-08", "2024-07-14"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-Q4", "2024-10-01", "2024-12-31"),
        ("2024-H1", "2024-01-01", "2024-06-30"),
        ("2023-WI", "2023-12-01", "2024-02-29"),
        ("2014", "2014-01-01", "2014-12-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2024-10-04/2024-10-13", "2024-10-04", "2024-10-13"),
    ],
)
def test_periods(timex: str, first: str, last: str) -> None:
    span = period(timex)
    assert span
    assert tuple(map(str, span)) == (first, last)


@pytest.mark.parametrize(
    "timex", ["PRESENT_REF", "P2Y", "2024-13", "2024-02-30", "2024-W60", "2024/PRESENT_REF", "XXXX-WXX-1", ""]
)
def test_what_spans_no_days(timex: str) -> None:
    assert period(timex) is None
