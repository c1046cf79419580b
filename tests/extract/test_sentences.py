import pytest

from koreaaid.extract.sentences import sentence_at, sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One ended. Two began.", ["One ended.", "Two began."]),
        ("The deal ended.Under it, tanks came.", ["The deal ended.", "Under it, tanks came."]),
        ("Worth $2.3 billion, K2.1 or 5.56mm.", ["Worth $2.3 billion, K2.1 or 5.56mm."]),
        ("Army Lt. Col. Marty A. Meiners said so.", ["Army Lt. Col. Marty A. Meiners said so."]),
        ("In the U.S. Army he rose. It is the U.S. They left.", ["In the U.S. Army he rose.", "It is the U.S.", "They left."]),
        ("SEOUL, Oct. 19 (Yonhap) -- He left at 5 p.m. Monday.", ["SEOUL, Oct. 19 (Yonhap) -- He left at 5 p.m. Monday."]),
        ("Headline without a stop\nFirst sentence.", ["Headline without a stop", "First sentence."]),
        ("“It ends,” he said. “Now.” Next one.", ["“It ends,” he said.", "“Now.”", "Next one."]),
        ("한국은 지원했다. 다음 문장이다.", ["한국은 지원했다.", "다음 문장이다."]),
        ("", []),
        (" \n \n", []),
    ],
)  # fmt: skip
def test_sentences_of_news_text(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_line_break_in_wrapped_text_does_not_end_a_sentence() -> None:
    text = (
        "    Showers continued throughout the week in the cocoa zone and\n"
        "eased the drought that had lasted since early January, it said\n"
        "in a weekly review of the crop. Normal levels of humidity have\n"
        "not been restored.\n"
        "    The dry period means that the harvest will be late this year.\n"
    )
    assert len(sentences(text)) == 3


def test_long_lines_of_a_list_are_sentences_each() -> None:
    text = (
        "Nov. 2022: five rail cars cross the border at Narvik\n"
        "30 Dec. 2023: first rocket hits; 21 more follow in spring\n"
        "Oct. 2024: Norway sends 1,500 special troops by ship to Bergen\n"
        "Apr. 28, 2025: Oslo admits the deployment in a letter"
    )
    assert len(sentences(text)) == 4


def test_the_sentence_at_an_offset() -> None:
    text = "One ended. Two began."
    spans = sentence_spans(text)
    assert [sentence_at(spans, offset) for offset in (0, 9, 11, 20)] == [0, 0, 1, 1]


def test_a_text_without_stops_is_cut_between_words() -> None:
    spans = sentence_spans("seven tanks and " * 1_000)
    assert max(end - start for start, end in spans) <= 4_000
    assert "".join(sentences("seven tanks and " * 1_000)) == ("seven tanks and " * 1_000).strip()
