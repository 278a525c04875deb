"""What a school and its member do with counts in these tests. The school of Aldea's ministry JUS teaches Aldea's
version; its records are those of `records.tests.doings`."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from cast import NOW, Cast
from tejido.curriculum.models import Text
from tejido.figures import commands
from tejido.figures.models import Draft, Publication, Release
from tejido.figures.names import Audience
from tejido.figures.queries import publication_of
from tejido.formats.roster.values import columns
from tejido.records.models import Cohort
from tejido.records.tests import doings as records
from tejido.registry.models import Body

REPRESENTATIVE = records.REPRESENTATIVE
FOCAL_POINT = "XA/focal_point"
JANUARY, MARCH, JUNE = date(2026, 1, 1), date(2026, 3, 1), date(2026, 6, 1)


def cohort(cast: Cast, text: Text, **given: Any) -> Cohort:
    """A cohort of a course that teaches an edition."""
    return records.cohort(cast, records.course(cast, text), **given)


def enter(
    cast: Cast, into: Cohort, groups: Mapping[tuple[str, str], int], day: str = "2026-03-10", at: str = ""
) -> None:
    """So many persons of each sex and province completed on a day. `at` tells the persons of one call from others."""
    who = [(f"{at}{sex}{province}{place}", sex, province)
           for (sex, province), count in groups.items() for place in range(count)]  # fmt: skip  # one list
    given = columns(
        [f"national:{name}" for name, _sex, _province in who], [f"{name}, Persona" for name, _s, _p in who],
        [day] * len(who), sexes=[sex for _n, sex, _p in who], provinces=[province for _n, _s, province in who],
    )  # fmt: skip  # one list
    records.enter(cast, into, columns=given, by=REPRESENTATIVE)


def prepare(
    cast: Cast, space: Body, since: date = JANUARY, until: date = JUNE, by: str = REPRESENTATIVE, **given: Any
) -> Draft:
    values = {"dimensions": ["sex", "province"], "at": NOW, **given}
    return commands.prepare(actor=cast.actor(by), space=space, since=since, until=until, **values)


def release(cast: Cast, draft: Draft, by: str = REPRESENTATIVE, *, fresh: bool = True, seen: str = "") -> Release:
    actor = cast.actor(by, fresh=fresh)
    return commands.release_counts(actor=actor, space=draft.space, seen=seen or draft.digest, at=NOW)


def released(cast: Cast, space: Body, **given: Any) -> Release:
    return release(cast, prepare(cast, space, **given))


def publish(
    cast: Cast,
    year: int = 2026,
    audience: Audience = Audience.NETWORK,
    keep: Sequence[str] = ("sex",),
    by: str = FOCAL_POINT,
    *,
    fresh: bool = True,
    seen: str = "",
    with_targets: bool = False,
) -> Publication:
    """What the member released, as it was seen."""
    member = cast.members["XA"]
    row, _heaps = publication_of(member, year, audience, keep, with_targets=with_targets)
    return commands.publish_counts(
        actor=cast.actor(by, fresh=fresh), member=member, year=year, audience=audience, keep=keep,
        seen=seen or row.digest, with_targets=with_targets, at=NOW,
    )  # fmt: skip  # one act
