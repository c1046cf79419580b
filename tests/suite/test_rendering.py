from __future__ import annotations

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from koreaaid.suite.rendering import markdown, render, svg_figure

SVG = '<?xml version="1.0"?>\n<!DOCTYPE svg>\n<svg xmlns="x" width="1"><title>Ups &amp; downs</title><g id="a"/><use href="#a"/></svg>'


def code(source="f()", output=None, *tags, kind="display_data"):
    cell = new_code_cell(source, metadata={"tags": list(tags)})
    if output:
        cell.outputs = [new_output(kind, output)]
    return cell


def rendered(*cells):
    return render(nbformat.writes(new_notebook(cells=list(cells))), "page")


def test_the_title_is_the_first_heading_and_the_contents_are_those_below_it():
    content = rendered(
        new_markdown_cell("# Who *said* it\n\n## One & two\n\n### Three"), new_markdown_cell("## One & two")
    )
    assert content.title == "Who said it"
    assert [(h.level, h.id, h.text) for h in content.headings] == [
        (2, "one-two", "One & two"), (3, "three", "Three"), (2, "one-two-3", "One & two"),
    ]  # fmt: skip
    assert '<h3 id="three">Three</h3>' in content.body


def test_a_dollar_sign_is_not_mathematics():
    shown = markdown(r"from $5bn **to** $6bn, \$7 in all")
    assert shown == "<p>from $5bn <strong>to</strong> $6bn, $7 in all</p>\n"


def test_html_and_scripts_in_markdown_are_shown_as_text():
    shown = markdown("<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>")
    assert "<script" not in shown
    assert "<img" not in shown
    assert 'href="javascript:' not in shown


def test_code_is_folded_and_hidden_where_tags_say_so():
    content = rendered(
        code("shown()"), code("not_shown()", {"text/plain": "seen"}, "hide-code"),
        code("folded()", {"text/plain": "unseen"}, "hide-output"), code("gone()", None, "hide"), code("x = 1", None, "injected-parameters"),
    )  # fmt: skip
    assert '<details class="s-code"><summary>Code</summary>' in content.body
    assert "shown" in content.body
    assert "not_shown" not in content.body
    assert "seen" in content.body
    assert "unseen" not in content.body
    assert "gone" not in content.body


def test_the_finding_and_its_figure_are_found_by_their_tags():
    content = rendered(
        code("a", {"text/markdown": "It was **12,000**."}, "finding"),
        code("b", {"image/svg+xml": SVG}, "key-figure"),
    )
    assert content.finding == "<p>It was <strong>12,000</strong>.</p>\n"
    assert content.figure.startswith("<svg")
    assert 'id="page-a"' in content.figure
    assert 'href="#page-a"' in content.figure


def test_a_finding_in_plain_text_is_escaped():
    content = rendered(code("print()", {"text/plain": "a <b>"}, "finding"))
    assert content.finding == "<p>a &lt;b&gt;</p>"


@pytest.mark.parametrize(
    ("metadata", "words"),
    [({}, "Ups &amp; downs"), ({"image/svg+xml": {"alt": 'so "it" goes'}}, "so &quot;it&quot; goes")],
)
def test_every_figure_has_a_text_alternative(metadata, words):
    assert f'role="img" aria-label="{words}"' in svg_figure(SVG, metadata)


def test_a_figure_that_has_one_is_left_alone():
    svg = '<svg aria-label="x"><g/></svg>'
    assert svg_figure(svg, {}) == svg


def test_an_error_is_shown_with_its_traceback():
    cell = new_code_cell("1/0")
    cell.outputs = [
        new_output(
            "error", ename="ZeroDivisionError", evalue="by <zero>", traceback=["\x1b[31mby <zero>\x1b[0m"]
        )
    ]
    body = rendered(cell).body
    assert 'id="error"' in body
    assert "by &lt;zero&gt;" in body
