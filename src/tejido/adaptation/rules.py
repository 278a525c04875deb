"""Who may derive, declare, approve, take up and show, and when."""

from collections.abc import Collection, Iterable, Sequence

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours
from tejido.registry.models import Body
from tejido.registry.names import BodyKind, Role, Task
from tejido.registry.rules import Capacity, may_keep_mechanism, may_keep_network
from tejido.web.languages import in_my_language

from .models import Derivation, Release
from .names import Audience, LockState, No


def may_work(capacity: Capacity) -> Refusal | None:
    """Who serves the space writes the version, declares its departures and brings it up to date."""
    return None if capacity.facilitates else not_yours(_serving(capacity.body).label)


def may_begin(capacity: Capacity, *, is_there: bool, has_edition: bool) -> Refusal | None:
    """One version of a text in a space, and only of what was adopted."""
    if refusal := may_work(capacity):
        return refusal
    if is_there:
        return Refusal(No.DERIVED_ALREADY)
    return None if has_edition else Refusal(No.NOTHING_TO_DERIVE)


def may_begin_from_file(capacity: Capacity, begun: Derivation | None) -> Refusal | None:
    """One version of another network's text in a space; `begun` is the one that is there."""
    if refusal := may_work(capacity):
        return refusal
    return None if begun is None else Refusal(No.FILE_BEGUN, {"title": in_my_language(begun.text.title)})


def may_declare(
    capacity: Capacity, *, is_departing: bool, is_as_seen: bool, is_core: bool, is_derogation: bool, reason: str
) -> Refusal | None:
    """A reason for what departs; a core passage asks for a derogation in so many words."""
    if refusal := may_work(capacity):
        return refusal
    if not is_departing:
        return Refusal(No.NOT_DEPARTING)
    if not is_as_seen:
        return Refusal(No.VERSION_MOVED)
    if is_core != is_derogation:
        return Refusal(No.IS_CORE if is_core else No.NOT_CORE)
    return None if reason.strip() else Refusal(No.NO_REASON)


def may_approve(
    actor: Actor, capacity: Capacity, *, waiting: int, own: int, others: Sequence[Role], is_as_seen: bool
) -> Refusal | None:
    """The authority of the space answers for the departures, by a formal act on exactly what it read. Nobody approves
    the reasons that they gave themselves: `waiting` counts those of others, `own` theirs, and `others` are the roles in
    which somebody else could approve."""
    if refusal := approves(capacity):
        return refusal
    if not waiting:
        return _is_own(others) if own else Refusal(No.NOTHING_TO_APPROVE)
    return must_be_fresh(actor.is_fresh) if is_as_seen else Refusal(No.LIST_MOVED)


def _is_own(others: Sequence[Role]) -> Refusal:
    who = ", ".join(str(role.label) for role in others)
    return Refusal(No.OWN_REASONS, {"who": who}) if others else Refusal(No.NO_OTHER_APPROVER)


def approves(capacity: Capacity) -> Refusal | None:
    return None if capacity.may(Task.CHAIR) else not_yours(_approving(capacity.body).label)


def may_lock(actor: Actor, body: Body, *, is_there: bool, is_locked: bool, decided: str) -> Refusal | None:
    """The secretariat writes down which passages the network made core; it never decides it."""
    if refusal := may_keep_network(actor) or _is_of_network(body):
        return refusal
    if not is_there:
        return Refusal(No.NOT_IN_EDITION)
    if is_locked:
        return Refusal(No.LOCKED_ALREADY)
    return must_be_fresh(actor.is_fresh) if decided.strip() else Refusal(No.NO_DECISION)


def may_confirm(actor: Actor, body: Body, state: LockState | None, decided: str) -> Refusal | None:
    """A passage that was locked says something else in a later edition: the network decides again."""
    if refusal := may_keep_network(actor) or _is_of_network(body):
        return refusal
    if state is None:
        return Refusal(No.NOT_LOCKED)
    if state != LockState.CHANGED:
        return Refusal(No.NOT_CHANGED)
    return must_be_fresh(actor.is_fresh) if decided.strip() else Refusal(No.NO_DECISION)


def may_unlock(actor: Actor, body: Body, *, is_locked: bool) -> Refusal | None:
    if refusal := may_keep_network(actor) or _is_of_network(body):
        return refusal
    return must_be_fresh(actor.is_fresh) if is_locked else Refusal(No.NOT_LOCKED)


def _is_of_network(body: Body) -> Refusal | None:
    return None if body.kind == BodyKind.NETWORK else Refusal(No.NOT_ADOPTED)


def is_offered(*, has_offer: bool, is_as_seen: bool) -> Refusal | None:
    if not has_offer:
        return Refusal(No.NOTHING_OFFERED)
    return None if is_as_seen else Refusal(No.OFFER_MOVED)


def is_chosen(done: int, declined: Iterable[str], reasons: Collection[str]) -> Refusal | None:
    """At least one change is taken or declined, and whatever is declined has its reason."""
    if not done:
        return Refusal(No.NOTHING_CHOSEN)
    return None if all(id in reasons for id in declined) else Refusal(No.NO_DECLINE_REASON)


def may_undo(capacity: Capacity, *, is_there: bool, is_as_seen: bool) -> Refusal | None:
    """The taking up that was read of; pressed twice, it does not reach for the one before."""
    if refusal := may_work(capacity):
        return refusal
    if not is_as_seen:
        return Refusal(No.VERSION_MOVED)
    return None if is_there else Refusal(No.NOTHING_TO_UNDO)


def may_show(
    actor: Actor,
    capacity: Capacity,
    audience: str,
    *,
    is_as_seen: bool,
    is_shown_so: bool,
    undeclared: Collection[str],
) -> Refusal | None:
    """A member decides to whom it shows its version; an institution shows its own within its state. What the network
    made core is never departed from in silence."""
    body = capacity.body
    if refusal := keeps(actor, capacity) or reaches(body, audience):
        return refusal
    if not is_as_seen:
        return Refusal(No.VERSION_MOVED)
    if undeclared:
        return Refusal(No.CORE_UNDECLARED, {"places": ", ".join(undeclared)})
    return Refusal(No.SHOWN_SO) if is_shown_so else must_be_fresh(actor.is_fresh)


def may_hide(actor: Actor, capacity: Capacity, standing: Release | None) -> Refusal | None:
    if refusal := keeps(actor, capacity):
        return refusal
    return must_be_fresh(actor.is_fresh) if standing else Refusal(No.NOT_SHOWN)


def keeps(actor: Actor, capacity: Capacity) -> Refusal | None:
    """Who decides to whom a version is shown: the keepers of its member; elsewhere who serves the space."""
    member = capacity.body.member
    if member is None or capacity.body.institution_id:
        return may_work(capacity)
    return may_keep_mechanism(actor, member.code)


def reaches(body: Body, audience: str) -> Refusal | None:
    if body.institution_id:
        return None if audience == Audience.MEMBER else Refusal(No.ONLY_OWN_STATE)
    return Refusal(No.ONLY_OUTWARD) if audience == Audience.MEMBER else None


def is_proven(*, is_ok: bool) -> Refusal | None:
    return None if is_ok else Refusal(No.FILE_NOT_PROVEN)


def is_signed_by(*, is_it: bool, said: str, found: str) -> Refusal | None:
    """A new network begins from a text of somebody that it knows: who compared the fingerprint says it."""
    if not said.strip():
        return Refusal(No.NO_KEY_SAID, {"found": found})
    return None if is_it else Refusal(No.OTHER_SIGNER, {"said": said, "found": found})


def is_kept(*, is_plain: bool) -> Refusal | None:
    return None if is_plain else Refusal(No.FILE_NOT_KEPT)


def continues(derivation: Derivation, key: str, slug: str, number: int, last: int) -> Refusal | None:
    """A later edition comes from the same network and is of the same text."""
    if derivation.origin.get("key") != key:
        return Refusal(No.OTHER_KEY)
    if derivation.origin.get("text") != slug:
        return Refusal(No.OTHER_TEXT)
    return None if number > last else Refusal(No.NOT_NEWER, {"number": number})


def _serving(body: Body) -> Role:
    if body.member is None:
        return Role.SECRETARIAT
    return Role.REPRESENTATIVE if body.institution_id else Role.FOCAL_POINT


def _approving(body: Body) -> Role:
    if body.member is None:
        return Role.CHAIR
    return Role.REPRESENTATIVE if body.institution_id else Role.VALIDATING_AUTHORITY
