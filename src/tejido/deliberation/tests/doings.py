"""What persons do in these tests, said shortly: remark, answer, clear, release, dispose, propose, object."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cast import FIRST, NOW, VACANT, ZONE, Cast
from tejido.curriculum.commands import save_revision
from tejido.curriculum.models import Revision, Text
from tejido.curriculum.queries import document_of, latest_revision
from tejido.deliberation import commands
from tejido.deliberation.models import (
    Agreement,
    Answer,
    Comment,
    Declaration,
    Disposition,
    Objection,
    Procedure,
    Release,
    Remark,
    Round,
)
from tejido.deliberation.names import CommentType, DeclarationKind, Outcome, ProcedureKind, ReplyKind, Stance
from tejido.deliberation.queries.comments import CommentLine, comments_of
from tejido.deliberation.queries.positions import PositionState, position_of
from tejido.deliberation.queries.procedures import procedure_for
from tejido.deliberation.queries.state import ProcedureState
from tejido.engine.document import Document
from tejido.ledger.actors import CONSOLE
from tejido.ledger.models import Line
from tejido.ledger.refusals import Refusal, Refused
from tejido.registry.commands import begin_mandate
from tejido.registry.models import Mandate
from tejido.registry.queries import capacity

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TICK = timedelta(seconds=1)


@contextmanager
def refused(code: object) -> Iterator[list[Refusal]]:
    """The act is refused with this code, and no line was written. Inside, the list is empty; afterwards it holds the
    refusal."""
    lines, found = Line.objects.count(), []
    with pytest.raises(Refused) as caught:
        yield found
    assert caught.value.refusal.code == code
    assert caught.value.refusal.sentence  # every place in the sentence is filled
    assert Line.objects.count() == lines
    found.append(caught.value.refusal)


def typed(clock: str) -> datetime:
    """What a person types into the fields of date and time: "2027-09-05 00:30", without a zone."""
    return datetime.fromisoformat(clock)


def local(at: datetime, zone: str = ZONE) -> datetime:
    """An instant on the clocks of the zone, as a person types it."""
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


## In the register


def fill_cumbre(cast: Cast, since: datetime = NOW - DAY) -> Mandate:
    """The alternate of Brisa, who moved, takes the empty seat of Cumbre."""
    office = next(office for office in sorted(VACANT) if "focal_point" in office)
    cast.mandates[office] = begin_mandate(
        actor=CONSOLE, seat=cast.seats[office], account=cast.account("XB/alternate"), since=since, at=NOW
    )
    return cast.mandates[office]


## In a round


def remark(
    cast: Cast,
    round_: Round,
    who: str = "XA/representative/JUS",
    *,
    passage: str = FIRST,
    body: str = "Falta decir quién.",
    wording: str = "",
    at: datetime = NOW,
) -> Remark:
    return commands.make_remark(
        actor=cast.actor(who), round_=round_, passage=passage, language="es", body=body, wording=wording,
        type=CommentType.TECHNICAL, at=at,
    )  # fmt: skip  # one row of a table, read as one


def answer(
    cast: Cast,
    round_: Round,
    who: str = "XA/focal_point",
    *,
    passage: str = FIRST,
    stance: str = Stance.AMEND,
    wording: str = "La prevención empieza en la escuela.",
    reason: str = "Es más claro.",
    language: str = "es",
    covers_section: bool = False,
    at: datetime = NOW,
    **more: Remark | Answer | None,
) -> Answer:
    return commands.give_answer(
        actor=cast.actor(who), round_=round_, passage=passage, covers_section=covers_section, stance=stance,
        type=CommentType.TECHNICAL, language=language, wording=wording, reason=reason, at=at, **more,
    )  # fmt: skip


def position(cast: Cast, round_: Round, who: str = "XA/focal_point") -> PositionState:
    """The own position as the page of this seat shows it."""
    party = capacity(cast.actor(who), round_.text.body).party
    assert party is not None
    return position_of(round_, party)


def clear(cast: Cast, round_: Round, state: str = "XA", *, seen: str = "", at: datetime = NOW) -> None:
    who = f"{state}/validating_authority"
    read = seen or position(cast, round_, who).digest
    commands.clear_position(actor=cast.actor(who), round_=round_, seen=read, at=at)


def release(cast: Cast, round_: Round, who: str = "XA/focal_point", *, seen: str = "", at: datetime = NOW) -> Release:
    read = seen or position(cast, round_, who).digest
    return commands.release_position(actor=cast.actor(who), round_=round_, seen=read, at=at)


def released(cast: Cast, round_: Round, state: str = "XA", *, at: datetime = NOW, **said: object) -> Release:
    """One answer, cleared and released."""
    answer(cast, round_, f"{state}/focal_point", at=at, **said)
    clear(cast, round_, state, at=at)
    return release(cast, round_, f"{state}/focal_point", at=at)


def correct(cast: Cast, round_: Round, state: str = "XA", *, at: datetime = NOW) -> None:
    commands.begin_correction(actor=cast.actor(f"{state}/focal_point"), round_=round_, at=at)


def withdraw(cast: Cast, round_: Round, state: str = "XA", *, reason: str = "Error.", at: datetime = NOW) -> None:
    commands.withdraw_position(actor=cast.actor(f"{state}/focal_point"), round_=round_, reason=reason, at=at)


def lines(round_: Round, *, with_withdrawn: bool = False) -> dict[str, CommentLine]:
    """The comments of a round by their label: "XA-1"."""
    return {line.label: line for line in comments_of(round_, with_withdrawn=with_withdrawn)}


def dispose(
    cast: Cast,
    round_: Round,
    *comments: Comment,
    who: str = "network/secretariat",
    outcome: str = Outcome.NOTED,
    reason: str = "Se toma nota.",
    revision: Revision | None = None,
    at: datetime = NOW,
) -> list[Disposition]:
    keys = [comment.key for comment in comments]
    return commands.dispose(
        actor=cast.actor(who), round_=round_, comments=keys, outcome=outcome, language="es", reason=reason,
        revision=revision, at=at,
    )  # fmt: skip


def reply(
    cast: Cast, comment: Comment, who: str = "XA/focal_point", *, kind: str = ReplyKind.SATISFIED, at: datetime = NOW
) -> None:
    commands.answer_disposition(actor=cast.actor(who), comment=comment, kind=kind, reason="", at=at)


def group(cast, round_, *comments, who="network/secretariat", label="Lo mismo"):
    keys = [comment.key for comment in comments]
    return commands.group_comments(actor=cast.actor(who), round_=round_, comments=keys, label=label, at=NOW)


def send_back(cast, round_, *, reason="Falta Justicia.", who="XA/validating_authority", at=NOW):
    return commands.return_position(actor=cast.actor(who), round_=round_, reason=reason, at=at)


def remove(cast, round_, row, who="XA/focal_point"):
    commands.remove_answer(actor=cast.actor(who), round_=round_, answer=row, at=NOW)


## With a text


def revise(cast: Cast, text: Text, passage: str = FIRST, es: str = "Otra cosa.", at: datetime = NOW) -> Revision:
    """The text with one passage said otherwise in Spanish."""
    base = latest_revision(text)
    document = document_of(base)
    changed = Document.of(p.with_text("es", es) if p.id == passage else p for p in document)
    return save_revision(actor=cast.secretariat, text=text, document=changed, base=base, reason="cambio", at=at)


## In a procedure

SILENCE_ENDS = NOW + 10 * DAY


def propose(
    cast: Cast,
    text: Text,
    *,
    who: str = "network/secretariat",
    kind: str = ProcedureKind.SILENCE,
    ends: datetime = SILENCE_ENDS,
    revision: Revision | None = None,
    at: datetime = NOW,
) -> Procedure:
    return commands.propose(
        actor=cast.actor(who), text=text, revision=revision or latest_revision(text), kind=kind,
        local=local(ends) if kind == ProcedureKind.SILENCE else None, zone=ZONE, explanation={}, at=at,
    )  # fmt: skip


def state(cast: Cast, procedure: Procedure, at: datetime = NOW, who: str = "network/secretariat") -> ProcedureState:
    return procedure_for(cast.actor(who), procedure.key, at)


def agree(
    cast: Cast, procedure: Procedure, who: str = "XA/focal_point", *passages: str, at: datetime = NOW + HOUR
) -> Agreement:
    return commands.agree(actor=cast.actor(who), procedure=procedure, passages=passages, at=at)


def object_to(
    cast: Cast,
    procedure: Procedure,
    who: str = "XA/focal_point",
    *,
    passage: str = FIRST,
    reason: str = "No corresponde.",
    wording: str = "La prevención empieza siempre.",
    at: datetime = NOW + HOUR,
) -> Objection:
    return commands.raise_objection(
        actor=cast.actor(who), procedure=procedure, passage=passage, language="es", reason=reason, wording=wording,
        at=at,
    )  # fmt: skip


def declare(
    cast: Cast,
    procedure: Procedure,
    who: str = "XA/focal_point",
    *,
    kind: str = DeclarationKind.RESERVATION,
    passage: str = FIRST,
    es: str = "Con reserva.",
    at: datetime = NOW + HOUR,
) -> Declaration:
    return commands.declare(
        actor=cast.actor(who), procedure=procedure, kind=kind, passage=passage, texts={"es": es, "pt": ""}, at=at
    )


def change_text(
    cast: Cast,
    procedure: Procedure,
    revision: Revision,
    *,
    who: str = "network/secretariat",
    ends: datetime | None = SILENCE_ENDS,
    at: datetime = NOW + 2 * HOUR,
) -> None:
    commands.change_text(
        actor=cast.actor(who), procedure=procedure, revision=revision, local=local(ends) if ends else None, zone=ZONE,
        reason="Se recogió una observación.", at=at,
    )  # fmt: skip


def extend(
    cast: Cast, procedure: Procedure, ends: datetime, *, who: str = "network/secretariat", at: datetime = NOW + HOUR
) -> None:
    commands.extend_silence(
        actor=cast.actor(who), procedure=procedure, local=local(ends), zone=ZONE, reason="A pedido.", at=at
    )


def lift(cast, objection, who="XA/focal_point", *, at=NOW + 2 * HOUR):
    commands.lift_objection(actor=cast.actor(who), objection=objection, at=at)


def request(cast, procedure, who="XA/focal_point", *, reason="Falta tiempo.", at=NOW + HOUR):
    return commands.request_extension(actor=cast.actor(who), procedure=procedure, reason=reason, at=at)


def conclude(procedure, at=SILENCE_ENDS + TICK):
    return commands.conclude_silence(procedure=procedure, at=at)
