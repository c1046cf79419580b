"""Countries under all their names."""

from __future__ import annotations

import pytest

from koreaaid.language.actors import countries_in, country_of, is_country_word, is_people_word


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Pyongyang", "North Korea"),
        ("DPRK", "North Korea"),
        ("the North", "North Korea"),
        ("Democratic People’s Republic of Korea", "North Korea"),
        ("Seoul’s", "South Korea"),
        ("South Koreans", "South Korea"),
        ("Republic of Korea", "South Korea"),
        ("Korea", "South Korea"),
        ("the Kremlin", "Russia"),
        ("U.S.", "United States"),
        ("the United Kingdom", "United Kingdom"),
        ("Warsaw", "Poland"),
        ("Czechia", "Czech Republic"),
        ("Hanwha", None),
        ("us", None),
        ("", None),
    ],
)
def test_a_country_is_known_by_its_names(name: str, country: str | None) -> None:
    assert country_of(name) == country


def test_every_country_in_a_name_is_found_in_order() -> None:
    assert countries_in("U.S., South Korean and Ukrainian officials") == (
        "United States",
        "South Korea",
        "Ukraine",
    )
    assert countries_in("Russia’s Kursk Oblast") == ("Russia",)
    assert countries_in("Hyundai Rotem") == ()


def test_words_for_people_are_told_from_names_of_places() -> None:
    assert is_people_word("North Korean")
    assert not is_people_word("North Korea")
    assert is_country_word("Polish")
    assert not is_country_word("polish")
