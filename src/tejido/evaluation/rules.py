"""Who may ask, answer, count, read and release, and when."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from tejido.ledger.actors import Actor
from tejido.ledger.refusals import Refusal, must_be_fresh
from tejido.registry.rules import may_keep_network

from .models import OpenAnswer, Question, Questionnaire, Topic
from .names import CLOSED, THRESHOLD, Ballot, Kind, No, Occasion

MOST_OPTIONS, MOST_WORDS = 12, 4000
_SINGLE = frozenset({Kind.SCALE, Kind.ONE})


## Preparing


def may_ask(actor: Actor) -> Refusal | None:
    """The secretariat keeps questionnaires for the network."""
    return may_keep_network(actor)


def may_begin(
    actor: Actor, title: Mapping[str, str], occasion: str, *, has_session: bool, is_session_of_it: bool
) -> Refusal | None:
    """`is_session_of_it`: the session, where one is named, is one of the seminar."""
    if refusal := may_ask(actor):
        return refusal
    if not title:
        return Refusal(No.NO_TITLE)
    if has_session and not (occasion == Occasion.SESSION and is_session_of_it):
        return Refusal(No.ODD_SESSION)
    return None


def needs_session(questionnaire: Questionnaire) -> Refusal | None:
    """A questionnaire of a seminar that is asked after a session says after which."""
    lacks = questionnaire.seminar_id and questionnaire.occasion == Occasion.SESSION and not questionnaire.session_id
    return Refusal(No.NO_SESSION) if lacks else None


def may_write(actor: Actor, questionnaire: Questionnaire) -> Refusal | None:
    """Until it is opened."""
    return may_ask(actor) or (Refusal(No.IS_OPEN) if questionnaire.opened_at else None)


def may_put(
    actor: Actor,
    questionnaire: Questionnaire,
    kind: str,
    wording: Mapping[str, str],
    options: Sequence[Mapping[str, str]],
) -> Refusal | None:
    """`options`: the words of each choice by language."""
    if refusal := may_write(actor, questionnaire):
        return refusal
    if not wording:
        return Refusal(No.NO_WORDING)
    chooses = kind in {Kind.ONE, Kind.SEVERAL}
    return Refusal(No.NO_OPTIONS) if chooses and not _are_sound(options) else None


def _are_sound(options: Sequence[Mapping[str, str]]) -> bool:
    languages = {frozenset(words) for words in options}
    return 2 <= len(options) <= MOST_OPTIONS and len(languages) == 1 and languages != {frozenset()}


def may_move(actor: Actor, questionnaire: Questionnaire, *, has_neighbour: bool) -> Refusal | None:
    return may_write(actor, questionnaire) or (None if has_neighbour else Refusal(No.AT_THE_END))


## Opening and closing


def may_open(actor: Actor, questionnaire: Questionnaire, questions: Sequence[Question]) -> Refusal | None:
    if refusal := may_write(actor, questionnaire) or needs_session(questionnaire):
        return refusal
    if questionnaire.seminar is None:
        return Refusal(No.IS_TEMPLATE)
    if not questions:
        return Refusal(No.NO_QUESTIONS)
    if lacking := lacking_languages(questions, questionnaire.seminar.languages):
        return Refusal(No.LANGUAGE_LACKS, {"languages": ", ".join(lacking)})
    return must_be_fresh(actor.is_fresh)


def lacking_languages(questions: Iterable[Question], languages: Iterable[str]) -> list[str]:
    """The working languages in which some question, or some choice, has no words."""
    texts = [texts for question in questions for texts in (question.wording, *question.options)]
    return [tag for tag in languages if not all(text.get(tag) for text in texts)]


def may_close(actor: Actor, questionnaire: Questionnaire) -> Refusal | None:
    """There is no way back: who saw results does not ask again."""
    return may_ask(actor) or is_open(questionnaire) or must_be_fresh(actor.is_fresh)


## Answering


def is_open(questionnaire: Questionnaire) -> Refusal | None:
    return None if questionnaire.is_open else Refusal(No.NOT_OPEN)


def may_answer(
    questionnaire: Questionnaire, questions: Sequence[Question], ballot: Ballot, *, has_answered: bool
) -> Refusal | None:
    """`has_answered`: the same person, from whatever browser."""
    if refusal := is_open(questionnaire):
        return refusal
    return Refusal(No.ANSWERED) if has_answered else fits(questions, ballot)


def fits(questions: Sequence[Question], ballot: Ballot) -> Refusal | None:
    """A ballot answers what has to be answered, with what is offered."""
    if not set(ballot) <= {question.key for question in questions}:
        return Refusal(No.NOT_OFFERED)
    if not all(_is_offered(question, ballot.get(question.key)) for question in questions):
        return Refusal(No.NOT_OFFERED)
    is_whole = all(ballot.get(question.key) for question in questions if question.is_obligatory)
    return None if is_whole else Refusal(No.UNANSWERED)


def _is_offered(question: Question, given: frozenset[int] | str | None) -> bool:
    if not given:
        return True
    if question.kind not in CLOSED:
        return isinstance(given, str) and len(given) <= MOST_WORDS
    if isinstance(given, str) or not given <= set(range(question.offers)):
        return False
    return len(given) == 1 or question.kind not in _SINGLE


def may_enter_papers(
    actor: Actor, questionnaire: Questionnaire, refusals: Iterable[Refusal | None], *, is_new: bool, left: int,
    is_likely: bool,
) -> Refusal | None:  # fmt: skip  # one row of a table, read as one
    """`refusals` are what `fits` says of each sheet, `left` how many participants have not answered yet. `is_likely`:
    they could be of those (`lines.are_likely`)."""
    if refusal := may_ask(actor) or is_open(questionnaire):
        return refusal
    if not is_new:
        return Refusal(No.IN_THE_URN)
    several = list(refusals)
    if not several:
        return Refusal(No.NO_PAPERS)
    if refusal := next(filter(None, several), None):
        return refusal
    if len(several) > left:
        return Refusal(No.TOO_MANY)
    return None if is_likely else Refusal(No.TOO_MANY_ALIKE)


## Reading and releasing


def may_read_answers(actor: Actor, questionnaire: Questionnaire) -> Refusal | None:
    """Only who codes them, and only once nobody answers any more."""
    if refusal := may_ask(actor):
        return refusal
    if questionnaire.closed_at is None:
        return Refusal(No.NOT_CLOSED)
    return Refusal(No.IS_RELEASED) if questionnaire.released_at else None


def may_code(
    actor: Actor, questionnaire: Questionnaire, topics: Collection[str], known: Collection[str],
    passages: Collection[str], there: Collection[str],
) -> Refusal | None:  # fmt: skip  # one row of a table, read as one
    """`known` are the topics in use, `there` the passages of the text that the seminar teaches."""
    if refusal := may_read_answers(actor, questionnaire):
        return refusal
    if not set(topics) <= set(known):
        return Refusal(No.NO_TOPIC)
    return None if set(passages) <= set(there) else Refusal(No.NO_PASSAGE)


def may_release(actor: Actor, questionnaire: Questionnaire, answers: Iterable[OpenAnswer]) -> Refusal | None:
    if refusal := may_read_answers(actor, questionnaire):
        return refusal
    if questionnaire.answered is None or questionnaire.answered < THRESHOLD:
        return Refusal(No.TOO_FEW)
    unread = sum(not answer.is_read for answer in answers)
    return Refusal(No.UNREAD, {"n": unread}) if unread else must_be_fresh(actor.is_fresh)


def may_add_topic(actor: Actor, name: Mapping[str, str]) -> Refusal | None:
    return may_ask(actor) or (None if name else Refusal(No.EMPTY_TOPIC))


def may_retire_topic(actor: Actor, topic: Topic) -> Refusal | None:
    return may_ask(actor) or (Refusal(No.RETIRED) if topic.retired_at else None)
