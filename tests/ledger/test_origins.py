"""Copies of a story and words of one speaker go back to one origin."""

from dataclasses import replace

from koreaaid.articles import Furniture
from tests.ledger.making import article, claim, ledger

STORY = (
    "North Korea has sent several trains of ammunition across the Tumen river since August, the ministry told"
    " lawmakers in Seoul on Tuesday, and the shells were seen weeks later at the front near Kharkiv where Russian"
    " batteries fired them at a rate that had not been known since the first summer of the war, it added."
)
OTHER = (
    "Poland will receive the first of its new howitzers before the end of the year, the company said, while the"
    " tanks follow in spring after tests on a range in the north that the army rebuilt for them at great cost and"
    " with the help of engineers from Changwon who had come for three months and stayed for nine."
)


def origins(*articles) -> dict[str, str]:
    made = ledger(*((a, []) for a in articles))
    return dict(zip(made.articles["article"], made.articles["origin"], strict=True))


def test_a_copy_under_another_headline_has_the_earliest_as_origin() -> None:
    assert origins(
        article("a", f"Trains roll\n\n{STORY}", "2024-10-30"),
        article("b", f"{STORY} Photo: Yonhap", "2024-10-29"),
        article("c", OTHER, "2024-10-28"),
    ) == {"a": "b", "b": "b", "c": "c"}


def test_a_story_that_stands_whole_in_a_longer_one_is_its_origin() -> None:
    assert origins(article("a", STORY, "2024-10-01"), article("b", f"{OTHER}\n\n{STORY}"))["b"] == "a"


def test_two_reports_that_share_a_quotation_are_two_origins() -> None:
    shared = " ".join(STORY.split()[:12])
    assert origins(article("a", f"{OTHER} {shared}"), article("b", STORY)) == {"a": "a", "b": "b"}


def test_many_copies_are_one_group_and_undated_ones_come_last() -> None:
    copies = [article(f"{n:03}", f"Number {n}. {STORY}", None if n == 0 else "2024-10-29") for n in range(60)]
    assert set(origins(*copies).values()) == {"001"}


def test_texts_too_short_to_compare_are_copies_only_when_equal() -> None:
    found = origins(article("a", "Three tanks."), article("b", "Three tanks."), article("c", "Four tanks."))
    assert found == {"a": "a", "b": "a", "c": "c"}


def test_page_furniture_makes_no_copy() -> None:
    pages = [article(name, f"{text}\n{STORY}") for name, text in (("a", OTHER[:150]), ("b", OTHER[160:]))]
    furnished = [
        replace(p, furniture=(Furniture(len(p.text) - len(STORY), len(p.text), "teaser"),)) for p in pages
    ]
    assert origins(*furnished) == {"a": "a", "b": "b"}
    assert origins(*pages)["b"] == "a"


def test_a_claim_goes_back_to_its_speaker_else_to_the_outlet_of_the_text() -> None:
    made = ledger(
        claim(1, name="a", attributed_to="National Intelligence Service", outlet="Yonhap"),
        claim(
            2,
            name="b",
            attributed_to="National Intelligence Service",
            outlet="Ukrinform",
            relayed_by="Yonhap",
        ),
        claim(3, name="c", attributed_to="local sources", outlet="Ukrinform", surface="3"),
        claim(4, name="d", surface="4", outlet="Yonhap"),
        claim(5, name="e", surface="5"),
    )
    nis = "National Intelligence Service"
    assert made.claims["origin"].tolist() == [nis, nis, "Ukrinform", "Yonhap News Agency", "e"]


def test_a_copy_counts_with_the_outlet_it_comes_from() -> None:
    (first, figure), (second, again) = (
        claim(3000, name=name, outlet=outlet, day=day, before=STORY)
        for name, outlet, day in (("a", "Ukrinform", "2024-10-30"), ("b", "Yonhap", "2024-10-29"))
    )
    assert ledger((first, figure), (second, again)).claims["origin"].tolist() == ["Yonhap News Agency"] * 2


def test_what_an_outlet_takes_from_an_agency_counts_with_the_agency() -> None:
    made = ledger(
        claim(1, name="a", outlet="Yonhap"),
        claim(1, name="b", outlet="Ukrinform", attributed_to="Yonhap news agency", relayed_by="Ukrinform"),
    )
    assert made.claims["origin"].nunique() == 1
