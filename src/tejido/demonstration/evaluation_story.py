"""What participants of the invented first part are told to have answered before and after it, and what was made of it.
All of it is invented: no person said any of this."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial

from tejido.curriculum.queries import document_of
from tejido.engine.document import Document, Kind
from tejido.evaluation import commands
from tejido.evaluation.commands import Coding
from tejido.evaluation.models import OpenAnswer, Question, Questionnaire, Topic
from tejido.evaluation.names import Kind as Asked
from tejido.evaluation.names import Occasion
from tejido.nominations.models import Nominee
from tejido.nominations.queries import participants
from tejido.timetable.models import Session

from .network.events import texts
from .seminars_story import first_part, second_part
from .stage import Stage, Step

TEMPLATE = texts(
    "Evaluación del seminario (demostración)",
    "Avaliação do seminário (demonstração)",
    "Evaluation of the seminar (demonstration)",
    "Évaluation du séminaire (démonstration)",
)
BEFORE = texts(
    "Antes de comenzar (demostración)",
    "Antes de começar (demonstração)",
    "Before we begin (demonstration)",
    "Avant de commencer (démonstration)",
)
LATER = texts(
    "Unas semanas después (demostración)",
    "Algumas semanas depois (demonstração)",
    "Some weeks later (demonstration)",
    "Quelques semaines plus tard (démonstration)",
)
OF_SESSION = texts(
    "Sobre esta sesión (demostración)",
    "Sobre esta sessão (demonstração)",
    "On this session (demonstration)",
    "Sur cette séance (démonstration)",
)
USEFUL = texts(
    "La sesión me sirve para mi trabajo.",
    "A sessão me serve para meu trabalho.",
    "The session is of use for my work.",
    "La séance me sert dans mon travail.",
)
# What is asked: how, and in which words. The first three are asked before and after.
SCALES = (
    texts(
        "Conozco los factores de riesgo y sé aplicarlos a un caso.",
        "Conheço os fatores de risco e sei aplicá-los a um caso.",
        "I know the risk factors and can apply them to a case.",
        "Je connais les facteurs de risque et sais les appliquer à un cas.",
    ),
    texts(
        "Sé qué puede hacer mi institución para prevenir.",
        "Sei o que minha instituição pode fazer para prevenir.",
        "I know what my institution can do to prevent.",
        "Je sais ce que mon institution peut faire pour prévenir.",
    ),
    texts(
        "Podría enseñar esta materia a otras personas.",
        "Eu poderia ensinar esta matéria a outras pessoas.",
        "I could teach this to others.",
        "Je pourrais enseigner cette matière à d’autres.",
    ),
)
CHOICE = texts(
    "¿Cuánto tiempo debería tener la visita al lugar de memoria?",
    "Quanto tempo deveria ter a visita ao lugar de memória?",
    "How much time should the visit to the site of memory have?",
    "Combien de temps devrait durer la visite du lieu de mémoire ?",
)
OPTIONS = (
    texts("Más", "Mais", "More", "Plus"),
    texts("El que tuvo", "O que teve", "What it had", "Autant"),
    texts("Menos", "Menos", "Less", "Moins"),
)
METHODS = texts(
    "¿Qué métodos le ayudaron a aprender?",
    "Que métodos ajudaram você a aprender?",
    "Which methods helped you to learn?",
    "Quelles méthodes vous ont aidé à apprendre ?",
)
METHOD_OPTIONS = (
    texts("Exposición", "Exposição", "Lecture", "Exposé"),
    texts("Estudio de caso", "Estudo de caso", "Case study", "Étude de cas"),
    texts("Simulación", "Simulação", "Simulation", "Simulation"),
    texts("Visita al lugar", "Visita ao lugar", "Visit to the place", "Visite du lieu"),
)
OPEN = texts(
    "¿Qué cambiaría en el texto o en la estructura del seminario?",
    "O que mudaria no texto ou na estrutura do seminário?",
    "What would you change in the text or in the structure of the seminar?",
    "Que changeriez-vous dans le texte ou dans la structure du séminaire ?",
)
TOPICS = {
    "place": texts("El lugar de memoria", "O lugar de memória", "The site of memory", "Le lieu de mémoire"),
    "cases": texts("Casos de la región", "Casos da região", "Cases of the region", "Cas de la région"),
    "time": texts("Tiempo y ritmo", "Tempo e ritmo", "Time and pace", "Temps et rythme"),
    "indicators": texts("Indicadores", "Indicadores", "Indicators", "Indicateurs"),
}
# language, words, translation, the heading that it is about, topics; what replaces the words, or that it is withheld.
OBSERVED: tuple[tuple[str, str, str, str, tuple[str, ...], str, bool], ...] = (
    ("es", "La visita al lugar necesita una conversación después, no solo antes.",
     "A visita ao lugar precisa de uma conversa depois, não só antes.", "Sesión 1.7", ("place", "time"), "", False),
    ("es", "Faltan casos de la región en la parte de factores de riesgo.",
     "Faltam casos da região na parte sobre fatores de risco.", "Sesión 1.3", ("cases",), "", False),
    ("pt", "Os indicadores ficaram claros, mas pediria um exercício com dados reais de um caso antigo.",
     "Los indicadores quedaron claros, pero pediría un ejercicio con datos reales de un caso antiguo.", "Sesión 1.3",
     ("indicators", "cases"), "", False),
    ("es", "El segundo día fue demasiado largo; la simulación quedó para cuando ya no había fuerzas.", "", "",
     ("time",), "", False),
    ("es", "Como única persona de mi escuela, pediría un guion para repetir la sesión en ella.",
     "Um roteiro para repetir a sessão em cada escola ajudaria.", "Sesión 1.4", ("time",),
     "Ayudaría un guion para repetir la sesión en cada escuela.", False),
    ("es", "Mi jefe no quería que viniera.", "", "", (), "", True),
    ("pt", "A sessão sobre direito supõe conhecimentos que nem todos têm; um glossário ajudaria.",
     "La sesión sobre derecho supone conocimientos que no todos tienen; un glosario ayudaría.", "Sesión 1.4",
     ("time",), "", False),
)  # fmt: skip  # a table, read as one
# How far each scale lies above the lowest step before and after, out of ten: five shares of the five steps.
SHARES = {
    Occasion.BEFORE: ((1, 4, 3, 2, 0), (2, 3, 3, 1, 1), (4, 3, 2, 1, 0)),
    Occasion.AFTER: ((0, 1, 2, 4, 3), (0, 1, 3, 4, 2), (1, 2, 3, 3, 1)),
}
MISSING, FOLLOWED, CAME = 2, 7, 14  # how many do not answer; have answered what is open; were in the session


def steps(stage: Stage) -> Iterator[Step]:
    yield Step(stage.ago(170), partial(_template, stage))
    yield Step(stage.ago(54), partial(_open, stage, Occasion.BEFORE))
    yield Step(stage.ago(53), partial(_answer, stage, Occasion.BEFORE))
    yield Step(stage.ago(41), partial(_close, stage, Occasion.BEFORE))
    yield Step(stage.ago(37), partial(_open, stage, Occasion.AFTER))
    yield Step(stage.ago(36), partial(_answer, stage, Occasion.AFTER))
    yield Step(stage.ago(33), partial(_close, stage, Occasion.AFTER))
    yield Step(stage.ago(32), partial(_read, stage))
    yield Step(stage.ago(31), partial(_release, stage))
    yield Step(stage.ago(6), partial(_again, stage))
    yield Step(stage.ago(5), partial(_of_session, stage))
    yield Step(stage.ago(3), partial(_follow_up, stage))


def _asked(stage: Stage, occasion: Occasion) -> Questionnaire:
    """The first one of its occasion."""
    found = Questionnaire.objects.filter(seminar=first_part(stage), occasion=occasion).first()
    assert found is not None  # it was begun in an earlier step  # noqa: S101
    return found


def _template(stage: Stage, at: datetime) -> None:
    """What every part is asked after it, and the topics by which answers are sorted."""
    secretariat = stage.secretariat
    row = commands.begin_questionnaire(actor=secretariat, seminar=None, occasion=Occasion.AFTER, title=TEMPLATE, at=at)

    def put(kind: Asked, wording: Mapping[str, str], options: Sequence[Mapping[str, str]] = ()) -> None:
        commands.put_question(
            actor=secretariat, questionnaire=row, kind=kind, wording=wording, options=options,
            is_obligatory=kind == Asked.SCALE, at=at,
        )  # fmt: skip  # one act, read as one

    for words in SCALES:
        put(Asked.SCALE, words)
    put(Asked.ONE, CHOICE, OPTIONS)
    put(Asked.SEVERAL, METHODS, METHOD_OPTIONS)
    put(Asked.OPEN, OPEN)
    for name in TOPICS.values():
        commands.add_topic(actor=secretariat, name=name, at=at)


def _open(stage: Stage, occasion: Occasion, at: datetime) -> None:
    """Before the seminar only what can be known then is asked."""
    template = Questionnaire.objects.get(seminar=None)
    title = BEFORE if occasion == Occasion.BEFORE else TEMPLATE
    row = commands.begin_questionnaire(
        actor=stage.secretariat, seminar=first_part(stage), occasion=occasion, title=title, source=template, at=at
    )
    if occasion == Occasion.BEFORE:
        for question in Question.objects.filter(questionnaire=row).exclude(kind=Asked.SCALE):
            commands.remove_question(actor=stage.secretariat, question=question, at=at)
    commands.open_questionnaire(actor=stage.secretariat, questionnaire=row, at=at)


def _answer(stage: Stage, occasion: Occasion, at: datetime) -> None:  # noqa: ARG001  # an answer has no time
    row = _asked(stage, occasion)
    people = list(participants(first_part(stage)).select_related("call").order_by("email"))
    _cast(row, people[:-MISSING], occasion)


def _cast(row: Questionnaire, people: Sequence[Nominee], occasion: Occasion) -> None:
    questions = list(Question.objects.filter(questionnaire=row))
    for number, person in enumerate(people):
        ballot = _ballot(questions, occasion, number)
        commands.answer(nominee=person, questionnaire=row, token=f"demonstration-{number}", ballot=ballot)


def _ballot(questions: Sequence[Question], occasion: Occasion, number: int) -> dict[str, frozenset[int] | str]:
    """What person `number` answers: the steps of a scale as often as its shares say, mixed by fixed numbers."""
    found: dict[str, frozenset[int] | str] = {}
    scales = iter(SHARES[occasion])
    for place, question in enumerate(questions):
        mixed = (number * 7 + place * 3) % 10
        match question.kind:
            case Asked.SCALE:
                ladder = [step for step, share in enumerate(next(scales)) for _ in range(share)]
                found[question.key] = frozenset({ladder[mixed]})
            case Asked.ONE:
                found[question.key] = frozenset({0 if mixed < 6 else 1 if mixed < 9 else 2})
            case Asked.SEVERAL:
                found[question.key] = frozenset({mixed % 4, 3 if mixed % 3 else 2})
            case _ if number % 3 == 0 and number // 3 < len(OBSERVED):
                found[question.key] = OBSERVED[number // 3][1]
    return found


def _close(stage: Stage, occasion: Occasion, at: datetime) -> None:
    commands.close_questionnaire(actor=stage.secretariat, questionnaire=_asked(stage, occasion), at=at)


def _read(stage: Stage, at: datetime) -> None:
    """The secretariat lays each observation against the text that was taught."""
    seminar = first_part(stage)
    document = document_of(seminar.revision) if seminar.revision else None
    topics = {name: Topic.objects.get(name=words).key for name, words in TOPICS.items()}
    told = {each[1]: each for each in OBSERVED}
    for answer in OpenAnswer.objects.filter(question__questionnaire=_asked(stage, Occasion.AFTER)):
        language, _words, translation, heading, several, paraphrase, is_withheld = told[answer.words]
        other = "pt" if language == "es" else "es"
        coding = Coding(
            language, paraphrase, is_withheld, _passages(document, heading), [topics[name] for name in several],
            {other: translation},
        )  # fmt: skip  # one row of a table, read as one
        commands.code_answer(actor=stage.secretariat, answer=answer, coding=coding, at=at)


def _passages(document: Document | None, heading: str) -> list[str]:
    """The first heading that begins with these Spanish words."""
    if document is None or not heading:
        return []
    return [p.id for p in document if p.kind is Kind.HEADING and p.text("es").startswith(heading)][:1]


def _release(stage: Stage, at: datetime) -> None:
    for occasion in (Occasion.BEFORE, Occasion.AFTER):
        commands.release_results(actor=stage.secretariat, questionnaire=_asked(stage, occasion), at=at)


def _again(stage: Stage, at: datetime) -> None:
    """The second part is going to be asked the same, so that the two compare."""
    commands.begin_questionnaire(
        actor=stage.secretariat, seminar=second_part(stage), occasion=Occasion.AFTER, title=TEMPLATE,
        source=_asked(stage, Occasion.AFTER), at=at,
    )  # fmt: skip  # one act, read as one


def _of_session(stage: Stage, at: datetime) -> None:
    """One session was asked about by itself; it is counted, and its open answers wait to be read. Where the programme
    has no session yet, nothing is asked."""
    session = Session.objects.filter(seminar=first_part(stage), is_counted=True, removed_at=None).first()
    if session is None:
        return
    secretariat = stage.secretariat
    row = commands.begin_questionnaire(
        actor=secretariat, seminar=first_part(stage), session=session, occasion=Occasion.SESSION, title=OF_SESSION,
        at=at,
    )  # fmt: skip  # one act, read as one
    for kind, words in ((Asked.SCALE, USEFUL), (Asked.OPEN, OPEN)):
        commands.put_question(actor=secretariat, questionnaire=row, kind=kind, wording=words, at=at)
    commands.open_questionnaire(actor=secretariat, questionnaire=row, at=at)
    people = participants(first_part(stage)).select_related("call").order_by("email")
    _cast(row, list(people)[:CAME], Occasion.AFTER)
    commands.close_questionnaire(actor=secretariat, questionnaire=row, at=at)


def _follow_up(stage: Stage, at: datetime) -> None:
    """Those of the first part are asked once more, weeks later; some of them have answered, and it is still open."""
    row = commands.begin_questionnaire(
        actor=stage.secretariat, seminar=first_part(stage), occasion=Occasion.AFTER, title=LATER,
        source=_asked(stage, Occasion.BEFORE), at=at,
    )  # fmt: skip  # one act, read as one
    commands.open_questionnaire(actor=stage.secretariat, questionnaire=row, at=at)
    people = participants(first_part(stage)).select_related("call").order_by("email")
    _cast(row, list(people)[:FOLLOWED], Occasion.AFTER)
