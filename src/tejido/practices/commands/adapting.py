"""What another member made of a practice: written in its own space, told to others by an act of its own."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.ledger import commands as ledger
from tejido.ledger.actors import Actor
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import ask, must_be_as_seen
from tejido.registry.models import Member

from .. import rules
from ..lines import adaptation_words_in, digest_of, empty_adaptation
from ..models import Adaptation, AdaptationRelease, Version
from ..names import Act, Told
from .writing import ask_own, between


@transaction.atomic
def begin_adaptation(*, actor: Actor, version: Version, at: datetime, is_demonstration: bool = False) -> Adaptation:
    """ "We adapted this": of the version that was read. The practice's member learns of it by a release, if ever."""
    found = Version.objects.select_for_update(of=("self",)).select_related("practice__member").get(key=version.key)
    taken = Adaptation.objects.filter(practice=found.practice, member__code=actor.member or "-")
    ask(rules.may_adapt(actor, found, has_one=taken.exists()))
    row = Adaptation.objects.create(
        version=found, practice=found.practice, member=Member.objects.get(code=actor.member), draft=empty_adaptation(),
        changed_at=at, at=at, office=actor.office, is_demonstration=is_demonstration,
    )  # fmt: skip  # one row of a table, read as one
    facts = {"practice": found.practice_id, "version": found.number}
    between(actor, Act.ADAPTATION_BEGUN, row, at, facts, members=[row.member.code])
    return row


@transaction.atomic
def keep_adaptation(
    *,
    actor: Actor,
    adaptation: Adaptation,
    language: str,
    words: Mapping[str, str],
    status: str,
    seen: str,
    at: datetime,
    initiative: str = "",
) -> None:
    """What was changed, why, and what came of it, in one language; how far it came, and the own initiative."""
    row = _locked(adaptation.key)
    ask(rules.may_tell(actor, row.member.code))
    ask(must_be_as_seen(digest_of(adaptation_words_in(row.draft, language)), seen))
    ask_own(row.member, initiative)
    for field in Told:
        texts = {tag: text for tag, text in row.draft[field].items() if tag != language}
        if said := words.get(field, "").strip():
            texts[language] = said
        row.draft[field] = texts
    row.draft |= {"status": str(status), "initiative": initiative}
    row.changed_at = at
    row.save(update_fields=["draft", "changed_at"])


@transaction.atomic
def release_adaptation(
    *, actor: Actor, adaptation: Adaptation, audience: str, seen: str, at: datetime
) -> AdaptationRelease:
    """From now on these readers see a copy of it beside the practice, in the place of an earlier one."""
    row = _locked(adaptation.key)
    standing, digest = _standing(row), digest_of(row.draft)
    ask(rules.may_release_adaptation(actor, row, audience, digest, seen, standing))
    _end(row, at)
    number = AdaptationRelease.objects.filter(adaptation=row).count() + 1
    made = AdaptationRelease.objects.create(
        adaptation=row, number=number, content=row.draft, digest=digest, audience=audience, at=at, office=actor.office
    )
    facts: dict[str, Any] = {"practice": row.practice_id, "number": number, "digest": digest}
    ledger.write_down(actor, Act.ADAPTATION_RELEASED, made, at, {**facts, "audience": str(audience)}, tree=NETWORK)
    return made


@transaction.atomic
def withdraw_adaptation(*, actor: Actor, adaptation: Adaptation, at: datetime) -> None:
    row = _locked(adaptation.key)
    standing = _standing(row)
    ask(rules.may_withdraw_adaptation(actor, row, standing))
    _end(row, at)
    facts = {"number": standing.number, "digest": standing.digest} if standing is not None else {}
    ledger.write_down(actor, Act.ADAPTATION_WITHDRAWN, standing or row, at, facts, tree=NETWORK)


def _locked(key: str) -> Adaptation:
    rows = Adaptation.objects.select_for_update(of=("self",))
    return rows.select_related("member", "practice__member").get(key=key)


def _standing(row: Adaptation) -> AdaptationRelease | None:
    return AdaptationRelease.objects.filter(adaptation=row, withdrawn_at=None).first()


def _end(row: Adaptation, at: datetime) -> None:
    AdaptationRelease.objects.filter(adaptation=row, withdrawn_at=None).update(withdrawn_at=at)
