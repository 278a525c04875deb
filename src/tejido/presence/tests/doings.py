"""A seminar in Aldea with its sessions and participants of two states, and what is done at its door."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from django.test import Client

from cast import NOW, Cast
from tejido.nominations.guests import REMEMBERED
from tejido.nominations.models import Nominee
from tejido.nominations.tests.made import called, participant
from tejido.presence import commands
from tejido.presence.models import Certificate, Number
from tejido.presence.proof import marks_digest
from tejido.presence.queries import as_read, marks_of
from tejido.seminars.models import Seminar
from tejido.seminars.names import State
from tejido.seminars.tests.made import announced
from tejido.timetable.models import Session

FIRST = datetime(2027, 5, 3, 14, 0, tzinfo=UTC)  # when the first session begins
AFTER = datetime(2027, 5, 8, 12, 0, tzinfo=UTC)
NAMES = {"XA": "Participante de Aldea", "XB": "Participante de Brisa"}
WORDS = {
    "title": {"es": "Certificado de participación", "en": "Certificate of participation"},
    "words": {"es": "Sobre la prevención.", "en": "On prevention."},
    "signatory": {"es": "Secretaría Técnica", "en": "Technical Secretariat"},
}


@dataclass
class Held:
    """A seminar: its sessions by number, its participants by member and number."""

    cast: Cast
    seminar: Seminar
    sessions: dict[int, Session] = field(default_factory=dict)
    people: dict[str, Nominee] = field(default_factory=dict)

    @property
    def secretariat(self) -> Any:
        return self.cast.secretariat

    def guest(self, who: str = "XA1", language: str = "en") -> Client:
        """The browser of a participant, let in by their link."""
        client = Client(headers={"accept-language": language})
        session = client.session
        session[REMEMBERED] = self.people[who].key
        session.save()
        return client


def seminar(cast: Cast, sessions: int = 3, each: int = 2, **fields: Any) -> Held:
    """`each` participants of Aldea and of Brisa, all of them numbered."""
    row = announced(cast, **fields)
    held = Held(cast, row)
    for number in range(1, sessions + 1):
        held.sessions[number] = session(cast, row, number)
    call = called(cast, row)
    for member in ("XA", "XB"):
        for number in range(1, each + 1):
            name = f"{NAMES[member]} {number:02}"
            held.people[f"{member}{number}"] = participant(cast, call, member, number, name=name)
    commands.number_participants(actor=cast.secretariat, seminar=row, at=NOW)
    return held


def session(cast: Cast, row: Seminar, number: int, **fields: Any) -> Session:
    """One a day, for an hour and a half."""
    starts_at = FIRST + timedelta(days=number - 1)
    given = {
        "title": {"es": f"Clase {number}", "en": f"Class {number}"},
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(minutes=90),
        "at": NOW,
        "office": cast.secretariat.office,
    }
    return Session.objects.create(seminar=row, number=number, **{**given, **fields})


def enter(held: Held, number: int, by: str = "network/secretariat", **said: str) -> None:
    """`said` by participant: XA1="present"."""
    row = held.sessions[number]
    given = {held.people[who].key: standing for who, standing in said.items()}
    seen = marks_digest(marks_of(row))
    commands.enter_all(actor=held.cast.actor(by), session=row, given=given, seen=seen, at=NOW)


def number_of(held: Held, who: str) -> int:
    return Number.objects.get(nominee=held.people[who]).number


def set_rule(held: Held, share: int = 60, *obligatory: int) -> None:
    keys = [held.sessions[number].key for number in obligatory]
    commands.set_completion(actor=held.secretariat, seminar=held.seminar, share=share, obligatory=keys, at=NOW)


def word(held: Held, **given: Any) -> None:
    values = {**WORDS, "years": None, **given}
    commands.word_certificates(actor=held.secretariat, seminar=held.seminar, at=NOW, **values)


def end(held: Held) -> None:
    """The seminar was held."""
    Seminar.objects.filter(key=held.seminar.key).update(state=State.HELD)
    held.seminar.state = State.HELD


def issue(held: Held, *who: str, fresh: bool = True, seen: str = "", at: datetime = AFTER) -> list[Certificate]:
    keys = [held.people[each].key for each in who]
    actor = held.cast.actor("network/secretariat", fresh=fresh)
    seen = seen or as_read(held.seminar)
    return commands.issue_certificates(actor=actor, seminar=held.seminar, nominees=keys, seen=seen, at=at)


def completed(held: Held, *who: str) -> list[Certificate]:
    """Everything up to the certificates of these, who attended every session."""
    for number in held.sessions:
        enter(held, number, **dict.fromkeys(who, "present"))
    set_rule(held)
    word(held)
    end(held)
    return issue(held, *who)


def revoke(held: Held, row: Certificate, reason: str = "mistake", words: str = "El título está mal.") -> None:
    actor = held.cast.actor("network/secretariat")
    commands.revoke_certificate(actor=actor, certificate=row, reason=reason, words=words, at=AFTER)


def erase(held: Held, who: str) -> None:
    """The personal data are deleted, as nominations does it."""
    Nominee.objects.filter(key=held.people[who].key).update(name="", email="", erased_at=AFTER)
    commands.forget_holder(nominee=held.people[who].key, at=AFTER)
