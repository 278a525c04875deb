"""Showing a part to others, and showing it no more. Both are formal acts; both stand in the network's ledger."""

from datetime import datetime
from typing import Any, cast

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask

from .. import rules
from ..lines import digest_of
from ..models import Answer, Dated, Entry, Instrument, Release
from ..names import Act, Audience, Kind
from .writing import write_down

KINDS: dict[type[Dated | Answer], Kind] = {Entry: Kind.ENTRY, Instrument: Kind.INSTRUMENT, Answer: Kind.ANSWER}


@transaction.atomic
def release(*, actor: Actor, part: Dated | Answer, audience: str, at: datetime) -> Release:
    """From now on these readers see this part, exactly as it stands. An earlier release of it, or of the answer that it
    replaced, ends with it."""
    row = _locked(part)
    ask(rules.may_release(actor, row, audience))
    for shown in _shown_before(row):
        _end(shown, at)
    _rows(type(row)).filter(key=row.key).update(audience=audience)
    kind = KINDS[type(row)]
    made = Release.objects.create(
        member=row.member, kind=kind, part=row.key, about=_about(row), audience=audience, digest=digest_of(row), at=at,
        office=actor.office,
    )  # fmt: skip  # one row of a table, read as one
    facts = {"kind": str(kind), "about": made.about, "audience": str(audience), "digest": made.digest}
    write_down(actor, Act.PART_RELEASED, made, at, facts)
    return made


@transaction.atomic
def withdraw_release(*, actor: Actor, part: Dated | Answer, at: datetime) -> None:
    """From now on nobody outside sees this part. That it was shown, when, and its digest are kept."""
    row = _locked(part)
    standing = Release.objects.filter(part=row.key, withdrawn_at=None).first()
    ask(rules.may_withdraw(actor, row.member.code, standing))
    shown = cast("Release", standing)  # refused above where nothing is shown
    _end(shown, at)
    write_down(actor, Act.RELEASE_WITHDRAWN, shown, at, {"about": shown.about, "digest": shown.digest})


def _locked(part: Dated | Answer) -> Dated | Answer:
    """The row as it stands, without the bytes of its file: their digest says the same."""
    rows = _rows(type(part)).select_for_update(of=("self",))
    related = ("member", "paper", "assessment") if isinstance(part, Answer) else ("member", "paper")
    found: Dated | Answer = rows.select_related(*related).defer("paper__data").get(key=part.key)
    return found


def _rows(kind: type[Dated | Answer]) -> Any:
    """The rows of a kind of part: every kind has a table, their common beginning has none."""
    return kind.objects  # type: ignore[union-attr]  # what is abstract never comes here


def _shown_before(row: Dated | Answer) -> list[Release]:
    parts = [row.key]
    if isinstance(row, Answer):
        same = Answer.objects.filter(assessment=row.assessment, criterion=row.criterion)
        parts = list(same.values_list("key", flat=True))
    return list(Release.objects.filter(part__in=parts, withdrawn_at=None))


def _end(shown: Release, at: datetime) -> None:
    Release.objects.filter(key=shown.key).update(withdrawn_at=at)
    for kind, name in KINDS.items():
        if name == shown.kind:
            _rows(kind).filter(key=shown.part).update(audience=Audience.OWN)


def _about(row: Dated | Answer) -> str:
    if isinstance(row, Answer):
        return str(row.criterion)
    return str(row.topic) if isinstance(row, Entry) else Kind.INSTRUMENT
