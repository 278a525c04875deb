"""Letters as contents of bundles: gathered when they go out, told before they are taken in, taken in."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from tejido.engine.exchange import Content
from tejido.exchange.kinds import BadContent, Choice, Kind, Line, register
from tejido.exchange.kinds.news import tell_of
from tejido.exchange.names import Novelty
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refused
from tejido.web.instants import in_zone
from tejido.web.languages import in_my_language, name_of

from . import commands, queries
from .names import LETTER
from .proof import Arrived, arrived, travelling


def connect() -> None:
    register(Kind(LETTER, _("Letter"), choices, gather, preview, take))
    tell_of(LETTER, queries.sent_since)


def choices(actor: Actor) -> Sequence[Choice]:
    """The letters that were sent, the latest first."""
    lines = [line for line in queries.letters_for(actor) if line.is_ours and not line.letter.is_draft]
    return [Choice(line.letter.key, _label(line.letter.reference, line.letter.subject)) for line in lines]


def _label(reference: str, subject: Mapping[str, str]) -> dict[str, str]:
    return {tag: f"{reference} · {words}" for tag, words in subject.items()}


def gather(actor: Actor, peer: Any, name: str, _at: datetime) -> Content:
    """A letter to this peer, as it was sent. A draft, and a letter to somebody else, is not there."""
    found = queries.sent_to(actor, peer, name)
    return Content(LETTER, name, 1, travelling(found))


def preview(_actor: Actor, peer: Any, content: Content) -> Sequence[Line]:
    return list(_told(_read(content), is_known=queries.came_before(peer, content.name)))


def _told(came: Arrived, *, is_known: bool) -> Iterator[Line]:
    said = {"reference": came.reference, "subject": in_my_language(came.subject)}
    if is_known:
        yield Line(Novelty.SAME, _("The letter %(reference)s: %(subject)s"), said)
        return
    yield Line(Novelty.NEW, _("The letter %(reference)s: %(subject)s"), said)
    languages = ", ".join(name_of(tag) for tag in came.words)
    yield Line(Novelty.NEW, _("In these languages: %(languages)s"), {"languages": languages})
    if came.deadline is not None:
        until = in_zone(came.deadline, came.zone)
        yield Line(Novelty.WARNING, _("It asks for an answer until %(until)s."), {"until": until})


def take(actor: Actor, peer: Any, content: Content, at: datetime) -> Mapping[str, Any]:
    _read(content)
    letter = commands.take_letter(actor=actor, peer=peer, data=content.data, at=at)
    return {"letter": letter.key}


def _read(content: Content) -> Arrived:
    """The letter of a content, which is called by its own key."""
    try:
        came = arrived(content.data)
    except Refused as problem:
        raise BadContent(str(problem.refusal.values.get("where", LETTER))) from problem
    if came.id != content.name:
        raise BadContent("id")
    return came
