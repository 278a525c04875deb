"""What a statement is about: activities with their definitions, and references to statements."""

from collections.abc import Mapping
from typing import Any

from .problems import Bad, Code
from .shapes import Check, Shape, checked, keyed, list_of, one_of
from .words import as_iri, as_tag, as_text, as_uuid


def _anything(value: Any) -> Any:
    return value


LANGUAGE_MAP = keyed(as_tag, as_text)
EXTENSIONS = keyed(as_iri, _anything, may_be_empty=True)

_COMPONENT = Shape({"id": as_text, "description": LANGUAGE_MAP}, needs=("id",))
_COMPONENTS = list_of(_COMPONENT)
COMPONENT_LISTS = ("choices", "scale", "source", "target", "steps")
_TYPES = (
    "true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing", "likert", "numeric",
    "other",
)  # fmt: skip  # one list


def _as_components(value: Any) -> list[Any]:
    found: list[Any] = _COMPONENTS(value)
    ids = [component["id"] for component in found]
    if len(set(ids)) != len(ids):
        raise Bad(Code.TWICE, expected="id")
    return found


_DEFINITION = Shape(
    {
        "name": LANGUAGE_MAP,
        "description": LANGUAGE_MAP,
        "type": as_iri,
        "moreInfo": as_iri,
        "interactionType": one_of(*_TYPES),
        "correctResponsesPattern": list_of(as_text),
        "extensions": EXTENSIONS,
        **dict.fromkeys(COMPONENT_LISTS, _as_components),
    }
)


def as_definition(value: Any) -> dict[str, Any]:
    """What an activity is. The parts of an interaction need its type."""
    found = _DEFINITION(value)
    parts = [name for name in ("correctResponsesPattern", *COMPONENT_LISTS) if name in found]
    if parts and "interactionType" not in found:
        raise Bad(Code.MISSING, "interactionType")
    return found


as_activity = Shape({"objectType": one_of("Activity"), "id": as_iri, "definition": as_definition}, needs=("id",))
as_reference = Shape({"objectType": one_of("StatementRef"), "id": as_uuid}, needs=("objectType", "id"))

CONTEXT_KINDS = ("parent", "grouping", "category", "other")


def _as_activities(value: Any) -> list[Any]:
    """A list of activities, or one of them alone."""
    return list_of(as_activity)(value) if isinstance(value, list) else [as_activity(value)]


as_context_activities = Shape(dict.fromkeys(CONTEXT_KINDS, _as_activities))


def as_lists(found: Mapping[str, Any]) -> dict[str, list[Any]]:
    """The activities of a context as lists, as the specification returns them."""
    return {kind: value if isinstance(value, list) else [value] for kind, value in found.items()}


def as_object_of(value: dict[str, Any], kinds: Mapping[str, Check]) -> Any:
    """The object, read as its `objectType` says; an activity where it says nothing."""
    kind = value.get("objectType", "Activity")
    checked(one_of(*kinds), kind, "objectType")
    return kinds[kind](value)
