"""The pages of a seminar. An app that adds one appends one line to `PAGES`: the words, the name of its address, which
takes the key of the seminar, and who sees it. A page whose address does not exist is not shown."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tejido.ledger.actors import Actor
from tejido.web.components import Tab, Words

from .models import Seminar
from .rules import hosts, may_keep_seminars, reads_budget, reads_checklist


@dataclass(frozen=True, slots=True)
class Visit:
    """A seat at a seminar that it may open."""

    actor: Actor
    seminar: Seminar

    @property
    def keeps(self) -> bool:
        return may_keep_seminars(self.actor) is None

    @property
    def hosts(self) -> bool:
        return hosts(self.actor, self.seminar)

    @property
    def is_kept_here(self) -> bool:
        """Not a past that is told by the register alone."""
        return self.seminar.event_id is None

    @property
    def is_announced(self) -> bool:
        return self.seminar.was_announced and self.is_kept_here


Rule = Callable[[Visit], bool]
# Who sees a page; as a rule of its own where a page needs another one.
EVERY_SEAT: Rule = lambda visit: True  # noqa: ARG005, E731  # rules read as one table
KEPT_HERE: Rule = lambda visit: visit.is_kept_here  # noqa: E731
ONCE_ANNOUNCED: Rule = lambda visit: visit.is_announced  # noqa: E731
WHO_PREPARES: Rule = lambda visit: reads_checklist(visit.actor, visit.seminar) and visit.is_kept_here  # noqa: E731
WHO_READS_BUDGET: Rule = lambda visit: reads_budget(visit.actor, visit.seminar) and visit.is_kept_here  # noqa: E731
WHO_KEEPS: Rule = lambda visit: visit.keeps and visit.is_kept_here  # noqa: E731
WHO_KEEPS_ONCE_ANNOUNCED: Rule = lambda visit: visit.keeps and visit.is_announced  # noqa: E731
WHO_KEEPS_OR_HOSTS: Rule = lambda visit: (visit.keeps or visit.hosts) and visit.is_kept_here  # noqa: E731


@dataclass(frozen=True, slots=True)
class Page:
    """`beside` are folders of the seminar whose pages belong to this one as well."""

    label: Words
    address: str
    is_for: Rule
    beside: tuple[str, ...] = ()


PAGES: tuple[Page, ...] = (
    Page(_("The seminar"), "seminars:seminar", EVERY_SEAT),
    Page(_("Checklist"), "seminars:checklist", WHO_PREPARES),
    Page(_("Budget"), "seminars:budget", WHO_READS_BUDGET),
    Page(_("Programme"), "timetable:programme", KEPT_HERE),
    Page(_("Nominations"), "nominations:call", ONCE_ANNOUNCED),
    Page(_("Attendance"), "presence:attendance", ONCE_ANNOUNCED),
    Page(_("Certificates"), "presence:certificates", ONCE_ANNOUNCED),
    Page(pgettext_lazy("of a seminar", "Evaluation"), "evaluation:evaluation", ONCE_ANNOUNCED),
    Page(_("What we learned"), "lessons:lessons", ONCE_ANNOUNCED, ("trace", "changes")),
)


def seminar_tabs(actor: Actor, seminar: Seminar, path: str) -> list[Tab]:
    """The pages of a seminar that this actor may open."""
    visit = Visit(actor, seminar)
    found = [(page, _address(page.address, seminar.key)) for page in PAGES if page.is_for(visit)]
    own = reverse("seminars:seminar", args=[seminar.key])
    return [Tab(page.label, url, _is_current(page, url, own, path)) for page, url in found if url]


def _is_current(page: Page, url: str, own: str, path: str) -> bool:
    """The page itself is open, or one below or beside it. Every page is below the seminar's own."""
    below = () if url == own else (url, *(f"{own}{folder}/" for folder in page.beside))
    return path == url or path.startswith(below)


def _address(name: str, key: str) -> str:
    try:
        return reverse(name, args=[key])
    except NoReverseMatch:
        return ""
