"""How statements are shown: with ids alone, or in their canonical form in one language."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .actors import IDENTIFIERS
from .objects import COMPONENT_LISTS, CONTEXT_KINDS

Change = Callable[[dict[str, Any]], dict[str, Any]]


def as_ids(statement: Mapping[str, Any]) -> dict[str, Any]:
    """Of agents, activities, verbs and groups their identifiers alone, and the members of groups that have none."""
    return _changed(statement, _bare_verb, _bare_actor, _bare_activity)


def canonical(
    statement: Mapping[str, Any], definitions: Mapping[str, dict[str, Any]], languages: Sequence[str]
) -> dict[str, Any]:
    """Activities as the store knows them (`definitions`, by id), and one language of each map."""

    def activity(found: dict[str, Any]) -> dict[str, Any]:
        definition = definitions.get(found["id"], found.get("definition"))
        kept = {"objectType": "Activity", "id": found["id"]}
        return {**kept, "definition": in_language(definition, languages)} if definition else kept

    def verb(found: dict[str, Any]) -> dict[str, Any]:
        return {**found, "display": one_of(found["display"], languages)} if "display" in found else found

    return _changed(statement, verb, dict, activity)


def _changed(statement: Mapping[str, Any], verb: Change, actor: Change, activity: Change) -> dict[str, Any]:
    found = dict(statement)
    found["verb"] = verb(found["verb"])
    for name in ("actor", "authority"):
        if name in found:
            found[name] = actor(found[name])
    match found["object"].get("objectType", "Activity"):
        case "Activity":
            found["object"] = activity(found["object"])
        case "Agent" | "Group":
            found["object"] = actor(found["object"])
        case "SubStatement":
            found["object"] = _changed(found["object"], verb, actor, activity)
    if "context" in found:
        found["context"] = _changed_context(found["context"], actor, activity)
    return found


def _changed_context(context: Mapping[str, Any], actor: Change, activity: Change) -> dict[str, Any]:
    found = dict(context)
    for name in ("instructor", "team"):
        if name in found:
            found[name] = actor(found[name])
    if "contextActivities" in found:
        lists = found["contextActivities"]
        found["contextActivities"] = {
            kind: [activity(each) for each in lists[kind]] for kind in CONTEXT_KINDS if kind in lists
        }
    return found


def _bare_verb(found: dict[str, Any]) -> dict[str, Any]:
    return {"id": found["id"]}


def _bare_activity(found: dict[str, Any]) -> dict[str, Any]:
    return {name: found[name] for name in ("objectType", "id") if name in found}


def _bare_actor(found: dict[str, Any]) -> dict[str, Any]:
    kept = {name: found[name] for name in ("objectType", *IDENTIFIERS) if name in found}
    if found.get("objectType") == "Group" and not any(name in found for name in IDENTIFIERS):
        kept["member"] = [_bare_actor(each) for each in found["member"]]
    return kept


def in_language(definition: Mapping[str, Any], languages: Sequence[str]) -> dict[str, Any]:
    """The definition of an activity with one language of each of its maps."""
    found = dict(definition)
    for name in ("name", "description"):
        if name in found:
            found[name] = one_of(found[name], languages)
    for name in COMPONENT_LISTS:
        if name in found:
            found[name] = [
                {**each, "description": one_of(each["description"], languages)} if "description" in each else each
                for each in found[name]
            ]
    return found


def one_of(words: Mapping[str, str], languages: Sequence[str]) -> dict[str, str]:
    """The words in the first language that there is: the same tag, then a tag that begins alike; the first of all where
    there is none (RFC 4647, lookup)."""
    for wanted in languages:
        for tag in words:
            if tag.lower() == wanted or wanted == "*":
                return {tag: words[tag]}
        for tag in words:
            if tag.lower().split("-")[0] == wanted.split("-")[0]:
                return {tag: words[tag]}
    return dict([next(iter(words.items()))])


def preferred(header: str) -> list[str]:
    """The tags of an Accept-Language header in their order, in lower case; those of weight 0 are left out."""
    found = []
    for place, item in enumerate(header.split(",")[:20]):
        tag, _mark, weight = item.strip().partition(";")
        try:
            heavy = float(weight.strip().removeprefix("q=") or 1)
        except ValueError:
            heavy = 0.0
        if tag.strip() and heavy > 0:
            found.append((-heavy, place, tag.strip().lower()))
    return [tag for _weight, _place, tag in sorted(found)]


def merged(known: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    """The definition of an activity with what a newer statement tells of it: maps of languages and extensions are
    joined, everything else is as it was told last."""
    found = {**known, **told}
    for name in ("name", "description", "extensions"):
        if name in known and name in told:
            found[name] = {**known[name], **told[name]}
    return found
