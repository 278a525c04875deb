"""The pages of what members do at home. An app that adds one appends a line to `PAGES` or `OWN`: the words, the name of
its address, and who sees it. A page whose address does not exist is not shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tejido.ledger.actors import Actor
from tejido.web.components import Tab, Words

from .models import Initiative
from .rules import reads_values

Rule = Callable[[Actor], bool]
EVERYBODY: Rule = lambda actor: True  # noqa: ARG005, E731  # rules read as one table
EVERY_SEAT: Rule = lambda actor: not actor.is_public  # noqa: E731
A_MEMBER: Rule = lambda actor: not actor.is_public and bool(actor.member)  # noqa: E731


@dataclass(frozen=True, slots=True)
class Page:
    """`address` takes nothing."""

    label: Words
    address: str
    is_for: Rule


PAGES: tuple[Page, ...] = (
    Page(_("Initiatives"), "programmes:home", EVERYBODY),
    Page(_("Indicators"), "indicators:home", EVERYBODY),
    Page(_("Reviews"), "reviews:home", EVERYBODY),
    Page(pgettext_lazy("to other bodies", "Reporting"), "reporting:home", A_MEMBER),
    Page(_("Risk analysis"), "risk:home", A_MEMBER),
    Page(_("Annual report"), "annual:home", EVERYBODY),
)
# What stands beside one initiative: the address takes its key. Whoever reads it sees the first ones.
BESIDE: tuple[Page, ...] = (
    Page(_("The initiative"), "programmes:initiative", EVERYBODY),
    Page(_("Milestones and indicators"), "indicators:initiative", EVERYBODY),
    Page(_("Reviews"), "reviews:initiative", EVERY_SEAT),
)
# For the member's own seats alone.
OWN: tuple[Page, ...] = (
    Page(_("Who reads what"), "programmes:releases", A_MEMBER),
    Page(_("Changes"), "programmes:revisions", A_MEMBER),
    Page(_("Recommendations"), "reporting:initiative", A_MEMBER),
)


def home_tabs(actor: Actor, path: str) -> Sequence[Tab]:
    """The pages of the family that the actor may open. One page alone is no choice."""
    found = [(page.label, _address(page.address)) for page in PAGES if page.is_for(actor)]
    tabs = [Tab(label, url, path.startswith(url)) for label, url in found if url]
    return tabs if len(tabs) > 1 else []


def initiative_tabs(actor: Actor, initiative: Initiative, path: str) -> Sequence[Tab]:
    """The pages of one initiative that the actor may open."""
    pages = (*BESIDE, *(OWN if reads_values(actor, initiative) else ()))
    found = [(page.label, _address(page.address, initiative.key)) for page in pages if page.is_for(actor)]
    tabs = [Tab(label, url, path == url) for label, url in found if url]
    return tabs if len(tabs) > 1 else []


def _address(name: str, *keys: str) -> str:
    try:
        return reverse(name, args=keys)
    except NoReverseMatch:
        return ""
