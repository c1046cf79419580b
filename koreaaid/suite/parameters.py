"""What a notebook can be given: the names, types and defaults of its cell tagged `parameters`.

papermill only warns of a name that a notebook does not know, and passes a value of any type: the notebook
then fails half-way, or runs as if nothing had been said. Here the cell is read and values are checked before
a kernel starts. The types are `str`, `int`, `float`, `bool`, `list[str]` and each of them with `| None`.
"""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from koreaaid.errors import KoreaaidError

Value = str | int | float | bool | list[str] | None

_TYPES = ("str", "int", "float", "bool", "list[str]")
_TRUTHS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a notebook.

    Attributes
    ----------
    name : str
        Its name in the cell.
    type : str
        As annotated, e.g. "str" or "list[str] | None".
    default : Value
        What it is when nothing is given.
    help : str
        The comment behind it.
    """

    name: str
    type: str
    default: Value
    help: str


def read_parameters(source: str, notebook: str) -> dict[str, Parameter]:
    """Read the `source` of a parameters cell; `notebook` is named in the error when it cannot be read."""
    try:
        tree = ast.parse(source)
        comments = _comments(source)
        found = [_parameter(statement, comments) for statement in tree.body if not _is_docstring(statement)]
    except (SyntaxError, ValueError, tokenize.TokenError) as error:
        raise KoreaaidError(
            f"{notebook}: its parameters cell cannot be read ({error}); write one 'name: type = value' a line"
        ) from None
    return {parameter.name: parameter for parameter in found}


def check_values(
    given: Mapping[str, object], known: Mapping[str, Parameter], notebook: str
) -> dict[str, Value]:
    """Return `given` with text turned into the declared types; raise for an unknown name or a wrong type."""
    checked: dict[str, Value] = {}
    for name, value in given.items():
        if name not in known:
            names = ", ".join(known) or "none"
            raise KoreaaidError(f"{notebook}: no parameter {name!r}; its parameters are: {names}")
        try:
            checked[name] = _as_type(value, known[name].type)
        except ValueError:
            raise KoreaaidError(
                f"{notebook}: parameter {name} must be {known[name].type}, {value!r} is not; "
                f"its default is {known[name].default!r}"
            ) from None
    return checked


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _parameter(statement: ast.stmt, comments: Mapping[int, str]) -> Parameter:
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name) and statement.value:
        name, annotation = statement.target.id, ast.unparse(statement.annotation)
    elif isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
        name, annotation = statement.targets[0].id, ""
    else:
        raise ValueError(f"line {statement.lineno} is not 'name: type = value'")
    assert statement.value is not None  # both branches have one
    default = ast.literal_eval(statement.value)
    annotation = annotation or type(default).__name__
    if annotation.removesuffix(" | None") not in _TYPES:
        raise ValueError(f"line {statement.lineno}: the type is not one of {', '.join(_TYPES)}")
    if not _fits(default, annotation):
        raise ValueError(f"line {statement.lineno}: {default!r} is not {annotation}")
    comment = comments.get(statement.end_lineno or statement.lineno, "")
    return Parameter(name, annotation, default, comment)


def _comments(source: str) -> dict[int, str]:
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {t.start[0]: t.string.lstrip("# ").strip() for t in tokens if t.type == tokenize.COMMENT}


def _fits(value: object, annotation: str) -> bool:
    kind = annotation.removesuffix(" | None")
    if value is None:
        return kind != annotation
    if kind == "list[str]":
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if kind == "float":
        return isinstance(value, int | float) and not isinstance(value, bool)
    return type(value).__name__ == kind


def _as_type(value: object, annotation: str) -> Value:
    if _fits(value, annotation):
        return cast("Value", value)
    if not isinstance(value, str):
        raise ValueError
    kind = annotation.removesuffix(" | None")
    if kind != annotation and value.casefold() in ("", "none"):
        return None
    match kind:
        case "bool":
            if value.casefold() not in _TRUTHS:
                raise ValueError
            return _TRUTHS[value.casefold()]
        case "int":
            return int(value)
        case "float":
            return float(value)
        case _:
            return [item.strip() for item in value.split(",") if item.strip()]
