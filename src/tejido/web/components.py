"""What the larger components show, as values. Pages fill them; templates in web/components/ draw them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


class State(StrEnum):
    """How a party stands in a round or a procedure, as the strip shows it."""

    DRAFTING = "drafting"
    CLEARING = "clearing"
    RELEASED = "released"
    LATE = "late"
    SILENT = "silent"
    AGREED = "agreed"
    OBJECTED = "objected"
    MISSING = "missing"
    VACANT = "vacant"
    RESERVED = "reserved"
    DISPUTED = "disputed"
    NONE = "none"


STATE_WORDS: dict[State, Words] = {
    State.DRAFTING: _("Drafting"),
    State.CLEARING: _("Being cleared"),
    State.RELEASED: _("Released"),
    State.LATE: _("Released late"),
    State.SILENT: _("Silent"),
    State.AGREED: _("Agreed"),
    State.OBJECTED: _("Objected"),
    State.MISSING: _("Missing"),
    State.VACANT: _("Seat vacant"),
    State.RESERVED: _("With a reservation"),
    State.DISPUTED: _("Status disputed"),
    State.NONE: _("Nothing yet"),
}
STATE_ICONS: dict[State, str] = {
    State.DRAFTING: "dots",
    State.CLEARING: "half",
    State.RELEASED: "up",
    State.LATE: "clock",
    State.SILENT: "minus",
    State.AGREED: "check",
    State.OBJECTED: "cross",
    State.MISSING: "mark",
    State.VACANT: "ring",
    State.RESERVED: "flag",
    State.DISPUTED: "ask",
    State.NONE: "",
}


@dataclass(frozen=True, slots=True)
class StripCell:
    """One party. `label` says in words how it stands ("Released on 3 May"); empty means the word of the state."""

    code: str
    name: str
    state: str
    label: Words = ""
    url: str = ""

    @property
    def words(self) -> Words:
        return self.label or STATE_WORDS[State(self.state)]

    @property
    def icon(self) -> str:
        return STATE_ICONS[State(self.state)]


@dataclass(frozen=True, slots=True)
class Legend:
    state: State
    words: Words
    icon: str
    count: int


@dataclass(frozen=True, slots=True)
class Strip:
    """Every party's state at a glance. ValueError, while drawing, for a state that is not in `State`. `words` says in
    the legend what a state means here, where its own words do not."""

    cells: tuple[StripCell, ...]
    words: Mapping[State, Words] = field(default_factory=dict)

    @property
    def legend(self) -> tuple[Legend, ...]:
        """The states that occur, in the order of `State`, with how many parties are in each."""
        occurring = [State(cell.state) for cell in self.cells]
        present = [state for state in State if state in occurring]
        return tuple(Legend(s, self.words.get(s, STATE_WORDS[s]), STATE_ICONS[s], occurring.count(s)) for s in present)


class Tone(StrEnum):
    CALM = "calm"
    WAITING = "waiting"
    ALERT = "alert"
    DONE = "done"


TONE_ICONS: dict[Tone, str] = {Tone.CALM: "book", Tone.WAITING: "clock", Tone.ALERT: "alert", Tone.DONE: "check"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is so now, and what is still missing, said once."""

    text: Words
    tone: str = Tone.CALM

    @property
    def icon(self) -> str:
        return TONE_ICONS[Tone(self.tone)]


@dataclass(frozen=True, slots=True)
class Tab:
    """A page of a section. `count` is a small number beside the label, where there is something to count."""

    label: Words
    url: str
    is_current: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take along: what it is, and in a few words for what or of which kind."""

    label: Words
    url: str
    hint: Words = ""


@dataclass(frozen=True, slots=True)
class Destination:
    """A line of the main navigation: shown where its address exists."""

    label: Words
    address: str
    namespaces: tuple[str, ...]


# One line for all that belongs to a seminar.
SEMINARS = ("seminars", "timetable", "nominations", "presence", "evaluation", "lessons", "alumni")

# Training of a member's officials: what is taught, where, and to whom.
TRAINING = ("training", "schools", "records", "figures", "certificates", "lineage", "packages", "lti", "experience")

# What members do at home and tell others; what they do together.
AT_HOME = ("programmes", "indicators", "reviews", "reporting", "risk", "annual")
TOGETHER = ("practices", "cooperation", "regional", "modules", "discussions", "promotion", "exchange", "correspondence")

# The frame knows addresses by name only. An app that is not installed has no address, so its line is not shown.
DESTINATIONS = (
    Destination(_("Desk"), "desk:home", ()),
    Destination(_("Texts"), "curriculum:texts", ("curriculum", "translation", "deliberation")),
    Destination(_("Versions"), "adaptation:home", ("adaptation",)),
    Destination(_("Training"), "training:home", TRAINING),
    Destination(_("Meetings"), "meetings:home", ("meetings",)),
    Destination(_("Seminars"), "seminars:home", SEMINARS),
    Destination(_("Members"), "registry:members", ("registry",)),
    Destination(_("Mechanisms"), "mechanisms:mechanisms", ("mechanisms",)),
    Destination(_("Programmes"), "programmes:home", AT_HOME),
    Destination(_("Cooperation"), "practices:home", TOGETHER),
    Destination(_("Search"), "search:search", ("search",)),
    Destination(_("Proof"), "desk:proof", ()),
)

# One menu for whoever is not signed in, on the public pages and beside them.
PUBLIC_DESTINATIONS = (
    Destination(_("The network"), "public:front", ()),
    Destination(_("Members"), "public:members", ("registry",)),
    Destination(_("Adopted texts"), "public:texts", ("curriculum", "translation", "deliberation", "adaptation")),
    Destination(_("Meetings"), "public:meetings", ("meetings",)),
    Destination(_("Reports"), "public:reports", ("annual",)),
    Destination(_("Seminars"), "seminars:home", SEMINARS),
    Destination(_("Mechanisms"), "mechanisms:mechanisms", ("mechanisms",)),
    Destination(_("Programmes"), "programmes:home", ("programmes", "indicators")),
    Destination(_("Cooperation"), "practices:home", TOGETHER),
    Destination(_("Search"), "search:search", ("search",)),
    Destination(_("Proof"), "desk:proof", ()),
)


def navigation(
    path: str, namespace: str, resolve: Callable[[str], str], places: Sequence[Destination] = DESTINATIONS
) -> list[Tab]:
    """The lines whose address resolves; `resolve` answers "" for an address that does not exist."""
    found = [(place, resolve(place.address)) for place in places]
    return [Tab(p.label, url, namespace in p.namespaces or url == path) for p, url in found if url]


def as_tab(item: Any) -> Tab:
    """A Tab from a Tab or from (label, url, is_current)."""
    return item if isinstance(item, Tab) else Tab(*item)
