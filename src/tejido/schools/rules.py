"""Who tells what of schools, of the norms that make courses mandatory and of whom they have to reach, and to whom."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from tejido.adaptation.names import Audience
from tejido.adaptation.rules import keeps, reaches
from tejido.ledger.actors import CONSOLE, Actor
from tejido.ledger.refusals import Refusal, must_be_fresh, not_yours
from tejido.registry.models import Body, Institution
from tejido.registry.names import Role, Task
from tejido.registry.rules import Capacity, may_keep_mechanism, may_keep_network, tasks
from tejido.training.models import Course

from .models import Obligation, School, Target
from .names import No

_PLACE = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}", re.ASCII)


def reads(actor: Actor, body: Body, audience: str) -> bool:
    """Who reads a norm or a population: the seats of the space; those of the whole state where the space is the
    state's; and those to whom it is shown."""
    if tasks(actor, body):
        return True
    is_own = bool(body.member) and body.member is not None and actor.member == body.member.code
    if is_own and (body.institution_id is None or audience):
        return True
    return audience == Audience.PUBLIC or (audience == Audience.NETWORK and not actor.is_public)


## Schools


def may_tell(actor: Actor, member: str, institution: Institution | None) -> Refusal | None:
    """The member's keepers enter its schools, a representative the own institution."""
    if institution is None or institution.member is None or institution.member.code != member:
        return Refusal(No.OTHER_MEMBER)
    if actor != CONSOLE and actor.member == member and actor.role == Role.REPRESENTATIVE:
        return None if actor.institution == institution.key else Refusal(No.OTHER_SCHOOL)
    return keeps_member(actor, member)


def keeps_member(actor: Actor, member: str) -> Refusal | None:
    """What a member tells of itself nobody else enters, not even from the console."""
    if actor == CONSOLE or actor.member != member:
        return not_yours(Role.FOCAL_POINT.label)
    return may_keep_mechanism(actor, member)


def nothing_to_enter(actor: Actor) -> Refusal:
    """Why a seat finds no institution to enter: all are there, or it is not its to enter them."""
    is_keeper = actor.role == Role.REPRESENTATIVE or keeps_member(actor, actor.member or "-") is None
    return Refusal(No.SCHOOL_THERE) if is_keeper and actor.member else not_yours(Role.FOCAL_POINT.label)


def may_report(actor: Actor, name: Mapping[str, str], source: str) -> Refusal | None:
    """What a public source tells of a school, the secretariat enters; never without the source."""
    if refusal := may_keep_network(actor):
        return refusal
    if not name:
        return Refusal(No.NO_NAME)
    return None if source.strip() else Refusal(No.NO_SOURCE)


def is_first(standing: School | None) -> Refusal | None:
    return Refusal(No.SCHOOL_THERE) if standing else None


def may_change(actor: Actor, school: School) -> Refusal | None:
    """Who entered it changes it. What is shown to others only the keepers change, who decided to show it."""
    if refusal := _may_touch(actor, school):
        return refusal
    is_shown = school.audience != Audience.MEMBER and not school.is_from_source
    return Refusal(No.IS_SHOWN) if is_shown and actor.role == Role.REPRESENTATIVE else None


def _may_touch(actor: Actor, school: School) -> Refusal | None:
    if school.is_from_source:
        refusal = may_keep_network(actor)
    else:
        refusal = may_tell(actor, school.member.code if school.member else "", school.institution)
    return refusal or (Refusal(No.STRUCK) if school.struck_at else None)


def says_something_new(before: object, after: object) -> Refusal | None:
    return Refusal(No.NOTHING_NEW) if before == after else None


def may_strike(actor: Actor, school: School) -> Refusal | None:
    """An entry that was wrong. What a member shows it shows no more first."""
    if refusal := _may_touch(actor, school):
        return refusal
    is_shown = school.audience != Audience.MEMBER and not school.is_from_source
    return Refusal(No.IS_SHOWN) if is_shown else None


def has_no_space(school: School) -> Refusal | None:
    """Of the schools of this node. Who may open the space is asked where it is opened."""
    if school.institution_id is None:
        return Refusal(No.NO_INSTITUTION)
    if school.struck_at:
        return Refusal(No.STRUCK)
    return Refusal(No.SPACE_THERE) if school.body_id else None


def may_show(actor: Actor, school: School, audience: str) -> Refusal | None:
    """The member decides to whom its schools are shown, by a formal act of its keepers."""
    if school.is_from_source:
        return Refusal(No.FROM_SOURCE)
    if refusal := keeps_member(actor, school.member.code if school.member else ""):
        return refusal
    if school.struck_at:
        return Refusal(No.STRUCK)
    if school.audience == audience:
        return Refusal(No.NOT_SHOWN if audience == Audience.MEMBER else No.SHOWN_SO)
    return must_be_fresh(actor.is_fresh)


## Obligations


def may_write(capacity: Capacity) -> Refusal | None:
    """Who serves a member's space, or serves or enters records in a school's, writes down norms and populations."""
    if capacity.facilitates or capacity.may(Task.ENTER):
        return None
    return not_yours((Role.REGISTRAR if capacity.body.institution_id else Role.FOCAL_POINT).label)


def is_sound(body: Body, norm: str, cadres: Sequence[str], course: Course | None) -> Refusal | None:
    if not norm.strip():
        return Refusal(No.NO_NORM)
    if not cadres:
        return Refusal(No.NO_CADRE)
    return None if course is None or _is_near(body, course.derivation.text.body) else Refusal(No.OTHER_COURSE)


def _is_near(body: Body, other: Body) -> bool:
    """The same space, or that of the state that it belongs to."""
    is_of_state = other.institution_id is None and other.member_id is not None
    return body.pk == other.pk or (is_of_state and other.member_id == body.member_id)


def is_in_order(since: date, until: date | None) -> Refusal | None:
    ends = until is None or until > since
    return None if ends else Refusal(No.ENDS_BEFORE, {"since": since.isoformat()})


def still_stands(row: Obligation) -> Refusal | None:
    return Refusal(No.STRUCK) if row.struck_at else None


def may_replace(capacity: Capacity, row: Obligation, since: date) -> Refusal | None:
    """The one that follows begins later, and nothing follows what has ended before."""
    if refusal := may_write(capacity) or still_stands(row):
        return refusal
    if since <= row.since:
        return Refusal(No.BEGINS_BEFORE, {"since": row.since.isoformat()})
    is_over = row.until is not None and row.until < since
    return Refusal(No.IS_OVER, {"until": row.until.isoformat()}) if is_over and row.until else None


def may_end(capacity: Capacity, row: Obligation, until: date) -> Refusal | None:
    return may_write(capacity) or still_stands(row) or is_in_order(row.since, until)


def may_strike_obligation(capacity: Capacity, row: Obligation) -> Refusal | None:
    if refusal := may_write(capacity) or still_stands(row):
        return refusal
    return Refusal(No.IS_SHOWN) if row.audience else None


def may_show_obligation(actor: Actor, capacity: Capacity, row: Obligation, audience: str) -> Refusal | None:
    """The keepers of the space decide; a school shows its own within its state. `audience` is empty for nobody."""
    if refusal := keeps(actor, capacity) or still_stands(row):
        return refusal
    if row.audience == audience:
        return Refusal(No.SHOWN_SO if audience else No.NOT_SHOWN)
    return (reaches(capacity.body, audience) if audience else None) or must_be_fresh(actor.is_fresh)


## Populations


def is_population(member: str, province: str) -> Refusal | None:
    """A province is one of the member's own."""
    is_its = not province or (_PLACE.fullmatch(province) is not None and province.startswith(f"{member}-"))
    return None if is_its else Refusal(No.NO_PLACE, {"place": province, "member": member})


def changes_number(standing: Target | None, number: int, source: str) -> Refusal | None:
    is_same = standing is not None and (standing.number, standing.source) == (number, source)
    return Refusal(No.TARGET_SO) if is_same else None


def may_lift(capacity: Capacity, row: Target) -> Refusal | None:
    return may_write(capacity) or (Refusal(No.TARGET_GONE) if row.replaced_at else None)


def changes_anything(count: int) -> Refusal | None:
    return None if count else Refusal(No.NO_CHANGES)
