"""Counts released to the member, and withdrawn."""

from datetime import datetime
from typing import cast

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import tree_of
from tejido.ledger.refusals import ask
from tejido.registry.models import Body, Member

from .. import rules
from ..lines import first_of, heaps_of, months_between, sums_of
from ..models import Draft, Part, Release
from ..names import Act, By
from ..queries.counting import Subject, released_months
from ..queries.preparing import TOLD
from .writing import write_figures


@transaction.atomic
def release_counts(*, actor: Actor, space: Body, seen: str, at: datetime, is_demonstration: bool = False) -> Release:
    """What is prepared leaves for the member, exactly as it was seen (`seen`: its digest), and is prepared no more."""
    locked = Body.objects.select_for_update(of=("self",)).select_related("member", "institution").get(key=space.key)
    draft = Draft.objects.filter(space=locked).select_related("corrects").first()
    ask(rules.may_release(actor, locked, draft, seen, is_free=draft is None or _is_free(locked, draft)))
    found = cast("Draft", draft)  # refused above where nothing is prepared
    made = _row(actor, locked, found, at, is_demonstration=is_demonstration)
    parts = [_part(made, data) for data in found.data["parts"]]
    Part.objects.bulk_create(parts)
    _figure(made, parts)
    if found.corrects is not None:
        Release.objects.filter(key=found.corrects.key).update(replaced_at=at)
    found.delete()
    _write(actor, Act.CORRECTED if made.corrects_id else Act.RELEASED, made, at)
    return made


@transaction.atomic
def withdraw_counts(*, actor: Actor, released: Release, at: datetime) -> None:
    """The member reads it no more. That it was released is kept: its months are never counted anew."""
    rows = Release.objects.select_for_update(of=("self",)).select_related(
        "space__member", "space__institution", "member"
    )
    row = rows.get(key=released.key)
    ask(rules.may_withdraw(actor, row))
    row.withdrawn_at = at
    row.save(update_fields=["withdrawn_at"])
    _write(actor, Act.WITHDRAWN, row, at)


def _is_free(space: Body, draft: Draft) -> bool:
    """Whether nothing of it was released since it was counted; of a correction, whether it was not corrected since."""
    if draft.corrects is not None:
        return draft.corrects.replaced_at is None
    gone = released_months(space)
    return all(
        gone.get(Subject(part["course"], part["edition"], part["counts"]), set()).isdisjoint(
            months_between(first_of(part["since"]), first_of(part["until"]))
        )
        for part in draft.data["parts"]
    )


def _row(actor: Actor, space: Body, draft: Draft, at: datetime, *, is_demonstration: bool) -> Release:
    data, member = draft.data, cast("Member", space.member)  # schools are of members
    return Release.objects.create(
        space=space, member=member, since=first_of(data["since"]), until=first_of(data["until"]),
        threshold=data["least"], dimensions=data["by"], digest=draft.digest, corrects=draft.corrects, at=at,
        office=actor.office, is_demonstration=is_demonstration,
    )  # fmt: skip  # one row of a table, read as one


def _part(made: Release, data: dict[str, str]) -> Part:
    course, edition, counts, since, until, groups = (data[name] for name in TOLD)
    return Part(
        release=made, course_id=course, edition_id=edition or None, counts=counts, since=first_of(since),
        until=first_of(until), groups=groups,
    )  # fmt: skip  # one row of a table, read as one


def _figure(made: Release, parts: list[Part]) -> None:
    """The sums that pages read."""
    dimensions = [*made.dimensions, By.COURSE]
    if By.MONTH not in dimensions:
        dimensions.append(By.MONTH)
    write_figures(sums_of(heaps_of(parts), dimensions), year=made.since.year, release=made)


def _write(actor: Actor, act: Act, row: Release, at: datetime) -> None:
    facts = {"since": row.since.isoformat(), "until": row.until.isoformat(), "digest": row.digest}
    write_down(actor, act, row, at, facts, tree=tree_of(row.member.code))
