"""The last steps of a language version: named seats sign that it says the same, and it is declared authentic."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction

from tejido.curriculum.models import Text
from tejido.curriculum.queries import document_of
from tejido.engine.document import Passage
from tejido.engine.translation import State, words_digest
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.registry.models import Seat
from tejido.registry.queries import capacity

from .. import rules
from ..models import Signatory, TranslationMark
from ..names import Act, No
from ..queries import languages_of, signatories_of, takes_part, version_digest
from .acting import locked, mark_for, said_by, seen_now, write_down


@transaction.atomic
def name_signatories(*, actor: Actor, text: Text, language: str, seats: Sequence[Seat], at: datetime) -> None:
    """Names the seats that sign the concordance of a language, in the place of those named before.

    Refused for the negotiated language, and for a seat that has no part in the body. Signatures given stay; those of a
    seat that is no longer named count no more.
    """
    text = locked(text)
    ask(rules.may_assign(capacity(actor, text.body)))
    latest, _standings = seen_now(text, language)
    ask(rules.is_translated(language, text.negotiated_language, languages_of(text, latest)))
    if not all(takes_part(seat, text.body) for seat in seats):
        raise Refused(Refusal(No.CANNOT_SIGN))
    wanted = {seat.key: seat for seat in seats}
    standing = Signatory.objects.filter(text=text, language=language, ended_at=None)
    kept = {row.seat_id for row in standing if row.seat_id in wanted}
    standing.exclude(seat_id__in=wanted).update(ended_at=at)
    Signatory.objects.bulk_create(
        Signatory(text=text, language=language, seat=seat, **said_by(actor, at))
        for key, seat in wanted.items()
        if key not in kept
    )
    write_down(actor, Act.SIGNATORIES_NAMED, text, at, {"language": language, "seats": sorted(wanted)})


@transaction.atomic
def sign_concordance(*, actor: Actor, text: Text, language: str, seen: str, at: datetime) -> None:
    """A named seat signs that a language version says the same as the negotiated one, passage by passage.

    `seen` is the `version_digest` that the page showed. Refused to who was not named, as stale where a word changed,
    while a passage is not reviewed, and for what the seat signed already.
    """
    text = locked(text)
    latest, standings = seen_now(text, language)
    document = document_of(latest)
    version = version_digest(document, language, text.negotiated_language)
    named = signatories_of(text).get(language, frozenset())
    ask(rules.may_sign(actor, named, standings, seen=seen, version=version))
    _mark_all(actor, text, language, State.CONCORDANT, map(document.passage, standings), at)
    write_down(actor, Act.CONCORDANCE_SIGNED, text, at, _facts(language, version, latest.digest))


@transaction.atomic
def declare_authentic(*, actor: Actor, text: Text, language: str, seen: str, at: datetime) -> None:
    """Declares that a language version is equal to the negotiated one, bound to the words. Refused as stale where one
    changed, while a passage is not concordant, and where every passage is authentic already."""
    text = locked(text)
    latest, standings = seen_now(text, language)
    document = document_of(latest)
    version = version_digest(document, language, text.negotiated_language)
    ask(rules.may_declare(actor, capacity(actor, text.body), standings, seen=seen, version=version))
    _mark_all(actor, text, language, State.AUTHENTIC, map(document.passage, standings), at)
    write_down(actor, Act.DECLARED_AUTHENTIC, text, at, _facts(language, version, latest.digest))


def _mark_all(actor: Actor, text: Text, language: str, state: State, passages: Iterable[Passage], at: datetime) -> None:
    TranslationMark.objects.bulk_create(
        mark_for(
            actor, text, p.id, language, state, words_digest(p.text(language)),
            words_digest(p.text(text.negotiated_language)), at,
        )
        for p in passages
    )  # fmt: skip  # one row of a table, read as one


def _facts(language: str, version: str, digest: str) -> dict[str, str]:
    return {"language": language, "version": version, "digest": digest}
