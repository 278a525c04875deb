"""The meetings of focal points for which a source was found. The others are left out, and their neighbours say so."""

from .events import EventFact, meeting, texts

MEETINGS = (
    EventFact(
        "meeting",
        "2016-11-28",
        meeting("VII"),
        "dpe.gob.ec",
        "2016-11-29",
        texts("Quito, Ecuador", "Quito, Equador", "Quito, Ecuador", "Quito, Équateur"),
        texts(
            "Tema: los pueblos indígenas. De las reuniones I a VI no se han hallado las fechas.",
            "Tema: os povos indígenas. As datas das reuniões I a VI não foram encontradas.",
            "Topic: indigenous peoples. The dates of meetings I to VI were not found.",
            "Thème : les peuples autochtones. Les dates des réunions I à VI n'ont pas été trouvées.",
        ),
    ),
    EventFact(
        "meeting",
        "2017-10-16",
        meeting("VIII"),
        "auschwitzinstitute.org/news/viii-…",
        "2017-10-17",
        texts(
            "Nueva York, Estados Unidos", "Nova York, Estados Unidos", "New York, United States", "New York, États-Unis"
        ),
        texts(
            "Quinto aniversario de la red. De la reunión IX no se ha hallado la fecha.",
            "Quinto aniversário da rede. A data da reunião IX não foi encontrada.",
            "Fifth anniversary of the network. The date of meeting IX was not found.",
            "Cinquième anniversaire du réseau. La date de la réunion IX n'a pas été trouvée.",
        ),
    ),
    EventFact(
        "meeting",
        "2019-10-28",
        meeting("X"),
        "mre.gov.py",
        "2019-10-29",
        texts("Asunción, Paraguay", "Assunção, Paraguai", "Asunción, Paraguay", "Asunción, Paraguay"),
        texts(
            "En la Academia Diplomática y Consular. De la reunión XI no se ha hallado la fecha.",
            "Na Academia Diplomática e Consular. A data da reunião XI não foi encontrada.",
            "At the Diplomatic and Consular Academy. The date of meeting XI was not found.",
            "À l'Académie diplomatique et consulaire. La date de la réunion XI n'a pas été trouvée.",
        ),
    ),
    EventFact(
        "meeting",
        "2021-10-21",
        meeting("XII"),
        "old.auschwitzinstitute.org/news/xii-…",
        place=texts(
            "A distancia, con la cancillería de Costa Rica",
            "À distância, com a chancelaria da Costa Rica",
            "Online, with Costa Rica's foreign ministry",
            "À distance, avec le ministère des Affaires étrangères du Costa Rica",
        ),
        says=texts(
            "Doce países. La fuente da el día y el mes; el año se ha inferido.",
            "Doze países. A fonte informa o dia e o mês; o ano foi inferido.",
            "Twelve countries. The source gives day and month; the year was inferred.",
            "Douze pays. La source donne le jour et le mois ; l'année est déduite.",
        ),
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
        "auschwitzinstitute.org/news/latin-american-network-meeting-10th-…; oaxacaentrelineas.com",
        "2022-10-27",
        texts("Ciudad de México", "Cidade do México", "Mexico City", "Mexico"),
        texts(
            "Diez países; sociedad civil y empresas como observadoras. Después de esta fecha no se ha hallado nada.",
            "Dez países; sociedade civil e empresas como observadoras. Depois desta data nada foi encontrado.",
            "Ten countries; civil society and companies as observers. Nothing was found after this date.",
            "Dix pays ; société civile et entreprises comme observateurs. Rien n'a été trouvé après cette date.",
        ),
    ),
)
