"""The objections that were raised and lifted on the way to an edition, for who takes part in its body and nobody else:
a chapter of the adoption record on paper."""

from collections.abc import Iterator
from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import gettext as _

from tejido.curriculum.models import Edition
from tejido.curriculum.queries import document_of
from tejido.engine.document import addresses
from tejido.formats.markdown import escape, plain
from tejido.formats.paper import Block, Heading, Manner, Prose
from tejido.ledger.actors import Actor
from tejido.web.instants import in_zone
from tejido.web.languages import say

from ..models import Objection
from ..queries.procedures import procedure_of_edition


def lifted_objections(actor: Actor, edition: Edition, at: datetime, language: str) -> Iterator[Block]:
    try:
        state = procedure_of_edition(actor, edition, at)
    except ObjectDoesNotExist:
        return
    where, zone = addresses(document_of(edition.revision)), state.procedure.zone
    lifted = [(line.objection, line.lifting.at) for line in state.objections if line.lifting]
    yield Heading(_("Objections raised and lifted"))
    for row, ended in lifted:
        place = str(where.get(row.passage, ""))
        about = _("Passage %(address)s") % {"address": place} if place else _place(row)
        yield Prose(f"**{escape(say(row.party.name, language).text)}** · {escape(about)}")
        yield from _words(row)
        dates = {"raised": in_zone(row.at, zone), "lifted": in_zone(ended, zone)}
        yield Prose(escape(_("Raised on %(raised)s; lifted on %(lifted)s.") % dates), Manner.SMALL)
    if not lifted:
        yield Prose(_("No objection was raised and lifted."))
    yield Prose(_("Only who takes part in the body reads the objections here: they are not in the file."), Manner.SMALL)


def _place(row: Objection) -> str:
    """What an objection is about that names no passage of the edition: it may have gone from the text since."""
    return _("A passage that is no longer in the text") if row.passage else _("The text as a whole")


def _words(row: Objection) -> Iterator[Block]:
    yield Prose(escape(row.reason), Manner.PLAIN, row.language)
    if row.wording:
        yield Prose(escape(plain(row.wording)), Manner.QUOTATION, row.language)
