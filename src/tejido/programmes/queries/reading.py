"""What an actor may read of initiatives: the present values of its own member, and of others what was released.

Nothing else answers a question here, so that no filter, count or order tells what was not released.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, TextField, When

from tejido.ledger.actors import Actor
from tejido.registry.models import Member
from tejido.web.languages import in_my_language

from ..lines import facet, fold
from ..models import Initiative, Release, Value
from ..names import Field
from ..rules import outward, reads_values

Values = Mapping[str, Any]
BATCH = 5000  # databases take no longer list in one question


@dataclass(frozen=True, slots=True)
class Seen:
    """An initiative as one reader reads it: `values` by field, in the order of the fields; what the reader may not read
    is not there. `since` says of each field from when on it has said so (to others: when it was released)."""

    initiative: Initiative
    is_own: bool
    values: Values
    since: Mapping[str, datetime]

    @property
    def key(self) -> str:
        return self.initiative.key

    @property
    def member(self) -> Member:
        return self.initiative.member

    @property
    def title(self) -> Mapping[str, str]:
        """Words by language."""
        title: Mapping[str, str] = self.values.get(Field.TITLE, {})
        return title

    @property
    def state(self) -> str:
        """How it stands, as far as the reader may know; empty where nothing is said."""
        history = self.values.get(Field.STATUS)
        return history[-1]["state"] if history else ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader looks for. `type` and `group` are keys of terms, `area` a kind or the key of an area, `task`,
    `factor`, `goal` and `state` codes, `institution` a key, `words` are found in any field that may be read."""

    member: str = ""
    type: str = ""
    area: str = ""
    group: str = ""
    task: str = ""
    factor: str = ""
    goal: str = ""
    state: str = ""
    institution: str = ""
    words: str = ""

    @property
    def by_field(self) -> Mapping[Field, str]:
        """The fields that are filtered, with the key that each has to name."""
        asked = {
            Field.TYPE: self.type,
            Field.AREA: self.area,
            Field.GROUPS: self.group,
            Field.TASKS: self.task,
            Field.FACTORS: self.factor,
            Field.GOALS: self.goal,
            Field.STATUS: self.state,
            Field.INSTITUTION: self.institution,
        }
        return {name: key for name, key in asked.items() if key}

    @property
    def is_empty(self) -> bool:
        return self == Wanted()


@dataclass(frozen=True, slots=True)
class Reach:
    """The rows of values that one actor may read."""

    actor: Actor
    own: Q = field(init=False)

    def __post_init__(self) -> None:
        mine = Q(member__code=self.actor.member, grade="own") if not self.actor.is_public else Q(pk__in=[])
        object.__setattr__(self, "own", mine)

    def values(self, **sought: Any) -> QuerySet[Value]:
        return Value.objects.filter(initiative=OuterRef("pk"), replaced_at=None, **sought)

    def releases(self, **sought: Any) -> QuerySet[Release]:
        audiences = outward(self.actor)
        return Release.objects.filter(initiative=OuterRef("pk"), withdrawn_at=None, audience__in=audiences, **sought)

    def where(self, **sought: Any) -> Q:
        """Initiatives with a readable field like this."""
        return (self.own & Exists(self.values(**sought))) | (~self.own & Exists(self.releases(**sought)))

    def title(self) -> Case:
        own, shown = (
            Subquery(rows.values("folded")[:1])
            for rows in (self.values(field=Field.TITLE), self.releases(field=Field.TITLE))
        )
        return Case(When(self.own, then=own), default=shown, output_field=TextField())


def visible(actor: Actor, wanted: Wanted = Wanted()) -> QuerySet[Initiative]:
    """The initiatives of which the actor may read at least the title, that are as wanted, by member and title."""
    reach = Reach(actor)
    found = Initiative.objects.filter(reach.where(field=Field.TITLE), struck_at=None).select_related("member")
    if wanted.member:
        found = found.filter(member__code=wanted.member)
    for name, key in wanted.by_field.items():
        found = found.filter(reach.where(field=name, facets__contains=facet(key)))
    for word in fold(wanted.words).split():
        found = found.filter(reach.where(folded__contains=word))
    return found.annotate(_title=reach.title()).order_by("member__code", "_title", "key")


def seen(actor: Actor, initiatives: Sequence[Initiative]) -> list[Seen]:
    """Each initiative as the actor reads it, in the same order; those of which it may read nothing are left out. Two
    queries for each BATCH of them."""
    return [
        one for start in range(0, len(initiatives), BATCH) for one in _read(actor, initiatives[start : start + BATCH])
    ]


def _read(actor: Actor, initiatives: Sequence[Initiative]) -> list[Seen]:
    own = {row.key for row in initiatives if reads_values(actor, row)}
    told = _by_initiative(Value.objects.filter(initiative__in=own, replaced_at=None))
    others = [row.key for row in initiatives if row.key not in own]
    told |= _by_initiative(
        Release.objects.filter(initiative__in=others, withdrawn_at=None, audience__in=outward(actor))
    )
    found = [_seen(row, told.get(row.key, {}), row.key in own) for row in initiatives]
    return [one for one in found if one.title]


def _by_initiative(rows: Iterable[Any]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        if row.value is not None:
            found.setdefault(row.initiative_id, {})[row.field] = row
    return found


def _seen(row: Initiative, told: Mapping[str, Any], is_own: bool) -> Seen:
    fields = [name for name in Field if name in told]
    return Seen(row, is_own, {name: told[name].value for name in fields}, {name: told[name].at for name in fields})


def readable(actor: Actor, initiatives: Sequence[Initiative]) -> Mapping[str, Values]:
    """By the key of each initiative, its values by field as far as the actor may read them. Two queries."""
    return {one.key: one.values for one in seen(actor, initiatives)}


def initiatives_for(
    actor: Actor,
    member: str | None = None,
    wanted: Wanted = Wanted(),
    *,
    most: int | None = None,
) -> list[Seen]:
    """What the actor may read of initiatives, of one member or of all, at most so many. Three queries."""
    found = visible(actor, wanted)
    return seen(actor, list((found.filter(member__code=member) if member else found)[:most]))


def initiative_for(actor: Actor, key: str) -> Seen:
    """One initiative as the actor reads it. Initiative.DoesNotExist for a hidden key, exactly as for an unknown one."""
    row = Initiative.objects.select_related("member").get(key=key)
    for one in seen(actor, [row]):
        return one
    raise Initiative.DoesNotExist


def own_initiative_for(actor: Actor, key: str) -> Initiative:
    """An initiative that the actor's own member states, one that was struck out too. Initiative.DoesNotExist
    otherwise."""
    if actor.is_public:
        raise Initiative.DoesNotExist
    return Initiative.objects.select_related("member").get(key=key, member__code=actor.member, grade="own")


def choices_for(actor: Actor) -> list[tuple[str, str]]:
    """The own initiatives that other things can be linked to: key, and title in the reader's language. Three
    queries."""
    own = [] if actor.is_public or not actor.member else initiatives_for(actor, actor.member)
    return [(one.key, in_my_language(one.title)) for one in own if one.is_own]


def titles_for(actor: Actor, keys: Iterable[str]) -> Mapping[str, Mapping[str, str]]:
    """By key the titles of those initiatives that the actor may read; a hidden key is left out like an unknown one. An
    empty key names none. Three queries, none where no key is given."""
    asked = {key for key in keys if key}
    rows = list(visible(actor).filter(key__in=asked)) if asked else []
    return {one.key: one.title for one in seen(actor, rows)}
