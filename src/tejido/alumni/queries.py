"""Loading former participants for those to whom they show themselves, and for themselves by their link."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q

from tejido.ledger.actors import CLOCK, Actor
from tejido.ledger.models import Line
from tejido.nominations.models import Nominee
from tejido.nominations.names import Act
from tejido.people.models import Letter
from tejido.people.queries import digest_of
from tejido.registry.models import Institution, Member

from .models import Alumnus
from .names import Audience, Field

RELATED = ("member", "institution")
NoSuchAlumnus = Alumnus.DoesNotExist


@dataclass(frozen=True, slots=True)
class Shown:
    """A former participant as others see them: what they do not show is empty."""

    key: str
    member: Member
    name: str
    institution: Institution | None
    topic: str
    languages: tuple[str, ...]
    is_demonstration: bool


def shown(row: Alumnus) -> Shown:
    shows = set(row.shows)
    return Shown(
        row.key,
        row.member,
        row.name if Field.NAME in shows else "",
        row.institution if Field.INSTITUTION in shows else None,
        row.topic if Field.TOPIC in shows else "",
        tuple(row.languages) if Field.LANGUAGES in shows else (),
        row.is_demonstration,
    )


@dataclass(frozen=True, slots=True)
class Community:
    """Those of one institution, or of a member where they show none."""

    member: Member
    institution: Institution | None
    people: tuple[Shown, ...]


def communities(actor: Actor) -> list[Community]:
    """Everybody who shows themselves to the actor, by member and institution. One query."""
    found: dict[tuple[str, str], list[Shown]] = {}
    for each in map(shown, _visible(actor)):
        found.setdefault((each.member.code, each.institution.code if each.institution else ""), []).append(each)
    rows = [(people[0].member, people[0].institution, _by_name(people)) for _place, people in sorted(found.items())]
    return [Community(*row) for row in rows]


def _by_name(people: list[Shown]) -> tuple[Shown, ...]:
    return tuple(sorted(people, key=lambda each: (not each.name, each.name, each.key)))


def _visible(actor: Actor) -> list[Alumnus]:
    if actor.is_public:
        return []
    own = Q(audience=Audience.NETWORK) | Q(member__code=actor.member or "-")
    return list(Alumnus.objects.filter(own).select_related(*RELATED))


def alumnus_for(actor: Actor, key: str) -> Alumnus:
    """Alumnus.DoesNotExist for whom the person does not show themselves to."""
    if actor.is_public:
        raise Alumnus.DoesNotExist
    own = Q(audience=Audience.NETWORK) | Q(member__code=actor.member or "-")
    return Alumnus.objects.filter(own).select_related(*RELATED).get(key=key)


def own_alumni(member: str) -> list[Alumnus]:
    return list(Alumnus.objects.filter(member__code=member).select_related(*RELATED)) if member else []


def alumnus_of(nominee: Nominee) -> Alumnus | None:
    return Alumnus.objects.filter(nominee=nominee).select_related(*RELATED).first()


def alumnus_by(token: str) -> Alumnus:
    """The person of a link, which is theirs until they leave. Alumnus.DoesNotExist otherwise."""
    return Alumnus.objects.select_related(*RELATED).get(token_digest=digest_of(token))


def letters_of_seat(seat: str, at: datetime) -> int:
    """How many letters to former participants a seat has sent within a day."""
    since = at - timedelta(days=1)
    return Letter.objects.filter(occasion__startswith=f"alumni:{seat}:", queued_at__gt=since).count()


def alumnus_with(nominee: str) -> Alumnus | None:
    """By the key of the nominee, whose own data may be gone."""
    return Alumnus.objects.filter(nominee=nominee).select_related(*RELATED).first()


def alumni_to_leave() -> list[Alumnus]:
    """Those whose data somebody had deleted. What the clock deleted on schedule ends no consent."""
    asked = Line.objects.filter(act=Act.PERSON_ERASED, object=OuterRef("nominee_id")).exclude(office=CLOCK.office)
    rows = Alumnus.objects.exclude(nominee__erased_at=None).filter(Exists(asked))
    return list(rows.select_related(*RELATED))
