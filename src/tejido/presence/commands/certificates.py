"""What it takes, what certificates say, and the certificates themselves: issued in one act, revoked one by one."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction

from tejido.engine.proof import canonical_digest
from tejido.formats.badge import LENGTH, credential
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.nominations.models import Nominee
from tejido.seminars.models import Seminar

from .. import rules
from ..models import Certificate, Completion, Wording
from ..names import Act
from ..proof import code_digest, name_digest, new_code
from ..queries import as_read, completion_of, earned, sessions_of, wording_of
from ..records import Issued, badge_of, data_of, until_of
from .keys import own_key
from .writing import lock, lock_people, write_down


@transaction.atomic
def set_completion(*, actor: Actor, seminar: Seminar, share: int, obligatory: Sequence[str], at: datetime) -> None:
    """From now on a seminar is completed with `share` percent of its counted sessions and the obligatory ones, by the
    keys of their sessions."""
    row = lock(seminar)
    found = completion_of(row)
    sessions = {session.key: session.number for session in sessions_of(row)}
    is_issued = Certificate.objects.filter(seminar=row, revoked_at=None).exists()
    ask(rules.may_set_completion(actor, share, obligatory, sessions, standing=found, is_issued=is_issued))
    values = {"share": share, "obligatory": sorted(obligatory), "at": at, "office": actor.office}
    made, _is_new = Completion.objects.update_or_create(seminar=row, defaults=values)
    facts = {"seminar": row.key, "share": share, "obligatory": sorted(sessions[key] for key in obligatory)}
    write_down(actor, Act.COMPLETION_SET, made, at, facts)


@transaction.atomic
def word_certificates(
    *,
    actor: Actor,
    seminar: Seminar,
    title: Mapping[str, str],
    words: Mapping[str, str],
    signatory: Mapping[str, str],
    years: int | None,
    at: datetime,
) -> None:
    """What the certificates of a seminar say from now on, by language; those that were issued stay as they are."""
    row = lock(seminar)
    found = wording_of(row)
    values = {"title": dict(title), "words": dict(words), "signatory": dict(signatory), "years": years}
    is_said_so = found is not None and all(getattr(found, name) == value for name, value in values.items())
    ask(rules.may_word(actor, title, signatory, is_said_so=is_said_so))
    made, _is_new = Wording.objects.update_or_create(seminar=row, defaults={**values, "at": at, "office": actor.office})
    facts = {"seminar": row.key, "digest": canonical_digest(values)}
    write_down(actor, Act.CERTIFICATES_WORDED, made, at, facts)


@transaction.atomic
def issue_certificates(
    *, actor: Actor, seminar: Seminar, nominees: Sequence[str], seen: str, at: datetime
) -> list[Certificate]:
    """Certificates for these participants, by key, all of whom have met the rule. `seen` is the digest of what was read
    (`queries.as_read`)."""
    row = lock(seminar)
    lock_people(nominees)
    completion, wording = completion_of(row), wording_of(row)
    able = earned(row, completion)
    is_as_seen = as_read(row) == seen
    ask(rules.may_issue(actor, row, nominees, able, completion=completion, wording=wording, is_as_seen=is_as_seen))
    made = _issue(actor, row, nominees, at)
    facts = {"seminar": row.key, "count": len(made), "digests": sorted(each.digest for each in made)}
    write_down(actor, Act.CERTIFICATES_ISSUED, row, at, facts)
    return made


def _issue(actor: Actor, seminar: Seminar, nominees: Sequence[str], at: datetime) -> list[Certificate]:
    issuer = own_key(actor, at)
    first = Certificate.objects.filter(seminar=seminar).count() + 1
    taken = set(Certificate.objects.values_list("place", flat=True))
    rows = Nominee.objects.select_related("member").filter(key__in=list(nominees))
    data, until = data_of(seminar), until_of(seminar, at)
    made = []
    for number, nominee in enumerate(rows, first):
        place = _place(taken)
        code = new_code()
        issued = Issued(code, place, data, at, until, nominee.language)
        signed = credential(badge_of(issued, nominee.name, secrets.token_hex(16)), settings.CERTIFICATE_KEY)
        made.append(
            Certificate(
                seminar=seminar,
                nominee=nominee,
                issuer=issuer,
                number=number,
                place=place,
                code=code,
                code_digest=code_digest(code),
                name_digest=name_digest(nominee.name, code),
                data=data,
                credential=signed,
                digest=canonical_digest(signed),
                at=at,
                office=actor.office,
                seat=actor.seat,
                until=until,
            )
        )
    return Certificate.objects.bulk_create(made)


def _place(taken: set[int]) -> int:
    """A place of the list that no other certificate has, by chance, so that it tells nobody how many there are."""
    while (place := secrets.randbelow(LENGTH)) in taken:
        continue
    taken.add(place)
    return place


@transaction.atomic
def revoke_certificate(*, actor: Actor, certificate: Certificate, reason: str, words: str, at: datetime) -> None:
    """Whoever checks it is told from now on that it was revoked; the holder reads why."""
    lock(certificate.seminar)
    row = Certificate.objects.select_related("seminar").get(key=certificate.key)
    ask(rules.may_revoke(actor, row, reason, words))
    Certificate.objects.filter(key=row.key).update(
        revoked_at=at, revoked_office=actor.office, reason=reason, reason_words=words.strip()
    )
    facts = {"seminar": row.seminar_id, "digest": row.digest, "reason": reason}
    write_down(actor, Act.CERTIFICATE_REVOKED, row, at, facts, details={"words": words.strip()})
