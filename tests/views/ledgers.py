"""The ledger that the views are tried on: claims of every kind, in hostile company."""

from __future__ import annotations

from datetime import date

from koreaaid import Article
from koreaaid.articles import Furniture
from koreaaid.ledger.tables import Ledger
from tests.ledger.making import article, count, day, ledger, money, no_figure

HOSTILE = '<script>window.flag=1</script><img src=x onerror="window.flag=1"> $5 **b** `c`'

TROOPS = (
    "On 28 October, Ukraine’s National Resistance Center reported that over 3,000 North Korean soldiers had begun "
    "training. Zelenskyy expects around 12,000 of them. Budanov: about 11,000 infantrymen, 2,000 to 4,000 officers. "
    "Seoul denied that dozens had died. The page has 109,325 views."
)
DEALS = "Seoul signed almost $9 billion in contracts with Poland in 2022, up to 20 trillion won, and 30 million euros."
SAID = "On 17 October he said 10,000 soldiers from North Korea. 한국 정부 said Зеленський knows."


def troops() -> tuple[Article, list]:
    text = TROOPS
    source = article("002_troops.txt", text, "2024-10-29", "Ukrainska Pravda")
    views = text.index("The page")
    source = Article(
        id=source.id, text=text, published=source.published, published_from="header", title=HOSTILE,
        outlet=source.outlet, url="javascript:alert(1)", furniture=(Furniture(views, len(text), "view count"),),
    )  # fmt: skip
    return source, [
        day(text, "28 October", "2024-10-28", earliest=date(2024, 10, 28), latest=date(2024, 10, 28)),
        count(text, "over 3,000 North Korean soldiers", 3000, low=3000, bound="more_than", item="North Korean soldiers",
              attributed_to="Ukraine’s National Resistance Center", said_on="2024-10-28", actor="North Korea"),
        count(text, "around 12,000", 12000, bound="about", attributed_to="Volodymyr Zelenskyy", modality="expected",
              item="North Korean troops", actor="North Korea"),
        count(text, "about 11,000 infantrymen", 11000, bound="about", attributed_to="Kyrylo Budanov", item="infantrymen",
              said_on="2024-10-18", actor="North Korea"),
        count(text, "2,000 to 4,000 officers", None, low=2000, high=4000, bound="range", attributed_to=HOSTILE,
              item="officers of North Korea"),
        count(text, "dozens", None, low=24, bound="vague", modality="denied", category="casualties", item=HOSTILE,
              attributed_to="Seoul"),
        no_figure(text, "109,325 views", "view count"),
    ]  # fmt: skip


def deals() -> tuple[Article, list]:
    text = DEALS
    return article("000_deals.txt", text, "2022-11-11"), [
        money(text, "almost $9 billion", 9e9, "USD", high=9e9, bound="almost", counterparty="Poland",
              covers="F-16 fighter jets, training aircraft, tanks and howitzers", stage="contracted"),
        day(text, "2022", "2022", earliest=date(2022, 1, 1), latest=date(2022, 12, 31)),
        money(text, "up to 20 trillion won", 2e13, "KRW", high=2e13, bound="at_most", counterparty="Poland"),
        money(text, "30 million euros", 3e7, "EUR", counterparty="Poland"),
    ]  # fmt: skip


def korean() -> tuple[Article, list]:
    text = SAID
    return article("003_한국.txt", text, "2024-10-17"), [
        day(text, "17 October", "2024-10-17", earliest=date(2024, 10, 17), latest=date(2024, 10, 17)),
        count(text, "10,000 soldiers from North Korea", 10000, item="soldiers from North Korea",
              attributed_to="Зеленський, 한국 정부", said_on="2024-10-17", modality="planned"),
    ]  # fmt: skip


def everything() -> Ledger:
    return ledger(deals(), troops(), korean())
