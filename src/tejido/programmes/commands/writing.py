"""What the acts on initiatives have in common: the row locked, what was given made into what is kept, and written."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tejido.curriculum.models import Text
from tejido.curriculum.queries import document_of, latest_revision
from tejido.ledger import commands as ledger
from tejido.ledger.actors import Actor
from tejido.ledger.names import tree_of
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.mechanisms.names import Audience
from tejido.registry.models import Institution, Member
from tejido.registry.names import BodyKind

from .. import rules
from ..lines import cleaned, digest_of, facets, folded
from ..models import Area, Initiative, Release, Term, Value
from ..names import Act, Field, No, Use

Values = Mapping[Any, Any]  # by field


def locked(initiative: Initiative) -> Initiative:
    rows = Initiative.objects.select_for_update(of=("self",)).select_related("member")
    return rows.get(key=initiative.key)


def standing(initiative: Initiative) -> dict[str, Any]:
    """What it says now, by field."""
    rows = Value.objects.filter(initiative=initiative, replaced_at=None).values_list("field", "value")
    return {field: value for field, value in rows if value is not None}


def institutions(*values: Values) -> set[str]:
    """The keys of the responsible institutions that values name, "" where one names none."""
    return {(said.get(Field.INSTITUTION) or {}).get("key", "") for said in values}


def resolved(member: Member, given: Values, before: Values) -> dict[str, Any]:
    """What was given as it is kept: areas and institutions, given by their keys, with a copy of what they are called.
    None for what is emptied. Refused where something cannot be kept."""
    found: dict[str, Any] = {}
    for field, sent in given.items():
        value = cleaned(sent)
        found[str(field)] = None if value is None else _kept(member, Field(field), value, before.get(field))
    return found


def _kept(member: Member, field: Field, value: Any, before: Any) -> Any:
    if field == Field.AREA:
        return _area(member, value, before)
    if field == Field.INSTITUTION:
        return _institution(member, value)
    ask(rules.is_sound(field, value))
    match field:
        case Field.TYPE:
            _must_be_in_use(Use.TYPE, {value} - {before})
        case Field.GROUPS:
            _must_be_in_use(Use.GROUP, set(value) - set(before or ()))
        case Field.PASSAGES:
            _must_be_in_text([one for one in value if one not in (before or ())])
    return value


def _area(member: Member, key: str, before: Any) -> Any:
    """An area that was closed since stays where it was named already."""
    area = Area.objects.select_related("member").filter(key=key).first()
    if area is None:
        raise Refused(Refusal(No.OTHER_MEMBER))
    if before and before["key"] == key and area.closed_at:
        return before
    ask(rules.may_name_area(area, member.code))
    return {"key": area.key, "kind": area.kind, "name": area.name}


def _institution(member: Member, key: str) -> Any:
    row = Institution.objects.select_related("member").filter(key=key).first()
    ask(rules.is_of_member(row.member.code if row and row.member else None, member.code))
    return {"key": key, "code": row.code, "name": row.name} if row else None


def _must_be_in_use(use: Use, keys: set[str]) -> None:
    found = Term.objects.filter(key__in=keys, use=use)
    if len(found) < len(keys):
        raise Refused(Refusal(No.NOT_IN_USE))
    for term in found:
        ask(rules.is_in_use(term))


def _must_be_in_text(passages: list[Mapping[str, str]]) -> None:
    for key in sorted({one["text"] for one in passages}):
        text = Text.objects.filter(key=key, body__kind=BodyKind.NETWORK).first()
        document = document_of(latest_revision(text)) if text else ()
        if any(one["passage"] not in document for one in passages if one["text"] == key):
            raise Refused(Refusal(No.NO_SUCH_PASSAGE))


def write(row: Initiative, values: Values, actor: Actor, at: datetime) -> None:
    """The values as the row's present revision; those that they replace are kept. What a source says is public."""
    Value.objects.filter(initiative=row, field__in=values, replaced_at=None).update(replaced_at=at)
    Value.objects.bulk_create(
        Value(initiative=row, revision=row.revision, at=at, office=actor.office, **_told(field, value))
        for field, value in values.items()
    )
    if row.is_from_source:
        show(row, dict.fromkeys(values, Audience.PUBLIC), values, actor, at)


def show(
    row: Initiative, audiences: Mapping[str, str], values: Values, actor: Actor, at: datetime
) -> dict[str, Release]:
    """These fields are shown to these readers as they are given; what was shown of them before is shown no more. A
    field without a value, or for nobody, is withdrawn."""
    Release.objects.filter(initiative=row, field__in=audiences, withdrawn_at=None).update(withdrawn_at=at)
    made = [
        Release(
            initiative=row, audience=audience, digest=digest_of(field, values[field]), at=at, office=actor.office,
            **_told(field, values[field]),
        )
        for field, audience in audiences.items()
        if audience != Audience.OWN and values.get(field) is not None
    ]  # fmt: skip  # one row of a table, read as one
    Release.objects.bulk_create(made)
    return {release.field: release for release in made}


def _told(field: str, value: Any) -> dict[str, Any]:
    return {"field": str(field), "value": value, "facets": facets(field, value), "folded": folded(field, value)}


def write_down(
    actor: Actor,
    act: Act,
    row: Initiative,
    at: datetime,
    facts: Mapping[str, Any] | None = None,
    details: Mapping[str, Any] | None = None,
) -> None:
    """One line about an initiative: what a source says stands in the network's ledger, what a member states in its
    own."""
    tree = tree_of("" if row.is_from_source else row.member.code)
    ledger.write_down(actor, act, row, at, facts, tree=tree, details=details)
