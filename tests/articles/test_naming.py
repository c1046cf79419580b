"""Titles and outlets are taken where the text shows them, and not invented."""

import pytest

from koreaaid.articles.furniture import find_furniture
from koreaaid.articles.naming import find_outlet, find_title, outlet_of_address

LEAD = "\nThe ministry said on Monday that the first of the tanks had come.\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Poland gets its tanks" + LEAD, "Poland gets its tanks"),
        ("\n\nPoland gets its tanks\n" + LEAD, "Poland gets its tanks"),
        (" date 2024-01-02 Poland gets its tanks" + LEAD, "Poland gets its tanks"),
        ("Will Poland get its tanks?" + LEAD, "Will Poland get its tanks?"),
        ("Poland gets its tanks | Yonhap News Agency" + LEAD, "Poland gets its tanks"),
        ("Poland gets its tanks - Reuters" + LEAD, "Poland gets its tanks"),
        ("Poland gets its tanksBy our reporter" + LEAD, "Poland gets its tanks"),
        ("Skip to main content\nPoland gets its tanks" + LEAD, "Poland gets its tanks"),
        ("The first tanks are in Poland, said the army." + LEAD, None),
        ("SEOUL, Oct. 19 (Yonhap) -- South Korea sends tanks" + LEAD, None),
        ("By Jane Roe of the Post" + LEAD, None),
        ("Details" + LEAD, None),
        ("Poland gets its tanks", None),
        ("", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert find_title(text, find_furniture(text)) == title


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("SEOUL, Oct. 19 (Yonhap) -- South Korea said", "Yonhap"),
        ("WARSAW (Reuters) - Poland said", "Reuters"),
        ("Tanks\nKyiv • UNN\nThe army", "UNN"),
        ("Tanks | NK News\nThe army", "NK News"),
        ("The army said so. (Reporting by Reuters)", "Reuters"),
        ("The army said so, Ukrinform reports citing Yonhap.", "Ukrinform"),
        ("Yonhap news agency reported on Friday, and Reuters confirmed it.", None),
        ("He told Defense News that tanks had come.", None),
        ("", None),
    ],
)
def test_outlet(text: str, outlet: str | None) -> None:
    assert find_outlet(text) == outlet


def test_the_outlet_of_an_address_is_told_by_its_whole_domain() -> None:
    assert outlet_of_address("https://en.yna.co.kr/view/1") == "Yonhap"
    assert outlet_of_address("https://notreuters.com/a") is None
    assert outlet_of_address("http://[broken") is None
