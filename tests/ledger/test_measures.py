"""What a figure of casualties measures: figures of two measures are never compared or added."""

import pytest

from tests.ledger.making import article, count, ledger


def measure(sentence: str, surface: str, item: str | None) -> str:
    quantity = count(sentence, surface, 1, category="casualties", item=item)
    [found] = ledger((article("a.txt", sentence), [quantity])).claims["measure"]
    return str(found)


@pytest.mark.parametrize(
    ("sentence", "surface", "item", "expected"),
    [
        ("About 600 North Korean soldiers were killed.", "About 600", "North Korean soldiers", "killed"),
        ("They killed 600 soldiers and wounded 2,700.", "600", "soldiers", "killed"),
        ("They killed 600 soldiers and wounded 2,700.", "2,700", None, "wounded"),
        ("There were 600 killed and 2,700 wounded.", "600", "killed", "killed"),
        ("There were 600 killed and 2,700 wounded.", "2,700", "wounded", "wounded"),
        ("Over 3,000 were killed or wounded in Kursk.", "Over 3,000", None, "killed_or_wounded"),
        ("Over 3,000 soldiers were killed and wounded.", "Over 3,000", "soldiers", "killed_or_wounded"),
        ("Some 4,700 casualties, including 600 deaths.", "4,700", "casualties", "killed_or_wounded"),
        ("Some 4,700 casualties, including 600 deaths.", "600", "deaths", "killed"),
        ("North Korea has lost 4,000 men.", "4,000", "men", "killed_or_wounded"),
        ("About 2,000 have lost their lives, they say.", "About 2,000", "service personnel", "killed"),
        ("The death toll rose to 600.", "600", None, "killed"),
        ("Two soldiers were captured alive.", "Two", "soldiers", "captured"),
        ("Kyiv holds two prisoners of war.", "two", "prisoners of war", "captured"),
        ("At least 12 people were injured in the strike.", "12", "people", "wounded"),
        ("Ten sailors are missing.", "Ten", "sailors", "missing"),
        ("At least 100 dead and 1,000 injured were counted.", "100", "dead", "killed"),
        ("At least 100 dead and 1,000 injured were counted.", "1,000", "injured", "wounded"),
        ("300 killed and 2,700 injured, the NIS said.", "300", None, "killed"),
        ("He put the number of dead at 100 and of wounded at 1,000.", "100", "dead", "killed"),
        ("He put the number of dead at 100 and of wounded at 1,000.", "1,000", "wounded", "wounded"),
        ("Losses of 1,100 were reported.", "1,100", None, "killed_or_wounded"),
        ("It spoke of 50 of them.", "50", None, "other"),
    ],
)
def test_measures(sentence: str, surface: str, item: str | None, expected: str) -> None:
    assert measure(sentence, surface, item) == expected


def test_what_is_no_casualty_has_no_measure() -> None:
    text = "It sent 600 soldiers, some of whom were killed."
    assert ledger((article("a.txt", text), [count(text, "600", 600)])).claims["measure"].isna().all()
