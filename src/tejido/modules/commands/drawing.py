"""What comes of a module: a summary, a practice of the leading member, another wording of a passage."""

from collections.abc import Mapping
from datetime import datetime
from typing import cast

from django.db import transaction

from tejido.curriculum.commands import save_revision
from tejido.curriculum.models import Revision, Text
from tejido.curriculum.queries import document_of, latest_revision
from tejido.engine.document import Document
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.names import NETWORK, tree_of
from tejido.ledger.refusals import ask
from tejido.practices.commands import begin_practice
from tejido.practices.models import Practice
from tejido.practices.names import Origin

from .. import rules
from ..models import Module, Proposal, Summary
from ..names import Act
from ..records import reason_of
from .leading import locked


@transaction.atomic
def sum_up(*, actor: Actor, module: Module, texts: Mapping[str, str], at: datetime) -> Summary:
    """What the leading member says came of it; every seat reads it. A later summary takes its place."""
    row = locked(module.key)
    ask(rules.may_sum_up(actor, row, texts))
    values = {"texts": dict(texts), "at": at, "office": actor.office}
    made, _is_new = Summary.objects.update_or_create(module=row, defaults=values)
    write_down(actor, Act.SUMMED_UP, row, at, {}, tree=NETWORK, details={"texts": dict(texts)})
    return made


@transaction.atomic
def begin_practice_from(*, actor: Actor, module: Module, at: datetime) -> Practice:
    """A draft of the leading member that begins with the title and the summary, and knows where it comes from."""
    row = locked(module.key)
    summary = Summary.objects.filter(module=row).first()
    ask(rules.may_draw(actor, row, is_summed_up=summary is not None))
    texts = cast("Summary", summary).texts  # refused above where there is none
    made = begin_practice(
        actor=actor, member=row.member, at=at, content={"title": row.title, "problem": row.goal, "done": texts},
        origin=Origin.MODULE, source=row.key, is_demonstration=row.is_demonstration,
    )  # fmt: skip  # one act, read as one
    write_down(actor, Act.PRACTICE_BEGUN, row, at, {"practice": made.key}, tree=tree_of(row.member.code))
    return made


@transaction.atomic
def propose_wording(
    *,
    actor: Actor,
    module: Module,
    text: Text,
    passage: str,
    language: str,
    wording: str,
    reason: str,
    at: datetime,
) -> Proposal:
    """Another wording of a passage of the network's text as it stands, for the secretariat to take up."""
    row, revision = locked(module.key), latest_revision(text)
    ask(rules.may_draw(actor, row, is_summed_up=Summary.objects.filter(module=row).exists()))
    ask(rules.may_propose(words_in(revision, passage, language), wording, reason))
    made = Proposal.objects.create(
        module=row, text=text, revision=revision, passage=passage, language=language, wording=wording.strip(),
        reason=reason, at=at, office=actor.office,
    )  # fmt: skip  # one row of a table, read as one
    facts = {"module": row.key, "text": text.key, "passage": passage, "language": language}
    write_down(actor, Act.PROPOSED, made, at, facts, tree=NETWORK, details={"wording": wording, "reason": reason})
    return made


@transaction.atomic
def take_up_proposal(*, actor: Actor, proposal: Proposal, at: datetime) -> Revision:
    """The text as it stands, with the proposed wording, is its next revision, whose reason names the module. Refused
    where the passage was changed since."""
    row = _proposal(proposal.key)
    latest = latest_revision(row.text)
    then, now = (words_in(each, row.passage, row.language) for each in (row.revision, latest))
    ask(rules.may_decide(actor, row) or rules.is_as_proposed(now, then))
    document = Document.of(
        each.with_text(row.language, row.wording) if each.id == row.passage else each for each in document_of(latest)
    )
    reason = reason_of(row.module, row.text.negotiated_language)
    made = save_revision(actor=actor, text=row.text, document=document, base=latest, reason=reason, at=at)
    row.taken, row.decided_at = made, at
    row.save(update_fields=["taken", "decided_at"])
    facts = {"module": row.module_id, "text": row.text_id, "revision": made.key}
    write_down(actor, Act.TAKEN, row, at, facts, tree=NETWORK)
    return made


@transaction.atomic
def decline_proposal(*, actor: Actor, proposal: Proposal, answer: str, at: datetime) -> None:
    """With what the secretariat has to say about it."""
    row = _proposal(proposal.key)
    ask(rules.may_decide(actor, row))
    row.decided_at, row.answer = at, answer
    row.save(update_fields=["decided_at", "answer"])
    facts = {"module": row.module_id, "text": row.text_id}
    write_down(actor, Act.DECLINED, row, at, facts, tree=NETWORK, details={"answer": answer})


def words_in(revision: Revision, passage: str, language: str) -> str | None:
    """What the passage says in the language; None where it is not in the text."""
    document = document_of(revision)
    return document.passage(passage).text(language) if passage in document else None


def _proposal(key: str) -> Proposal:
    rows = Proposal.objects.select_for_update(of=("self",))
    return rows.select_related("module__member", "text__body", "revision__text").get(key=key)
