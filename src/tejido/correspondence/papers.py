"""A letter on paper, in one of its languages."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.formats.markdown import escape
from tejido.formats.paper import Block, Paper, Prose, Words
from tejido.registry.queries import network
from tejido.web.instants import in_zone
from tejido.web.languages import base, say

from .models import FormalLetter
from .names import Direction

_SHORT = 16  # signs of the digest that run below every page


def letter_paper(letter: FormalLetter, language: str, at: datetime) -> Paper:
    """`at` is when a draft is looked at; a letter bears the instant at which it was sent."""
    with override(base(language)):
        served = network()
        own = say(served.name, language).text if served else ""
        theirs = letter.peer.name
        sender = own if letter.direction == Direction.OUT else theirs
        return Paper(
            title=letter.subject[language],
            language=language,
            words=Words(_("Contents"), _("Page {page} of {pages}")),
            blocks=tuple(_body(letter, language)),
            network=sender,
            subtitle=str(letter.get_purpose_display()),
            facts=_facts(letter, sender, theirs if sender == own else own),
            head=" · ".join(filter(None, (letter.subject[language], letter.reference))),
            foot=letter.digest[:_SHORT],
            at=letter.sent_at or at,
        )


def _body(letter: FormalLetter, language: str) -> list[Block]:
    return [Prose(escape(words), language=language) for words in letter.words[language].split("\n\n") if words.strip()]


def _facts(letter: FormalLetter, sender: str, to: str) -> tuple[tuple[str, str], ...]:
    sent = in_zone(letter.sent_at, letter.zone) if letter.sent_at else _("Draft: not sent")
    answered = letter.answers.reference if letter.answers else ""
    facts = [
        (_("From"), sender),
        (_("To"), to),
        (_("Reference"), letter.reference),
        (_("Date"), sent),
        (_("In answer to"), answered),
        (_("Answer asked for until"), in_zone(letter.deadline, letter.zone) if letter.deadline else ""),
        (_("Digest"), letter.digest),
    ]
    return tuple((name, escape(value)) for name, value in facts if value)
