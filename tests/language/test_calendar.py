from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koreaaid.language.calendar import absolute_dates, clock_time, full_year, written_dates

# text -> what is read: (surface, year, month, day, time)
WRITTEN = [
    ("date 2022-11-11 A deal", [("2022-11-11", 2022, 11, 11, None)]),
    ("2023-12-15T10:07:00Z", [("2023-12-15T10:07:00", 2023, 12, 15, "10:07")]),
    ("2024/06/03 | 10:12", [("2024/06/03 | 10:12", 2024, 6, 3, "10:12")]),
    ("Published : Dec. 2, 2024 - 14:19", [("Dec. 2, 2024 - 14:19", 2024, 12, 2, "14:19")]),
    ("UkraineJan 10 2024, 07:26 AM", [("Jan 10 2024, 07:26 AM", 2024, 1, 10, "07:26")]),
    ("June 19, 2025Jun 19, 2025", [("June 19, 2025", 2025, 6, 19, None), ("Jun 19, 2025", 2025, 6, 19, None)]),
    ("7:26 PM EST, January 3, 2024", [("7:26 PM EST, January 3, 2024", 2024, 1, 3, "19:26")]),
    ("14:19 June 3, 2024", [("14:19 June 3, 2024", 2024, 6, 3, "14:19")]),
    ("3rd June, 2024", [("3rd June, 2024", 2024, 6, 3, None)]),
    ("the 8th of August 1998", [("8th of August 1998", 1998, 8, 8, None)]),
    ("JUNE 3, 2024", [("JUNE 3, 2024", 2024, 6, 3, None)]),
    ("24/6/2024", [("24/6/2024", 2024, 6, 24, None)]),
    ("6/24/2024", [("6/24/2024", 2024, 6, 24, None)]),
    ("05.07.2024 10:11", [("05.07.2024 10:11", 2024, 7, 5, "10:11")]),
    ("5-Jul-24", [("5-Jul-24", 2024, 7, 5, None)]),
    ("in June 2025 and March of 1990", [("June 2025", 2025, 6, None, None), ("March of 1990", 1990, 3, None, None)]),
    ("since Apr2024", [("Apr2024", 2024, 4, None, None)]),
    ("June '98", [("June '98", 1998, 6, None, None)]),
    ("SEOUL, Oct. 19 (Yonhap)", [("Oct. 19", None, 10, 19, None)]),
    ("on 28 October.", [("28 October", None, 10, 28, None)]),
    ("on 24/6, he said", [("24/6", None, 6, 24, None)]),
    ("May 12 to 15 and later", [("May 12", None, 5, 12, None), ("15", None, 5, 15, None)]),
    ("13-15 October 2024", [("13", 2024, 10, 13, None), ("15 October 2024", 2024, 10, 15, None)]),
    ("Jan. 2-9, 2024", [("Jan. 2", 2024, 1, 2, None), ("9, 2024", 2024, 1, 9, None)]),
    ("between 5 and 10 October", [("5", None, 10, 5, None), ("10 October", None, 10, 10, None)]),
]  # fmt: skip

# What looks like a date and is none.
NOT_WRITTEN = [
    "2024-02-30", "31 June 2024", "0000-00-00", "24/7", "ratio of 3/4", "109325 views", "20230001", "v1.2.34",
    "It rose in July 4 percent", "June 5,000", "the 12 May have left", "In June 12 soldiers died",
    "the season of 2010-11", "MayJune", "F-16 and 3.5.2", "10.0.0.1", "He may march", "12/25 inch",
    "the reactor APR1400", "DEC20", "MAR2020", "Mar1400",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WRITTEN)
def test_reads_written_dates(text: str, expected: list[tuple[object, ...]]) -> None:
    found = [(text[d.start : d.end], d.year, d.month, d.day, d.time) for d in written_dates(text)]
    assert found == expected


@pytest.mark.parametrize("text", NOT_WRITTEN)
def test_leaves_what_is_no_date(text: str) -> None:
    assert [text[d.start : d.end] for d in written_dates(text)] == []


def test_absolute_dates_name_their_year() -> None:
    text = "On 28 October he said that 3 June 2024 was too early."
    assert [text[d.start : d.end] for d in absolute_dates(text)] == ["3 June 2024"]


def test_searches_only_the_part_asked_for() -> None:
    text = "3 June 2024, 4 June 2024, 5 June 2024"
    assert [text[d.start : d.end] for d in absolute_dates(text, 13, 24)] == ["4 June 2024"]


def test_says_where_day_and_month_could_change_places() -> None:
    assert [d.form for d in absolute_dates("5/7/2024 24/6/2024 6/6/2024")] == [
        "ambiguous",
        "numeric",
        "numeric",
    ]


@pytest.mark.parametrize(("digits", "year"), [("98", 1998), ("24", 2024), ("1988", 1988), ("00", 2000)])
def test_years_of_two_digits(digits: str, year: int) -> None:
    assert full_year(digits) == year


@pytest.mark.parametrize(
    ("hour", "minute", "half", "time"),
    [("7", "26", "p", "19:26"), ("12", None, "a", "00:00"), ("12", "5", "P", "12:05"), ("14", "75", None, None),
     ("13", "00", "p", None), ("25", None, None, None)],
)  # fmt: skip
def test_clock_times(hour: str, minute: str | None, half: str | None, time: str | None) -> None:
    assert clock_time(hour, minute, half) == time


_PIECES = st.sampled_from([
    "June", "May", "Sept.", " ", "-", "/", ".", ",", "2024", "31", "3", "rd", "of", "12:30", "PM", "'98", "0", "\n",
    "\u00a0", "т", "9999", "T", ":", "and", "to", "5th", "in",
])  # fmt: skip


@given(st.one_of(st.text(), st.lists(_PIECES).map("".join)))
def test_reads_any_text(text: str) -> None:
    reached = 0
    for found in written_dates(text):
        assert reached <= found.start < found.end <= len(text)
        reached = found.end
