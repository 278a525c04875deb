"""Atom feeds (RFC 4287), one per language and matter.

Ids are made of the node's own keys and not of its address, so that a reader does not see everything twice when a
network moves to another host. Dates are those of the ledger.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from lxml import etree

from tejido.engine.proof import rfc3339
from tejido.formats.escaping import sayable
from tejido.web.addresses import whole

from ..happenings import Happening
from ..names import Feed

ATOM, XML = "http://www.w3.org/2005/Atom", "http://www.w3.org/XML/1998/namespace"
_SPACES: dict[Any, str] = {None: ATOM}
MEDIA_TYPE = "application/atom+xml"
# The name space of the ids of all feeds of all nodes; it never changes.
_IDS = UUID("5d3b7f1e-1f0b-5c7e-9c52-0a6a0b6f2d41")


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed: whose, of what, in which language, and where it and its page are. `begun` is the node's own beginning,
    which dates a feed in which there is nothing yet."""

    network: str
    author: str
    feed: Feed
    language: str
    path: str
    page: str
    begun: datetime


def atom(channel: Channel, happenings: Sequence[Happening]) -> bytes:
    root = etree.Element(f"{{{ATOM}}}feed", nsmap=_SPACES)
    root.set(f"{{{XML}}}lang", channel.language)
    _text(root, "id", _id(channel, f"feed/{channel.feed}"))
    _text(root, "title", f"{channel.author}: {channel.feed.label}")
    _text(root, "updated", rfc3339(_updated(channel, happenings)))
    _link(root, "self", channel.path, MEDIA_TYPE)
    _link(root, "alternate", channel.page, "text/html")
    _text(etree.SubElement(root, f"{{{ATOM}}}author"), "name", channel.author)
    _text(root, "generator", "Tejido")
    for happening in happenings:
        _entry(root, channel, happening)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _updated(channel: Channel, happenings: Sequence[Happening]) -> datetime:
    return max((happening.at for happening in happenings), default=channel.begun)


def _entry(root: etree._Element, channel: Channel, happening: Happening) -> None:
    entry = etree.SubElement(root, f"{{{ATOM}}}entry")
    _text(entry, "id", _id(channel, f"{happening.sort}/{happening.key}"))
    _text(entry, "title", happening.title)
    _text(entry, "published", rfc3339(happening.begun))
    _text(entry, "updated", rfc3339(happening.at))
    _link(entry, "alternate", happening.path, "text/html")
    sort = etree.SubElement(entry, f"{{{ATOM}}}category", term=happening.sort)
    sort.set("label", str(happening.sort.label))
    words = " ".join(filter(None, (happening.says.text, happening.source and f"({happening.source})")))
    summary = _text(entry, "summary", words or happening.title)
    if happening.says.is_other:
        summary.set(f"{{{XML}}}lang", happening.says.language)


def _id(channel: Channel, what: str) -> str:
    return uuid5(_IDS, f"{channel.network}/{channel.language}/{what}").urn


def _text(parent: etree._Element, name: str, words: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{ATOM}}}{name}")
    element.text = sayable(words)
    return element


def _link(parent: etree._Element, rel: str, path: str, kind: str) -> None:
    etree.SubElement(parent, f"{{{ATOM}}}link", rel=rel, type=kind, href=whole(path))
