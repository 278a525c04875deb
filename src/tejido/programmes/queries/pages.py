"""What the pages of initiatives show: lists, one member, one initiative with its past, and its releases."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count

from tejido.ledger.actors import Actor
from tejido.mechanisms.names import Audience
from tejido.registry.models import Institution, Member
from tejido.web.languages import in_my_language

from ..lines import digest_of, fold, shown_of
from ..models import Area, AreaRelease, Initiative, Release, Term, Value
from ..names import Field, Standing, Use
from ..rules import EVERYBODY, IN_NETWORK, Plan, differences, is_own, outward
from .reading import Reach, Seen, Wanted, seen, visible

PAGE = 25  # initiatives on a page
NOT_SAID = ""  # the column of those of which no type may be read


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of what was found. `audiences`: who else may read the reader's own, by key."""

    lines: tuple[Seen, ...]
    page: Page[Initiative]
    audiences: Mapping[str, str]

    @property
    def count(self) -> int:
        return int(self.page.paginator.count)


@dataclass(frozen=True, slots=True)
class Overview:
    """How many initiatives of each member and type the reader may read. `types` are the columns, with NOT_SAID last
    where it is needed."""

    types: tuple[str, ...]
    rows: tuple[tuple[Member, tuple[int, ...], int], ...]


def leaf_for(actor: Actor, wanted: Wanted, number: Any) -> Leaf:
    """A page of what the actor may read and wants. Five queries."""
    page = Paginator(visible(actor, wanted), PAGE).get_page(number)
    lines = tuple(seen(actor, list(page.object_list)))
    return Leaf(lines, page, _audiences([one.key for one in lines if one.is_own]))


def _audiences(keys: Sequence[str]) -> Mapping[str, str]:
    """Who else is shown these initiatives: the readers of their titles. Others are their member's own."""
    titles = Release.objects.filter(initiative__in=keys, field=Field.TITLE, withdrawn_at=None)
    return dict.fromkeys(keys, Audience.OWN) | dict(titles.values_list("initiative_id", "audience"))


def overview_for(actor: Actor) -> Overview:
    """Members by the names that the actor sees, and types, counted over what the actor may read. Four queries."""
    every = visible(actor).order_by("member__code")
    totals = dict(every.values_list("member__code").annotate(n=Count("key")))
    counts: dict[tuple[str, str], int] = {}
    for code, facets, n in _types(actor, every):
        counts[code, facets.strip("|")] = counts.get((code, facets.strip("|")), 0) + n
    for code, total in totals.items():
        counts[code, NOT_SAID] = total - sum(n for (of, _key), n in counts.items() if of == code)
    used = [key for key in _in_order() if any(counts.get((code, key)) for code in totals)]
    types = (*used, *([NOT_SAID] if any(counts[code, NOT_SAID] for code in totals) else []))
    members = sorted(Member.objects.filter(code__in=totals), key=lambda m: fold(in_my_language(m.name)))
    return Overview(
        types, tuple((m, tuple(counts.get((m.code, key), 0) for key in types), totals[m.code]) for m in members)
    )


def _types(actor: Actor, every: Any) -> Iterable[tuple[str, str, int]]:
    """Member, type and how many, of own initiatives by their values and of others by their releases."""
    reach, keys = Reach(actor), every.values("key")
    own = Value.objects.filter(replaced_at=None, initiative__in=every.filter(reach.own).values("key"))
    others = Release.objects.filter(
        withdrawn_at=None, audience__in=outward(actor), initiative__in=keys.exclude(reach.own)
    )
    for rows in (own, others):
        said = rows.filter(field=Field.TYPE).exclude(facets="").order_by()
        yield from said.values_list("initiative__member__code", "facets").annotate(n=Count("key"))


def _in_order() -> list[str]:
    return list(Term.objects.filter(use=Use.TYPE).values_list("key", flat=True))


## Areas


@dataclass(frozen=True, slots=True)
class AreaLine:
    """An area as the reader reads it: `value` has kind, name and institution. `release` is the standing one, told to
    the member's own seats; `is_older` says that others read something else than what stands here."""

    area: Area
    value: Mapping[str, Any]
    release: AreaRelease | None
    is_older: bool

    @property
    def digest(self) -> str:
        return digest_of(Field.AREA, self.value)


def areas_for(actor: Actor, code: str) -> list[AreaLine]:
    """The areas of a member that the actor may read; closed ones for its own seats alone. Two queries."""
    rows = Area.objects.filter(member__code=code).select_related("member", "institution")
    standing = {r.area_id: r for r in AreaRelease.objects.filter(area__member__code=code, withdrawn_at=None)}
    if is_own(actor, code):
        return [_own_area(row, standing.get(row.key)) for row in rows]
    shown = [(row, standing[row.key]) for row in rows if row.key in standing]
    return [AreaLine(row, r.value, None, False) for row, r in shown if r.audience in outward(actor)]


def _own_area(row: Area, release: AreaRelease | None) -> AreaLine:
    value = shown_of(row)
    return AreaLine(row, value, release, release is not None and release.value != value)


def area_for(actor: Actor, key: str) -> Area:
    """An area of the actor's own member. Area.DoesNotExist otherwise."""
    if actor.is_public:
        raise Area.DoesNotExist
    return Area.objects.select_related("member", "institution").get(key=key, member__code=actor.member)


def institutions_of(code: str) -> list[Institution]:
    """The institutions of a member that are still there."""
    return list(Institution.objects.filter(member__code=code, until=None))


def open_areas(code: str) -> list[Area]:
    return list(Area.objects.filter(member__code=code, closed_at=None))


## One initiative for those who keep it


def initiative_to_change(actor: Actor, key: str) -> Initiative:
    """An initiative of the actor's own member, or what the network's own seats took from a source.
    Initiative.DoesNotExist otherwise; what may be done with it the rules say."""
    row = Initiative.objects.select_related("member").get(key=key)
    is_theirs = not actor.member if row.is_from_source else is_own(actor, row.member.code)
    if actor.is_public or not is_theirs:
        raise Initiative.DoesNotExist
    return row


def values_of(row: Initiative) -> dict[str, Any]:
    """What it says now, by field. The caller may read it."""
    rows = Value.objects.filter(initiative=row, replaced_at=None).values_list("field", "value")
    return {field: value for field, value in rows if value is not None}


@dataclass(frozen=True, slots=True)
class Revision:
    """One change: its number, when and by which office, and what each field said before and after."""

    number: int
    first: Value
    fields: tuple[tuple[str, Any, Any], ...]


def revisions_of(row: Initiative) -> list[Revision]:
    """Every change of an own initiative, the latest first. One query."""
    before: dict[str, Any] = {}
    grouped: dict[int, list[tuple[Value, Any]]] = {}
    for value in Value.objects.filter(initiative=row):
        grouped.setdefault(value.revision, []).append((value, before.get(value.field)))
        before[value.field] = value.value
    return [
        Revision(number, told[0][0], tuple((v.field, earlier, v.value) for v, earlier in sorted(told, key=_place)))
        for number, told in sorted(grouped.items(), reverse=True)
    ]


def _place(told: tuple[Value, Any]) -> int:
    return list(Field).index(Field(told[0].field))


@dataclass(frozen=True, slots=True)
class Showing:
    """A field of an own initiative: what it says, what others are shown of it, and whether that is something older."""

    field: Field
    value: Any
    release: Release | None

    @property
    def audience(self) -> str:
        return self.release.audience if self.release else Audience.OWN

    @property
    def is_older(self) -> bool:
        return self.release is not None and self.release.value != self.value


def showings_of(row: Initiative) -> list[Showing]:
    """Every field that says something or is shown. Two queries."""
    values, shown = values_of(row), standing_releases(row)
    return [Showing(f, values.get(f), shown.get(f)) for f in Field if f in values or f in shown]


def standing_releases(row: Initiative) -> dict[str, Release]:
    return {release.field: release for release in Release.objects.filter(initiative=row, withdrawn_at=None)}


def ended_releases(row: Initiative) -> Sequence[Release]:
    """What others were shown and are shown no more, the latest first: for the member's own seats alone."""
    return list(Release.objects.filter(initiative=row).exclude(withdrawn_at=None).order_by("-withdrawn_at", "field"))


def previews(row: Initiative, plan: Plan) -> Mapping[str, Seen]:
    """What the seats of the network, and what everybody would read by the plan. Two queries."""
    values, shown = values_of(row), standing_releases(row)
    changes = differences(plan, shown)
    found = {}
    for audience, readers in ((Audience.NETWORK, IN_NETWORK), (Audience.PUBLIC, EVERYBODY)):
        fields = [f for f in Field if changes.get(f, shown[f].audience if f in shown else Audience.OWN) in readers]
        said = {f: values.get(f) if f in changes else shown[f].value for f in fields}
        has_title = Field.TITLE in said
        read = {str(f): value for f, value in said.items() if value is not None} if has_title else {}
        found[str(audience)] = Seen(row, False, read, {})
    return found


## The vocabulary


def terms_for(actor: Actor) -> list[Term]:
    """The vocabulary, which everybody may read; proposals and what became of them, whoever made or decides them."""
    rows = Term.objects.select_related("proposed_by")
    told = (Standing.PROPOSED, Standing.DECLINED)
    return [row for row in rows if row.standing not in told or _knows(actor, row)]


def term_for(actor: Actor, key: str) -> Term:
    """Term.DoesNotExist for a proposal of another member, exactly as for an unknown key."""
    row = Term.objects.select_related("proposed_by").get(key=key)
    if row.standing in (Standing.PROPOSED, Standing.DECLINED) and not _knows(actor, row):
        raise Term.DoesNotExist
    return row


def _knows(actor: Actor, row: Term) -> bool:
    if actor.is_public:
        return False
    return actor.role == "secretariat" or (row.proposed_by is not None and row.proposed_by.code == actor.member)
