"""Where each text that is being worked on stands."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from tejido.curriculum.models import Text
from tejido.deliberation import sentences
from tejido.deliberation.pages import procedure_strip, round_strip
from tejido.deliberation.queries.positions import progress
from tejido.web.components import Sentence, Strip

from .work import Work


@dataclass(frozen=True, slots=True)
class OpenText:
    """A text in a round or in adoption, with the sentence that says what is missing, and how each party stands."""

    text: Text
    url: str
    what: str
    sentence: Sentence
    strip: Strip


def texts_in(work: Work) -> list[OpenText]:
    """What is in adoption first, then the rounds, the newest first."""
    adoptions = [
        OpenText(
            state.text,
            reverse("deliberation:procedure", args=[state.procedure.key]),
            state.procedure.get_kind_display(),
            sentences.of_procedure(state, work.at),
            procedure_strip(state, work.at),
        )
        for state in work.procedures
    ]
    return [*adoptions, *_rounds(work)]


def _rounds(work: Work) -> list[OpenText]:
    found = []
    for context in work.rounds:
        row = context.round
        standing = progress(context.parties, work.releases[row.key])
        sentence = sentences.of_round(context, standing, work.unanswered[row.key], work.at)
        what = _("Round %(number)s") % {"number": row.number}
        strip = round_strip(standing, context, work.at)
        found.append(OpenText(row.text, reverse("deliberation:round", args=[row.key]), what, sentence, strip))
    return found
