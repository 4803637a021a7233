"""A report as data that can be kept, and back; same report, same bytes."""

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from techcoop.evaluation.synthesis import words
from techcoop.press import blocks
from techcoop.press.blocks import Report

KINDS = {
    one.__name__: one
    for one in (*blocks.Block.__args__, blocks.Bar, blocks.Figure, words.Counted, words.Share)
}
OF_THE_REPORT = ("language", "reference", "title", "subtitle", "banner")


def as_data(report: Report) -> dict[str, Any]:
    """The report as JSON knows it."""
    frame = {name: getattr(report, name) for name in OF_THE_REPORT}
    return {**frame, "made_at": report.made_at.isoformat(), "blocks": _plain(report.blocks)}


def from_data(data: dict[str, Any], *, site: str = "") -> Report:
    """The report as the press knows it; `site` goes before addresses that leave the house."""
    frame = {name: data[name] for name in OF_THE_REPORT}
    made_at = datetime.fromisoformat(data["made_at"])
    return Report(**frame, made_at=made_at, blocks=_whole(data["blocks"]), site=site)


def without_links(data: Any, lists: str) -> Any:
    """The report as data, its figures of some list no links, for a reader who does not open that list."""
    if isinstance(data, list):
        return [without_links(one, lists) for one in data]
    if not isinstance(data, dict):
        return data
    told = {name: without_links(one, lists) for name, one in data.items()}
    leads_there = str(data.get("address", "")).startswith(lists)
    return told | {"address": ""} if leads_there else told


def digest_of(data: dict[str, Any]) -> str:
    """The digest of a report: two drafts that say the same have the same."""
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(thing: Any) -> Any:
    if dataclasses.is_dataclass(thing):
        named = {field.name: _plain(getattr(thing, field.name)) for field in dataclasses.fields(thing)}
        return {"is": type(thing).__name__, **named}
    if isinstance(thing, Mapping):
        return {"is": "mapping", "of": {key: _plain(value) for key, value in thing.items()}}
    if isinstance(thing, Decimal):
        return {"is": "decimal", "of": str(thing)}
    if isinstance(thing, tuple):
        return [_plain(one) for one in thing]
    return thing


def _whole(data: Any) -> Any:
    if isinstance(data, list):
        return tuple(_whole(one) for one in data)
    if not isinstance(data, dict):
        return data
    match data["is"]:
        case "mapping":
            return {key: _whole(value) for key, value in data["of"].items()}
        case "decimal":
            return Decimal(data["of"])
        case kind:
            return KINDS[kind](**{name: _whole(value) for name, value in data.items() if name != "is"})
