"""The head of a public page, and the page's addresses in the other languages."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from tejido.web.addresses import whole
from tejido.web.components import PUBLIC_DESTINATIONS as PLACES
from tejido.web.components import Tab
from tejido.web.languages import name_of

from ..names import Feed

# In a script element only these could end it early or be taken for markup.
_SAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language, or in this one."""

    language: str
    path: str
    is_current: bool

    @property
    def name(self) -> str:
        return name_of(self.language)

    @property
    def address(self) -> str:
        return whole(self.path)


@dataclass(frozen=True, slots=True)
class Head:
    """Everything in the frame of a public page that depends on the page."""

    title: str
    description: str
    alternates: tuple[Alternate, ...]
    tabs: tuple[Tab, ...]
    feeds: tuple[tuple[str, str], ...]
    data: SafeString
    default: str

    @property
    def canonical(self) -> str:
        return next(alternate.address for alternate in self.alternates if alternate.is_current)


def alternates(view: str, language: str, named: Mapping[str, str]) -> tuple[Alternate, ...]:
    """The page's address in each language of the interface."""
    found = []
    for tag, _name in settings.LANGUAGES:
        path = reverse(f"public:{view}", kwargs={**named, "language": tag})
        found.append(Alternate(tag, path, tag == language))
    return tuple(found)


def head(
    view: str,
    language: str,
    named: Mapping[str, str],
    *,
    title: str,
    description: str,
    data: Sequence[Mapping[str, Any]] = (),
) -> Head:
    """`default` is where a reader of no language here is sent: the front page chooses, other pages are Spanish."""
    found = alternates(view, language, named)
    here = {f"public:{view}", f"public:{view}s"}  # a member is found under the members
    tabs = tuple(Tab(place.label, _address(place.address, language), place.address in here) for place in PLACES)
    feeds = tuple(
        (str(feed.label), reverse("public:feed", kwargs={"language": language, "name": feed})) for feed in Feed
    )
    default = whole("/") if view == "front" else found[0].address
    return Head(title, description[:200], found, tabs, feeds, _script(data), default)


def _address(name: str, language: str) -> str:
    return reverse(name, args=[language] if name.startswith("public:") else [])


def _script(data: Sequence[Mapping[str, Any]]) -> SafeString:
    """The data as it stands in a script element, which browsers read and never run."""
    if not data:
        return SafeString("")
    graph = {"@context": "https://schema.org", "@graph": list(data)}
    return mark_safe(json.dumps(graph, ensure_ascii=False).translate(_SAFE))  # noqa: S308  # what could end it is escaped
