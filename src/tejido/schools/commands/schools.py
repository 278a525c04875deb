"""Schools: entered by their member or from a source, changed, given a space, shown, struck out."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from django.db import transaction

from tejido.adaptation.names import Audience
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import tree_of
from tejido.ledger.refusals import ask, must_be_as_seen
from tejido.mechanisms.names import Grade
from tejido.registry.commands import open_office
from tejido.registry.models import Institution, Member
from tejido.registry.names import Role

from .. import rules
from ..lines import FIELDS, digest_of, told
from ..models import School
from ..names import Act, System


@transaction.atomic
def enter_school(
    *,
    actor: Actor,
    institution: Institution,
    at: datetime,
    sectors: Sequence[str] = (),
    city: str = "",
    system: str = System.UNKNOWN,
    system_name: str = "",
    languages: Sequence[str] = (),
    since: str = "",
    says: Mapping[str, str] | None = None,
    source: str = "",
    address: str = "",
    is_demonstration: bool = False,
) -> School:
    """An institution of the actor's member is a training school. Its representative opens its own space with it; where
    the focal point enters it, the space waits for the representative. Every seat of the member reads it, nobody
    else."""
    row = Institution.objects.select_for_update(of=("self",)).select_related("member").get(key=institution.key)
    ask(rules.may_tell(actor, actor.member, row))
    ask(rules.is_first(School.objects.filter(institution=row, struck_at=None).first()))
    made = School(
        member=row.member, institution=row, sectors=list(sectors), city=city.strip(), system=system,
        system_name=system_name.strip(), languages=list(languages), since=since, says=dict(says or {}),
        source=source.strip(), address=address, at=at, office=actor.office, is_demonstration=is_demonstration,
    )  # fmt: skip  # one row of a table, read as one
    if actor.role == Role.REPRESENTATIVE:
        made.body = open_office(actor=actor, member=cast("Member", row.member), institution=row, at=at)
    made.save(force_insert=True)
    _write(actor, Act.SCHOOL_ENTERED, made, at)
    return made


@transaction.atomic
def report_school(
    *,
    actor: Actor,
    member: Member | None,
    name: Mapping[str, str],
    source: str,
    grade: str,
    at: datetime,
    **told_of: Any,
) -> School:
    """What a source tells of a school, of one State or, without `member`, of several. Everybody reads it. `told_of`:
    sectors, city, system, system_name, languages, since, says, address."""
    ask(rules.may_report(actor, name, source))
    made = School.objects.create(
        member=member, name=dict(name), source=source.strip(), grade=Grade(grade), audience=Audience.PUBLIC, at=at,
        office=actor.office, **told_of,
    )  # fmt: skip  # one row of a table, read as one
    _write(actor, Act.SCHOOL_ENTERED, made, at)
    return made


@transaction.atomic
def change_school(*, actor: Actor, school: School, seen: str, at: datetime, **values: Any) -> School:
    """What is told of it, field by field (`lines.FIELDS`); those not given stay. `seen` is the digest of what was
    changed (`lines.digest_of`). The name of a member's own school is that of its institution."""
    row = _locked(school)
    ask(rules.may_change(actor, row))
    before = told(row)
    ask(must_be_as_seen(seen, digest_of(row)))
    for name in FIELDS:
        if name in values:
            setattr(row, name, values[name])
    if row.is_from_source:
        ask(rules.may_report(actor, row.name, row.source))
    ask(rules.says_something_new(before, told(row)))
    row.save(update_fields=list(FIELDS))
    _write(actor, Act.SCHOOL_CHANGED, row, at)
    return row


@transaction.atomic
def open_space(*, actor: Actor, school: School, at: datetime) -> School:
    """The school's own space, in which it keeps its courses and who took them. Its representative opens it."""
    row = _locked(school)
    ask(rules.has_no_space(row))
    owner = cast("Institution", row.institution)  # refused above where there is none
    row.body = open_office(actor=actor, member=cast("Member", row.member), institution=owner, at=at)
    row.save(update_fields=["body"])
    write_down(actor, Act.SPACE_OPENED, row, at, tree=_tree(row))
    return row


@transaction.atomic
def show_school(*, actor: Actor, school: School, audience: str, at: datetime) -> School:
    """To the seats of the network, or to everybody: what is told of it now and what is told of it later."""
    return _shown(actor, school, audience, Act.SCHOOL_SHOWN, at)


@transaction.atomic
def hide_school(*, actor: Actor, school: School, at: datetime) -> School:
    """From now on the seats of its own member alone read of it."""
    return _shown(actor, school, Audience.MEMBER, Act.SCHOOL_HIDDEN, at)


def _shown(actor: Actor, school: School, audience: str, act: Act, at: datetime) -> School:
    row = _locked(school)
    ask(rules.may_show(actor, row, audience))
    row.audience = Audience(audience)
    row.save(update_fields=["audience"])
    write_down(actor, act, row, at, {"audience": audience, "digest": digest_of(row)}, tree=_tree(row))
    return row


@transaction.atomic
def strike_school(*, actor: Actor, school: School, reason: str, at: datetime) -> None:
    """The entry was wrong: it is kept for its member, and no longer counts. Its space, if it has one, stays."""
    row = _locked(school)
    ask(rules.may_strike(actor, row))
    row.struck_at, row.struck_because, row.body = at, reason, None
    row.save(update_fields=["struck_at", "struck_because", "body"])
    write_down(actor, Act.SCHOOL_STRUCK, row, at, tree=_tree(row), details={"reason": reason})


def _locked(school: School) -> School:
    rows = School.objects.select_for_update(of=("self",))
    return rows.select_related("member", "institution__member", "body").get(key=school.key)


def _tree(row: School) -> str:
    """What a source tells stands in the network's ledger; what a member tells in its own."""
    is_own = row.member is not None and not row.is_from_source
    return tree_of(row.member.code if is_own and row.member else "")


def _write(actor: Actor, act: Act, row: School, at: datetime) -> None:
    facts = {"sectors": list(row.sectors), "system": str(row.system), "digest": digest_of(row)}
    write_down(actor, act, row, at, facts, tree=_tree(row), details=told(row))
