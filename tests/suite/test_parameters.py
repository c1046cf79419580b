from __future__ import annotations

import pytest

from koreaaid.errors import KoreaaidError
from koreaaid.suite.parameters import check_values, read_parameters

CELL = '''
"""What a reader may change."""
ledger: str = ""  # folder of a saved ledger
series: str = "north-korean-troops"  # name of a series
rows: int = 20
share: float = 0.5  # of all = not of some
all_of_them: bool = False
categories: list[str] | None = None  # None for all
formula: str = "a=b"
'''


def known():
    return read_parameters(CELL, "x.ipynb")


def test_a_parameter_has_name_type_default_and_comment():
    series = known()["series"]
    assert (series.type, series.default, series.help) == ("str", "north-korean-troops", "name of a series")
    assert list(known()) == ["ledger", "series", "rows", "share", "all_of_them", "categories", "formula"]
    assert known()["formula"].default == "a=b"
    assert known()["share"].help == "of all = not of some"


def test_an_assignment_without_a_type_has_that_of_its_default():
    assert read_parameters("rows = 20", "x.ipynb")["rows"].type == "int"


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("rows", "7", 7),
        ("share", "0.25", 0.25),
        ("share", 1, 1),
        ("all_of_them", "yes", True),
        ("all_of_them", "0", False),
        ("categories", "money, personnel", ["money", "personnel"]),
        ("categories", "none", None),
        ("categories", ["money"], ["money"]),
        ("series", "007", "007"),
    ],
)
def test_text_becomes_the_declared_type(name, text, value):
    assert check_values({name: text}, known(), "x.ipynb") == {name: value}


@pytest.mark.parametrize(
    ("name", "value"),
    [("rows", "many"), ("rows", 2.5), ("all_of_them", "perhaps"), ("share", True), ("series", 3)],
)
def test_a_wrong_type_is_refused_with_the_default_named(name, value):
    with pytest.raises(KoreaaidError, match=rf"x\.ipynb: parameter {name} must be .*default is"):
        check_values({name: value}, known(), "x.ipynb")


def test_an_unknown_name_is_refused_with_the_known_ones():
    with pytest.raises(
        KoreaaidError, match=r"x\.ipynb: no parameter 'serie'; its parameters are: ledger, series"
    ):
        check_values({"serie": "a"}, known(), "x.ipynb")


@pytest.mark.parametrize(
    "source",
    ["a: int = 'x'", "a: dict = {}", "import os", "a: str = os.environ['HOME']", "a: str", "a = = 3"],
)
def test_a_cell_that_is_not_a_list_of_values_is_refused(source):
    with pytest.raises(KoreaaidError, match=r"x\.ipynb: its parameters cell cannot be read"):
        read_parameters(source, "x.ipynb")
