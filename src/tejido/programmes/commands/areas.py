"""The areas of government in which a member builds prevention in."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from tejido.ledger import commands as ledger
from tejido.ledger.actors import Actor
from tejido.ledger.names import NETWORK, tree_of
from tejido.ledger.refusals import ask
from tejido.registry.models import Institution, Member

from .. import rules
from ..lines import digest_of, shown_of
from ..models import Area, AreaRelease
from ..names import Act, Field


@transaction.atomic
def enter_area(
    *,
    actor: Actor,
    member: Member,
    kind: str,
    name: Mapping[str, str],
    at: datetime,
    institution: Institution | None = None,
    is_demonstration: bool = False,
) -> Area:
    """An area as the member calls it, and who answers for it. At first only the member's own seats read it."""
    ask(rules.may_tell(actor, member.code) or rules.is_named(name))
    _must_be_of(institution, member)
    row = Area.objects.create(
        member=member, kind=kind, name=dict(name), institution=institution, at=at, office=actor.office,
        is_demonstration=is_demonstration,
    )  # fmt: skip  # one row of a table, read as one
    _write_down(actor, Act.AREA_ENTERED, row, at)
    return row


@transaction.atomic
def change_area(
    *, actor: Actor, area: Area, kind: str, name: Mapping[str, str], at: datetime, institution: Institution | None
) -> None:
    """It is called so from now on. Others see it as it was released, until it is released anew."""
    row = _locked(area)
    ask(rules.may_change_area(actor, row) or rules.is_named(name))
    _must_be_of(institution, row.member)
    before = shown_of(row)
    row.kind, row.name, row.institution = kind, dict(name), institution
    ask(rules.changes_something([row] if shown_of(row) != before else []))
    row.save(update_fields=["kind", "name", "institution"])
    _write_down(actor, Act.AREA_CHANGED, row, at)


@transaction.atomic
def close_area(*, actor: Actor, area: Area, at: datetime) -> None:
    """No initiative is entered in it any more; those that were keep what it was called."""
    row = _locked(area)
    ask(rules.may_close_area(actor, row, _standing(row) is not None))
    row.closed_at = at
    row.save(update_fields=["closed_at"])
    _write_down(actor, Act.AREA_CLOSED, row, at)


@transaction.atomic
def release_area(*, actor: Actor, area: Area, audience: str, seen: str, at: datetime) -> AreaRelease:
    """From now on these readers see the area as it stands. `seen` is the digest of what was read of it."""
    row = _locked(area)
    shown, value = _standing(row), shown_of(row)
    ask(rules.may_release_area(actor, row, digest_of(Field.AREA, value), seen))
    is_same = shown is not None and (shown.audience, shown.value) == (audience, value)
    ask(rules.changes_something([] if is_same else [row]) or rules.is_formal(actor))
    AreaRelease.objects.filter(area=row, withdrawn_at=None).update(withdrawn_at=at)
    made = AreaRelease.objects.create(
        area=row, audience=audience, value=value, digest=digest_of(Field.AREA, value), at=at, office=actor.office
    )
    facts = {"audience": str(audience), "digest": made.digest}
    ledger.write_down(actor, Act.AREA_RELEASED, made, at, facts, tree=NETWORK)
    return made


@transaction.atomic
def withdraw_area(*, actor: Actor, area: Area, at: datetime) -> None:
    """Nobody outside sees it any more; that it was shown is kept."""
    row = _locked(area)
    shown = _standing(row)
    ask(rules.may_withdraw_area(actor, row, shown))
    for release in AreaRelease.objects.filter(area=row, withdrawn_at=None):
        release.withdrawn_at = at
        release.save(update_fields=["withdrawn_at"])
        ledger.write_down(actor, Act.AREA_WITHDRAWN, release, at, {"digest": release.digest}, tree=NETWORK)


def _locked(area: Area) -> Area:
    return Area.objects.select_for_update(of=("self",)).select_related("member", "institution").get(key=area.key)


def _must_be_of(institution: Institution | None, member: Member) -> None:
    if institution is not None:
        ask(rules.is_of_member(institution.member.code if institution.member else None, member.code))


def _standing(row: Area) -> AreaRelease | None:
    return AreaRelease.objects.filter(area=row, withdrawn_at=None).first()


def _write_down(actor: Actor, act: Act, row: Area, at: datetime) -> None:
    facts = {"kind": str(row.kind)}
    ledger.write_down(actor, act, row, at, facts, tree=tree_of(row.member.code), details={"name": row.name})
