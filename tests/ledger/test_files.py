"""A saved ledger is the same bytes each time, loads as it was, and cannot harm a spreadsheet."""

import csv
import json
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pandas as pd
import pytest

from koreaaid import KoreaaidError, Ledger, open_ledger
from koreaaid.ledger import files, workbook
from koreaaid.ledger.beside import Beside
from koreaaid.ledger.package import file_hash
from koreaaid.ledger.schema import check
from tests.ledger.making import article, claim, day, ledger, money, no_figure


def example() -> Ledger:
    text = "On 1 May 1672 Poland bought tanks for $9 billion, says 대한민국. F-16."
    mentions = [
        day(text, "1 May 1672", "1672-05-01", earliest=pd.Timestamp("1672-05-01").date()),
        money(text, "$9 billion", 9e9, "USD", item='=HYPERLINK("http://x")'),
        no_figure(text, "16", "equipment designation"),
    ]
    return ledger(
        (article("a.txt", text, outlet="+Plus"), mentions),
        claim(3000.5, name="b.txt", before="@SUM(1) said "),
        beside=Beside(series='[own]\nwhere.item = "tank"\n'),
    )


def test_a_saved_ledger_loads_as_it_was(tmp_path: Path) -> None:
    made = example()
    made.save(tmp_path)
    loaded = open_ledger(str(tmp_path))
    for name, table in made.tables.items():
        pd.testing.assert_frame_equal(loaded.tables[name], table)
    assert "own" in loaded.series


def test_a_ledger_that_another_version_saved_is_refused_and_not_taken_for_whole(tmp_path: Path) -> None:
    example().save(tmp_path)
    table = tmp_path / "articles.parquet"
    before = file_hash(table.read_bytes())
    pd.read_parquet(table).drop(columns="characters").to_parquet(table, index=False)
    package = tmp_path / "datapackage.json"
    package.write_text(package.read_text().replace(before, file_hash(table.read_bytes())))
    with pytest.raises(KoreaaidError, match="characters"):
        Ledger.load(tmp_path)


def test_the_same_ledger_gives_the_same_bytes(tmp_path: Path) -> None:
    example().save(tmp_path / "one")
    Ledger.load(tmp_path / "one").save(tmp_path / "two")
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert {"claims.parquet", "claims.csv", "datapackage.json", "ledger.xlsx"} <= set(names)
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name


def test_formulas_are_neutralised_in_csv_and_kept_in_parquet(tmp_path: Path) -> None:
    example().save(tmp_path)
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as stream:
        first, second = csv.DictReader(stream)
    assert first["item"] == '\'=HYPERLINK("http://x")'
    assert first["outlet"] == "'+Plus"
    assert second["sentence"].startswith("'@SUM(1)")
    assert Ledger.load(tmp_path).claims["outlet"][0] == "+Plus"


def test_csv_writes_numbers_and_days_as_people_do(tmp_path: Path) -> None:
    example().save(tmp_path)
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as stream:
        first, second = csv.DictReader(stream)
    assert (first["value"], first["published"], first["covers"]) == ("9000000000", "2024-10-29", "")
    assert second["value"] == "3000.5"


def test_the_data_package_lists_the_files_with_their_schemas(tmp_path: Path) -> None:
    example().save(tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        content = (tmp_path / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{sha256(content).hexdigest()}"
    claims = next(resource for resource in package["resources"] if resource["name"] == "claims")
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as stream:
        header = next(csv.reader(stream))
    assert [field["name"] for field in claims["schema"]["fields"]] == header
    assert claims["schema"]["primaryKey"] == ["claim_id"]


def test_the_workbook_has_a_sheet_per_table_and_no_formula(tmp_path: Path) -> None:
    example().save(tmp_path)
    with ZipFile(tmp_path / "ledger.xlsx") as book:
        sheets = [
            book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")
        ]
        names = book.read("xl/workbook.xml").decode()
    assert len(sheets) == len(example().tables)
    assert all(f'name="{table}"' in names for table in example().tables)
    assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets)


def test_a_table_too_long_for_a_sheet_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 1)
    with pytest.raises(KoreaaidError, match="do not fit on an Excel sheet"):
        workbook.workbook_bytes(example())


def test_a_large_ledger_is_saved_without_a_workbook(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    example().save(tmp_path)
    monkeypatch.setattr(files, "LARGEST_WORKBOOK", 1)
    example().save(tmp_path)
    assert not (tmp_path / "ledger.xlsx").exists()


def test_an_empty_ledger_can_be_saved_and_loaded(tmp_path: Path) -> None:
    ledger().save(tmp_path)
    assert Ledger.load(tmp_path).claims.empty


def test_a_folder_without_a_ledger_says_so(tmp_path: Path) -> None:
    with pytest.raises(KoreaaidError, match=r"articles\.parquet: no such file"):
        open_ledger(str(tmp_path))


def test_a_file_that_is_no_parquet_says_so(tmp_path: Path) -> None:
    example().save(tmp_path)
    (tmp_path / "claims.parquet").write_bytes(b"PAR1 no")
    with pytest.raises(KoreaaidError, match=r"claims\.parquet: not a Parquet file"):
        open_ledger(str(tmp_path))


def test_a_table_that_was_changed_by_hand_is_checked(tmp_path: Path) -> None:
    made = example()
    made.save(tmp_path)
    made.claims.assign(modality="surely").to_parquet(tmp_path / "claims.parquet")
    with pytest.raises(KoreaaidError, match="column modality fails"):
        open_ledger(str(tmp_path))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda claims: claims.drop(columns="unit"),
        lambda claims: claims.assign(colour="red"),
        lambda claims: claims.assign(claim_id="c0"),
        lambda claims: claims.assign(end=claims["start"]),
        lambda claims: claims.assign(value="many"),
        lambda claims: claims.assign(unit=None),
    ],
)
def test_a_table_that_does_not_hold_to_its_schema_is_refused(spoil) -> None:
    claims = example().claims
    check("claims", claims)
    with pytest.raises(KoreaaidError, match="table claims"):
        check("claims", spoil(claims))
