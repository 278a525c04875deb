"""Loading the systems of a school: for its own seats, and for who comes from them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from tejido.formats.lti import Key, origin, read_keys
from tejido.ledger.actors import Actor
from tejido.registry.models import Body
from tejido.registry.queries import bodies_of
from tejido.registry.rules import tasks

from ..lines import described_digest
from ..models import CourseLink, Platform, Registration, Score
from ..names import Sending
from ..proof import digest

FIELDS = (
    "name", "issuer", "client", "deployments", "authorize", "token", "audience", "keys_address", "pasted_keys",
    "origins", "wants_names",
)  # fmt: skip  # what is said of a platform


def space_of(actor: Actor) -> Body | None:
    """The own space of the actor's institution, where it is open and the actor belongs into it."""
    return next((body for body in bodies_of(actor) if body.institution_id is not None), None)


def platforms_of(body: Body) -> list[Platform]:
    """Every system of a school. The caller takes part in its space."""
    return list(_rows().filter(body=body))


def platforms_in_trouble(actor: Actor) -> list[Platform]:
    """Systems of the actor's school with results that were not taken, or with records that were not."""
    failed = Score.objects.filter(platform=OuterRef("key"), state=Sending.FAILED)
    refused = CourseLink.objects.filter(platform=OuterRef("key"), ended_at=None, refused__gt=0)
    rows = Platform.objects.filter(body__in=[body for body in bodies_of(actor) if body.institution_id is not None])
    return list(rows.filter(Exists(failed) | Exists(refused)))


def platform_for(actor: Actor, key: str) -> Platform:
    """Platform.DoesNotExist for who has no part in the space, exactly as for an unknown key."""
    found = _rows().get(key=key)
    if not tasks(actor, found.body):
        raise Platform.DoesNotExist
    return found


def platform_of(key: str) -> Platform:
    """For who comes from it; it may be switched off."""
    return _rows().get(key=key)


def _rows() -> QuerySet[Platform]:
    return Platform.objects.select_related("body__member", "body__institution")


def described(platform: Platform) -> str:
    """The digest of what is said of it now."""
    return described_digest({name: getattr(platform, name) for name in FIELDS})


def missing_of(platform: Platform) -> list[str]:
    """What has to be said before it is switched on."""
    needed = [
        (platform.issuer, _("Platform ID (issuer)")),
        (platform.client, _("Client ID")),
        (platform.deployments, _("Deployment ID")),
        (platform.authorize, _("Authentication request URL")),
        (platform.keys_address or platform.pasted_keys, _("Public keyset URL")),
    ]
    return [words for found, words in needed if not found]


def origins_of(platform: Platform) -> list[str]:
    """Scheme and host of every page and service of the platform: what may show the tool, and be sent to."""
    several = [platform.issuer, platform.authorize, platform.token, platform.keys_address, *platform.origins]
    return sorted({found for address in several if (found := origin(address))})


def keys_of(platform: Platform) -> Sequence[Key]:
    """The keys that are known of it: those pasted, or those last fetched. Empty where there are none."""
    kept = platform.pasted_keys or platform.kept_keys
    return read_keys(json.dumps(kept).encode()) if kept else ()


@dataclass(frozen=True, slots=True)
class Results:
    """How many results are on their way, and how many were not taken and why."""

    waiting: int
    failed: int
    problems: Sequence[str]


def results_of(platform: Platform) -> Results:
    rows = Score.objects.filter(platform=platform)
    counts = rows.aggregate(
        waiting=Count("key", filter=Q(state=Sending.WAITING)), failed=Count("key", filter=Q(state=Sending.FAILED))
    )
    problems = rows.filter(state=Sending.FAILED).values_list("problem", flat=True).distinct().order_by("problem")
    return Results(counts["waiting"], counts["failed"], list(problems[:10]))


def registration_of(platform: str, secret: str, at: datetime) -> Registration:
    """An address for registering that can still be used. Registration.DoesNotExist otherwise."""
    open_ = Registration.objects.select_related("platform__body__member", "platform__body__institution")
    return open_.get(platform=platform, secret=digest(secret), used_at=None, until__gt=at)
