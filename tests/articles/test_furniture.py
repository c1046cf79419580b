"""What belongs to the page is found, and what belongs to the article is left alone."""

import time
from itertools import pairwise

import pytest

from koreaaid.articles.furniture import find_furniture
from koreaaid.articles.reading import article_from_text

ARTICLE = "The ministry said 300 soldiers had arrived.\nOfficials gave no details of the 40 tanks.\n"

PAGE = [
    # the piece of the page, what of it is furniture, why
    ("\u00a0 \u00a0•\u00a0 20417\u00a0views", "20417\u00a0views", "view count"),
    ("5 min read", "5 min read", "reading time"),
    ("12-minute read The army said", "12-minute read", "reading time"),
    ("Reading Time: < 1 minute", "Reading Time: < 1 minute", "reading time"),
    ("Comments (12)", "Comments (12)", "counter"),
    ("Views: 1,204", "Views: 1,204", "counter"),
    ("Read also: Sullivan: we cannot have Minsk 5", "Read also: Sullivan: we cannot have Minsk 5", "related article"),
    ("RELATED: 40 tanks to Peru", "RELATED: 40 tanks to Peru", "related article"),
    ("Subscribe now", "Subscribe now", "subscription offer"),
    ("Subscribe to our newsletter for 2 weeks", "Subscribe to our newsletter for 2 weeks", "subscription offer"),
    ("Follow us on Telegram", "Follow us on Telegram", "subscription offer"),
    ("Subscribe today\nOnly $2 for six weeks", "Only $2 for six weeks", "subscription offer"),
    ("You have 1 free story per week", "You have 1 free story per week", "subscription offer"),
    ("© 2024 Example Media Group. All rights reserved.", "© 2024 Example Media Group. All rights reserved.", "copyright"),
    ("Copyright (c) 2023 Example", "Copyright (c) 2023 Example", "copyright"),
    ("Views 20417 | Comments 3", "Views 20417 | Comments 3", "counter"),
    ("Share 1.2K Tweet 345 Like 67", "Share 1.2K Tweet 345 Like 67", "counter"),
    ("1.2K Shares 345 Likes 12 comments", "1.2K Shares 345 Likes 12 comments", "counter"),
    ("Photo 1 of 12", "Photo 1 of 12", "picture counter"),
    ("Video 2:34", "Video 2:34", "player"),
    ("2 hours ago", "2 hours ago", "time of another article"),
    ("KOSPI 2,612.43 ▲ 12.3 (+0.47%)", "KOSPI 2,612.43 ▲ 12.3 (+0.47%)", "market ticker"),
    ("Tel: +82-2-555-0100", "Tel: +82-2-555-0100", "contact"),
    ("READ ALSO | 200 engineers to leave", "READ ALSO | 200 engineers to leave", "related article"),
    ("Donate $5", "Donate $5", "subscription offer"),
    ("Advertisement:", "Advertisement:", "advertisement"),
    ("Skip to main content", "Skip to main content", "navigation"),
    ("Go to Contents Go to Navigation", "Go to Contents Go to Navigation", "navigation"),
    ("facebookfacebook", "facebookfacebook", "share buttons"),
    ("Photo credit:\u00a0Agency", "Photo credit:\u00a0Agency", "photo credit"),
    ("Troops in 2018 | Image: Agency", "| Image: Agency", "photo credit"),
    ("(PHOTO NOT FOR SALE)", "(PHOTO NOT FOR SALE)", "photo credit"),
    ("![](https://example.org/1.jpg) |", "![](https://example.org/1.jpg) |", "photo credit"),
    ("#Ukraine #K2 #2024", "#Ukraine #K2 #2024", "hash tags"),
    ("reporter7@example.co.kr (END)", "reporter7@example.co.kr", "e-mail address"),
    ("See https://example.org/2024/10/29", "https://example.org/2024/10/29", "web address"),
    ("MENAFN07032025000193011044ID1100000000", "MENAFN07032025000193011044ID1100000000", "article id"),
    (".td_uid_42{width:300px;margin:0 5px}", ".td_uid_42{width:300px;margin:0 5px}", "style sheet or script"),
    ("The author is a correspondent who has covered 3 wars.", "The author is a correspondent who has covered 3 wars.", "author biography"),
    ("Jane Roe is a reporter for the Post and has won 2 prizes.", "Jane Roe is a reporter for the Post and has won 2 prizes.", "author biography"),
    ("list 1 of 4 Kim vows 100 missiles\n", "list 1 of 4 Kim vows 100 missiles", "list of other articles"),
    ("Word count: 412\n", "Word count: 412", "counter"),
    ("Tags: 12,000 troops, Kursk 2024\n", "Tags: 12,000 troops, Kursk 2024", "key words"),
    ("This article is more than 3 years old\n", "This article is more than 3 years old", "page setting"),
    ("Share this 243 Tweet 18\n", "Share this 243 Tweet 18\n", "share buttons"),
    ("Support us from as little as £1.\n", "Support us from as little as £1.", "subscription offer"),
    ("March 7, 2025 02:05 PM Age: 2 years\n", "Age: 2 years", "counter"),
    ("Legal Disclaimer:\nProvided within 24 hours as is.", "Legal Disclaimer:\nProvided within 24 hours as is.", "legal disclaimer"),
]  # fmt: skip


@pytest.mark.parametrize(("piece", "furniture", "reason"), PAGE)
def test_a_piece_of_the_page_is_furniture(piece: str, furniture: str, reason: str) -> None:
    text = ARTICLE + piece
    assert (furniture, reason) in [(text[f.start : f.end], f.reason) for f in find_furniture(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The video got 109,000 views in a day.",
        "Their views on the 3 offers differ.",
        "He read 12 comments from voters before the debate.",
        "Shareholders will register 300 shares.",
        "The K2 is worth $10 million; one costs only $2 million for the army.",
        "A subscription to 300 rounds costs $1 for four weeks of the trial.",
        "The copyright law of 1998 applies to 2 firms.",
        "The (c) clause has 2 parts.",
        "Related costs: 40 percent.",
        "Most popular were the 12 tanks.",
        "The trial of 3 soldiers lasted four weeks, the court's archive shows, in a newsletter of 40 pages.",
        "Seoul will share 300 shells\nshare on the cost of 20 tanks",
        "Photo: 300 soldiers were in it, the ministry said, and 40 tanks with them, when it was taken in May by a drone.",
        "Trump (@realDonaldTrump) has 3 options.",
        "He named {1, 2, 3}.",
        "KOSPI 2,612.43 was the close for 300 firms.",
        "Donate $5 million to the army, he asked.",
        "Video of 12 tanks was shown.",
        "2 hours ago 300 shells fell.",
    ],
)
def test_figures_of_the_article_are_left_alone(text: str) -> None:
    text = ARTICLE + text + "\n" + ARTICLE
    assert not [f for f in find_furniture(text) if any(c.isdigit() for c in text[f.start : f.end])]


def test_a_headline_broken_over_lines_ends_with_the_headline() -> None:
    text = "They came.\nRead also:\nKorea\nand Poland to sign for 30 tanks\nThe 12 machines arrived today.\n"
    [span] = find_furniture(text)
    assert text[span.start : span.end] == "Read also:\nKorea\nand Poland to sign for 30 tanks"


def test_a_paragraph_after_a_label_is_the_articles() -> None:
    text = "Read also:\n" + "The ministry said 300 soldiers had come. " * 8 + "\nThey left."
    [span] = find_furniture(text)
    assert text[span.start : span.end] == "Read also:"


def test_a_numbered_list_of_other_articles_ends_with_its_last_headline() -> None:
    text = (
        "Most Popular\n-\n1\nFirst story of $2b\n-\n2\nSecond story\n-\n3\n14th month of growth\n300 soldiers come\n"
        + ARTICLE
    )
    [span] = find_furniture(text)
    assert text[span.start : span.end].endswith("14th month of growth")
    glued = (
        "Most Popular - 1 First story - 2 Second of 40 - 3 Third 300 soldiers come to a town "
        + "and stay " * 40
    )
    [span] = find_furniture(glued)
    assert glued[span.start : span.end] == "Most Popular - 1 First story - 2 Second of 40 - 3"


def test_a_line_begins_behind_the_header_too() -> None:
    text = (
        " date 2024-12-02 Most Popular 1 First story 2 Second of 40 3 Third 300 soldiers come "
        + "and stay " * 40
    )
    [span] = find_furniture(text)
    assert text[span.start : span.end] == "Most Popular 1 First story 2 Second of 40 3"


def test_headlines_parted_from_the_article_by_a_blank_line_are_furniture() -> None:
    text = "Other Topics of Interest\nPoland signs $6.5bn deal\nSeoul sends 12 jets\n\n" + ARTICLE
    [span] = find_furniture(text)
    assert (
        text[span.start : span.end]
        == "Other Topics of Interest\nPoland signs $6.5bn deal\nSeoul sends 12 jets"
    )
    assert find_furniture("Latest\n" + ARTICLE + "\n" + ARTICLE)[0].end == len("Latest")


def test_headlines_under_a_heading_at_the_end_are_furniture() -> None:
    text = ARTICLE * 3 + "Related Articles\n40 tanks to Peru\nWhy 3 in 5 agree\n"
    [span] = find_furniture(text)
    assert text[span.start :] == "Related Articles\n40 tanks to Peru\nWhy 3 in 5 agree\n"


def test_the_headline_before_a_time_stamp_after_the_article_is_another_articles() -> None:
    text = ARTICLE * 3 + "Two of the 7 missiles came down near KyivMar 7 2025, 02:05 PM • 1302 view"
    reasons = {text[f.start : f.end].strip(): f.reason for f in find_furniture(text)}
    assert reasons["1302 view"] == "view count"
    assert reasons["Two of the 7 missiles came down near KyivMar 7 2025, 02:05 PM •"] == "related article"


@pytest.mark.parametrize(
    "head", ["29 October 2024, 14:30\n1543\n", "1543\n29 October 2024, 14:30\n", "29.10.2024 14:30  1543\n"]
)
def test_a_bare_number_beside_the_day_of_the_page_is_a_counter(head: str) -> None:
    article = article_from_text(f"Tanks reach the port\n{head}{ARTICLE}")
    assert [(article.text[f.start : f.end], f.reason) for f in article.furniture] == [("1543", "counter")]
    assert (
        article_from_text(
            f"Tanks reach the port\n{head.replace('1543', '1,543 soldiers')}{ARTICLE}"
        ).furniture
        == ()
    )


def test_spans_are_in_order_and_apart() -> None:
    text = "\n".join(piece for piece, _, _ in PAGE) + "\nİstanbul İ\n" + ARTICLE
    spans = find_furniture(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@pytest.mark.parametrize(
    "piece",
    [
        "view",
        "© ",
        "subscribe\n",
        "{",
        "{a:",
        "most popular\n1\n",
        "read also:",
        "[1/",
        "a@b.",
        "• 1 view",
        "\n- ",
        "© A ",
        "#a ",
    ],
)
def test_time_grows_with_the_text(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        begun = time.process_time()
        find_furniture(text)
        return time.process_time() - begun

    seconds(1000)
    assert seconds(200_000) < 3
