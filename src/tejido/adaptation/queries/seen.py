"""What somebody had read when they decided, as digests: an act on anything else is refused."""

from django.db.models import Count, Q

from tejido.engine.proof import canonical_digest

from ..lines import judged_on
from ..models import Departure, Release
from .versions import Version, reading_of


def showing_digest(version: Version) -> str:
    """The digest of all that readers would see if the version were shown as it stands: its words, what they depart
    from, the reasons, and which of them are approved. One query."""
    given, approved = _counts(version)
    data = [version.revision.digest, version.uptake.key, given, approved]
    return canonical_digest(data)


def judged_now(version: Version, subject: str, *, is_section: bool = False) -> str:
    """The digest of what a reason for a passage, or a whole section, would be given for now. Two queries at most."""
    account = reading_of(version).account
    one = [account.by_id[subject]] if subject in account.by_id else []
    return judged_on(account.by_section.get(subject, ()) if is_section else one)


def reasons_given(version: Version) -> int:
    """The number of the last reason."""
    return _counts(version)[0]


def _counts(version: Version) -> tuple[int, int]:
    rows = Departure.objects.filter(derivation=version.derivation)
    found = rows.aggregate(given=Count("key"), approved=Count("key", filter=~Q(approved_at=None)))
    return found["given"], found["approved"]


def is_shown_so(version: Version, release: Release, audience: str) -> bool:
    """Whether a showing has these readers, these words and all of the reasons and approvals that there are now."""
    shown = (release.audience, release.digest, release.uptake_id, release.departures)
    if shown != (audience, version.revision.digest, version.uptake.key, reasons_given(version)):
        return False
    return not Departure.objects.filter(derivation=version.derivation, approved_at__gt=release.at).exists()
