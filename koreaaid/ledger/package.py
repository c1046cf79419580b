"""The saved ledger describes itself in datapackage.json (Data Package, version 2), for Frictionless tools."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from koreaaid.ledger.schema import Column, Table, tables

PACKAGE_FILE = "datapackage.json"

_PROFILE = "https://datapackage.org/profiles/2.0/"
_MEDIA = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}
_KEYS = {"articles": "article", "claims": "claim_id", "dates": "date_id"}
_WITHIN_ARTICLES = ("claims", "dates", "excluded", "names")


def package(contents: Mapping[str, bytes]) -> str:
    """Return the datapackage.json of the files in `contents`, by their names."""
    resources = [
        _resource(table, extension, contents[f"{table.name}.{extension}"])
        for table in tables().values()
        for extension in _MEDIA
    ]
    described = {
        "$schema": f"{_PROFILE}datapackage.json",
        "name": "koreaaid-ledger",
        "title": "Figures and dates in news articles, with their sources",
        "resources": resources,
    }
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"


def recorded_hashes(content: str) -> dict[str, str]:
    """Return the hashes of the files that a datapackage.json lists; none where it is not one of ours."""
    try:
        resources = json.loads(content)["resources"]
        return {resource["path"]: resource["hash"] for resource in resources}
    except (ValueError, KeyError, TypeError):
        return {}


def file_hash(content: bytes) -> str:
    """Return the hash of a file as a data package writes it."""
    return f"sha256:{sha256(content).hexdigest()}"


def _resource(table: Table, extension: str, content: bytes) -> dict[str, Any]:
    resource: dict[str, Any] = {
        "$schema": f"{_PROFILE}dataresource.json",
        "name": table.name if extension == "csv" else f"{table.name}-{extension}",
        "type": "table",
        "path": f"{table.name}.{extension}",
        "description": table.about,
        "format": extension,
        "mediatype": _MEDIA[extension],
        "hash": file_hash(content),
    }
    if extension == "csv":
        resource["encoding"] = "utf-8"
    return resource | {"schema": _schema(table)}


def _schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "$schema": f"{_PROFILE}tableschema.json",
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
    }
    if table.name in _KEYS:
        schema["primaryKey"] = [_KEYS[table.name]]
    if table.name in _WITHIN_ARTICLES:
        reference = {"resource": "articles", "fields": ["article"]}
        schema["foreignKeys"] = [{"fields": ["article"], "reference": reference}]
    return schema


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required and column.type != "string":  # CSV cannot tell an empty string from none
        constraints["required"] = True
    if column.unique:
        constraints["unique"] = True
    if column.values:
        constraints["enum"] = list(column.values)
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.about}
    if column.unit:
        field["unit"] = column.unit
    if column.example:
        field["example"] = column.example
    return field | ({"constraints": constraints} if constraints else {})
