"""Offers and requests: who writes them, and who is shown them."""

from collections.abc import Collection

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours
from tejido.registry.names import Role
from tejido.registry.rules import may_keep_mechanism
from tejido.web.languages import filled

from ..models import Posting
from ..names import No, Reach
from .values import PostingData


def may_speak(actor: Actor, member: str) -> Refusal | None:
    """What a member offers, asks for and agrees on, its keepers say; nobody else, not even at its beginning."""
    if not member or actor.member != member:
        return not_yours(Role.FOCAL_POINT.label)
    return may_keep_mechanism(actor, member)


def may_write(actor: Actor, data: PostingData) -> Refusal | None:
    return may_speak(actor, actor.member) or _is_sound(data)


def may_change(actor: Actor, row: Posting, data: PostingData, *, is_as_seen: bool) -> Refusal | None:
    """Only what nobody else reads is changed: what was shown stays what it was."""
    if refusal := may_speak(actor, row.member.code) or _is_open(row):
        return refusal
    if row.shown_at:
        return Refusal(No.IS_SHOWN)
    return _is_sound(data) if is_as_seen else Refusal(Shared.STALE)


def _is_sound(data: PostingData) -> Refusal | None:
    if not filled(data.title):
        return Refusal(No.UNTITLED)
    return Refusal(No.NOT_A_DAY) if data.since and data.until and data.until < data.since else None


def _is_open(row: Posting) -> Refusal | None:
    return None if row.is_open else Refusal(No.IS_CLOSED)


def may_show(
    actor: Actor,
    row: Posting,
    reach: str,
    chosen: Collection[str],
    members: Collection[str],
    *,
    is_as_seen: bool,
    is_so: bool,
) -> Refusal | None:
    """`chosen` are codes of members, `members` those that there are. It is shown as the person saw it. The second
    factor is asked last."""
    if refusal := may_speak(actor, row.member.code) or _is_open(row):
        return refusal
    if reach == Reach.CHOSEN:
        strange = sorted(code for code in chosen if code not in members or code == row.member.code)
        if strange or not chosen:
            return Refusal(No.UNKNOWN_MEMBER, {"code": strange[0]}) if strange else Refusal(No.NOBODY_CHOSEN)
    if not is_as_seen:
        return Refusal(Shared.STALE)
    return Refusal(No.SHOWN_SO) if is_so else must_be_fresh(actor.is_fresh)


def may_hide(actor: Actor, row: Posting) -> Refusal | None:
    if refusal := may_speak(actor, row.member.code):
        return refusal
    return None if row.shown_at else Refusal(No.NOT_SHOWN)


def may_close(actor: Actor, row: Posting) -> Refusal | None:
    return may_speak(actor, row.member.code) or _is_open(row)
