"""The publication date is taken from where pages state it, and never from an event, a caption or a citation."""

from datetime import date

import pytest

from koreaaid.articles.dating import find_datings
from koreaaid.articles.reading import article_from_text

BODY = (
    "\nThe ministry said that the first howitzers had reached the port, and that the crews who will use them"
    " were being trained by the maker.\nA second shipment is under way, and a third one will follow when the"
    " plant has made the rest of the order.\n" + "Officials gave no further details of the deal.\n" * 20
)

STATED = [
    # the text, the day, how it is known
    (" date 2023-05-04 Crews were trained" + BODY, date(2023, 5, 4), "header"),
    ("date: 2023-05-04\nCrews were trained" + BODY, date(2023, 5, 4), "header"),
    ("Crews trained\nPublished : Mar. 7, 2025 - 09:05" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\nPublished on 7 March 2025" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\nPosted: 07/03/2025" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\nWrite: 2025-03-07 11:52:54 Update: 2025-03-09 10:00:00" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\nBy Kim Min-su | Mar. 7, 2025" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trainedBy Jane Roe and our staff\nMarch 7, 2025" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\nWeekly Post staff March 7, 2025" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\nFriday, 7 March, 2025, 14:05" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\nInput 2025.03.07. 14:05 Modified 2025.03.09 10:00" + BODY, date(2025, 3, 7), "dateline"),
    ("By Jane Roe March 7, 2025 The army has its crews." + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\n7 Mar. 2025, 14:05" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\n14:05 March 7, 2025" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\n07.03.2025 14:05" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\n2025-03-07 | 14:05" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\nMar 7, 2025 / 02:05 PM IST" + BODY, date(2025, 3, 7), "dateline"),
    ("All News 14:05 March 7, 2025\nCrews trained" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\n14:05, Fri, Mar 7, 2025 | UPDATED: 15:05, Sat, Mar 8, 2025" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\nWorld News March 7, 2025 / 2:05 PM / Updated 3 hours ago" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\nKyiv, 7 March 2025 – The army has its crews." + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\nKYIV. March 7, 2025 (Agency) – The army has its crews." + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\nFOR IMMEDIATE RELEASE: March 7, 2025" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\nKyiv, 7 March 2025. The army has its crews, and it will send them to the front with their guns when all are there." + BODY, date(2025, 3, 7), "dateline"),
    ("(Seoul, March 7, 2025) – Crews were trained" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\nPosted on : Mar.7,2025 17:15 KST Modified on : Mar.8,2025 17:15 KST" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\nThis article was first published on March 7, 2025." + BODY, date(2025, 3, 7), "dateline"),
    ("PRESS RELEASE\nDate: 2025. 3. 7. (Fri.) / Contact: the press office" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\n14:05, 07.03.25" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\nBy Jane Roe March 7, 20256:04 PM GMT+2Updated 2 hours ago" + BODY, date(2025, 3, 7), "dateline"),
    ("SEOUL, Oct. 19 (Agency) -- Crews trained" + BODY + "\n(c) The Agency 2021-2024", date(2024, 10, 19), "inferred"),
    ("Crews trained\n**Published:** 7 March 2025" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\nWashington — March 7, 2025 — The army has its crews." + BODY, date(2025, 3, 7), "dateline"),
    ("PYONGYANG, March 7 Juche 114 (2025) (KCNA) -- The army has its crews." + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\n03/07/2025March 7, 2025" + BODY, date(2025, 3, 7), "inferred"),
    ("Crews trained\nUpdated 4:24 PM GMT+9, March 7, 2025" + BODY, date(2025, 3, 7), "inferred"),
    ("Crews trained\nCampaign Assessment, March 7, 2025" + BODY, date(2025, 3, 7), "inferred"),
    ("Crews trained\nKim Min-su 2025-03-07" + BODY, date(2025, 3, 7), "inferred"),
    ("March 7, 2025 (NEWSWIRE) -- Crews trained" + BODY, date(2025, 3, 7), "dateline"),
    ("Seoul, South Korea, March 7, 2025 /Newswire/ -- Crews trained" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\nArticle published on 07.03.2025 at 14.05" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\nFri, Mar 7" + BODY + "It was ordered in 2024.", date(2025, 3, 7), "inferred"),
    ("Crews trained\nMar 7, 14:05" + BODY + "© 2025 The Paper", date(2025, 3, 7), "inferred"),
    ("Crews trained\nBrussels, 7 March 2025" + BODY, date(2025, 3, 7), "inferred"),
    ("Crews trained" + BODY + "\nPublished in The Morning Post, March 7th, 2025", date(2025, 3, 7), "dateline"),
    ("Crews trained\nDate 2025.03.07 Hit 211" + BODY, date(2025, 3, 7), "inferred"),
    ("Crews trained\nFact sheet | March 7, 2025" + BODY, date(2025, 3, 7), "inferred"),
    ("June 3, 2025Jun. 3, 2025\nCrews trained\nMin Ryeo-won March 7, 2025\nSHARE" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\nCommentary, 7 March 2025" + BODY, date(2025, 3, 7), "inferred"),
    ("Crews trained\nKim Min-ji | Seoul | March 7, 2025" + BODY, date(2025, 3, 7), "inferred"),
    ("Crews trained\nMarch 7, 2025 02:05 PM Age: 2 years" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\n7 March 2025 Editor: Kim Min-ji" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trainedMar 7 2025, 02:05 PM" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\nWARSAW, 7 March 2025 The army has" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\nWARSAW, Poland, March 7, 2025 (Agency) -- The army has" + BODY, date(2025, 3, 7), "dateline"),
    ("KYIV (Site / Agency - 7th March, 2025) The army has" + BODY, date(2025, 3, 7), "dateline"),
    ("https://example.org/world/2025/03/07/crews\nCrews trained" + BODY, date(2025, 3, 7), "url"),
    (BODY + "ABC\nMENAFN07032025000193011044ID1100000000", date(2025, 3, 7), "inferred"),
    (BODY + "Another story of the siteMar 7 2025, 02:05 PM • 1302 views", date(2025, 3, 7), "inferred"),
    ("Crews trained\nPublished 7 Mar.2025 09:41(KST)" + BODY, date(2025, 3, 7), "dateline"),
    ("Crews trained\nby Ann Roe and The Post news desk March 7, 2025 1:12 PM 2 min read" + BODY, date(2025, 3, 7), "dateline"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day", "source"), STATED)
def test_a_statement_of_the_date_is_read(text: str, day: date, source: str) -> None:
    article = article_from_text(text)
    assert (article.published, article.published_from) == (day, source)
    for dating in article.datings:
        assert dating.start is None or dating.end is not None
        if dating.start is not None:
            assert text[dating.start : dating.end].strip()


@pytest.mark.parametrize(
    "text",
    [
        "On June 3, 2024 Kim: crews will be trained" + BODY,
        "On June 3, 2024, the two ministers signed a contract." + BODY,
        "A report published on June 3, 2024 says that crews were trained." + BODY,
        "Kim Jong Un meets Putin in Vladivostok, April 25, 2019. REUTERS" + BODY,
        "The two leaders shake hands on June 19, 2024 in Pyongyang [AP]" + BODY,
        "Source: the ministry's statement of June 3, 2024" + BODY,
        "Crews trained\n(Photo taken on June 3, 2024)" + BODY,
        "The war began on 24 February 2022" + BODY,
        "Moscow, February 24, 2022 - the day the war began" + BODY,
        "Kim Jong Un, Vladivostok, April 25, 2019" + BODY,
        "Kyiv, 24 February 2022. A column of tanks burns on the road that leads from the border to the capital. Photo: AP"
        + BODY,
        "Figure 1: Deliveries, March 3, 2024" + BODY,
        " date 2024-05 Crews were trained" + BODY,
        " date 2024-02-30 Crews were trained" + BODY,
        "SEOUL, Oct. 19 (Agency) -- South Korea said" + BODY,
        BODY,
        "",
    ],
)
def test_other_dates_are_not_taken_for_it(text: str) -> None:
    article = article_from_text(text)
    assert (article.published, article.published_from, article.datings) == (None, "unknown", ())


def test_a_byline_is_taken_before_a_header_that_disagrees_and_both_are_kept() -> None:
    article = article_from_text(" date 2024-07-05 Crews trained\nBy Jane Roe | July 11, 2024" + BODY)
    assert article.published == date(2024, 7, 11)
    assert [(found.day.day, found.source) for found in article.datings] == [(11, "dateline"), (5, "header")]


def test_a_bare_date_at_the_head_of_the_page_does_not_overrule_the_header() -> None:
    article = article_from_text(" date 2024-07-05 Crews trained\nJuly 9, 2024\nNews" + BODY)
    assert (article.published, article.published_from) == (date(2024, 7, 5), "header")
    assert date(2024, 7, 9) in [found.day for found in article.datings]


def test_the_headings_of_a_chronicle_are_no_certain_date() -> None:
    article = article_from_text(
        "How it came\nOct. 8, 2024\nTroops leave.\nOct. 13, 2024\nTroops arrive.\n" + BODY
    )
    assert article.published_from == "inferred"


def test_the_address_is_trusted_before_a_bare_date() -> None:
    text = "Crews trained\nJuly 9, 2024\nNews" + BODY
    assert find_datings(text, url="https://example.org/2024/07/05/crews")[0].source == "url"


def test_a_dateline_takes_its_year_from_elsewhere() -> None:
    datings = find_datings(
        "SEOUL, Dec. 31 (Agency) -- Korea said" + BODY, url="https://example.org/2025/01/01/x"
    )
    assert [(found.day, found.source) for found in datings] == [
        (date(2024, 12, 31), "dateline"), (date(2025, 1, 1), "url")
    ]  # fmt: skip


def test_a_dateline_of_the_day_before_does_not_correct_the_header() -> None:
    assert article_from_text(
        " date 2025-03-08 SEOUL, March 7 (Agency) -- Korea said" + BODY
    ).published == date(2025, 3, 8)
    assert article_from_text(
        " date 2025-03-02 SEOUL, March 7 (Agency) -- Korea said" + BODY
    ).published == date(2025, 3, 7)


@pytest.mark.parametrize(
    "ministry", ["ministry", "the ministry", "a deputy minister", "the defence ministry"]
)
def test_evidence_begins_with_a_whole_word(ministry: str) -> None:
    line = f"Military delegation's visit to the shipyard ends with a memorandum, says {ministry}"
    evidence = find_datings(f"{line}Jan 10 2024, 07:26\nIt")[0].evidence
    assert evidence.endswith(f"{ministry}Jan 10 2024, 07:26")
    assert evidence.split()[0] in line.split()


def test_what_the_caller_knows_comes_first() -> None:
    article = article_from_text(" date 2024-07-05 Crews trained" + BODY, published=date(2024, 7, 8))
    assert (article.published, article.published_from) == (date(2024, 7, 8), "supplied")
    assert article.datings[1].source == "header"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2024/10/29/troops.html", date(2024, 10, 29)),
        ("https://example.org/news/2024/oct/29/troops", date(2024, 10, 29)),
        ("https://example.org/2024-10-29-troops", date(2024, 10, 29)),
        ("https://en.example.org/view/AEN20241029003451", date(2024, 10, 29)),
        ("https://example.org/2024/13/45/troops", None),
        ("https://example.org/story/7520981", None),
    ],
)
def test_an_address_can_hold_the_day(url: str, day: date | None) -> None:
    assert [found.day for found in find_datings("Crews were trained", url=url)] == ([day] if day else [])


def test_time_grows_with_the_text_also_in_hostile_heads() -> None:
    for piece in ("By A ", "A.B ", "1999-", "Published ", "SEOUL, ", "Jan 1 2024 ", "2024 ", "(A, "):
        find_datings(piece * 40_000)
