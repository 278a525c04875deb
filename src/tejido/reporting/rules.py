"""Who keeps a member's recommendations and reports, and when what may be done. Nobody else even learns of them."""

from collections.abc import Collection, Sequence
from datetime import date

from tejido.ledger.actors import CONSOLE, Actor
from tejido.ledger.refusals import Refusal, not_yours
from tejido.registry.names import Role
from tejido.registry.rules import may_keep_mechanism

from .models import Intake, Selection
from .names import No, RowKind

MOST_ROWS = 5_000  # of a file; no State has received as many from one source


def reads(actor: Actor, member: str) -> bool:
    """Whether the actor sits in a seat of this member. Nobody else reads anything here."""
    return not actor.is_public and bool(member) and actor.member == member


def may_keep(actor: Actor, member: str) -> Refusal | None:
    """Focal points and the validating authority of the member keep what belongs to it."""
    if actor != CONSOLE and reads(actor, member):
        return may_keep_mechanism(actor, member)
    return not_yours(Role.FOCAL_POINT.label)


def may_assess(actor: Actor, member: str, charged: Collection[str]) -> Refusal | None:
    """Who keeps it, and the seats of the institutions that are `charged` with the recommendation (their keys)."""
    if reads(actor, member) and actor.institution in charged:
        return None
    return may_keep(actor, member)


def has_text(texts: Collection[str]) -> Refusal | None:
    return None if any(texts) else Refusal(No.NO_TEXT)


def is_new(known: Collection[str], reference: tuple[str, str]) -> Refusal | None:
    """`known` are marks of other recommendations that this one would bear as well."""
    if not known:
        return None
    symbol, paragraph = reference
    return Refusal(No.KNOWN, {"symbol": symbol, "paragraph": paragraph})


def may_remove(actor: Actor, member: str, *, hangs: bool) -> Refusal | None:
    if refusal := may_keep(actor, member):
        return refusal
    return Refusal(No.HANGS) if hangs else None


def is_of_member(member: str, keys: Collection[str], own: Collection[str]) -> Refusal | None:
    """`own` are the keys among them that belong to the member."""
    return Refusal(No.NOT_OF_MEMBER, {"member": member}) if set(keys) - set(own) else None


def is_not_linked(*, is_linked: bool) -> Refusal | None:
    return Refusal(No.LINKED) if is_linked else None


## Files


def may_hand_in(actor: Actor, member: str, rows: int) -> Refusal | None:
    if refusal := may_keep(actor, member):
        return refusal
    return Refusal(No.TOO_MANY_ROWS, {"most": MOST_ROWS}) if rows > MOST_ROWS else None


def is_waiting(intake: Intake) -> Refusal | None:
    return Refusal(No.NOT_WAITING) if intake.confirmed_at or intake.undone_at else None


def brings_what_was_seen(*, is_as_seen: bool, new: int) -> Refusal | None:
    """`new`: rows that enter, or that complete what is here in another language."""
    if not is_as_seen:
        return Refusal(No.MOVED)
    return None if new else Refusal(No.NOTHING_NEW)


def may_undo(actor: Actor, intake: Intake, hanging: int) -> Refusal | None:
    """An import is undone while nothing hangs on any of its rows."""
    if refusal := may_keep(actor, intake.member.code):
        return refusal
    if intake.confirmed_at is None or intake.undone_at is not None:
        return Refusal(No.NOT_IMPORTED)
    return Refusal(No.IMPORT_HANGS, {"count": hanging}) if hanging else None


## Reports


def may_save(actor: Actor, member: str, name: str, selection: Selection | None = None) -> Refusal | None:
    """`selection` is the one that is changed; a closed one is not."""
    if refusal := may_keep(actor, member):
        return refusal
    if selection is not None and selection.closed_at is not None:
        return Refusal(No.CLOSED)
    return None if name.strip() else Refusal(No.NAMELESS)


def may_pick(actor: Actor, selection: Selection, chosen: Collection[str]) -> Refusal | None:
    if refusal := may_save(actor, selection.member.code, selection.name, selection):
        return refusal
    return None if chosen else Refusal(No.NOTHING_CHOSEN)


def is_table(rows: str, columns: Sequence[str], offered: Collection[str]) -> Refusal | None:
    """`offered` are the columns that rows of this kind have."""
    if not columns or len(set(columns)) < len(columns):
        return Refusal(No.NO_COLUMNS)
    return Refusal(No.OTHER_ROWS) if rows not in RowKind.values or set(columns) - set(offered) else None


def may_remove_template(actor: Actor, member: str, *, is_used: bool) -> Refusal | None:
    if refusal := may_keep(actor, member):
        return refusal
    return Refusal(No.IN_USE) if is_used else None


def may_tell(
    actor: Actor, selection: Selection, *, rows: int, is_as_seen: bool, told_on: date, today: date
) -> Refusal | None:
    """What is written down as told is exactly what was looked at, and was told by today."""
    if refusal := may_save(actor, selection.member.code, selection.name, selection):
        return refusal
    if not rows:
        return Refusal(No.NOTHING_TO_TELL)
    if not is_as_seen:
        return Refusal(No.TOLD_MOVED)
    return Refusal(No.TOLD_TOO_EARLY) if told_on > today else None
