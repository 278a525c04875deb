"""What persons do with versions in these tests: Aldea adapts the network's short text."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cast import FIRST, NOW, SECOND, Cast
from tejido.adaptation import commands
from tejido.adaptation.commands import Space
from tejido.adaptation.models import Departure, Derivation, Release, Uptake
from tejido.adaptation.queries import (
    Version,
    judged_now,
    own_version_for,
    reading_of,
    showing_digest,
    standing_uptake,
    to_approve,
    upstream_of,
    waiting,
    waiting_digest,
)
from tejido.curriculum.commands import save_revision, seal_edition
from tejido.curriculum.models import Edition, Revision, Text
from tejido.curriculum.queries import document_of, latest_revision
from tejido.engine.adaptation import Choice, Way, offer
from tejido.engine.document import Document, Kind, Passage

OURS, THEIRS = "La prevención empieza en la escuela.", "La prevención empieza mucho antes de la violencia."
ADDED = "000000000x01"


def adopt(cast: Cast, text: Text, **changes: str | None) -> Edition:
    """The next edition of a network's text, with other Spanish words in some passages; None leaves one out."""
    base = latest_revision(text)
    if changes:
        base = save_revision(
            actor=cast.secretariat,
            text=text,
            document=changed(document_of(base), changes),
            base=base,
            reason="",
            at=NOW,
        )
    return seal_edition(actor=cast.secretariat, revision=base, at=NOW)


def changed(document: Document, changes: Mapping[str, str | None], added: str = "") -> Document:
    kept = [(p, changes.get(p.id, p.text("es"))) for p in document]
    found = [p.with_text("es", words) for p, words in kept if words is not None]
    new = [Passage.of(ADDED, Kind.PARAGRAPH, {"es": added})] if added else []
    return Document.of([*found, *new])


def derive(
    cast: Cast, text: Text, *, by: str = "XA/focal_point", space: Space | None = None, **given: Any
) -> Derivation:
    """Aldea's version in its own space, as no mechanism is there."""
    place = space or Space(member=cast.members["XA"])
    values = {"title": {"es": "Versión de Aldea"}, "language": "es", "at": NOW, **given}
    return commands.derive(actor=cast.actor(by), space=place, source=text, **values)


def adapt(
    cast: Cast, derivation: Derivation, changes: Mapping[str, str | None], added: str = "", by: str = "XA/focal_point"
) -> Revision:
    base = latest_revision(derivation.text)
    document = changed(document_of(base), changes, added)
    return save_revision(actor=cast.actor(by), text=derivation.text, document=document, base=base, reason="", at=NOW)


def declare(
    cast: Cast, derivation: Derivation, subject: str = FIRST, by: str = "XA/focal_point", **given: Any
) -> Departure:
    values = {
        "is_section": False,
        "is_derogation": False,
        "reason": "Nuestra ley.",
        "language": "es",
        "at": NOW,
        **given,
    }
    values.setdefault("seen", judged_now(as_it_stands(derivation), subject, is_section=values["is_section"]))
    return commands.declare(actor=cast.actor(by), derivation=derivation, subject=subject, **values)


def as_it_stands(derivation: Derivation) -> Version:
    """What the page of its own seats is made of, whoever asks."""
    row = Derivation.objects.select_related("text", "source__body").get(key=derivation.key)
    return Version(row, standing_uptake(row), latest_revision(row.text), True, None)


def as_read(cast: Cast, derivation: Derivation, by: str = "XA/focal_point") -> Version:
    return own_version_for(cast.actor(by), derivation.key)


def approve(
    cast: Cast,
    derivation: Derivation,
    by: str = "XA/validating_authority",
    *,
    fresh: bool = True,
    seen: str = "",
    at: datetime = NOW,
) -> int:
    actor = cast.actor(by, fresh=fresh)
    listed = seen or waiting_digest(to_approve(actor, waiting(as_read(cast, derivation))).rows)
    return commands.approve(actor=actor, derivation=derivation, seen=listed, at=at)


def take_up(
    cast: Cast,
    derivation: Derivation,
    by: str = "XA/focal_point",
    choices: Mapping[str, Choice] | None = None,
    **given: Any,
) -> Uptake:
    """Everything that is clean, unless something else was chosen."""
    version = as_read(cast, derivation)
    newer = upstream_of(version.derivation, version.uptake)
    theirs = newer or version.uptake
    reading = reading_of(version)
    clean = {
        c.id: Choice(Way.JOIN) for c in offer(reading.base, reading.document, document_of(theirs)).changes if c.is_clean
    }
    values = {
        "base": version.uptake.digest, "ours": version.revision.digest, "theirs": theirs.digest, "reasons": {},
        "language": "es", "at": NOW,
    }  # fmt: skip  # one act, read as one
    return commands.take_up(
        actor=cast.actor(by),
        derivation=derivation,
        choices=clean if choices is None else choices,
        **{**values, **given},
    )


def show(
    cast: Cast,
    derivation: Derivation,
    audience: str = "network",
    by: str = "XA/focal_point",
    *,
    fresh: bool = True,
    seen: str = "",
    at: datetime = NOW,
) -> Release:
    read = seen or showing_digest(as_it_stands(derivation))
    return commands.show(actor=cast.actor(by, fresh=fresh), derivation=derivation, audience=audience, seen=read, at=at)


def undo(
    cast: Cast, derivation: Derivation, by: str = "XA/focal_point", seen: str = ""
) -> tuple[Revision, frozenset[str]]:
    last = seen or as_it_stands(derivation).uptake.key
    return commands.undo(actor=cast.actor(by), derivation=derivation, seen=last, at=NOW)


def lock(cast: Cast, edition: Edition, passage: str = SECOND, by: str = "network/secretariat", **given: Any) -> Any:
    fresh = given.pop("fresh", True)
    decided = given.pop("decided", "Reunión XII, párrafo 4")
    return commands.lock_core(
        actor=cast.actor(by, fresh=fresh), edition=edition, passage=passage, decided=decided, at=NOW
    )


def words(derivation: Derivation, passage: str = FIRST, language: str = "es") -> str:
    return document_of(latest_revision(derivation.text)).passage(passage).text(language)
