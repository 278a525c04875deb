"""What public sources say of National Mechanisms. What they do not say is not here: no legal instrument was found."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tejido.mechanisms.names import Grade, MechanismType, Stage, Topic

Texts = Mapping[str, str]


def texts(es: str, pt: str, en: str, fr: str) -> Texts:
    return {"es": es, "pt": pt, "en": en, "fr": fr}


@dataclass(frozen=True, slots=True)
class Fact:
    """`since` is as exact as the source gives it."""

    member: str
    topic: Topic
    since: str
    says: Texts
    source: str
    grade: Grade = Grade.B
    value: str = ""
    address: str = ""
    names: tuple[Texts, ...] = field(default=())


LAUNCH_PY = "auschwitzinstitute.org, note of 2013 on the launch in Paraguay"
BOOKLET = "National Mechanisms booklet of 2017, table of contents (https://docslib.org/doc/12466273)"
BOOKLET_ADDRESS = "https://docslib.org/doc/12466273"

# Fourteen of the fifteen can be read in the source.
OF_PARAGUAY = (
    texts("Defensoría del Pueblo", "Defensoria do Povo", "Ombudsman", "Défenseur du peuple"),
    texts("Relaciones Exteriores", "Relações Exteriores", "Foreign Affairs", "Affaires étrangères"),
    texts("Defensa", "Defesa", "Defence", "Défense"),
    texts("Justicia", "Justiça", "Justice", "Justice"),
    texts("Defensa Pública", "Defensoria Pública", "Public Defence", "Défense publique"),
    texts("Educación", "Educação", "Education", "Éducation"),
    texts("Mujer", "Mulher", "Women", "Femmes"),
    texts("Ministerio Público", "Ministério Público", "Public Prosecution", "Ministère public"),
    texts("Policía Nacional", "Polícia Nacional", "National Police", "Police nationale"),
    texts("Congreso", "Congresso", "Congress", "Congrès"),
    texts("Corte Suprema", "Suprema Corte", "Supreme Court", "Cour suprême"),
    texts(
        "Instituto de estudios estratégicos",
        "Instituto de estudos estratégicos",
        "Institute for strategic studies",
        "Institut d’études stratégiques",
    ),
    texts(
        "Secretaría de la función pública",
        "Secretaria da função pública",
        "Public service secretariat",
        "Secrétariat de la fonction publique",
    ),
    texts(
        "Un centro de documentación",
        "Um centro de documentação",
        "A documentation centre",
        "Un centre de documentation",
    ),
    texts(
        "Una institución más, cuyo nombre no se conoce",
        "Mais uma instituição, cujo nome não se conhece",
        "One more institution, whose name is not known",
        "Une institution de plus, dont le nom n’est pas connu",
    ),
)

FACTS = (
    Fact(
        "AR",
        Topic.STAGE,
        "2012",
        texts(
            "El primero de la red. La fuente da solo el año.",
            "O primeiro da rede. A fonte informa apenas o ano.",
            "The first in the network. The source gives only the year.",
            "Le premier du réseau. La source ne donne que l’année.",
        ),
        LAUNCH_PY,
        value=Stage.WORKING,
    ),
    Fact(
        "PY",
        Topic.STAGE,
        "2013-04-17",
        texts(
            "Lanzado en Asunción el 17 y 18 de abril de 2013. Comenzó con un taller sobre el Marco de Análisis.",
            "Lançado em Assunção em 17 e 18 de abril de 2013. Começou com uma oficina sobre o Marco de Análise.",
            "Launched in Asunción on 17 and 18 April 2013. It began with a workshop on the Framework of Analysis.",
            "Lancé à Asunción les 17 et 18 avril 2013. Il a commencé par un atelier sur le Cadre d’analyse.",
        ),
        f"{LAUNCH_PY}; {BOOKLET}",
        grade=Grade.A,
        value=Stage.WORKING,
    ),
    Fact(
        "PY",
        Topic.COMPOSITION,
        "2013-04-17",
        texts(
            "Quince instituciones en el lanzamiento; catorce se leen en la fuente.",
            "Quinze instituições no lançamento; catorze podem ser lidas na fonte.",
            "Fifteen institutions at the launch; fourteen can be read in the source.",
            "Quinze institutions au lancement ; quatorze peuvent se lire dans la source.",
        ),
        LAUNCH_PY,
        names=OF_PARAGUAY,
    ),
    Fact(
        "CR",
        Topic.TYPE,
        "2017",
        texts(
            "La tarea se dio a la Comisión de Derecho Internacional Humanitario. No se conoce desde cuándo: la fuente "
            "es de 2017.",
            "A tarefa foi dada à Comissão de Direito Internacional Humanitário. Não se sabe desde quando: a fonte é de "
            "2017.",
            "The task was given to the Commission for International Humanitarian Law. Since when is not known: the "
            "source is of 2017.",
            "La tâche a été confiée à la Commission du droit international humanitaire. On ne sait depuis quand : la "
            "source est de 2017.",
        ),
        BOOKLET,
        value=MechanismType.ADDED_MANDATE,
        address=BOOKLET_ADDRESS,
    ),
    Fact(
        "EC",
        Topic.TYPE,
        "2017",
        texts(
            "En formación en 2017, en torno a la Defensoría del Pueblo, que participa en la red desde 2015.",
            "Em formação em 2017, em torno da Defensoria do Povo, que participa da rede desde 2015.",
            "Emerging in 2017, around the Ombudsman, which has taken part in the network since 2015.",
            "En formation en 2017, autour du Défenseur du peuple, qui participe au réseau depuis 2015.",
        ),
        f"{BOOKLET}; https://dpe.gob.ec/",
        value=MechanismType.OMBUDSMAN,
        address=BOOKLET_ADDRESS,
    ),
)
