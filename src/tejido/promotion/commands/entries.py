"""Entries of the register: made, corrected, struck out, shown to others and shown no more."""

from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.deliberation.models import Adoption
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK, tree_of
from tejido.ledger.refusals import ask
from tejido.mechanisms.names import Audience
from tejido.meetings.models import Decision
from tejido.registry.models import Member

from .. import rules
from ..models import Forum, ForumEntry, ForumVersion
from ..names import Act

_WORDS = ("title", "session", "place", "spoke", "says", "source")


@dataclass(frozen=True, slots=True)
class Contents:
    """What an entry says, as the columns of a version."""

    kind: str
    voice: str
    forum: Forum
    title: dict[str, str]
    since: str
    source: str
    until: str = ""
    speaker: Member | None = None
    session: str = ""
    place: str = ""
    spoke: str = ""
    languages: list[str] = field(default_factory=list)
    says: dict[str, str] = field(default_factory=dict)
    basis: str = ""
    adoption: Adoption | None = None
    decision: Decision | None = None

    @property
    def said(self) -> rules.Said:
        speaker = self.speaker.code if self.speaker else ""
        return rules.Said(self.kind, self.voice, speaker, self.adoption is not None or self.decision is not None)

    @property
    def columns(self) -> dict[str, Any]:
        return {each.name: getattr(self, each.name) for each in fields(self)}

    @property
    def facts(self) -> dict[str, str]:
        return {"kind": str(self.kind), "voice": str(self.voice), "forum": self.forum.code, "basis": str(self.basis)}

    @property
    def details(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in _WORDS}


@transaction.atomic
def make_entry(
    *,
    actor: Actor,
    contents: Contents,
    at: datetime,
    member: Member | None = None,
    is_demonstration: bool = False,
) -> ForumEntry:
    """The secretariat enters what the network said or where it was named, for every seat of the network; with
    `member`, that member enters what it said in its own name, at first for its own seats."""
    code = member.code if member else ""
    ask(rules.may_enter(actor, code, contents.said))
    entry = ForumEntry.objects.create(
        member=member, audience=rules.first_audience(code), at=at, office=actor.office,
        shown_at=None if member else at, is_demonstration=is_demonstration,
    )  # fmt: skip  # one row of a table, read as one
    _write(actor, entry, contents, at)
    write_down(actor, Act.ENTRY_MADE, entry, at, contents.facts, tree=tree_of(code), details=contents.details)
    return entry


@transaction.atomic
def correct_entry(*, actor: Actor, entry: ForumEntry, contents: Contents, reason: str, at: datetime) -> ForumVersion:
    """What the entry says from now on. What it said before stays readable with the reason, for whoever reads it."""
    row = locked(entry)
    code = code_of(row)
    ask(rules.may_change(actor, row))
    ask(rules.may_enter(actor, code, contents.said))
    ForumVersion.objects.filter(entry=row, replaced_at=None).update(replaced_at=at)
    version = _write(actor, row, contents, at, reason)
    details = {**contents.details, "reason": reason}
    write_down(actor, Act.ENTRY_CORRECTED, row, at, contents.facts, tree=tree_of(code), details=details)
    return version


def _write(actor: Actor, entry: ForumEntry, contents: Contents, at: datetime, reason: str = "") -> ForumVersion:
    return ForumVersion.objects.create(
        entry=entry, reason=reason, at=at, office=actor.office, **contents.columns
    )  # fmt: skip  # one row of a table, read as one


@transaction.atomic
def strike_entry(*, actor: Actor, entry: ForumEntry, reason: str, at: datetime) -> None:
    """It was wrong as a whole: the public reads it no more, and the seats read it with the reason."""
    row = locked(entry)
    ask(rules.may_change(actor, row))
    row.struck_at, row.struck_because = at, reason
    row.save(update_fields=["struck_at", "struck_because"])
    write_down(actor, Act.ENTRY_STRUCK, row, at, {}, tree=tree_of(code_of(row)), details={"reason": reason})


@transaction.atomic
def show_entry(*, actor: Actor, entry: ForumEntry, audience: str, at: datetime) -> None:
    """From now on these readers read it, with its documents, quotations and earlier versions."""
    row = locked(entry)
    ask(rules.may_show(actor, row, audience))
    row.audience, row.shown_at = audience, at
    if audience == Audience.PUBLIC and row.first_public_at is None:
        row.first_public_at = at
    row.save(update_fields=["audience", "shown_at", "first_public_at"])
    write_down(actor, Act.ENTRY_SHOWN, row, at, {"audience": str(audience)}, tree=NETWORK)


@transaction.atomic
def hide_entry(*, actor: Actor, entry: ForumEntry, at: datetime) -> None:
    """Only those who read it first read it again. That it was shown stays in the ledger."""
    row = locked(entry)
    ask(rules.may_hide(actor, row))
    row.audience = rules.first_audience(code_of(row))
    row.shown_at = None if row.member_id else at
    row.save(update_fields=["audience", "shown_at"])
    write_down(actor, Act.ENTRY_HIDDEN, row, at, {}, tree=NETWORK)


def locked(entry: ForumEntry) -> ForumEntry:
    return ForumEntry.objects.select_for_update(of=("self",)).select_related("member").get(key=entry.key)


def code_of(entry: ForumEntry) -> str:
    return entry.member.code if entry.member else ""
