"""Writing on a draft. It is the member's own and no act; that one was begun, or dropped, its own ledger says."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from tejido.ledger.actors import Actor
from tejido.ledger.keys import new_key
from tejido.ledger.refusals import ask, must_be_as_seen
from tejido.mechanisms.commands.writing import File, keep
from tejido.registry.models import Member

from .. import rules
from ..lines import digest_of, empty_content, facts_in, words_in
from ..models import Practice, Proof, Submission
from ..names import Act, Field, Origin
from .writing import ask_own, between, locked


@transaction.atomic
def begin_practice(
    *,
    actor: Actor,
    member: Member,
    at: datetime,
    content: Mapping[str, Any] | None = None,
    origin: str = Origin.NONE,
    source: str = "",
    is_demonstration: bool = False,
) -> Practice:
    """A draft in the member's own space, empty or with what it was begun from. Any seat of the member begins one."""
    ask(rules.may_begin(actor, member.code))
    row = Practice.objects.create(
        member=member, draft=empty_content() | dict(content or {}), changed_at=at, origin=origin, source=source, at=at,
        office=actor.office, is_demonstration=is_demonstration,
    )  # fmt: skip  # one row of a table, read as one
    between(actor, Act.BEGUN, row, at, {"origin": str(origin)}, members=[member.code])
    return row


@transaction.atomic
def keep_words(
    *, actor: Actor, practice: Practice, language: str, words: Mapping[str, str], seen: str, at: datetime
) -> None:
    """The fields in one language. `seen` is the digest of what stood in it when the writer began: two seats may write
    in two languages at once, and never past one another in the same."""
    row = locked(practice.key)
    ask(rules.may_write(actor, row) or must_be_as_seen(digest_of(words_in(row.draft, language)), seen))
    for field in Field:
        texts = {tag: text for tag, text in row.draft[field].items() if tag != language}
        if said := words.get(field, "").strip():
            texts[language] = said
        row.draft[field] = texts
    _keep(row, at)


@transaction.atomic
def keep_facts(
    *,
    actor: Actor,
    practice: Practice,
    magnitude: str,
    grounds: str,
    groups: Sequence[str],
    themes: Sequence[str],
    factors: Sequence[str],
    contact: str,
    seen: str,
    at: datetime,
    initiative: str = "",
) -> None:
    """What is said in codes, and the seat that answers for it. `seen` is the digest of what was looked at
    (`lines.facts_in`)."""
    row = locked(practice.key)
    ask(rules.may_write(actor, row) or must_be_as_seen(digest_of(facts_in(row.draft)), seen))
    ask_own(row.member, initiative)
    row.draft |= {
        "magnitude": str(magnitude), "grounds": str(grounds), "groups": [str(code) for code in groups],
        "themes": [str(code) for code in themes], "factors": [str(code) for code in factors], "contact": contact,
        "initiative": initiative,
    }  # fmt: skip  # one value, read as one
    _keep(row, at)


@transaction.atomic
def add_proof(
    *,
    actor: Actor,
    practice: Practice,
    words: str,
    language: str,
    at: datetime,
    address: str = "",
    file: File | None = None,
) -> None:
    """A piece of evidence: what it is in words, with an address, a file, or both."""
    row = locked(practice.key)
    ask(rules.may_write(actor, row))
    paper = keep(row.member, file)
    if paper is not None:
        Proof.objects.create(practice=row, paper=paper, at=at)
    row.draft["proofs"] = [*row.draft["proofs"], {
        "id": new_key(), "words": {language: words}, "address": address, "paper": paper.key if paper else "",
        "name": paper.name if paper else "", "digest": paper.digest if paper else "",
    }]  # fmt: skip  # one value, read as one
    _keep(row, at)


@transaction.atomic
def remove_proof(*, actor: Actor, practice: Practice, id: str, at: datetime) -> None:
    """Out of the draft. Copies that were submitted or published keep it, and its file."""
    row = locked(practice.key)
    ask(rules.may_write(actor, row))
    row.draft["proofs"] = [proof for proof in row.draft["proofs"] if proof["id"] != id]
    _keep(row, at)


@transaction.atomic
def add_passage(*, actor: Actor, practice: Practice, passage: Mapping[str, Any], at: datetime) -> None:
    """A section of an adopted text that the practice is about (see `lines.py` for its shape). Twice is once."""
    row = locked(practice.key)
    ask(rules.may_write(actor, row))
    kept = [each for each in row.draft["passages"] if each["passage"] != passage["passage"]]
    row.draft["passages"] = [*kept, dict(passage)]
    _keep(row, at)


@transaction.atomic
def remove_passage(*, actor: Actor, practice: Practice, passage: str, at: datetime) -> None:
    row = locked(practice.key)
    ask(rules.may_write(actor, row))
    row.draft["passages"] = [each for each in row.draft["passages"] if each["passage"] != passage]
    _keep(row, at)


@transaction.atomic
def drop_practice(*, actor: Actor, practice: Practice, at: datetime) -> None:
    """The draft is gone from every list. Refused once anybody else was asked to read it."""
    row = locked(practice.key)
    ask(rules.may_drop(actor, row, went_out=Submission.objects.filter(practice=row).exists()))
    row.dropped_at = at
    row.save(update_fields=["dropped_at"])
    between(actor, Act.DROPPED, row, at, {}, members=[row.member.code])


def _keep(row: Practice, at: datetime) -> None:
    row.changed_at = at
    row.save(update_fields=["draft", "changed_at"])
