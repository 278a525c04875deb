"""Statements, read strictly into values: what they say, whom and what they name, and what they refer to."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .actors import as_actor, as_agent, as_authority, as_group, everybody, who
from .comparing import digest_of
from .objects import (
    EXTENSIONS,
    LANGUAGE_MAP,
    as_activity,
    as_context_activities,
    as_lists,
    as_object_of,
    as_reference,
)
from .problems import Bad, Code
from .shapes import Check, Shape, as_object, checked, list_of
from .words import (
    as_duration,
    as_instant,
    as_iri,
    as_length,
    as_media_type,
    as_number,
    as_sha2,
    as_tag,
    as_text,
    as_uuid,
    as_version,
    as_yes_or_no,
)

NAMED_LIMIT = 1_000  # what one statement may name, so that it can be found by each of them
VOIDED = "http://adlnet.gov/expapi/verbs/voided"
_HASHES = {56: hashlib.sha224, 64: hashlib.sha256, 96: hashlib.sha384, 128: hashlib.sha512}  # by hexadecimal digits

__all__ = ["VOIDED", "Attachment", "Statement", "as_agent", "read_statement", "who"]


@dataclass(frozen=True, slots=True)
class Attachment:
    """What a statement says of one of its attachments. `has_address`: its bytes may be elsewhere, at its fileUrl."""

    sha2: str
    length: int
    media_type: str
    usage: str
    has_address: bool

    def fits(self, body: bytes) -> bool:
        return len(body) == self.length and _HASHES[len(self.sha2)](body).hexdigest() == self.sha2.lower()


@dataclass(frozen=True, slots=True)
class Statement:
    """`data` is the statement as it was received, but that activities of a context are always lists. `id` may be empty.

    `agents` and `activities` are those of its actor and its object; the related ones are all that it names anywhere.
    `refers` is the id of the statement that it is about. `digest` is the same for two statements that match, but for
    their timestamps (see `comparing`).
    """

    data: dict[str, Any]
    id: str
    verb: str
    timestamp: datetime | None
    registration: str
    refers: str
    agents: frozenset[str]
    related_agents: frozenset[str]
    activities: frozenset[str]
    related_activities: frozenset[str]
    attachments: tuple[Attachment, ...]
    digest: bytes

    @property
    def voids(self) -> str:
        """The id of the statement that it voids."""
        return self.refers if self.verb == VOIDED else ""


_VERB = Shape({"id": as_iri, "display": LANGUAGE_MAP}, needs=("id",))
_SCORE = Shape({"scaled": as_number, "raw": as_number, "min": as_number, "max": as_number})
_ATTACHMENT = Shape(
    {
        "usageType": as_iri,
        "display": LANGUAGE_MAP,
        "description": LANGUAGE_MAP,
        "contentType": as_media_type,
        "length": as_length,
        "sha2": as_sha2,
        "fileUrl": as_iri,
    },
    needs=("usageType", "display", "contentType", "length", "sha2"),
)


def _as_score(value: Any) -> dict[str, Any]:
    found = _SCORE(value)
    least, most = found.get("min", float("-inf")), found.get("max", float("inf"))
    if not -1 <= found.get("scaled", 0) <= 1:
        raise Bad(Code.WRONG_FORM, "scaled", "a number from -1 to 1")
    if least > most or ("raw" in found and not least <= found["raw"] <= most):
        raise Bad(Code.NOT_TOGETHER, expected="min, raw and max in this order")
    return found


_RESULT = Shape(
    {
        "score": _as_score,
        "success": as_yes_or_no,
        "completion": as_yes_or_no,
        "response": as_text,
        "duration": as_duration,
        "extensions": EXTENSIONS,
    }
)
_CONTEXT = Shape(
    {
        "registration": as_uuid,
        "instructor": as_actor,
        "team": as_group,
        "contextActivities": as_context_activities,
        "revision": as_text,
        "platform": as_text,
        "language": as_tag,
        "statement": as_reference,
        "extensions": EXTENSIONS,
    }
)
_TOLD: dict[str, Check] = {
    "actor": as_actor,
    "verb": _VERB,
    "result": _RESULT,
    "context": _CONTEXT,
    "timestamp": as_instant,
    "attachments": list_of(_ATTACHMENT),
}
_NEEDED = ("actor", "verb", "object")
_THINGS: dict[str, Check] = {
    "Activity": as_activity,
    "Agent": as_agent,
    "Group": as_group,
    "StatementRef": as_reference,
}


def _as_inner_object(value: Any) -> Any:
    return as_object_of(as_object(value), _THINGS)


_INNER = Shape({"objectType": as_text, "object": _as_inner_object, **_TOLD}, needs=_NEEDED)


def _as_inner(value: Any) -> dict[str, Any]:
    """A statement inside of a statement; it has none of what a store gives a statement, and no other one inside."""
    found = _INNER(value)
    _fits_together(found)
    return found


def _as_object(value: Any) -> Any:
    return as_object_of(as_object(value), {**_THINGS, "SubStatement": _as_inner})


_STATEMENT = Shape(
    {
        "id": as_uuid,
        "object": _as_object,
        "stored": as_instant,
        "authority": as_authority,
        "version": as_version,
        **_TOLD,
    },
    needs=_NEEDED,
)


def _fits_together(found: Mapping[str, Any]) -> None:
    kind, context = found["object"].get("objectType", "Activity"), found.get("context", {})
    for name in ("revision", "platform"):
        if name in context and kind != "Activity":
            raise Bad(Code.NOT_TOGETHER, f"context.{name}", "an activity as the object")
    if found["verb"]["id"] == VOIDED and kind != "StatementRef":
        raise Bad(Code.NOT_TOGETHER, "object.objectType", "StatementRef, as the verb voids")


def read_statement(value: Any) -> Statement:
    """Bad, with the place, for what the specification does not allow."""
    found = _STATEMENT(value)
    _fits_together(found)
    data, object_ = _with_lists(found), found["object"]
    told = [found, *_inner_of(found)]
    agents = frozenset(word for each in told for word in _agents_of(each))
    activities = frozenset(id for each in told for id in _activities_of(each))
    if len(agents) + len(activities) > NAMED_LIMIT:
        raise Bad(Code.TOO_MANY, expected=f"{NAMED_LIMIT} agents and activities in a statement")
    return Statement(
        data=data,
        id=found.get("id", "").lower(),
        verb=found["verb"]["id"],
        timestamp=as_instant(found["timestamp"]) if "timestamp" in found else None,
        registration=found.get("context", {}).get("registration", "").lower(),
        refers=object_["id"].lower() if object_.get("objectType") == "StatementRef" else "",
        agents=frozenset({who(each) for each in _direct_actors(found)} - {""}),
        related_agents=agents,
        activities=frozenset({object_["id"]} if _is_activity(object_) else ()),
        related_activities=activities,
        attachments=tuple(_attachment(each) for part in told for each in part.get("attachments", ())),
        digest=digest_of(data),
    )


def _inner_of(found: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [found["object"]] if found["object"].get("objectType") == "SubStatement" else []


def _with_lists(found: dict[str, Any]) -> dict[str, Any]:
    data = dict(found)
    if "contextActivities" in found.get("context", {}):
        data["context"] = {**found["context"], "contextActivities": as_lists(found["context"]["contextActivities"])}
    if _inner_of(found):
        data["object"] = _with_lists(found["object"])
    return data


def _is_activity(found: Mapping[str, Any]) -> bool:
    return bool(found.get("objectType", "Activity") == "Activity")


def _direct_actors(found: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    yield found["actor"]
    if found["object"].get("objectType") in {"Agent", "Group"}:
        yield found["object"]


def _agents_of(found: Mapping[str, Any]) -> Iterator[str]:
    context = found.get("context", {})
    named = [context[name] for name in ("instructor", "team") if name in context]
    for each in (*_direct_actors(found), *named):
        yield from everybody(each)


def _activities_of(found: Mapping[str, Any]) -> Iterator[str]:
    if _is_activity(found["object"]):
        yield found["object"]["id"]
    for each in as_lists(found.get("context", {}).get("contextActivities", {})).values():
        yield from (activity["id"] for activity in each)


def _attachment(found: Mapping[str, Any]) -> Attachment:
    return Attachment(
        found["sha2"].lower(), as_length(found["length"]), found["contentType"], found["usageType"], "fileUrl" in found
    )


def read_statements(value: Any) -> list[Statement]:
    """One statement, or a list of them, no two of which have one id. A problem says in which of them it is."""
    if not isinstance(value, list):
        return [read_statement(value)]
    found = [checked(read_statement, each, f"[{place}]") for place, each in enumerate(value)]
    ids = [each.id for each in found if each.id]
    if len(set(ids)) != len(ids):
        raise Bad(Code.TWICE, "id", "id")
    return found
