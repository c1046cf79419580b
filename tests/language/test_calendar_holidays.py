from __future__ import annotations

from datetime import date

import pytest

from koreaaid.language.calendar_holidays import day_of_holiday, holidays


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("Thanksgiving", 1999, date(1999, 11, 25)),
        ("Memorial Day", 2024, date(2024, 5, 27)),
        ("Labor Day", 2024, date(2024, 9, 2)),
        ("Easter", 2024, date(2024, 3, 31)),
        ("Easter Monday", 2000, date(2000, 4, 24)),
        ("New Year’s Eve", 2023, date(2023, 12, 31)),
    ],
)
def test_a_holiday_falls_on_its_day(name: str, year: int, day: date) -> None:
    assert day_of_holiday(name, year) == day


def test_a_holiday_has_no_day_beyond_the_calendar() -> None:
    assert day_of_holiday("Easter", 0) is None
    assert day_of_holiday("Easter", 9999) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on New Year's Day and Christmas Eve", ["New Year's Day", "Christmas Eve"]),
        ("Easter Sunday", ["Easter Sunday"]),
        ("Easterly winds, ChristmasCard, christmas", []),
    ],
)
def test_finds_holidays_by_their_names(text: str, found: list[str]) -> None:
    assert [text[holiday.start : holiday.end] for holiday in holidays(text)] == found
