"""National Mechanisms as far as everybody may know: what sources say of them, and what members have released."""

from collections.abc import Mapping
from datetime import date

from tejido.curriculum.models import EditionRelease
from tejido.curriculum.names import Readers
from tejido.ledger.actors import PUBLIC
from tejido.mechanisms.models import Assessment, Entry, Release
from tejido.mechanisms.names import Audience, Topic
from tejido.mechanisms.queries import Profile, paths_on, profile_for, released_assessments


def stages(day: date) -> Mapping[str, Entry]:
    """Where each member stands on the path, by its code; members of whom that is not public are left out. One query."""
    found = {code: topics[Topic.STAGE].stated for code, topics in paths_on(PUBLIC, day).items()}
    return {code: stage for code, stage in found.items() if stage is not None}


def mechanism_of(code: str, day: date) -> Profile:
    """A member's mechanism as the public may read it."""
    return profile_for(PUBLIC, code, day)


def assessments_of(profile: Profile) -> list[Assessment]:
    """The self-assessments in which the member has released some answer to everybody. One query."""
    return released_assessments(PUBLIC, profile.member)


def released_parts() -> list[Release]:
    """What members show to everybody at this moment. One query."""
    return list(Release.objects.filter(audience=Audience.PUBLIC, withdrawn_at=None).select_related("member"))


def released_policies() -> list[EditionRelease]:
    """The editions of mechanisms, a national policy among them, that are open to everybody at this moment. One
    query."""
    standing = EditionRelease.objects.filter(readers=Readers.PUBLIC, withdrawn_at=None)
    return list(standing.select_related("edition__text__body__member").defer("edition__record"))
