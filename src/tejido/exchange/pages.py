"""What the page of a bundle shows of it before anybody takes it in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from tejido.engine.exchange import Bundle, Content, read_bundle
from tejido.ledger.actors import Actor
from tejido.web.components import Words
from tejido.web.languages import in_my_language

from . import queries
from .kinds import KINDS, BadContent, Line
from .models import Item, Parcel, Peer
from .names import ListKind


@dataclass(frozen=True, slots=True)
class Preview:
    """One content: what it is, and what would change. `bad` names the place where it is not what it says."""

    label: Words
    name: str
    version: int
    lines: tuple[Line, ...] = ()
    bad: str = ""


def previews(actor: Actor, parcel: Parcel) -> Sequence[Preview]:
    """Every content of a bundle that waits."""
    if parcel.peer is None or not parcel.raw:
        return []
    return [_preview(actor, parcel.peer, content) for content in bundle_of(parcel).contents]


def bundle_of(parcel: Parcel) -> Bundle:
    """The bundle that was kept; it was read in the limited child process before."""
    return read_bundle(bytes(parcel.raw))


def _preview(actor: Actor, peer: Peer, content: Content) -> Preview:
    kind = KINDS[content.kind]
    try:
        lines = tuple(kind.preview(actor, peer, content))
    except BadContent as problem:
        return Preview(kind.label, content.name, content.version, bad=problem.where)
    return Preview(kind.label, content.name, content.version, lines)


def things(actor: Actor) -> list[tuple[str, list[tuple[str, str]]]]:
    """What this node can hand over, by kind, as choices of a form."""
    found = []
    for kind in KINDS.values():
        rows = [(f"{kind.code} {c.name}", in_my_language(c.titles) or str(kind.label)) for c in kind.choices(actor)]
        if rows:
            found.append((str(kind.label), rows))
    return found


def labelled(parcel: Parcel) -> list[tuple[Words, str, int]]:
    """What a bundle holds, in words; a kind that this version does not know by its code."""
    return [
        (KINDS[each["kind"]].label if each["kind"] in KINDS else each["kind"], each["name"], each["version"])
        for each in parcel.contents
    ]


def taken_in(actor: Actor, peer: Peer) -> list[tuple[Item, Words, str]]:
    """What is here of a peer, each with the address of its page: that of the text that it became, or of the list."""
    items = queries.items_of(actor, peer)
    slugs = queries.slugs_of(items)
    return [(item, KINDS[item.kind].label, _page_of(item, slugs)) for item in items]


def _page_of(item: Item, slugs: Mapping[str, str]) -> str:
    if item.object:
        return reverse("curriculum:text", args=[slugs[item.object]])
    return reverse("exchange:taken", args=[item.key]) if item.kind in ListKind.values else ""
