"""What the cast does with translations, in short."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cast import NOW, Cast
from tejido.curriculum.commands import Clash, save_words
from tejido.curriculum.models import Revision, Text
from tejido.curriculum.queries import document_of, latest_revision
from tejido.engine.document import Document
from tejido.engine.translation import State
from tejido.ledger.models import Line
from tejido.ledger.refusals import Refused
from tejido.translation import commands, queries
from tejido.translation.commands import Landed

TRANSLATOR, SECRETARIAT, CHAIR, MEMBER = "network/translator", "network/secretariat", "network/chair", "XB/focal_point"


def document(text: Text) -> Document:
    return document_of(latest_revision(text))


def write_source(cast: Cast, text: Text, passage: str, words: str, **more: Any) -> Revision:
    """The secretariat changes the negotiated words of a passage."""
    given = {"language": "es", "words": {passage: words}, "base": latest_revision(text), "reason": "", "at": NOW}
    outcome = save_words(actor=cast.secretariat, text=text, **{**given, **more})
    return outcome.revision


def translate(
    cast: Cast, text: Text, words: Mapping[str, str], *, by: str = TRANSLATOR, language: str = "pt", **more: Any
) -> Landed | Clash:
    given = {"base": latest_revision(text), "at": NOW, **more}
    return commands.save_translation(actor=cast.actor(by), text=text, language=language, words=words, **given)


def review(cast: Cast, text: Text, *passages: str, by: str = SECRETARIAT, language: str = "pt", **more: Any) -> None:
    given = {"seen": latest_revision(text).digest, "at": NOW, **more}
    commands.mark_reviewed(actor=cast.actor(by), text=text, language=language, passages=passages, **given)


def review_all(cast: Cast, text: Text, *, by: str = SECRETARIAT, language: str = "pt") -> None:
    waiting = [id for id, item in states(text, language).items() if item in {State.HUMAN, State.MACHINE}]
    review(cast, text, *waiting, by=by, language=language)


def name(cast: Cast, text: Text, *offices: str, language: str = "pt", by: str = SECRETARIAT) -> None:
    seats = [cast.seats[cast.office(office)] for office in offices]
    commands.name_signatories(actor=cast.actor(by), text=text, language=language, seats=seats, at=NOW)


def seen(text: Text, language: str = "pt") -> str:
    return queries.version_digest(document(text), language, "es")


def sign(cast: Cast, text: Text, by: str, *, language: str = "pt", fresh: bool = True, at: datetime = NOW) -> None:
    actor = cast.actor(by, fresh=fresh)
    commands.sign_concordance(actor=actor, text=text, language=language, seen=seen(text, language), at=at)


def declare(cast: Cast, text: Text, by: str = CHAIR, *, fresh: bool = True, **more: Any) -> None:
    given = {"language": "pt", "seen": seen(text), "at": NOW, **more}
    commands.declare_authentic(actor=cast.actor(by, fresh=fresh), text=text, **given)


def states(text: Text, language: str = "pt") -> dict[str, State]:
    latest = latest_revision(text)
    return {id: item.state for id, item in queries.standings_of(text, latest, [language])[language].items()}


def refused(act: Any, *args: Any, **named: Any) -> str:
    """The code of the refusal that the act meets; nothing was done."""
    before = Line.objects.count()
    try:
        act(*args, **named)
    except Refused as problem:
        assert Line.objects.count() == before
        return str(problem.refusal.code)
    return ""


def told(act: str) -> list[Line]:
    return list(Line.objects.filter(act=act))
