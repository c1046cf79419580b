"""Whether a given name tells "he" or "she"."""

from __future__ import annotations

import pytest

from koreaaid.language.given_names import pronoun_of


@pytest.mark.parametrize(
    ("name", "pronoun"),
    [
        ("Volodymyr Zelenskyy", "he"),
        ("Mykola Berg", "he"),
        ("Annalena Baerbock", "she"),
        ("Kim Yo-jong", "she"),
        ("Jody Kowalska", "she"),
        ("Shin Won-sik", None),
        ("Na Hyun-woo", None),
        ("Sabrina", None),
    ],
)
def test_pronoun(name: str, pronoun: str | None) -> None:
    assert pronoun_of(name) == pronoun
