from __future__ import annotations

import pytest

from koreaaid.extract.mention import Quantity
from koreaaid.extract.reading import extract

MONEY = [
    ("$9 billion", "USD"), ("US$4 billion", "USD"), ("U.S. $720 million", "USD"), ("USD 3 billion", "USD"), ("17 USD", "USD"),
    ("450 million dollars", "USD"), ("A$2.4bn", "AUD"), ("C$500 million", "CAD"), ("HK$3.1m", "HKD"), ("NT$50 million", "TWD"),
    ("₩500,000", "KRW"), ("W3tr", "KRW"), ("KRW2.1 trillion", "KRW"), ("2.1 trillion won", "KRW"), ("53,400 won", "KRW"),
    ("25 million euros", "EUR"), ("2,400€", "EUR"), ("€1.2 million", "EUR"), ("£2.5bn", "GBP"), ("20 million pounds", "GBP"),
    ("PLN4.4bn", "PLN"), ("18.3 billion zlotys", "PLN"), ("18 mln złotych", "PLN"), ("RON 3 billion", "RON"), ("500m hryvnias", "UAH"),
    ("4.1 bln UAH", "UAH"), ("7 billion yuan", "CNY"), ("300元", "CNY"), ("¥5 billion", "JPY"), ("300 million yen", "JPY"),
    ("60 billion roubles", "RUB"), ("RM90,000", "MYR"), ("N$85", "NAD"), ("Rs 500 crore", "INR"), ("2 billion shekels", "ILS"), ("50 cents", "cent"), ("71.5p", "penny"),
    ("hundreds of millions of dollars", "USD"), ("19.4 billion Norwegian kroner", "NOK"), ("220 JPY", "JPY"), ("4 dollars 20 cents", "USD"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "unit"), MONEY)
def test_money_has_its_currency(text: str, unit: str) -> None:
    quantity = extract(f"It cost {text}.")[0]
    assert isinstance(quantity, Quantity)
    assert (quantity.surface, quantity.unit, quantity.category) == (text, unit, "money")


# What the text says -> the currency of a sum in it.
SHARED = [
    ("Manila will pay 35 billion pesos.", "PHP"), ("Mexico and the Philippines will pay 35 billion pesos.", "peso"),
    ("The price is 20 pesos.", "peso"), ("New Mexico and Chile will pay 35 billion pesos.", "CLP"),
    ("Norway will pay 19 billion kroner.", "NOK"), ("Norway and Denmark will pay 19 billion kroner, or 19 bn NOK.", "NOK"),
    ("The Danes want Norwegian kroner, some 19 billion kroner.", "NOK"), ("Sweden will pay 5 billion crowns.", "SEK"),
    ("Cairo will pay 19 billion pounds.", "EGP"), ("Cairo and London will pay 19 billion pounds.", "GBP"), ("It cost 19 billion pounds.", "GBP"),
    ("Islamabad will pay 500 million rupees.", "PKR"), ("It cost 500 million rupees.", "INR"), ("Pakistan will pay Rs 500 million.", "PKR"),
    ("Doha will pay 5 billion riyals.", "QAR"), ("Iraq will pay 5 billion dinars.", "IQD"), ("China will pay ¥5 billion.", "CNY"),
    ("Australia will pay $5 billion.", "USD"), ("It cost $3 billion, or A$5 billion.", "USD"),
    ("Ottawa will pay $5 billion. All figures are in Canadian dollars.", "CAD"), ("The $5 billion (in Australian dollars) is spent.", "AUD"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "unit"), SHARED)
def test_a_word_that_countries_share_means_the_currency_of_the_one_that_the_text_names(
    text: str, unit: str
) -> None:
    money = [m for m in extract(text) if isinstance(m, Quantity) and m.category == "money"]
    assert money[0].unit == unit


UNITS = [
    ("80 kilometers", "kilometer", "distance"), ("2,000km", "kilometer", "distance"), ("60 miles", "mile", "distance"),
    ("120 m", "meter", "distance"), ("4.5 tons", "ton", "mass"), ("20 tonnes", "tonne", "mass"), ("30 metric tons", "metric ton", "mass"),
    ("500 kg", "kilogram", "mass"), ("50 pounds", "pound-mass", "mass"), ("1,200 square kilometers", "square kilometer", "area"),
    ("32 km2", "square kilometer", "area"), ("40 hectares", "hectare", "area"), ("5 percent", "percent", "percent"),
    ("32%", "percent", "percent"), ("0.3 percentage point", "percentage point", "percent"), ("50mph", "mile per hour", "other_count"),
    ("1200 cc", "cubic centimeter", "other_count"), ("6,900-dwt", "deadweight ton", "mass"), ("2 terawatt-hours", "terawatt hour", "other_count"),
    ("30 gigawatts", "gigawatt", "other_count"), ("eight times", "times", "other_count"), ("two-thirds", "percent", "percent"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "unit", "category"), UNITS)
def test_measures_have_their_unit_and_category(text: str, unit: str, category: str) -> None:
    quantity = next(m for m in extract(f"It was {text}.") if isinstance(m, Quantity))
    assert (quantity.surface, quantity.unit, quantity.category) == (text, unit, category)


@pytest.mark.parametrize(
    "text",
    [
        "She won 3 medals",
        "150 won medals",
        "It said 150 won games in May",
        "Of 12 won by them",
        "the 10,000 mark",
        "a 500-pound bomb",
    ],
)
def test_words_for_money_that_mean_something_else_are_not_money(text: str) -> None:
    assert [m.surface for m in extract(text) if isinstance(m, Quantity) and m.category == "money"] == []


@pytest.mark.parametrize(
    "text",
    [
        "2 US soldiers",
        "ALL 12 SOLDIERS",
        "COP 28 in Dubai",
        "a 1080p screen",
        "5p.m. sharp",
        "5 C-130 transports",
    ],
)
def test_letters_that_are_no_currency_or_unit_are_left_alone(text: str) -> None:
    assert [m.surface for m in extract(text) if isinstance(m, Quantity) and m.unit != "count"] == []


def test_a_currency_is_read_where_paragraphs_are_glued() -> None:
    quantity = extract("It cost around 450 million dollars.The ministry said so.")[0]
    assert isinstance(quantity, Quantity)
    assert (quantity.surface, quantity.unit) == ("around 450 million dollars", "USD")
