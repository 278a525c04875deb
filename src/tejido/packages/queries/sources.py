"""What can be packed, for whoever may read it: an edition, a version as it is shown to the reader, a course of one's
own space. Who may not read it gets DoesNotExist, exactly as for what is not there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist

from tejido.adaptation.queries import Version, latest_of, version_for
from tejido.curriculum.models import Edition, Revision, Text
from tejido.curriculum.queries import edition_for
from tejido.engine.proof import canonical_digest
from tejido.ledger.actors import Actor
from tejido.training.models import Course, CourseSession
from tejido.training.queries import course_for, sessions_of


@dataclass(frozen=True, slots=True)
class Source:
    """A text as it is packed. `edition` is what it was adopted as, with its record where the reader may see that;
    `version` says where it comes from; with a `course`, its sessions decide what of the text is packed."""

    text: Text
    revision: Revision
    is_own: bool
    edition: Edition | None = None
    shows_record: bool = False
    version: Version | None = None
    course: Course | None = None
    sessions: tuple[CourseSession, ...] = ()

    @property
    def key(self) -> str:
        """The same in every version of the package."""
        return self.course.key if self.course else self.text.key

    @property
    def at(self) -> datetime:
        """When what is packed became what it is."""
        if self.edition:
            return self.edition.sealed_at
        if self.version and self.version.release and not self.is_own:
            return self.version.release.at
        return max([self.revision.at, *(session.at for session in self.sessions)])

    @property
    def plan(self) -> str:
        """The digest of the sessions in their order; empty where there is no course."""
        rows = [[s.key, s.title, s.minutes, s.method, s.treats] for s in self.sessions]
        return canonical_digest([self.course.title, rows]) if self.course else ""


def edition_source(actor: Actor, slug: str, number: int) -> Source:
    opened = edition_for(actor, slug, number)
    found = opened.edition
    return Source(found.text, found.revision, opened.is_own, edition=found, shows_record=opened.shows_record)


def newer_source(actor: Actor, source: Source) -> Source | None:
    """The latest edition that the reader may open, where the source is an earlier one."""
    if source.edition is None:
        return None
    later = Edition.objects.filter(text=source.text, number__gt=source.edition.number).order_by("-number")
    for number in later.values_list("number", flat=True):
        try:
            return edition_source(actor, source.text.slug, number)
        except ObjectDoesNotExist:
            continue
    return None


def version_source(actor: Actor, key: str) -> Source:
    found = version_for(actor, key)
    return Source(found.text, found.revision, found.is_own, version=found)


def course_source(actor: Actor, key: str) -> Source:
    """A course teaches the version of its space as it stands there."""
    course = course_for(actor, key)
    text = course.derivation.text
    version = version_for(actor, course.derivation_id)
    return Source(text, latest_of(text), True, version=version, course=course, sessions=tuple(sessions_of(course)))
