"""What is known of the network's past, each event as exact as its source. What was inferred or not verified says so."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EventFact:
    """`since` and `until` are a year, a month or a day in ISO 8601, as the source gives them."""

    kind: str
    since: str
    title: Texts
    source: str
    until: str = ""
    place: Texts = field(default_factory=dict)
    says: Texts = field(default_factory=dict)
    grade: str = "A"
    number: str = ""
    inferred: tuple[str, ...] = ()


def texts(es: str, pt: str, en: str, fr: str) -> Texts:
    return {"es": es, "pt": pt, "en": en, "fr": fr}


def seminar(cycle: int, part: int) -> Texts:
    """The title of a part of the pilot cycles of the Raphael Lemkin Seminar."""
    return texts(
        f"Seminario Raphael Lemkin, edición latinoamericana: ciclo {cycle}, parte {part}",
        f"Seminário Raphael Lemkin, edição latino-americana: ciclo {cycle}, parte {part}",
        f"Raphael Lemkin Seminar, Latin American edition: cycle {cycle}, part {part}",
        f"Séminaire Raphael Lemkin, édition latino-américaine : cycle {cycle}, partie {part}",
    )


def meeting(number: str) -> Texts:
    """The title of a numbered meeting."""
    return texts(
        f"{number} Reunión de Puntos Focales",
        f"{number} Reunião de Pontos Focais",
        f"{number} Focal Points Meeting",
        f"{number} Réunion des points focaux",
    )


BUENOS_AIRES = texts(
    "Buenos Aires, Argentina", "Buenos Aires, Argentina", "Buenos Aires, Argentina", "Buenos Aires, Argentine"
)
POLAND = texts("Polonia", "Polônia", "Poland", "Pologne")

FOUNDING = (
    EventFact(
        "launch",
        "2012-03-29",
        texts("Reunión de lanzamiento", "Reunião de lançamento", "Launch meeting", "Réunion de lancement"),
        "https://auschwitzinstitute.org/news/press-release (2012-04-03)",
        "2012-03-30",
        BUENOS_AIRES,
        texts(
            "Dieciocho Estados, que se comprometieron a designar un punto focal. El primer día, en la antigua ESMA.",
            "Dezoito Estados, que se comprometeram a designar um ponto focal. O primeiro dia, na antiga ESMA.",
            "Eighteen States, which undertook to name a focal point. On the first day, at the former ESMA site.",
            "Dix-huit États, qui se sont engagés à désigner un point focal. Le premier jour, à l'ancienne ESMA.",
        ),
    ),
    EventFact(
        "cooperation",
        "2013-02-19",
        texts(
            "Acuerdo para crear la Red Africana",
            "Acordo para criar a Rede Africana",
            "Agreement to create the African Network",
            "Accord en vue de créer le Réseau africain",
        ),
        "auschwitzinstitute.org, page of that agreement",
        place=texts("Adís Abeba, Etiopía", "Adis Abeba, Etiópia", "Addis Ababa, Ethiopia", "Addis-Abeba, Éthiopie"),
        says=texts(
            "Unión Africana (Departamento de Paz y Seguridad) e Instituto Auschwitz.",
            "União Africana (Departamento de Paz e Segurança) e Instituto Auschwitz.",
            "African Union (Peace and Security Department) and Auschwitz Institute.",
            "Union africaine (Département paix et sécurité) et Institut Auschwitz.",
        ),
    ),
    EventFact(
        "mechanism",
        "2013-04-17",
        texts(
            "Lanzamiento del Mecanismo Nacional del Paraguay",
            "Lançamento do Mecanismo Nacional do Paraguai",
            "Launch of Paraguay's National Mechanism",
            "Lancement du Mécanisme national du Paraguay",
        ),
        "auschwitzinstitute.org, note of 2013 on the launch in Paraguay",
        "2013-04-18",
        texts("Asunción, Paraguay", "Assunção, Paraguai", "Asunción, Paraguay", "Asunción, Paraguay"),
        texts(
            "Quince instituciones. No se ha hallado el número de la norma que lo creó.",
            "Quinze instituições. Não se encontrou o número da norma que o criou.",
            "Fifteen institutions. The number of the act that created it was not found.",
            "Quinze institutions. Le numéro de l'acte qui l'a créé n'a pas été trouvé.",
        ),
        grade="B",
    ),
    EventFact(
        "mechanism",
        "2012",
        texts(
            "Mecanismo Nacional de la Argentina",
            "Mecanismo Nacional da Argentina",
            "National Mechanism of Argentina",
            "Mécanisme national de l'Argentine",
        ),
        "auschwitzinstitute.org (2013)",
        place=texts("Argentina", "Argentina", "Argentina", "Argentine"),
        says=texts(
            "El primero de la red. No se ha hallado la norma que lo creó.",
            "O primeiro da rede. Não se encontrou a norma que o criou.",
            "The first in the network. The act that created it was not found.",
            "Le premier du réseau. L'acte qui l'a créé n'a pas été trouvé.",
        ),
        grade="B",
    ),
    EventFact(
        "cooperation",
        "2006-11-29",
        texts(
            "Protocolo de la CIRGL para la prevención del genocidio",
            "Protocolo da CIRGL para a prevenção do genocídio",
            "ICGLR protocol on the prevention of genocide",
            "Protocole de la CIRGL pour la prévention du génocide",
        ),
        "http://www.icglr.org/index.php/en/genocide-prevention",
        place=texts("Grandes Lagos, África", "Grandes Lagos, África", "Great Lakes, Africa", "Grands Lacs, Afrique"),
        says=texts(
            "Conferencia Internacional sobre la Región de los Grandes Lagos. Antecedente de la red africana.",
            "Conferência Internacional sobre a Região dos Grandes Lagos. Antecedente da rede africana.",
            "International Conference on the Great Lakes Region. It precedes the African network.",
            "Conférence internationale sur la région des Grands Lacs. Il précède le réseau africain.",
        ),
    ),
    EventFact(
        "cooperation",
        "2010-09",
        texts(
            "Comité Regional de la CIRGL",
            "Comitê Regional da CIRGL",
            "Regional Committee of the ICGLR",
            "Comité régional de la CIRGL",
        ),
        "http://www.icglr.org/index.php/en/genocide-prevention",
        place=texts("Kampala, Uganda", "Kampala, Uganda", "Kampala, Uganda", "Kampala, Ouganda"),
        says=texts(
            "Se formaliza en Kinshasa el 25 y 26 de noviembre de 2010.",
            "Formaliza-se em Kinshasa em 25 e 26 de novembro de 2010.",
            "Formalised in Kinshasa on 25 and 26 November 2010.",
            "Officialisé à Kinshasa les 25 et 26 novembre 2010.",
        ),
    ),
)

SEMINARS = (
    EventFact(
        "seminar",
        "2013-06",
        seminar(1, 1),
        "https://auschwitzinstitute.org/news/feature",
        place=texts(
            "Oświęcim y Cracovia, Polonia",
            "Oświęcim e Cracóvia, Polônia",
            "Oświęcim and Kraków, Poland",
            "Oświęcim et Cracovie, Pologne",
        ),
        says=texts(
            "Dieciséis de los dieciocho países. La fuente da solo el mes.",
            "Dezesseis dos dezoito países. A fonte informa apenas o mês.",
            "Sixteen of the eighteen countries. The source gives only the month.",
            "Seize des dix-huit pays. La source ne donne que le mois.",
        ),
    ),
    EventFact(
        "seminar",
        "2014-06",
        seminar(1, 2),
        "Annual report 2015 of the network, vdocuments.net",
        place=BUENOS_AIRES,
        says=texts(
            "Concluye el primer ciclo. La fuente da solo el mes.",
            "Conclui o primeiro ciclo. A fonte informa apenas o mês.",
            "Completes the first cycle. The source gives only the month.",
            "Achève le premier cycle. La source ne donne que le mois.",
        ),
    ),
    EventFact(
        "seminar",
        "2014-10-12",
        seminar(2, 1),
        "es.auschwitzinstitute.org, page of that seminar",
        "2014-10-19",
        POLAND,
        texts(
            "Veintitrés funcionarios y funcionarias.",
            "Vinte e três funcionários e funcionárias.",
            "Twenty-three officials.",
            "Vingt-trois fonctionnaires.",
        ),
    ),
    EventFact(
        "seminar",
        "2015-05-25",
        seminar(2, 2),
        "auschwitzinstitute.org, page of that seminar",
        "2015-05-28",
        texts("Santiago, Chile", "Santiago, Chile", "Santiago, Chile", "Santiago, Chili"),
        texts(
            "Organizado junto con la cancillería de Chile. Reunión de puntos focales en paralelo.",
            "Organizado com a chancelaria do Chile. Reunião de pontos focais em paralelo.",
            "Organised together with Chile's foreign ministry. Focal points met alongside.",
            "Organisé avec le ministère des Affaires étrangères du Chili. Réunion des points focaux en marge.",
        ),
    ),
    EventFact(
        "seminar",
        "2016-02-14",
        seminar(3, 1),
        "old.auschwitzinstitute.org, page of that seminar",
        "2016-02-21",
        POLAND,
        texts(
            "Veintiún funcionarios y funcionarias.",
            "Vinte e um funcionários e funcionárias.",
            "Twenty-one officials.",
            "Vingt et un fonctionnaires.",
        ),
    ),
    EventFact(
        "seminar",
        "2016-05",
        seminar(3, 2),
        "Annual report 2015 of the network, vdocuments.net",
        place=texts(
            "Brasilia, Brasil (previsto)",
            "Brasília, Brasil (previsto)",
            "Brasília, Brazil (planned)",
            "Brasilia, Brésil (prévu)",
        ),
        grade="B",
        inferred=("holding",),
        says=texts(
            "Solo consta que estaba previsto: no se ha comprobado ni la fecha ni el lugar.",
            "Consta apenas que estava previsto: nem a data nem o lugar foram verificados.",
            "Known only as planned: neither the date nor the place was verified.",
            "Seulement attesté comme prévu : ni la date ni le lieu n'ont été vérifiés.",
        ),
    ),
    EventFact(
        "curriculum",
        "2017",
        texts(
            "El plan de formación de la red se da por concluido",
            "O plano de formação da rede é dado por concluído",
            "The network's curriculum is reported as final",
            "Le programme de formation du réseau est déclaré achevé",
        ),
        "holocaustremembrance.com, page of the grant",
        grade="B",
        says=texts(
            "Una sola fuente. El texto adoptado no se ha hallado; el que se ofrece aquí es otro, inventado.",
            "Uma única fonte. O texto adotado não foi encontrado; o que se oferece aqui é outro, inventado.",
            "A single source. The adopted text was not found; the one offered here is another, invented.",
            "Une seule source. Le texte adopté n'a pas été trouvé ; celui qui figure ici est un autre, inventé.",
        ),
    ),
)
