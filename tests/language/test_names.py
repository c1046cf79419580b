"""One name for each country, body and person of the subject."""

import pytest

from koreaaid.language.names import canonical


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        (["DPRK", "North Korea", "Pyongyang", "the North", "North Korea’s"], "North Korea"),
        (
            ["NIS", "the National Intelligence Service", "South Korea's spy agency", "National Intelligence Service (NIS)",
             "Seoul’s National Intelligence Service"],
            "National Intelligence Service",
        ),
        (["Ukraine’s National Resistance Center", "National Resistance Centre"], "National Resistance Center"),
        (["Zelensky", "Volodymyr Zelenskiy"], "Volodymyr Zelenskyy"),
        (["Yonhap", "the Yonhap news agency"], "Yonhap News Agency"),
        (["local sources", "officials", "", "Marty Meiners", "Hyundai Rotem officials"], None),
    ],
)  # fmt: skip
def test_names(names: list[str], kept: str | None) -> None:
    assert [canonical(name) for name in names] == [kept] * len(names)
