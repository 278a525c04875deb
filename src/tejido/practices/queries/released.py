"""What is published of practices, for whoever may read it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Exists, OuterRef, QuerySet

from tejido.ledger.actors import Actor
from tejido.registry.models import Seat
from tejido.registry.queries import seat_names

from ..lines import Content, languages_of
from ..models import AdaptationRelease, Practice, Remark, Review, Version
from ..names import Grounds, Outcome
from ..rules import reads


@dataclass(frozen=True, slots=True)
class Shown:
    """A practice as the reader knows it: the latest version among those that they may read. One that was withdrawn
    stays known by its title, its dates and the reason."""

    practice: Practice
    version: Version

    @property
    def content(self) -> Content:
        found: Content = self.version.content
        return found

    @property
    def is_withdrawn(self) -> bool:
        return self.version.withdrawn_at is not None

    @property
    def languages(self) -> tuple[str, ...]:
        return languages_of(self.content)


@dataclass(frozen=True, slots=True)
class Strength:
    """By what one knows that it works: what the member names, what lies behind it, and who else has looked or tried.
    It is never one number."""

    grounds: str
    proofs: int
    reviews: int
    adaptations: int

    @property
    def words(self) -> str:
        return str(Grounds(self.grounds).label) if self.grounds else ""


def shown_practices(actor: Actor, *, with_withdrawn: bool = False) -> list[Shown]:
    """Every practice that the actor may read, the newest version first. One query."""
    found = _latest(Version.objects.filter(audience__in=reads(actor)))
    kept = [row for row in found if with_withdrawn or not row.is_withdrawn]
    return sorted(kept, key=lambda row: row.version.at, reverse=True)


def published_since(actor: Actor, since: datetime) -> QuerySet[Version]:
    """Of every practice the version that the actor reads now, where it was published at this instant or later and
    stands; the first one first."""
    readable = Version.objects.filter(audience__in=reads(actor))
    later = readable.filter(practice=OuterRef("practice"), number__gt=OuterRef("number"))
    return readable.filter(at__gte=since, withdrawn_at=None).exclude(Exists(later)).order_by("at", "key")


def shown_of(actor: Actor, key: str) -> Shown:
    """A published practice, withdrawn or not. ObjectDoesNotExist as for an unknown key where the actor may read none
    of its versions. One query."""
    found = _latest(Version.objects.filter(audience__in=reads(actor), practice=key))
    if not found:
        raise ObjectDoesNotExist
    return found[0]


def _latest(versions: QuerySet[Version]) -> list[Shown]:
    """By practice the last version; versions come in the order of their numbers."""
    rows = versions.select_related("practice__member", "submission")
    latest = {row.practice_id: row for row in rows}
    return [Shown(row.practice, row) for row in latest.values()]


def versions_of(actor: Actor, practice: Practice) -> list[Version]:
    """Those that the actor may read, the last first. What was withdrawn is known by its number, dates and reason."""
    rows = Version.objects.filter(practice=practice, audience__in=reads(actor))
    return list(rows.order_by("-number"))


def readable_version(actor: Actor, key: str, number: int) -> Version:
    """A version whose words the actor may read: not a withdrawn one."""
    rows = Version.objects.filter(audience__in=reads(actor), withdrawn_at=None)
    return rows.select_related("practice__member", "submission").get(practice=key, number=number)


def strengths(actor: Actor, shown: Sequence[Shown]) -> Mapping[str, Strength]:
    """By practice. Peers count who read what was submitted before the version that is shown, as in `verdicts`. Two
    queries."""
    keys = [row.practice.key for row in shown]
    given = Review.objects.filter(submission__in={row.version.submission_id for row in shown}, given_at__isnull=False)
    days: dict[str, list[datetime]] = {}
    for review in given:
        days.setdefault(review.submission_id, []).append(cast("datetime", review.given_at))
    adapted: dict[str, int] = {}
    for release in _told(actor).filter(adaptation__practice__in=keys):
        key = release.adaptation.practice_id
        adapted[key] = adapted.get(key, 0) + 1
    return {
        row.practice.key: Strength(
            row.content["grounds"],
            len(row.content["proofs"]),
            sum(day <= row.version.at for day in days.get(row.version.submission_id, ())),
            adapted.get(row.practice.key, 0),
        )
        for row in shown
    }


def contacts(actor: Actor, shown: Iterable[Shown]) -> Mapping[str, Seat]:
    """The seats that answer for practices, by their keys. The public knows of no seat. One query."""
    if actor.is_public:
        return {}
    return seat_names({row.content["contact"] for row in shown if row.content["contact"]})


def adaptations_told(actor: Actor, practice: Practice) -> list[AdaptationRelease]:
    """What other members tell of what they made of it. One query."""
    return list(_told(actor).filter(adaptation__practice=practice).order_by("at", "key"))


def _told(actor: Actor) -> QuerySet[AdaptationRelease]:
    rows = AdaptationRelease.objects.filter(withdrawn_at=None, audience__in=reads(actor))
    return rows.select_related("adaptation__member", "adaptation__version")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a peer advised before a version was published, and how many of its remarks were taken up."""

    review: Review
    remarks: int
    taken: int


def verdicts(version: Version) -> list[Verdict]:
    """What peers said of what was submitted before this version; of one that was withdrawn nothing, for their words are
    about its words. Their remarks stay between them and the member. Two queries."""
    if version.withdrawn_at is not None:
        return []
    reviews = Review.objects.filter(submission=version.submission, given_at__lte=version.at)
    found: dict[str, list[Remark]] = {}
    remarks = Remark.objects.filter(review__submission=version.submission).select_related("reply")
    for remark in remarks:
        found.setdefault(remark.review_id, []).append(remark)
    return [_verdict(row, found.get(row.key, [])) for row in reviews.select_related("member")]


def _verdict(row: Review, remarks: Sequence[Remark]) -> Verdict:
    taken = [r for r in remarks if hasattr(r, "reply") and r.reply.outcome != Outcome.NOT_TAKEN]
    return Verdict(row, len(remarks), len(taken))
