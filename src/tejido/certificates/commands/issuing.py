"""Certificates for a cohort: one formal act, then made in pieces, each in one transaction with its numbers."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction

from tejido.engine.proof import canonical_digest
from tejido.formats.badge import Badge, Signer, signature_of, signed_by
from tejido.ledger.actors import CLOCK, Actor
from tejido.ledger.commands import write_down
from tejido.ledger.refusals import ask
from tejido.presence.commands.keys import own_key
from tejido.presence.models import IssuingKey
from tejido.presence.proof import code_digest, name_digest, new_code
from tejido.records.commands import hold
from tejido.records.models import Cohort, Completion
from tejido.records.queries.rolls import identities

from .. import rules
from ..models import Certificate, Issue, Series
from ..names import Act
from ..proof import Secret, new_salt, sealed
from ..queries import able, key_of, last_instant, waiting, wording_of
from ..records import Given, badge_for, badge_of, data_of
from .series import lock, places

CHUNK = 500  # certificates of one transaction: a third of a second


@transaction.atomic
def issue_certificates_of_cohort(*, actor: Actor, cohort: Cohort, seen: str, at: datetime) -> Issue:
    """Certificates for all of a cohort who passed and never had one. `seen` is the digest of what was read
    (`queries.able`). The first are made at once, the others by the clock (`go_on`)."""
    space = cohort.space
    series = lock(space)
    wording = wording_of(space, cohort.course_id)
    found = able(cohort, wording)
    ask(
        rules.may_issue(
            actor,
            cohort,
            wording=wording,
            waiting=found.count,
            is_open=Issue.objects.filter(cohort=cohort, finished_at=None).exists(),
            is_as_seen=found.seen == seen,
            today=at.date(),
        )
    )
    data = data_of(actor, cohort, wording) if wording else {}
    row = Issue.objects.create(
        space=space,
        cohort=cohort,
        data=data,
        through=found.last,
        wanted=found.count,
        at=at,
        office=actor.office,
        seat=actor.seat,
        mandate=actor.mandate,
    )
    facts = {"cohort": cohort.key, "count": found.count, "says": canonical_digest(data)}
    write_down(actor, Act.ISSUED, row, at, facts, tree=space.tree)
    _next(row, series, at)
    return row


@transaction.atomic
def go_on(*, issue: str, at: datetime) -> bool:
    """Makes the next certificates of an issue. False once all are made. Doing it twice makes nothing twice."""
    related = Issue.objects.select_related("space__member", "space__institution", "cohort")
    row = related.get(key=issue)
    series = lock(row.space)
    row = related.get(key=issue)  # as it stands now that nobody else goes on with it
    return row.finished_at is None and _next(row, series, at)


def _next(row: Issue, series: Series, at: datetime) -> bool:
    """Whether more are left."""
    rows = list(waiting(row.cohort).filter(id__gt=row.after, id__lte=row.through)[:CHUNK])
    if rows:
        row.done += len(make(row, rows, series, at))
        row.after = rows[-1].id
    if is_done := len(rows) < CHUNK:
        row.finished_at = at
    row.save(update_fields=["done", "after", "finished_at"])
    if is_done:
        write_down(CLOCK, Act.MADE, row, at, _made_facts(row), tree=row.space.tree)
    return not is_done


def _made_facts(row: Issue) -> dict[str, object]:
    """How many, from which number to which, and one digest over the digests of all, by number."""
    rows = list(Certificate.objects.filter(issue=row).order_by("number").values_list("number", "digest"))
    whole = hashlib.sha256(b"".join(bytes(digest) for _number, digest in rows)).hexdigest()
    numbers = [rows[0][0], rows[-1][0]] if rows else []
    return {"count": row.done, "numbers": numbers, "digests": whole}


@dataclass(frozen=True, slots=True)
class _Bench:
    """What all certificates of one piece are made with."""

    row: Issue
    issuer: IssuingKey
    signer: Signer
    key: bytes
    badge: Badge


def make(row: Issue, rows: Sequence[Completion], series: Series, at: datetime) -> list[Certificate]:
    """Certificates of these completions, numbered one after the other. Of whom the name is gone gets none. The caller
    holds the series."""
    known = identities(row.space, [each.id for each in rows])
    named = [(each, known[each.id][1]) for each in rows if each.id in known]
    hold(space=row.space, completions=[each.id for each, _name in named])
    badge = badge_of(row.data, row.data["language"], row.at)
    bench = _Bench(row, own_key(CLOCK, at), Signer(settings.CERTIFICATE_KEY), key_of(row.space), badge)
    numbers = range(series.last + 1, series.last + 1 + len(named))
    made = [
        _made(bench, completion, name, number, place)
        for (completion, name), number, place in zip(named, numbers, places(len(named)), strict=True)
    ]
    series.last += len(made)
    series.save(update_fields=["last"])
    return Certificate.objects.bulk_create(made)


def _made(bench: _Bench, completion: Completion, name: str, number: int, place: int) -> Certificate:
    row, code, salt = bench.row, new_code(), new_salt()
    given = Given(code, salt, name, place, last_instant(completion.valid_until, row.data["zone"]))
    signed = signed_by(bench.signer, badge_for(bench.badge, given))
    secret = Secret(code, salt, signature_of(signed))
    return Certificate(
        space=row.space,
        issue=row,
        issuer=bench.issuer,
        completion=completion.id,
        number=number,
        place=place,
        code_digest=bytes.fromhex(code_digest(code)),
        name_digest=bytes.fromhex(name_digest(name, code)),
        digest=bytes.fromhex(canonical_digest(signed)),
        sealed=sealed(bench.key, secret, row.space_id, number),
        until=completion.valid_until,
    )
