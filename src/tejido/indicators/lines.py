"""What a released value says, as bytes that anybody can hash again."""

from typing import Any

from tejido.engine.proof import canonical_digest

from .models import Indicator, Value

# What others are told of an indicator with a value of it. Which seat owns it, its baseline and its target are the
# member's own; the initiative that it belongs to is named to who may read that.
SHOWN = ("name", "says", "unit", "kind", "steps", "dimensions", "frequency", "counting", "direction")
DEFINED = (*SHOWN, "is_added", "baseline", "target", "source")


def definition(row: Indicator) -> dict[str, Any]:
    """The indicator as others see it beside a released value."""
    return {name: getattr(row, name) for name in SHOWN} | {"initiative": row.initiative_id or ""}


def definition_digest(row: Indicator) -> str:
    """What a page shows of the definition, as a release is asked for with it."""
    return canonical_digest(definition(row))


def details(row: Indicator) -> dict[str, Any]:
    """All that was said of it, for the ledger."""
    said = {name: getattr(row, name) for name in DEFINED}
    until = row.until.isoformat() if row.until else ""
    said["initiative"] = row.initiative_id or ""
    return said | {"since": row.since.isoformat(), "until": until, "owner": row.owner_id or ""}


def said(row: Value) -> dict[str, Any]:
    """What a value says, with its parts and where it comes from."""
    paper = row.paper.digest if row.paper else ""
    told = {name: getattr(row, name) for name in ("period", "value", "parts", "source", "address", "note")}
    return told | {"paper": paper}


def digest_of(row: Value, shown: dict[str, Any]) -> str:
    """SHA-256, in hexadecimal digits, of the value and the definition that it was shown with, in canonical JSON."""
    return canonical_digest({"value": said(row), "indicator": shown})
