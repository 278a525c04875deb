"""A step as a seat reads it: sections in its language, practices as far as it may read them, what others said."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Count

from tejido.curriculum.models import Edition, Text
from tejido.curriculum.queries import document_of, latest_revisions
from tejido.engine.document import Passage, outline
from tejido.engine.translation import State as Standing
from tejido.ledger.actors import Actor
from tejido.practices.queries import Shown, shown_practices
from tejido.registry.names import BodyKind
from tejido.translation.queries.facts import standings_of

from ..models import Contribution, Module, Progress, Proposal, Question, Reading, Step
from .modules import led_module, module_for


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step in the list; `is_done` is the seat's own bookmark."""

    step: Step
    questions: int
    is_done: bool


def steps_of(actor: Actor, module: Module) -> list[StepLine]:
    """Three queries."""
    rows = list(Step.objects.filter(module=module))
    counted = dict(Question.objects.filter(step__in=rows).order_by("step").values_list("step").annotate(n=Count("key")))
    done = set(Progress.objects.filter(step__in=rows, seat=actor.seat or "-").values_list("step", flat=True))
    return [StepLine(row, counted.get(row.key, 0), row.key in done) for row in rows]


def step_for(actor: Actor, key: str) -> Step:
    """A step of a module that the seat may read. ObjectDoesNotExist otherwise, exactly as for an unknown key."""
    row = Step.objects.get(key=key)
    row.module = module_for(actor, row.module_id)
    return row


def led_step(actor: Actor, key: str) -> Step:
    """A step of a module of the actor's own member."""
    row = Step.objects.get(key=key)
    row.module = led_module(actor, row.module_id)
    return row


def reading_for(actor: Actor, key: str) -> Reading:
    row = Reading.objects.get(key=key)
    row.step = led_step(actor, row.step_id)
    return row


def question_for(actor: Actor, key: str) -> Question:
    row = Question.objects.get(key=key)
    row.step = step_for(actor, row.step_id)
    return row


def contribution_for(actor: Actor, key: str) -> Contribution:
    row = Contribution.objects.select_related("seat__institution__member").get(key=key)
    row.question = question_for(actor, row.question_id)
    return row


def proposal_for(actor: Actor, key: str) -> Proposal:
    row = Proposal.objects.select_related("text__body", "revision__text").get(key=key)
    row.module = module_for(actor, row.module_id)
    return row


@dataclass(frozen=True, slots=True)
class ReadingShown:
    """A section with the language that each passage is shown in and how its words stand in the reader's language; or a
    practice, None where the reader may read none of its versions."""

    reading: Reading
    passages: Sequence[tuple[Passage, str]] = ()
    standings: Mapping[Standing, int] | None = None
    practice: Shown | None = None


def readings_of(actor: Actor, step: Step, language: str) -> list[ReadingShown]:
    """In the order in which they were added."""
    rows = Reading.objects.filter(step=step).select_related(*_OF_EDITION, "practice__member")
    readable = {row.practice.key: row for row in shown_practices(actor)}
    return [_shown(row, language, readable) for row in rows]


def _shown(row: Reading, language: str, readable: Mapping[str, Shown]) -> ReadingShown:
    if row.edition is None:
        return ReadingShown(row, practice=readable.get(row.practice_id or ""))
    text, passages = row.edition.text, section_of(row.edition, row.passage)
    if language == text.negotiated_language:
        return ReadingShown(row, [(passage, _language(passage, language, text)) for passage in passages])
    known = standings_of(text, row.edition.revision, [language])[language]
    found = Counter(known[passage.id].state for passage in passages if passage.id in known)
    return ReadingShown(row, [(passage, _language(passage, language, text)) for passage in passages], dict(found))


def section_of(edition: Edition, passage: str) -> Sequence[Passage]:
    """The heading and what stands under it, up to the next one; nothing for a passage that is no heading."""
    document = document_of(edition.revision)
    for section in outline(document):
        if section.heading is not None and section.heading.id == passage:
            return document.passages[section.start : section.body_end]
    return ()


def _language(passage: Passage, wanted: str, text: Text) -> str:
    """The reader's language, else that in which the text is negotiated, else any that there is."""
    for tag in (wanted, text.negotiated_language, *passage.languages):
        if passage.text(tag):
            return tag
    return wanted


@dataclass(frozen=True, slots=True)
class QuestionShown:
    question: Question
    contributions: Sequence[Contribution]


def said_to(step: Step) -> list[QuestionShown]:
    """The questions with what was said to each. What was withdrawn or hidden is there without its words. Two
    queries."""
    rows = list(Question.objects.filter(step=step))
    found: dict[str, list[Contribution]] = {}
    told = Contribution.objects.filter(question__in=rows).select_related("seat__institution__member")
    for row in told:
        found.setdefault(row.question_id, []).append(row)
    return [QuestionShown(row, found.get(row.key, [])) for row in rows]


def section_for(value: str) -> tuple[Edition, str]:
    """The edition of a text of the network and the heading in it, from "edition/passage". Edition.DoesNotExist."""
    edition, _slash, passage = value.partition("/")
    rows = Edition.objects.filter(text__body__kind=BodyKind.NETWORK).select_related("text").defer("record")
    return rows.get(key=edition), passage


def passages_of(module: Module) -> list[tuple[Text, Passage]]:
    """Every passage that the module reads, as the text stands now: of these another wording can be proposed."""
    rows = Reading.objects.filter(step__module=module).exclude(edition=None)
    editions = [(row.edition, row.passage) for row in rows.select_related(*_OF_EDITION) if row.edition is not None]
    latest = latest_revisions({edition.text_id: edition.text for edition, _passage in editions}.values())
    found: dict[str, tuple[Text, Passage]] = {}
    for edition, heading in editions:
        document = document_of(latest[edition.text_id])
        for passage in section_of(edition, heading):
            if passage.id in document:
                found[passage.id] = edition.text, document.passage(passage.id)
    return list(found.values())


_OF_EDITION = ("edition__text__body", "edition__revision__text")


def wording_for(module: Module, passage: str) -> tuple[Text, Passage]:
    """ObjectDoesNotExist for a passage that the module does not read."""
    found = {each.id: (text, each) for text, each in passages_of(module)}
    if passage not in found:
        raise ObjectDoesNotExist
    return found[passage]
