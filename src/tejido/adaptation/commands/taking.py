"""Bringing a version up to date, change by change, and taking that back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import cast

from django.db import transaction

from tejido.curriculum.commands import add_revision, fitting, keep_passages, keep_pictures
from tejido.curriculum.models import Revision
from tejido.curriculum.queries import document_of, documents_of, images_of
from tejido.engine.adaptation import Aspect, Choice, Clash, How
from tejido.engine.adaptation import Uptake as Taken
from tejido.engine.adaptation import take_up as join
from tejido.engine.change import Conflict, OrderConflict, merge
from tejido.engine.document import Document, digest_of_digests
from tejido.ledger.actors import Actor
from tejido.ledger.commands import write_down
from tejido.ledger.refusals import ask

from .. import rules
from ..models import Derivation, Uptake
from ..names import Act, Kind
from ..queries import Upstream, core_of, reading_of, upstream_of
from .departing import as_own, kind_of, write_departure
from .writing import Locked, lock


@transaction.atomic
def take_up(
    *,
    actor: Actor,
    derivation: Derivation,
    base: str,
    ours: str,
    theirs: str,
    choices: Mapping[str, Choice],
    reasons: Mapping[str, str],
    language: str,
    at: datetime,
) -> Uptake:
    """Takes up what was chosen of what is offered; the rest stays on offer, and nothing local is deleted.

    `base`, `ours` and `theirs` are the digests of the three texts that the choices were made on: what the version
    counts as brought up to, itself and the newer one. `reasons` says by passage why a change is declined, or why our
    words were kept: what departs by it is declared with that reason. Refused where any of the three has changed since,
    where nothing was chosen, and where something is declined without a reason.
    """
    locked = lock(actor, derivation)
    ask(rules.may_work(locked.capacity))
    upstream = upstream_of(locked.derivation, locked.uptake)
    is_as_seen = upstream is not None and (base, ours, theirs) == (
        locked.uptake.digest, locked.latest.digest, upstream.digest,
    )  # fmt: skip  # one question, read as one
    ask(rules.is_offered(has_offer=upstream is not None, is_as_seen=is_as_seen))
    newer = cast("Upstream", upstream)  # refused above where nothing is offered
    taken = _joined(locked, newer, choices)
    ask(rules.is_chosen(len(taken.taken | taken.declined), taken.declined, reasons))
    revision = _save(actor, locked, taken.document, document_of(newer), at)
    uptake = _write(actor, locked, newer, taken, revision, at)
    _declare(actor, locked, uptake, revision, taken, reasons, language, at)
    return uptake


def _joined(locked: Locked, upstream: Upstream, choices: Mapping[str, Choice]) -> Taken:
    texts = documents_of([locked.uptake, locked.latest, upstream])
    base, ours, theirs = (texts[value.digest] for value in (locked.uptake, locked.latest, upstream))
    return join(base, ours, theirs, {id: _fitted(ours, id, choice) for id, choice in choices.items()})


def _fitted(ours: Document, id: str, choice: Choice) -> Choice:
    """Words made of both sides as the text keeps them. Refused where they are no passage of this kind."""
    combined = [name for name, words in choice.texts.items() if _is_combined(choice, name) and words.strip()]
    if id not in ours or not combined:
        return choice
    fitted = {name: fitting(ours.passage(id), name, choice.texts[name]) for name in combined}
    return replace(choice, texts={**choice.texts, **fitted})


def _is_combined(choice: Choice, name: str) -> bool:
    return choice.clashes.get(Clash(Aspect.TEXT, name).key) is How.COMBINE


def _save(actor: Actor, locked: Locked, document: Document, theirs: Document, at: datetime) -> Revision:
    """The new revision with the pictures that it shows; the latest one where no word of it changed."""
    if document == document_of(locked.latest):
        return locked.latest
    if locked.derivation.source is not None:
        keep_pictures(locked.derivation.text, list(images_of(locked.derivation.source, theirs).values()))
    return add_revision(
        actor=actor, text=locked.derivation.text, document=document, parent=locked.latest, reason="", at=at
    )


def _write(actor: Actor, locked: Locked, upstream: Upstream, taken: Taken, revision: Revision, at: datetime) -> Uptake:
    manifest = keep_passages(taken.base, frozenset(upstream.manifest) | frozenset(locked.uptake.manifest))
    made = Uptake.objects.create(
        derivation=locked.derivation, number=_next(locked.derivation), edition=upstream.number,
        is_edition=upstream.is_edition, theirs=upstream.digest, digest=digest_of_digests(manifest), manifest=manifest,
        left=len(taken.outstanding), before=locked.latest, after=revision, at=at, office=actor.office, seat=actor.seat,
    )  # fmt: skip  # one row of a table, read as one
    facts = {
        "edition": upstream.number,
        "theirs": upstream.digest,
        "digest": revision.digest,
        "taken": len(taken.taken),
        "left": made.left,
    }
    write_down(actor, Act.UPDATE_TAKEN, made, at, facts, tree=locked.derivation.text.body.tree)
    return made


def _next(derivation: Derivation) -> int:
    return Uptake.objects.filter(derivation=derivation).count() + 1


def _declare(
    actor: Actor,
    locked: Locked,
    uptake: Uptake,
    revision: Revision,
    taken: Taken,
    reasons: Mapping[str, str],
    language: str,
    at: datetime,
) -> None:
    """What departs now by a choice that had a reason is declared with it. So is what was declined although nothing
    departs by it, as a language that the version does not have: the reason is kept."""
    now = Locked(locked.derivation, revision, uptake, locked.capacity)
    account = reading_of(as_own(now)).account
    core = core_of(locked.derivation, uptake, account)
    for id, reason in sorted(reasons.items()):
        several = [account.by_id[id]] if id in account.by_id else []
        kind = kind_of(several[0], core) if several else Kind.ADAPTED
        if several or id in taken.declined:
            act = Act.UPDATE_DECLINED if id in taken.declined else Act.DEPARTURE_DECLARED
            write_departure(actor, locked.derivation, id, several, kind, reason, language, at, act=act)


@transaction.atomic
def undo(*, actor: Actor, derivation: Derivation, seen: str, at: datetime) -> tuple[Revision, frozenset[str]]:
    """Takes back the last taking up: a new revision that restores what was before, and what is offered again.

    What was written since stays: the two are merged, and where both changed the same words, those written since are
    kept. Returns the revision and the ids of such passages. `seen` is the key of the taking up. Refused where it is not
    the last one any more, and where nothing was taken up.
    """
    locked = lock(actor, derivation)
    is_there, is_as_seen = locked.uptake.before_id is not None, locked.uptake.key == seen
    ask(rules.may_undo(locked.capacity, is_there=is_there, is_as_seen=is_as_seen))
    before, after = _around(locked.uptake)
    texts = documents_of([before, after, locked.latest])
    joined = merge(texts[after.digest], texts[locked.latest.digest], texts[before.digest])
    revision = _save(actor, locked, joined.document, texts[before.digest], at)
    Uptake.objects.filter(key=locked.uptake.key).update(undone_at=at)
    facts = {"edition": locked.uptake.edition, "digest": revision.digest}
    write_down(actor, Act.UPDATE_UNDONE, locked.uptake, at, facts, tree=locked.derivation.text.body.tree)
    return revision, frozenset(id for conflict in joined.conflicts for id in _ids(conflict))


def _ids(conflict: Conflict) -> tuple[str, ...]:
    return conflict.ids if isinstance(conflict, OrderConflict) else (conflict.id,)


def _around(uptake: Uptake) -> tuple[Revision, Revision]:
    row = Uptake.objects.select_related("before", "after").get(key=uptake.key)
    return cast("Revision", row.before), row.after  # the beginning is never taken back
