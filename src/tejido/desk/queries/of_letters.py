"""What waits for a seat of letters between networks."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from tejido.correspondence.models import FormalLetter
from tejido.correspondence.names import Stage
from tejido.correspondence.queries import LetterLine, waiting_letters
from tejido.ledger.actors import Actor
from tejido.registry.queries import end_of, network_zone
from tejido.web.languages import in_my_language

from .items import Waiting


def letters_waiting(actor: Actor, at: datetime) -> Iterator[Waiting]:
    """A letter to answer, an answer that did not come, a draft to send, and what is to be done about a letter."""
    lines = waiting_letters(actor)
    zone = network_zone() if lines else None
    for line in lines:
        yield from _of_letter(line, at)
        for duty in line.open_duties:
            until = end_of(duty.until, zone) if duty.until else None
            yield Waiting(duty.what, _title(line.letter), _url(line.letter), until, str(zone))


def _of_letter(line: LetterLine, at: datetime) -> Iterator[Waiting]:
    letter, stage = line.letter, line.stage(at)
    if stage == Stage.DRAFT:
        yield Waiting(_("A letter to another network to be sent"), _title(letter), _url(letter), None, "")
    elif line.is_ours and stage == Stage.OVERDUE:
        what = _("Another network has not answered by the day that we asked for")
        yield Waiting(what, _title(letter), _url(letter), letter.deadline, letter.zone)
    elif not line.is_ours and stage in {Stage.WAITING, Stage.OVERDUE}:
        yield Waiting(
            _("A letter of another network to answer"), _title(letter), _url(letter), letter.deadline, letter.zone
        )


def _title(letter: FormalLetter) -> str:
    return in_my_language(letter.subject) or letter.peer.name


def _url(letter: FormalLetter) -> str:
    return reverse("correspondence:letter", args=[letter.key])
