from __future__ import annotations

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from koreaaid.suite.canonical import canonical


def executed(cell_id: str, **metadata) -> NotebookNode:
    cell = new_code_cell(
        "f()",
        id="kept",
        metadata={"papermill": {"duration": 0.1}, "execution": {"iopub.execute_input": "now"}},
    )
    cell.outputs = [
        new_output("stream", text="in /home/someone/project/x and /tmp/ipykernel_123/456.py\n"),
        new_output("execute_result", {"text/plain": "<object at 0x7f00deadbeef>"}, execution_count=1),
        new_output(
            "error",
            ename="E",
            evalue="/home/someone/project/y",
            traceback=["/home/someone/project/z 0x7f00deadbeef"],
        ),
    ]
    injected = new_code_cell("a = 1", id=cell_id, metadata={"tags": ["injected-parameters"]})
    marker = new_markdown_cell("stopped", id=cell_id[::-1])
    return new_notebook(
        cells=[injected, marker, cell], metadata={"papermill": {"start_time": "now"}, **metadata}
    )


def test_what_differs_between_two_runs_is_gone():
    places = {"/home/someone/project": "."}
    first = canonical(
        executed("ab12", language_info={"name": "python", "version": "3.11.7"}), ["kept"], places
    )
    second = canonical(
        executed("cd34", language_info={"name": "python", "version": "3.12.0"}), ["kept"], places
    )
    assert first == second
    assert [cell.id for cell in first.cells] == ["injected-parameters", "papermill-1", "kept"]
    assert "papermill" not in first.metadata


def test_paths_and_addresses_are_not_shown():
    text = str(canonical(executed("ab12"), ["kept"], {"/home/someone/project": "."}))
    assert "/home/someone" not in text
    assert "0x7f" not in text
    assert "ipykernel_123" not in text
    assert "in ./x and cell.py" in text
