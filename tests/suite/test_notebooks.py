from __future__ import annotations

import json

import pytest

from koreaaid.errors import KoreaaidError
from koreaaid.suite.notebooks import plan_runs, read_notebook, read_notebooks, select


def write(folder, name, parameters='ledger: str = ""'):
    cell = {"cell_type": "code", "source": parameters.splitlines(True), "metadata": {"tags": ["parameters"]}}
    path = folder / f"{name}.ipynb"
    path.write_text(json.dumps({"cells": [cell]}))
    return path


@pytest.fixture
def notebooks(tmp_path):
    write(tmp_path, "quantities", 'ledger: str = ""\nrows: int = 3')
    write(tmp_path, "series", 'ledger: str = ""\nseries: str = "a"')
    return read_notebooks(tmp_path)


def test_a_notebook_with_a_series_is_run_once_for_each(notebooks):
    runs = plan_runs(notebooks, ["a", "b"], {"rows": "5"}, "data")
    assert {run.name: run.parameters for run in runs} == {
        "quantities": {"ledger": "data", "rows": 5},
        "series-a": {"ledger": "data", "series": "a"},
        "series-b": {"ledger": "data", "series": "b"},
    }


def test_a_parameter_that_no_notebook_has_is_refused(notebooks):
    with pytest.raises(
        KoreaaidError, match="no notebook has a parameter 'row'; there are: ledger, rows, series"
    ):
        plan_runs(notebooks, ["a"], {"row": "5"}, "data")


@pytest.mark.parametrize("name", ["series", "series.ipynb"])
def test_a_notebook_is_selected_by_name(notebooks, name):
    assert [notebook.name for notebook in select(notebooks, [name])] == ["series"]


def test_an_unknown_notebook_is_refused_with_the_known_ones(notebooks):
    with pytest.raises(KoreaaidError, match="serie: no such notebook; there are: quantities, series"):
        select(notebooks, ["serie"])


@pytest.mark.parametrize("content", ["not json", "[]", "{}", '{"cells": 3}'])
def test_what_is_not_a_notebook_is_named(tmp_path, content):
    path = tmp_path / "x.ipynb"
    path.write_text(content)
    with pytest.raises(KoreaaidError, match=r"x\.ipynb: not a notebook"):
        read_notebook(path)


def test_a_folder_without_notebooks_is_named(tmp_path):
    with pytest.raises(KoreaaidError, match="holds no notebooks"):
        read_notebooks(tmp_path)


def test_a_notebook_for_the_lab_is_no_report_unless_asked_for(tmp_path, notebooks):
    cell = {"cell_type": "markdown", "source": "# Start", "metadata": {"tags": ["lab"]}}
    (tmp_path / "start.ipynb").write_text(json.dumps({"cells": [cell]}))
    read = read_notebooks(tmp_path)
    assert [notebook.name for notebook in select(read, [])] == ["quantities", "series"]
    assert [notebook.name for notebook in select(read, ["start"])] == ["start"]
