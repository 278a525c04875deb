"""What is said in the evaluation meeting of the first part, and what becomes of it: matters, positions, wordings. All
of it is invented; no State said any of this."""

from dataclasses import dataclass
from datetime import timedelta

from tejido.deliberation.names import Outcome as Answer
from tejido.deliberation.names import ProcedureKind
from tejido.lessons.names import Outcome, Part

from .network.events import texts
from .script import TECHNICAL, Change, PlannedPosition, PlannedProcedure, PlannedRevision, Texts, Voice

STRUCTURE, ROUND = "estructura-del-seminario", "structure"
MEETING = 20  # days ago
HOURS = timedelta(hours=5)
es, pt = Voice("es"), Voice("pt")
AGREED = ("AR", "BR", "CL", "PY", "CR", "UY")
NAME = texts(
    "Reunión de evaluación de la primera parte (demostración)",
    "Reunião de avaliação da primeira parte (demonstração)",
    "Evaluation meeting of the first part (demonstration)",
    "Réunion d’évaluation de la première partie (démonstration)",
)
INVITATION: Texts = {
    "es": "Se invita a los Estados a comentar la estructura del seminario. Demostración: todo es inventado.",
    "pt": "Convidam-se os Estados a comentar a estrutura do seminário. Demonstração: tudo é inventado.",
}
SIMULATION, MATERIALS, ATTENDANCE = "Por la tarde, una simulación", "Los materiales están", "cuatro de cada cinco"
POSITIONS = (
    PlannedPosition(
        "CL", 31, cleared=30, released=29,
        answers=(es.amend(SIMULATION, TECHNICAL, "Por la mañana, una simulación; por la tarde, su examen.",
                          "Al final del quinto día ya no queda tiempo para examinar lo que se decidió."),),
    ),
    PlannedPosition(
        "BR", 30, cleared=28.5, released=28,
        answers=(pt.amend(MATERIALS, TECHNICAL, "Os materiais estão em ambas as línguas trinta dias antes.",
                          "Dez dias não bastam para ler em outra língua."),),
    ),
    PlannedPosition(
        "UY", 29, cleared=27.5, released=27,
        answers=(es.amend(ATTENDANCE, TECHNICAL, "Recibe el certificado quien asistió a tres de cada cinco sesiones.",
                          "Quien falta por una urgencia de servicio no debería perder el certificado."),),
    ),
)  # fmt: skip  # a table of positions
REVISION = PlannedRevision(
    19,
    "Lo acordado en la reunión de evaluación de la primera parte",
    (
        Change({
            "es": ("Por la tarde, una simulación.", "Por la mañana, una simulación; por la tarde, su examen en común."),
            "pt": ("À tarde, uma simulação.", "De manhã, uma simulação; à tarde, seu exame em comum."),
            "en": (
                "In the afternoon, a simulation.",
                "In the morning, a simulation; in the afternoon, its joint review.",
            ),
            "fr": ("L'après-midi, une simulation.", "Le matin, une simulation ; l'après-midi, son examen en commun."),
        }),
        Change({
            "es": ("en ambas lenguas diez días antes", "en ambas lenguas veinte días antes"),
            "pt": ("em ambas as línguas dez dias antes", "em ambas as línguas vinte dias antes"),
            "fr": ("dans les deux langues dix jours avant", "dans les deux langues vingt jours avant"),
        }),
    ),
)  # fmt: skip  # a table of phrases
ADOPTION = PlannedProcedure(
    ProcedureKind.SILENCE,
    opened=18,
    ends=-13,
    explanation={
        "es": "Se propone la primera edición de la estructura. Demostración: ningún Estado participa en ella.",
        "pt": "Propõe-se a primeira edição da estrutura. Demonstração: nenhum Estado participa dela.",
    },
    agreements=tuple((17 - place / 2, code) for place, code in enumerate(AGREED)),
)


@dataclass(frozen=True, slots=True)
class PlannedMatter:
    """A matter, what is told of it, and what became of it. `on` begins a passage or heading in Spanish; `label` is the
    comment in it; `heard` is a word by which its observations are known."""

    part: Part
    title: Texts
    said: Texts
    on: str
    label: str = ""
    heard: str = ""
    answer: tuple[Answer, str] | None = None
    outcome: tuple[Outcome, str] | None = None
    minutes: str = ""


MATTERS = (
    PlannedMatter(
        Part.STRUCTURE,
        texts("La simulación y su examen", "A simulação e seu exame", "The simulation and its review",
              "La simulation et son examen"),
        texts("La simulación llegaba cuando ya no había fuerzas ni tiempo para examinarla.",
              "A simulação chegava quando já não havia forças nem tempo para examiná-la.",
              "The simulation came when there was neither strength nor time left to review it.",
              "La simulation venait quand il ne restait ni forces ni temps pour l’examiner."),
        SIMULATION, "CL-1", "simulación",
        (Answer.ACCEPTED, "Se adopta la redacción propuesta, con un examen en común."),
        (Outcome.TAKEN, "La simulación pasa a la mañana del quinto día y se examina por la tarde."),
        "Se acordó que la simulación pase a la mañana. **Nadie** pidió suprimirla.",
    ),
    PlannedMatter(
        Part.STRUCTURE,
        texts("Cuándo están los materiales", "Quando estão os materiais", "When the materials are there",
              "Quand les documents sont disponibles"),
        texts("Diez días no bastan para leer en otra lengua.", "Dez dias não bastam para ler em outra língua.",
              "Ten days are not enough to read in another language.",
              "Dix jours ne suffisent pas pour lire dans une autre langue."),
        MATERIALS, "BR-1", "",
        (Answer.ACCEPTED_MODIFIED, "Veinte días: treinta no dejan tiempo para recoger lo que cambia la ronda."),
        (Outcome.PARTLY, "Los materiales estarán veinte días antes. Treinta no dejan tiempo para traducir."),
        "Se propuso un plazo intermedio de veinte días.",
    ),
    PlannedMatter(
        Part.STRUCTURE,
        texts("Asistencia y certificado", "Presença e certificado", "Attendance and certificate",
              "Présence et certificat"),
        texts("Quien falta por una urgencia perdería el certificado.",
              "Quem falta por uma urgência perderia o certificado.",
              "Who misses sessions for an emergency would lose the certificate.",
              "Qui manque pour une urgence perdrait le certificat."),
        ATTENDANCE, "UY-1", "",
        (Answer.NOT_ACCEPTED, "Con menos se pierde una parte entera. Hay sesiones de recuperación."),
        (Outcome.NOT_TAKEN, "Se mantiene la regla. La sede ofrece recuperar una sesión perdida."),
        "Varias delegaciones pidieron mantener la regla y ofrecer recuperación.",
    ),
    PlannedMatter(
        Part.TEXT,
        texts("Casos de la región al leer el riesgo", "Casos da região ao ler o risco",
              "Cases of the region in reading risk", "Cas de la région dans la lecture du risque"),
        texts("Se pidieron casos de la región y un ejercicio con datos.",
              "Pediram-se casos da região e um exercício com dados.",
              "Cases of the region and an exercise with data were asked for.",
              "On a demandé des cas de la région et un exercice avec des données."),
        "Sesión 1.3", "", "casos de la región datos",
        None,
        (Outcome.ELSEWHERE, "Los casos los añade cada versión nacional, que puede hacerlo sin autorización previa."),
        "Se recordó que cada versión nacional añade sus casos.",
    ),
    PlannedMatter(
        Part.TEXT,
        texts("Conversar después de la visita", "Conversar depois da visita", "Talking after the visit",
              "Parler après la visite"),
        texts("La visita necesita una conversación después, no solo antes.",
              "A visita precisa de uma conversa depois, não só antes.",
              "The visit needs a conversation afterwards, not only before.",
              "La visite demande une conversation après, pas seulement avant."),
        "Sesión 1.7", "", "visita",
        minutes="Se pidió una redacción para la segunda ronda sobre el texto.",
    ),
)  # fmt: skip  # a table of matters
