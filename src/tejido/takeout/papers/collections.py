"""Every collection that programs read, as one seat reads it, one thing on each line.

Nothing is loaded here that a page would not show to that seat: the collections bring their loaders and their shapes.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404

from tejido.api.encoding import as_json
from tejido.api.resource import Resource, Within
from tejido.api.resources import RESOURCES
from tejido.ledger.actors import Actor

OWN, SHARED = "own", "shared"
# What only the member's own seats read at all.
PRIVATE = {"waiting", "remarks", "milestones", "own-practices"}
# Of these more is told where one is asked for. Texts are files of their own.
DETAILED = {"institutions", "bodies", "mechanisms", "rounds", "versions", "meetings", "reviews", "courses", "trained"}
# The collection whose keys a filter takes, and that of the things that a field names.
KEYS = {"text": "texts", "round": "rounds", "seminar": "seminars", "member": "members"}
NAMED = {**KEYS, "version": "versions", "course": "courses", "body": "bodies", "meeting": "meetings"}
_NOTHING = (ObjectDoesNotExist, Http404)


@dataclass
class Reading:
    """How far a seat has read: the keys that it found, and those that are its member's own, by collection."""

    actor: Actor
    at: datetime
    found: dict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    own: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def whose(self, collection: str, shown: Any) -> str:
        """Whether a thing is the member's own, by what its shape says."""
        is_own = collection in PRIVATE or self._says_so(shown) or self._belongs(shown)
        return OWN if is_own else SHARED

    def _says_so(self, shown: Any) -> bool:
        code = self.actor.member
        if getattr(shown, "is_own", False) or getattr(shown, "is_ours", False):
            return True
        if str(getattr(shown, "office", "")).startswith(f"{code}/"):
            return True
        return code in {getattr(shown, name, "") for name in ("member", "party", "code")}

    def _belongs(self, shown: Any) -> bool:
        """To a text, a round, a meeting... that is the member's own."""
        return any(getattr(shown, name, "") in self.own[collection] for name, collection in NAMED.items())


def collections(reading: Reading) -> Iterator[tuple[str, Iterator[bytes]]]:
    """(name, its lines). Each has to be read to its end before the next: a later one asks for what an earlier found."""
    for resource in RESOURCES:
        yield resource.name, _lines(reading, resource)


def _lines(reading: Reading, resource: Resource[Any]) -> Iterator[bytes]:
    for shown in _things(reading, resource):
        whose = reading.whose(resource.name, shown)
        if whose == OWN:
            reading.own[resource.name].add(shown.key)
        yield as_json({"whose": whose, "item": shown}) + b"\n"


def _things(reading: Reading, resource: Resource[Any]) -> Iterator[Any]:
    """Each thing once, however many of the lists have it."""
    known = reading.found[resource.name]
    for said in _narrowings(reading, resource):
        with suppress(*_NOTHING):
            for item in resource.many(reading.actor, reading.at, Within(said)):
                if (key := resource.key(item)) not in known:
                    known[key] = None
                    yield _shown(reading, resource, item, key)


def _shown(reading: Reading, resource: Resource[Any], item: Any, key: str) -> Any:
    if resource.name in DETAILED:
        with suppress(*_NOTHING):
            return resource.show(resource.one(reading.actor, reading.at, key), reading.actor, reading.at)
    return resource.show(item, reading.actor, reading.at)


def _narrowings(reading: Reading, resource: Resource[Any]) -> Iterator[Mapping[str, str]]:
    """The whole list where there is one, then what belongs to each text, round or seminar that was found."""
    if not resource.needs:
        yield {}
    if "of" in resource.filters:
        yield {"of": "seat"}
    for name, collection in KEYS.items():
        if name in (resource.needs if name == "member" else resource.filters):
            yield from ({name: key} for key in reading.found[collection])
