"""The pages of the families of apps that share a line of the main navigation: training, what members do at home, and
together.

An app that adds one appends a line: the words, the name of its address, and who sees it. A page whose address does not
exist is not shown. They stand here, below all of these apps, so that each of them can show them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tejido.ledger.actors import Actor
from tejido.web.components import Tab, Words

from .names import Role

Rule = Callable[[Actor], bool]
EVERYBODY: Rule = lambda actor: True  # noqa: ARG005, E731  # rules read as one table
EVERY_SEAT: Rule = lambda actor: not actor.is_public  # noqa: E731
A_SCHOOL: Rule = lambda actor: actor.role in {Role.REPRESENTATIVE, Role.REGISTRAR}  # noqa: E731
A_MEMBER: Rule = lambda actor: not actor.is_public and bool(actor.member)  # noqa: E731


@dataclass(frozen=True, slots=True)
class Page:
    label: Words
    address: str
    is_for: Rule


OF_TRAINING: tuple[Page, ...] = (
    Page(_("Courses"), "training:home", EVERYBODY),
    Page(_("Schools"), "schools:home", EVERYBODY),
    Page(_("Records"), "records:home", A_MEMBER),
    Page(_("Who is trained"), "figures:home", EVERYBODY),
    Page(_("Certificates"), "certificates:home", A_MEMBER),
    Page(_("Trainers"), "lineage:home", EVERY_SEAT),
    Page(_("Packages"), "packages:home", EVERYBODY),
    Page(_("Learning records (xAPI)"), "experience:home", A_SCHOOL),
    Page(_("Systems of schools"), "lti:home", A_SCHOOL),
)
AT_HOME: tuple[Page, ...] = (
    Page(_("Initiatives"), "programmes:home", EVERYBODY),
    Page(_("Indicators"), "indicators:home", EVERYBODY),
    Page(_("Reviews"), "reviews:home", EVERYBODY),
    Page(pgettext_lazy("to other bodies", "Reporting"), "reporting:home", A_MEMBER),
    Page(_("Risk analysis"), "risk:home", EVERY_SEAT),  # a summary is released to seats of the network as well
    Page(_("Annual report"), "annual:home", EVERYBODY),
)
TOGETHER: tuple[Page, ...] = (
    Page(_("Good practices"), "practices:home", EVERYBODY),
    Page(_("Offers and requests"), "cooperation:home", EVERY_SEAT),
    Page(_("Regional initiatives"), "regional:home", EVERYBODY),
    Page(_("Discussion modules"), "modules:home", EVERY_SEAT),
    Page(_("Discussions"), "discussions:home", EVERY_SEAT),
    Page(_("Promotion"), "promotion:home", EVERYBODY),
    Page(_("Exchange"), "exchange:home", EVERY_SEAT),
    Page(pgettext_lazy("between networks", "Letters"), "correspondence:home", EVERY_SEAT),
)


def training_tabs(actor: Actor, path: str) -> Sequence[Tab]:
    """The training of a member's officials."""
    return tabs_of(OF_TRAINING, actor, path.startswith)


def home_tabs(actor: Actor, path: str) -> Sequence[Tab]:
    """What members do at home."""
    return tabs_of(AT_HOME, actor, path.startswith)


def together_tabs(actor: Actor, path: str) -> Sequence[Tab]:
    """What members do together."""
    return tabs_of(TOGETHER, actor, path.startswith)


def tabs_of(pages: Sequence[Page], actor: Actor, is_current: Callable[[str], bool], *keys: str) -> Sequence[Tab]:
    """The pages that the actor may open; their addresses take `keys`. One page alone is no choice."""
    found = [(page.label, _address(page.address, keys)) for page in pages if page.is_for(actor)]
    tabs = [Tab(label, url, is_current(url)) for label, url in found if url]
    return tabs if len(tabs) > 1 else []


def _address(name: str, keys: Sequence[str]) -> str:
    try:
        return reverse(name, args=keys)
    except NoReverseMatch:
        return ""
