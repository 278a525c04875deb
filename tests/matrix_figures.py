"""Counts in the permission matrix: what the school of Aldea's ministry JUS counted is its own, what it released is
Aldea's, and Aldea shows of it how many women and men there are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from cast import NOW
from tejido.figures import commands
from tejido.figures.models import Draft, Publication, Release
from tejido.figures.names import Audience
from tejido.figures.queries import publication_of
from tejido.formats.roster.values import columns
from tejido.records.commands import begin_cohort, enter
from tejido.records.tests.doings import space
from tejido.training.models import Course

if TYPE_CHECKING:
    from matrix_world import World

JUS, FOCAL_POINT = "XA/representative/JUS", "XA/focal_point"
TOLD = ("sex",)
KEPT: dict[str, str] = {}


def fill(world: World, canary: str, released: str) -> None:
    """Provinces, institutions and courses have the canary in them; released are only the sums by sex."""
    del released
    cast = world.network.cast
    school, course = space(cast), Course.objects.get(key=world.mechanism.told["course"])
    cohort = begin_cohort(
        actor=cast.actor(JUS), space=school, course=course, code=f"{canary} grupo"[:40], title={"es": canary},
        method="distance", province="", starts=date(2026, 1, 1), ends=date(2026, 12, 1), minutes=600, at=NOW,
    )  # fmt: skip  # one act, read as one
    KEPT["space"] = school.key
    _enter(world, cohort, canary, "antes", "2026-02-10")
    _release(world, date(2026, 1, 1), date(2026, 3, 1))
    _enter(world, cohort, canary, "tarde", "2026-03-10")
    _enter(world, cohort, canary, "otro", "2026-05-10")
    for audience in (Audience.NETWORK, Audience.PUBLIC):
        member = cast.members["XA"]
        row, _heaps = publication_of(member, 2026, audience, TOLD, with_targets=False)
        commands.publish_counts(
            actor=cast.actor(FOCAL_POINT), member=member, year=2026, audience=audience, keep=TOLD, seen=row.digest,
            at=NOW,
        )  # fmt: skip  # one act, read as one
    _prepare(world, date(2026, 4, 1), date(2026, 6, 1))


def _enter(world: World, cohort: Any, canary: str, who: str, day: str) -> None:
    """Six women and seven men of a province and an institution of which nobody else knows."""
    names = [f"{canary} {who} {place}" for place in range(13)]
    given = columns(
        [f"national:{name}" for name in names], names, [day] * 13, sexes=["female"] * 6 + ["male"] * 7,
        provinces=["XA-9"] * 13, institutions=[f"{canary} comisaría"] * 13,
    )  # fmt: skip  # one list
    enter(actor=world.network.cast.actor(JUS), cohort=cohort, columns=given, kind="hand", at=NOW)


def _prepare(world: World, since: date, until: date) -> Draft:
    cast = world.network.cast
    return commands.prepare(
        actor=cast.actor(JUS), space=space(cast), since=since, until=until,
        dimensions=["sex", "institution", "province"], at=NOW,
    )  # fmt: skip  # one act, read as one


def _release(world: World, since: date, until: date) -> None:
    draft = _prepare(world, since, until)
    commands.release_counts(actor=world.network.cast.actor(JUS), space=draft.space, seen=draft.digest, at=NOW)


def asks(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    draft, release = {"key": Draft.objects.get().key}, {"key": Release.objects.get().key}
    shown = Publication.objects.get(audience=Audience.NETWORK, ended_at=None)
    row, _heaps = publication_of(world.network.cast.members["XA"], 2026, Audience.PUBLIC, (), with_targets=False)
    count = {"since": "2026-04", "until": "2026-06", "least": "5", "by1": "sex"}
    wish = {"year": "2026", "audience": "public"}
    found = {
        "home": ask(),
        "file": ask({"ending": "xlsx"}),
        "school": ask(),
        "drafts": ask({"key": KEPT["space"]}, count),
        "draft": ask(draft),
        "releases": ask(draft, {"seen": Draft.objects.get().digest}),
        "release": ask(release),
        "release_file": ask(release),
        "corrections": ask(release, {"x": "y"}),
        "withdrawals": ask(release, {"x": "y"}),
        "received": ask(),
        "preview": ask(query=wish),
        "publications": ask({}, {**wish, "seen": row.digest}),
        "endings": ask({"key": shown.key}, {"x": "y"}),
        "member": ask({"code": "XA"}),
        "member_file": ask({"code": "XA", "ending": "json"}),
    }
    return {f"figures:{name}": each for name, each in found.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non. Brisa has pages of its own here, and no counts.
DOORS = """
GET  figures:home                         200 200 200 200 200 200 200 200 200 200 200
GET  figures:file                         200 200 200 200 200 200 200 200 200 200 200
GET  figures:school                       404 404 404 404 200 404 404 404 404 404 404
GET  figures:drafts                       404 404 404 404 200 404 404 404 404 404 404
POST figures:drafts                       404 404 404 404 302 404 404 404 404 404 404
GET  figures:draft                        404 404 404 404 200 404 404 404 404 404 404
POST figures:releases                     404 404 404 404 302 404 404 404 404 404 404
GET  figures:release                      404 200 200 200 200 404 404 404 404 404 404
GET  figures:release_file                 404 200 200 200 200 404 404 404 404 404 404
POST figures:corrections                  404 404 404 404 302 404 404 404 404 404 404
POST figures:withdrawals                  404 404 404 404 302 404 404 404 404 404 404
GET  figures:received                     404 200 200 200 200 200 404 404 404 404 404
GET  figures:preview                      404 200 200 200 200 200 404 404 404 404 404
POST figures:publications                 404 302 302 302 403 409 404 404 404 404 404
POST figures:endings                      404 302 302 302 403 404 404 404 404 404 404
GET  figures:member                       200 200 200 200 200 200 200 200 200 200 200
GET  figures:member_file                  200 200 200 200 200 200 200 200 200 200 200
"""
