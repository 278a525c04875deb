"""The pages of what members do together, by their names: an app that is not there, or not for this reader, shows no
tab."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from tejido.ledger.actors import Actor
from tejido.web.components import Tab, Words


@dataclass(frozen=True, slots=True)
class Page:
    """`is_public`: whoever is not signed in sees it as well."""

    label: Words
    address: str
    is_public: bool


PAGES = (
    Page(_("Good practices"), "practices:home", True),
    Page(_("Offers and requests"), "cooperation:home", False),
    Page(_("Regional initiatives"), "regional:home", True),
    Page(_("Discussion modules"), "modules:home", False),
    Page(_("Discussions"), "discussions:home", False),
    Page(_("Promotion"), "promotion:home", True),
)


def together_tabs(actor: Actor, path: str) -> list[Tab]:
    """The tabs of the family; the one that the reader is on or below is marked."""
    found = [(page, _address(page.address)) for page in PAGES if page.is_public or not actor.is_public]
    return [Tab(page.label, url, path.startswith(url)) for page, url in found if url]


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def own_tabs(actor: Actor, path: str) -> list[Tab]:
    """Within the practices: all of them, those of the own member, and what peers read. For seats alone."""
    if actor.is_public:
        return []
    places = [(_("All practices"), "practices:home")]
    if actor.member:
        places.append((_("Our practices"), "practices:own"))
    places.append((_("Peers"), "practices:peers"))
    return [Tab(label, url, path == url) for label, url in ((label, reverse(name)) for label, name in places)]
