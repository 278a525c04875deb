"""The tour of each office: what it does here, in four to six steps that lead to the pages where it is done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tejido.ledger.actors import Actor
from tejido.registry.names import Role

from .names import Place
from .queries import walk_of
from .rules import is_shown


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that the office does, in one or two sentences."""

    place: Place
    what: Promise
    why: Promise


@dataclass(frozen=True, slots=True)
class Taken:
    """A step and whether it was taken."""

    step: Step
    is_taken: bool


@dataclass(frozen=True, slots=True)
class Tour:
    steps: Sequence[Taken]
    is_shown: bool

    @property
    def taken(self) -> int:
        return sum(step.is_taken for step in self.steps)

    @property
    def is_complete(self) -> bool:
        return self.taken == len(self.steps)


_WAITING = Step(
    Place.WAITING,
    _("What waits for you"),
    _("Your desk puts first what is asked of your seat, and until when. You come back to it by the name on top."),
)
_TEXT = Step(
    Place.TEXTS, _("Where the text is"), _("Every text with its editions, its languages, and what is open on it now.")
)
_PEOPLE = Step(
    Place.PEOPLE,
    _("Who your colleagues are"),
    _("Who holds the other seats of your institution or member, and who serves the network."),
)
_BEFORE = Step(
    Place.BEFORE,
    _("What was done before you"),
    _("The brief of this seat keeps what it has said and promised, whoever held it, and what was handed over."),
)
_ADOPTING = Step(
    Place.ADOPTION,
    _("How your member adopts"),
    _("It agrees, objects with a reason, or lets the silence speak. Only who objected can lift the objection."),
)
_COMMENTING = Step(
    Place.READING,
    _("How you remark"),
    _("Beside any passage of an open round. Only your own member reads it, until it releases a position."),
)
_STEPS: Mapping[Role, tuple[Step, ...]] = {
    Role.FOCAL_POINT: (
        _WAITING,
        _TEXT,
        Step(
            Place.POSITION,
            _("How the one position is made"),
            _("Your institutions remark, you write one answer for each passage, it is cleared, and you release it."),
        ),
        _ADOPTING,
        _PEOPLE,
        _BEFORE,
    ),
    Role.ALTERNATE: (
        _WAITING,
        _TEXT,
        Step(
            Place.POSITION,
            _("What you may do in the network"),
            _("The same as the focal point: prepare and release the position. Agree between you on who does what."),
        ),
        _ADOPTING,
        _PEOPLE,
        _BEFORE,
    ),
    Role.VALIDATING_AUTHORITY: (
        _WAITING,
        _TEXT,
        Step(
            Place.POSITION,
            _("How you clear a position"),
            _("Read it as it will be released. Clear exactly these words, or send it back with a reason."),
        ),
        _PEOPLE,
        _BEFORE,
    ),
    Role.REPRESENTATIVE: (
        _WAITING,
        _TEXT,
        _COMMENTING,
        Step(
            Place.COMMENTS,
            _("What became of it"),
            _("Every released comment, and what the secretariat answered to it, with its reason."),
        ),
        _PEOPLE,
        _BEFORE,
    ),
    Role.REGISTRAR: (
        _WAITING,
        Step(
            Place.TRAINING,
            _("Where the records are"),
            _("The cohorts of your school. Nobody outside it reads the names."),
        ),
        Step(
            Place.FILES,
            _("How you enter many at once"),
            _("A list in Excel or CSV, looked at before anything is written. One by one works too."),
        ),
        _PEOPLE,
        _BEFORE,
    ),
    Role.SECRETARIAT: (
        _WAITING,
        _TEXT,
        Step(
            Place.COMMENTS,
            _("How you answer comments"),
            _("Each gets an outcome and a reason. You recommend; the members decide."),
        ),
        Step(
            Place.ADOPTION,
            _("How a text is adopted"),
            _("You propose it, by silence or for a meeting. The page says in one sentence what is still missing."),
        ),
        Step(Place.MEMBERS, _("Who is who"), _("Members, institutions and seats, with their dates and sources.")),
        _BEFORE,
    ),
    Role.CHAIR: (
        _WAITING,
        Step(
            Place.MEETINGS,
            _("Where meetings are led"),
            _("Agenda, who is present, minutes and decisions. The screen of the room shows what is on."),
        ),
        _TEXT,
        Step(
            Place.ADOPTION,
            _("How you declare an outcome"),
            _("When all members of record have agreed and nobody objects, you declare the text adopted."),
        ),
        _PEOPLE,
        _BEFORE,
    ),
    Role.TRANSLATOR: (
        _WAITING,
        Step(
            Place.TEXTS,
            _("Where you translate"),
            _("Choose a text and a language: each passage stands beside its source, with what changed in it."),
        ),
        Step(
            Place.GLOSSARY,
            _("Which words to use"),
            _("The terms that the network has agreed on in each language. They are shown while you write."),
        ),
        _PEOPLE,
        _BEFORE,
    ),
    Role.OBSERVER: (
        Step(
            Place.TEXTS,
            _("Where the text is"),
            _("You read what every seat of the network reads, and write nothing."),
        ),
        Step(
            Place.COMMENTS,
            _("What members said, and what was answered"),
            _("Released positions passage by passage. What a member prepares among its own nobody else sees."),
        ),
        Step(
            Place.MEETINGS,
            _("When the network meets"),
            _("Meetings to which you were invited, and what was decided."),
        ),
        Step(
            Place.SEARCH,
            _("How you find something"),
            _("A word is found in every language, in passages and records."),
        ),
    ),
}


def places_of(actor: Actor) -> tuple[Place, ...]:
    return tuple(step.place for step in _of(actor))


def _of(actor: Actor) -> tuple[Step, ...]:
    return _STEPS[Role(actor.role)]


def tour_for(actor: Actor) -> Tour:
    """The tour of the seat, and how far its holder has come. One query."""
    walk = walk_of(actor.mandate)
    taken = set(walk.taken) if walk else set()
    shown = is_shown(places_of(actor), taken, is_put_away=bool(walk and walk.put_away_at))
    return Tour([Taken(step, step.place.value in taken) for step in _of(actor)], shown)
