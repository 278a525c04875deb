"""Texts, rounds and procedures: read by the seats that take part in a body, which no release changes."""

from collections.abc import Collection

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tejido.curriculum.models import Text
from tejido.curriculum.queries import text_for
from tejido.deliberation.models import Procedure, Round
from tejido.deliberation.queries.procedures import procedure_for
from tejido.deliberation.queries.rounds import round_for
from tejido.ledger.actors import Actor
from tejido.registry.models import Body
from tejido.registry.queries import bodies_of
from tejido.web.languages import in_my_language

from .values import Index, Place, Readers


def of_body(body: Body) -> Readers:
    """A body of several members shares what it reads; a body of one member has it for itself."""
    member = body.member.code if body.member else ""
    return Readers(not member, Index.BODY, body.key, member)


def _texts(actor: Actor, slugs: Collection[str]) -> dict[str, Text]:
    rows = Text.objects.filter(slug__in=slugs, body__in=bodies_of(actor))
    return {row.slug: row for row in rows.select_related("body__member")}


def _rounds(actor: Actor, keys: Collection[str]) -> dict[str, Round]:
    rows = Round.objects.filter(key__in=keys, text__body__in=bodies_of(actor))
    return {row.key: row for row in rows.select_related("text__body__member")}


def _procedures(actor: Actor, keys: Collection[str]) -> dict[str, Procedure]:
    rows = Procedure.objects.filter(key__in=keys, text__body__in=bodies_of(actor))
    return {row.key: row for row in rows.select_related("text__body__member")}


def _round_words(row: Round) -> str:
    words = _("round %(number)s") % {"number": row.number}
    return f"{in_my_language(row.text.title)}, {words}"


TEXT = Place(
    code="text",
    label=gettext_lazy("Text"),
    view="curriculum:text",
    argument="slug",
    load=lambda actor, slug, _at: text_for(actor, slug),
    many=_texts,
    title=lambda row: in_my_language(row.title),
    readers=lambda row: of_body(row.body),
    known=lambda slug: Text.objects.filter(slug=slug).select_related("body__member").first(),
)
ROUND = Place(
    code="round",
    label=gettext_lazy("Round"),
    view="deliberation:round",
    argument="key",
    load=lambda actor, key, _at: round_for(actor, key).round,
    many=_rounds,
    title=_round_words,
    readers=lambda row: of_body(row.text.body),
    known=lambda key: Round.objects.filter(key=key).select_related("text__body__member").first(),
)
PROCEDURE = Place(
    code="procedure",
    label=pgettext_lazy("of adoption", "Procedure"),
    view="deliberation:procedure",
    argument="key",
    load=lambda actor, key, at: procedure_for(actor, key, at).procedure,
    many=_procedures,
    title=lambda row: in_my_language(row.text.title),
    readers=lambda row: of_body(row.text.body),
    known=lambda key: Procedure.objects.filter(key=key).select_related("text__body__member").first(),
)
