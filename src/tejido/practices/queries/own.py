"""A member's own practices and adaptations. For everybody else there is nothing here."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet

from tejido.ledger.actors import Actor
from tejido.mechanisms.models import Paper
from tejido.registry.models import Member, Seat
from tejido.registry.queries import seat_names

from ..lines import digest_of
from ..models import Adaptation, AdaptationRelease, Practice, Proof, Remark, Review, Submission, Version
from ..rules import is_own, reads
from .peers import OPEN


@dataclass(frozen=True, slots=True)
class Own:
    """A practice of the actor's member with all that belongs to it. `reviews` are those of every submission, the last
    ones first; `versions` the last first."""

    practice: Practice
    submissions: tuple[Submission, ...]
    reviews: tuple[Review, ...]
    remarks: Mapping[str, tuple[Remark, ...]]
    versions: tuple[Version, ...]
    contact: Seat | None

    @property
    def digest(self) -> str:
        return digest_of(self.practice.draft)

    @property
    def open_submission(self) -> Submission | None:
        return next((row for row in self.submissions if row.closed_at is None), None)

    @property
    def standing(self) -> Version | None:
        """The version that others read now."""
        return next((row for row in self.versions if row.withdrawn_at is None), None)

    @property
    def unanswered(self) -> int:
        return sum(not hasattr(remark, "reply") for several in self.remarks.values() for remark in several)

    @property
    def is_changed(self) -> bool:
        """Whether the draft says something else than what stands published."""
        return self.standing is not None and self.standing.digest != self.digest

    @property
    def given(self) -> tuple[tuple[Review, tuple[Remark, ...]], ...]:
        return tuple((row, self.remarks.get(row.key, ())) for row in self.reviews if row.given_at)

    @property
    def asked(self) -> tuple[Review, ...]:
        """Reviews that are still waited for."""
        return tuple(
            row
            for row in self.reviews
            if row.given_at is None and row.declined_at is None and row.submission.closed_at is None
        )


def own_practice(actor: Actor, key: str) -> Own:
    """ObjectDoesNotExist for everybody but the member's seats, as for an unknown key. A constant number of queries."""
    row = Practice.objects.select_related("member").get(key=key, dropped_at=None, member__code=_member(actor))
    reviews = Review.objects.filter(submission__practice=row).select_related(
        "member", "submission", "seat__institution"
    )
    remarks: dict[str, tuple[Remark, ...]] = {}
    for remark in Remark.objects.filter(review__submission__practice=row).select_related("reply"):
        remarks[remark.review_id] = (*remarks.get(remark.review_id, ()), remark)
    return Own(
        row,
        tuple(Submission.objects.filter(practice=row).order_by("-number")),
        tuple(reviews.order_by("-at", "key")),
        remarks,
        tuple(Version.objects.filter(practice=row).order_by("-number")),
        seat_names({row.draft["contact"]}).get(row.draft["contact"]),
    )


@dataclass(frozen=True, slots=True)
class OwnLine:
    """A practice in the member's list: how far it has come."""

    practice: Practice
    is_with_peers: bool
    version: Version | None


def own_practices(actor: Actor) -> list[OwnLine]:
    """What the actor's member has begun, the last that was written on first. Three queries."""
    rows = list(Practice.objects.filter(member__code=_member(actor), dropped_at=None).order_by("-changed_at", "key"))
    opened = set(Submission.objects.filter(practice__in=rows, closed_at=None).values_list("practice", flat=True))
    versions = {row.practice_id: row for row in Version.objects.filter(practice__in=rows)}
    return [OwnLine(row, row.key in opened, versions.get(row.key)) for row in rows]


@dataclass(frozen=True, slots=True)
class OwnAdaptation:
    """What the actor's member made of a practice of another, and what of it is told."""

    adaptation: Adaptation
    releases: tuple[AdaptationRelease, ...]

    @property
    def standing(self) -> AdaptationRelease | None:
        return next((row for row in self.releases if row.withdrawn_at is None), None)

    @property
    def digest(self) -> str:
        return digest_of(self.adaptation.draft)


def own_adaptation(actor: Actor, key: str) -> OwnAdaptation:
    row = _adaptations(actor).get(key=key)
    return OwnAdaptation(row, tuple(AdaptationRelease.objects.filter(adaptation=row).order_by("-number")))


def own_adaptations(actor: Actor) -> list[OwnAdaptation]:
    """Two queries."""
    rows = list(_adaptations(actor))
    told: dict[str, tuple[AdaptationRelease, ...]] = {}
    for release in AdaptationRelease.objects.filter(adaptation__in=rows).order_by("number"):
        told[release.adaptation_id] = (release, *told.get(release.adaptation_id, ()))
    return [OwnAdaptation(row, told.get(row.key, ())) for row in rows]


def adaptation_by(actor: Actor, practice: Practice) -> Adaptation | None:
    """The own adaptation of a practice of another member."""
    return _adaptations(actor).filter(practice=practice).first()


def _adaptations(actor: Actor) -> QuerySet[Adaptation]:
    rows = Adaptation.objects.select_related("member", "version", "practice__member")
    return rows.filter(member__code=_member(actor))


def _member(actor: Actor) -> str:
    return actor.member if not actor.is_public and actor.member else "-"


def remark_for(actor: Actor, key: str) -> Remark:
    """A remark on a practice of the actor's member that was given."""
    rows = Remark.objects.exclude(review__given_at=None).select_related("review__submission__practice__member")
    return rows.get(key=key, review__submission__practice__member__code=_member(actor))


def contacts_of(actor: Actor) -> list[Seat]:
    """The seats of the member that can answer for a practice: those that are there now."""
    rows = Seat.objects.filter(institution__member__code=_member(actor), until=None)
    return list(rows.select_related("institution__member").order_by("institution__code", "role", "key"))


def paper_for(actor: Actor, practice: str, key: str) -> Paper:
    """A file named as evidence: for the member itself; for whoever reads a copy that names it, and no longer than
    that. ObjectDoesNotExist otherwise."""
    row = Practice.objects.select_related("member").get(key=practice)
    rows = Paper.objects.filter(key__in=_papers(row))
    if is_own(actor, row.member.code) or any(_names(content, key) for content in _copies(actor, row)):
        return rows.get(key=key)
    raise ObjectDoesNotExist


def _papers(row: Practice) -> list[str]:
    return list(Proof.objects.filter(practice=row).values_list("paper", flat=True))


def _copies(actor: Actor, row: Practice) -> list[Mapping[str, object]]:
    """Every copy of the practice that the actor reads now."""
    published = Version.objects.filter(practice=row, audience__in=reads(actor), withdrawn_at=None)
    found = [version.content for version in published]
    asked = Review.objects.filter(OPEN, submission__practice=row, seat=actor.seat or "-", declined_at=None)
    return found + [review.submission.content for review in asked.select_related("submission")]


def _names(content: Mapping[str, object], paper: str) -> bool:
    proofs = content["proofs"]
    return isinstance(proofs, list) and any(proof["paper"] == paper for proof in proofs)


def member_of(actor: Actor) -> Member:
    """The actor's own member. Member.DoesNotExist for the public and for the network's own seats."""
    return Member.objects.get(code=_member(actor))
