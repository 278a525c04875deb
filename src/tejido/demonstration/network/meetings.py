"""The meetings of focal points for which a source was found. The others are left out: the register computes what
is missing between them."""

from .events import EventFact, meeting, texts

TWELVE = "AR, BR, BO, CR, EC, SV, GT, HN, MX, PA, PY, UY"

MEETINGS = (
    EventFact(
        "meeting",
        "2016-11-28",
        meeting("VII"),
        "dpe.gob.ec",
        "2016-11-29",
        texts("Quito, Ecuador", "Quito, Equador", "Quito, Ecuador", "Quito, Équateur"),
        texts(
            "Con la Defensoría del Pueblo. Tema: los pueblos indígenas.",
            "Com a Defensoria do Povo. Tema: os povos indígenas.",
            "With the Ombudsman. Topic: indigenous peoples.",
            "Avec la Défense du peuple. Thème : les peuples autochtones.",
        ),
        number="VII",
    ),
    EventFact(
        "meeting",
        "2017-10-16",
        meeting("VIII"),
        "auschwitzinstitute.org, page of that meeting",
        "2017-10-17",
        texts(
            "Nueva York, Estados Unidos", "Nova York, Estados Unidos", "New York, United States", "New York, États-Unis"
        ),
        texts(
            "Quinto aniversario. "
            "El Ombudsman y el Ministerio de Educación de El Salvador firman un memorando de entendimiento.",
            "Quinto aniversário. "
            "O Ombudsman e o Ministério da Educação de El Salvador assinam um memorando de entendimento.",
            "Fifth anniversary. El Salvador's Ombudsman and Ministry of Education sign a memorandum of understanding.",
            "Cinquième anniversaire. "
            "L'ombudsman et le ministère de l'Éducation d'El Salvador signent un mémorandum d'entente.",
        ),
        number="VIII",
    ),
    EventFact(
        "meeting",
        "2019-10-28",
        meeting("X"),
        "mre.gov.py",
        "2019-10-29",
        texts("Asunción, Paraguay", "Assunção, Paraguai", "Asunción, Paraguay", "Asunción, Paraguay"),
        texts(
            "En la Academia Diplomática y Consular.",
            "Na Academia Diplomática e Consular.",
            "At the Diplomatic and Consular Academy.",
            "À l'Académie diplomatique et consulaire.",
        ),
        number="X",
    ),
    EventFact(
        "meeting",
        "2021-10-21",
        meeting("XII"),
        "old.auschwitzinstitute.org, page of that meeting",
        place=texts(
            "A distancia, con la cancillería de Costa Rica",
            "À distância, com a chancelaria da Costa Rica",
            "Online, with Costa Rica's foreign ministry",
            "À distance, avec le ministère des Affaires étrangères du Costa Rica",
        ),
        says=texts(
            f"Doce países: {TWELVE}. La fuente da el día y el mes; el año se ha inferido.",
            f"Doze países: {TWELVE}. A fonte informa o dia e o mês; o ano foi inferido.",
            f"Twelve countries: {TWELVE}. The source gives day and month; the year was inferred.",
            f"Douze pays : {TWELVE}. La source donne le jour et le mois ; l'année est déduite.",
        ),
        number="XII",
        inferred=("year",),
    ),
    EventFact(
        "meeting",
        "2022-10-26",
        texts(
            "Reunión de Puntos Focales, décimo aniversario",
            "Reunião de Pontos Focais, décimo aniversário",
            "Focal Points Meeting, tenth anniversary",
            "Réunion des points focaux, dixième anniversaire",
        ),
        "auschwitzinstitute.org, page of that meeting; oaxacaentrelineas.com",
        "2022-10-27",
        texts("Ciudad de México", "Cidade do México", "Mexico City", "Mexico"),
        texts(
            "Diez países; sociedad civil y empresas como observadoras.",
            "Dez países; sociedade civil e empresas como observadoras.",
            "Ten countries; civil society and companies as observers.",
            "Dix pays ; société civile et entreprises comme observateurs.",
        ),
        number="XIII",
        inferred=("number",),
    ),
)
