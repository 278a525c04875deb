"""Who enters what in the register of promotion, what it has to say, and who may read it."""

from dataclasses import dataclass

from django.db.models import Q

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours
from tejido.mechanisms.names import Audience
from tejido.registry.names import Role
from tejido.registry.rules import may_keep_mechanism, may_keep_network

from .models import ForumDocument, ForumEntry, ForumQuote
from .names import Kind, No, Voice


@dataclass(frozen=True, slots=True)
class Said:
    """What of an entry the rules look at: the codes of its kind and voice, who spoke, and whether a basis is given."""

    kind: str
    voice: str
    speaker: str
    has_basis: bool


def readable(actor: Actor) -> Q:
    """The entries that the actor reads: what is public, for seats also the network's, and their member's own."""
    if actor.is_public:
        return Q(audience=Audience.PUBLIC, struck_at=None)
    shown = Q(audience__in=[Audience.NETWORK, Audience.PUBLIC])
    return shown | Q(member__code=actor.member) if actor.member else shown


def may_keep_forums(actor: Actor, names: dict[str, str]) -> Refusal | None:
    """The vocabulary is the secretariat's."""
    return may_keep_network(actor) or (None if any(names.values()) else Refusal(No.FORUM_NAMELESS))


def may_keep_of(actor: Actor, member: str) -> Refusal | None:
    """A member keeps what it entered in its own name; everything else is the secretariat's. `member` is the code of
    whose own entry it is, or empty."""
    if not member:
        return may_keep_network(actor)
    return may_keep_mechanism(actor, member) if actor.member == member else not_yours(Role.FOCAL_POINT.label)


def may_enter(actor: Actor, member: str, said: Said) -> Refusal | None:
    """Whoever keeps it enters it, and it says what it has to."""
    if refusal := may_keep_of(actor, member):
        return refusal
    if member and (said.voice != Voice.MEMBER or said.speaker != member):
        return Refusal(No.OWN_NAME_ONLY)
    return is_sound(said)


def is_sound(said: Said) -> Refusal | None:
    """The network's name needs a basis, a member's own name the member; a mention is made by others."""
    if (said.kind == Kind.MENTION) != (said.voice == Voice.OTHERS):
        return Refusal(No.WRONG_VOICE)
    if said.voice == Voice.NETWORK and not said.has_basis:
        return Refusal(No.NO_BASIS)
    return Refusal(No.NO_SPEAKER) if said.voice == Voice.MEMBER and not said.speaker else None


def may_change(actor: Actor, entry: ForumEntry) -> Refusal | None:
    """Corrections, documents and quotations. What everybody reads, and what a member has shown, changes by a formal
    act alone."""
    member = entry.member.code if entry.member else ""
    if refusal := may_keep_of(actor, member) or stands(entry):
        return refusal
    is_formal = entry.audience == Audience.PUBLIC or (bool(member) and entry.audience != Audience.OWN)
    return must_be_fresh(actor.is_fresh) if is_formal else None


def stands(entry: ForumEntry) -> Refusal | None:
    return Refusal(No.ENTRY_STRUCK) if entry.struck_at else None


def may_show(actor: Actor, entry: ForumEntry, audience: str) -> Refusal | None:
    """Showing an entry to more readers is a formal act of whoever keeps it."""
    member = entry.member.code if entry.member else ""
    if refusal := may_keep_of(actor, member) or stands(entry):
        return refusal
    is_wider = entry.audience != audience and audience in outward(member)
    return must_be_fresh(actor.is_fresh) if is_wider else Refusal(No.SHOWN_SO)


def outward(member: str) -> tuple[Audience, ...]:
    """To whom an entry can be shown besides those who read it first."""
    return (Audience.NETWORK, Audience.PUBLIC) if member else (Audience.PUBLIC,)


def may_hide(actor: Actor, entry: ForumEntry) -> Refusal | None:
    """Back to those who read it first: the member's seats, or those of the network."""
    member = entry.member.code if entry.member else ""
    if refusal := may_keep_of(actor, member):
        return refusal
    return must_be_fresh(actor.is_fresh) if entry.audience != first_audience(member) else Refusal(No.NOT_SHOWN)


def first_audience(member: str) -> Audience:
    return Audience.OWN if member else Audience.NETWORK


def may_remove(actor: Actor, part: ForumDocument | ForumQuote) -> Refusal | None:
    return may_change(actor, part.entry) or (Refusal(No.REMOVED) if part.removed_at else None)
