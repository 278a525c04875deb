"""Whom the learning records of a school name by a document of its records."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tejido.formats.roster.documents import Paper, number_of
from tejido.formats.xapi import who
from tejido.registry.models import Body

from .. import keys as files_of_keys
from ..keys import Keys
from ..models import Document, Link, Mention, Statement, Store
from ..names import DocumentKind
from ..proof import ACTIVITY, AGENT, read_sealed_json, token
from .documents import Place

_AT_ONCE = 500  # statements that are read at once


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody in a store: the numbers of the statements that name them, and of the documents about them."""

    store: Store
    statements: Sequence[int]
    documents: Sequence[int]


def named_in(space: Body, document: str) -> Named | None:
    """Who completed a linked activity under this document, and every statement and document that names the same agent.
    A statement says an account as its system writes it: those of linked activities are read one by one."""
    store = Store.objects.filter(body=space).first()
    if store is None:
        return None
    keys = files_of_keys.read(store.key, store.number)
    links = list(Link.objects.filter(store=store))
    agents = {who({"account": account}) for account in _accounts(store, keys, links, document)}
    tokens = [token(keys, AGENT, agent) for agent in agents]
    mentions = Mention.objects.filter(store_no=store.no, token__in=tokens)
    numbers = sorted(set(mentions.values_list("statement", flat=True)))
    activities = {link.activity for link in links} | {
        activity for data in _read(store, keys, numbers) for activity in _activities(data)
    }
    places = [
        Place(kind, activity, agent).tokens(keys)[0]
        for agent in agents
        for kind, activity in ((DocumentKind.AGENT, ""), *((DocumentKind.STATE, each) for each in activities))
    ]
    rows = Document.objects.filter(store_no=store.no, place__in=places)
    return Named(store, numbers, list(rows.values_list("pk", flat=True)))


def _accounts(store: Store, keys: Keys, links: Sequence[Link], document: str) -> list[dict[str, str]]:
    paper, _colon, number = document.partition(":")
    homes = {link.home for link in links if link.paper == paper}
    activities = [token(keys, ACTIVITY, link.activity) for link in links if link.paper == paper]
    about = Mention.objects.filter(store_no=store.no, token__in=activities)
    found = {}
    for data in _read(store, keys, sorted(set(about.values_list("statement", flat=True)))):
        account = data["actor"].get("account", {"homePage": "", "name": ""})
        if account["homePage"] in homes and number_of(account["name"], Paper(paper)) == number:
            found[account["homePage"], account["name"]] = account
    return list(found.values())


def _read(store: Store, keys: Keys, numbers: Sequence[int]) -> Iterator[dict[str, Any]]:
    for start in range(0, len(numbers), _AT_ONCE):
        for row in Statement.objects.filter(pk__in=numbers[start : start + _AT_ONCE]):
            yield read_sealed_json(keys, row.sealed, "statement", store.key, str(row.uuid))


def _activities(data: dict[str, Any]) -> Iterator[str]:
    if data["object"].get("objectType", "Activity") == "Activity":
        yield data["object"]["id"]
    for several in data.get("context", {}).get("contextActivities", {}).values():
        yield from (each["id"] for each in several)
