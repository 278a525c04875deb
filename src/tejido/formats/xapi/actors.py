"""Agents and groups, and by what one of them is the same as another."""

import json
from typing import Any

from .problems import Bad, Code
from .reading import read_json
from .shapes import Check, Shape, as_object, checked, list_of, one_of
from .words import as_iri, as_mailbox, as_sha1, as_text

IDENTIFIERS = ("mbox", "mbox_sha1sum", "openid", "account")


def _as_name(value: Any) -> str:
    if not (found := as_text(value)):
        raise Bad(Code.IS_EMPTY)
    return found


_IDENTIFYING: dict[str, Check] = {
    "mbox": as_mailbox,
    "mbox_sha1sum": as_sha1,
    "openid": as_iri,
    "account": Shape({"homePage": as_iri, "name": _as_name}, needs=("homePage", "name")),
}
_AGENT = Shape({"objectType": one_of("Agent"), "name": as_text, **_IDENTIFYING})


def _identifiers(found: dict[str, Any]) -> list[str]:
    return [name for name in IDENTIFIERS if name in found]


def as_agent(value: Any) -> dict[str, Any]:
    """An agent: exactly one identifier. `objectType` may be missing."""
    found = _AGENT(value)
    if len(_identifiers(found)) != 1:
        raise Bad(Code.NOT_TOGETHER, expected="exactly one of mbox, mbox_sha1sum, openid and account")
    return found


_GROUP = Shape(
    {"objectType": one_of("Group"), "name": as_text, "member": list_of(as_agent), **_IDENTIFYING}, needs=("objectType",)
)


def as_group(value: Any) -> dict[str, Any]:
    """A group: with one identifier, or with members alone."""
    found = _GROUP(value)
    own = _identifiers(found)
    if len(own) > 1 or not (own or found.get("member")):
        raise Bad(Code.NOT_TOGETHER, expected="one identifier at most, and members where there is none")
    return found


def as_actor(value: Any) -> dict[str, Any]:
    """An agent or a group, as its `objectType` says."""
    return as_group(value) if as_object(value).get("objectType") == "Group" else as_agent(value)


def as_authority(value: Any) -> dict[str, Any]:
    """An agent, or a group of two agents without an identifier of its own."""
    found = as_actor(value)
    if found.get("objectType") == "Group" and (_identifiers(found) or len(found["member"]) != 2):
        raise Bad(Code.NOT_TOGETHER, expected="a group of exactly two agents")
    return found


def who(found: dict[str, Any]) -> str:
    """The words by which an agent or an identified group is the same as another; empty for an anonymous group."""
    for name in _identifiers(found):
        value = found[name]
        match name:
            case "mbox":
                value = mailbox(value)
            case "mbox_sha1sum":
                value = value.lower()
            case "account":
                value = [value["homePage"], value["name"]]
        return json.dumps([name, value], ensure_ascii=False, separators=(",", ":"))
    return ""


def mailbox(address: str) -> str:
    """The domain of an address is the same in any case."""
    local, _at, domain = address.rpartition("@")
    return f"{local}@{domain.lower()}"


def everybody(found: dict[str, Any]) -> set[str]:
    """The identifiers of an agent, or of a group and its members."""
    return {word for each in (found, *found.get("member", ())) if (word := who(each))}


def agent_in(text: str, place: str, check: Check = as_actor) -> dict[str, Any]:
    """The agent or the identified group that a parameter names as JSON."""
    return dict(checked(lambda raw: _named(check(read_json(raw.encode()))), text, place))


def _named(found: dict[str, Any]) -> dict[str, Any]:
    if not who(found):
        raise Bad(Code.MISSING, expected="an identifier")
    return found
