"""The position of a member as a paper, for its own seats only. Which institution an answer came from is not on it: the
paper speaks for the member."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.curriculum.queries import document_of
from tejido.formats.markdown import escape
from tejido.formats.paper import Block, Paper, Prose
from tejido.registry.models import Party
from tejido.web.instants import in_zone
from tejido.web.languages import base, say

from ..queries.positions import PositionState
from ..queries.rounds import RoundContext
from .passages import Facts, in_order, kinds_of, passage_blocks, round_facts, said_blocks, title_in, words

_SHORT = 16  # signs of the digest that run below every page


def position_paper(context: RoundContext, party: Party, state: PositionState, language: str, at: datetime) -> Paper:
    """The latest position as it stands, passage by passage. A released one says since when and by which digest."""
    with override(base(language)):
        title, member = title_in(context, language), say(party.name, language).text
        notice = _notice(state, member)
        release = state.release
        return Paper(
            title=title,
            language=language,
            words=words(),
            blocks=tuple(_blocks(context, state, language)),
            network=member,
            subtitle=_("Position of %(member)s") % {"member": member},
            facts=(*round_facts(context), *_standing(context, state, at)),
            head=" · ".join(filter(None, (title, party.code, notice))),
            foot=release.digest[:_SHORT] if release else "",
            at=_instant(state, at),
        )


def position_notice(party: Party, state: PositionState, language: str) -> str:
    """What stands where nobody can miss it; nothing on a position that is released and stands."""
    with override(base(language)):
        return _notice(state, say(party.name, language).text)


def _notice(state: PositionState, member: str) -> str:
    if state.withdrawal:
        return _("Position withdrawn")
    return "" if state.release else _("In preparation: confidential to %(member)s") % {"member": member}


def _instant(state: PositionState, at: datetime) -> datetime:
    """The act that the paper shows; what is in preparation is only ever as it stood just now."""
    act = state.withdrawal or state.release
    return act.at if act else at


def _standing(context: RoundContext, state: PositionState, at: datetime) -> Facts:
    zone, release = context.round.zone, state.release
    if release is None:
        return ((_("State"), _("In preparation")), (_("As it stood on"), escape(in_zone(at, zone))))
    name = _("Released late on") if release.is_late else _("Released on")
    facts = [(name, escape(in_zone(release.at, zone))), (_("Digest of the position"), release.digest)]
    if state.withdrawal:
        facts.append((_("Withdrawn on"), escape(in_zone(state.withdrawal.at, zone))))
    return tuple(facts)


def _blocks(context: RoundContext, state: PositionState, language: str) -> Iterator[Block]:
    document = document_of(context.round.revision)
    for place, answers in in_order(context, state.answers):
        yield from passage_blocks(document, place, language, [answer.language for answer in answers])
        for answer in answers:
            yield Prose(f"**{escape(kinds_of(answer))}**")
            yield from said_blocks(answer)
    if not state.answers:
        yield Prose(_("The position has no answer yet."))
