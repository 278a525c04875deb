"""The chapters of the curriculum, from the first import to the middle of the second round."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from tejido.registry.queries import network_body

from ..playing import rounds
from ..playing.procedures import Adopting, procedure
from ..playing.texts import Rewritten, revise
from ..script import Texts
from ..sources import in_languages, side_by_side
from ..stage import Stage, Step
from . import dispositions, first_round, past
from .changes_underway import ACCEPTED_SO_FAR
from .positions import NOTHING_TO_REMARK, POSITIONS, REMARKS

SLUG = "curriculo-demostracion"
TITLE = "Plan de formación común (texto de demostración)"

INVITATION: Texts = {
    "es": "Se invita a los Estados a comunicar una sola posición nacional, pasaje por pasaje. Demostración: texto, "
    "instituciones y posiciones son inventados.",
    "pt": "Convidam-se os Estados a comunicar uma única posição nacional, passagem por passagem. Demonstração: texto, "
    "instituições e posições são inventados.",
    "en": "States are invited to send one national position, passage by passage. Demonstration: text, institutions "
    "and positions are invented.",
    "fr": "Les États sont invités à communiquer une seule position nationale, passage par passage. Démonstration : "
    "texte, institutions et positions sont inventés.",
}


def steps(stage: Stage) -> Iterator[Step]:
    present = side_by_side(in_languages("curriculum", ("es", "pt", "en")))
    text = Rewritten(stage, SLUG, present, past.REVISIONS)
    yield Step(stage.ago(290), partial(_create, stage, text))
    for days, save in text.saves():
        yield Step(stage.ago(days), save)
    yield from _first_round(stage)
    yield from procedure(Adopting(stage, SLUG, first_round.ADOPTION))
    yield from _second_round(stage)


def _create(stage: Stage, text: Rewritten, at: datetime) -> None:
    stage.bodies[SLUG] = network_body()
    text.create(TITLE, "Proyecto reunido por la Secretaría Técnica en español, portugués e inglés", at)


def _first_round(stage: Stage) -> Iterator[Step]:
    play = rounds.Playing(stage, "first", SLUG)
    yield rounds.opening(play, 286, -260, 14, INVITATION)
    for plan in first_round.POSITIONS:
        yield from rounds.position(play, plan)
    yield from rounds.dispositions(play, first_round.DISPOSITIONS, 254)
    yield from rounds.replies(play, first_round.REPLIES, 249)


def _second_round(stage: Stage) -> Iterator[Step]:
    """Open now. Its first deadline passed three days ago; one position came after it; then the round was extended."""
    play = rounds.Playing(stage, "second", SLUG)
    yield rounds.opening(play, 16, -3, 15, INVITATION)
    yield rounds.extension(play, 1.8, 6)
    for member, planned in REMARKS.items():
        yield from rounds.remarks(play, member, planned, 14, 12 if member == "BR" else 5)
    for member, institutions in NOTHING_TO_REMARK.items():
        for institution in institutions:
            yield rounds.nothing_to_remark(play, member, institution, 4.5 if member == "PY" else 11)
    for plan in POSITIONS:
        yield from rounds.position(play, plan)
    yield from _answers(stage, play)


def _answers(stage: Stage, play: rounds.Playing) -> Iterator[Step]:
    yield Step(stage.ago(ACCEPTED_SO_FAR.days), partial(revise, stage, SLUG, ACCEPTED_SO_FAR))
    yield from rounds.dispositions(play, dispositions.DISPOSITIONS, 1.1)
    for label, comments in dispositions.GROUPED_ONLY:
        yield rounds.grouping(play, label, comments, 0.8)
    yield from rounds.replies(play, dispositions.REPLIES, 0.5)
