"""Patterns that are compiled when they are first used."""

import re

import pytest

from koreaaid.language.patterns import late


def test_a_late_pattern_finds_what_the_pattern_finds():
    words = late(r"(?P<first>[a-z])[a-z]*", re.IGNORECASE)
    for _ in range(2):  # the first use compiles it
        assert words.findall("Two words") == ["T", "w"]
        assert words.sub("-", "Two words") == "- -"
        assert words.groupindex == {"first": 1}


def test_a_wrong_pattern_shows_when_it_is_used():
    wrong = late("(")
    with pytest.raises(re.error):
        wrong.search("text")
