"""What the demonstration network in Africa begins with. Its members are States that a source names as present at one
seminar; that they make up this network, and every body of it, is invented."""

from collections.abc import Mapping
from datetime import date

from tejido.registry.commands import Plan, PlannedMember

from ..network.events import EventFact

Texts = Mapping[str, str]
LANGUAGES = ["en", "fr", "pt", "ar", "sw"]
ZONE = "Africa/Addis_Ababa"
MARK = {"en": "demonstration", "fr": "démonstration", "pt": "demonstração", "ar": "عرض توضيحي", "sw": "maonyesho"}
SEMINAR = "allafrica.com/stories/201612080396: seminar in Dar es Salaam, December 2016"
INVENTED = f"Demonstration: membership invented. The State was present at a seminar ({SEMINAR})"
SINCE = date(2016, 12, 1)


def said(en: str, fr: str, pt: str, ar: str, sw: str) -> Texts:
    return {"en": en, "fr": fr, "pt": pt, "ar": ar, "sw": sw}


def marked(texts: Texts) -> Texts:
    """Whoever reads one alone must know that it is invented."""
    return {tag: f"{words} ({MARK[tag]})" for tag, words in texts.items()}


NAME = marked(
    said(
        "African Network for Genocide and Mass Atrocity Prevention",
        "Réseau africain pour la prévention du génocide et des atrocités de masse",
        "Rede Africana para a Prevenção do Genocídio e das Atrocidades Massivas",
        "الشبكة الأفريقية لمنع الإبادة الجماعية والفظائع الجماعية",
        "Mtandao wa Afrika wa Kuzuia Mauaji ya Kimbari na Ukatili Mkubwa",
    )
)
SECRETARIAT = marked(
    said("Technical Secretariat", "Secrétariat technique", "Secretaria Técnica", "الأمانة الفنية", "Sekretarieti")
)
TIERS = {
    "network": said(
        "Continental network", "Réseau continental", "Rede continental", "الشبكة القارية", "Mtandao wa bara"
    ),
    "community": said(
        "Regional community", "Communauté régionale", "Comunidade regional", "المجموعة الإقليمية", "Jumuiya ya kanda"
    ),
    "mechanism": said(
        "National committee", "Comité national", "Comitê nacional", "اللجنة الوطنية", "Kamati ya taifa"
    ),
    "local": said(
        "Local peace committee", "Comité local de paix", "Comitê local de paz", "لجنة السلام المحلية",
        "Kamati ya amani ya mtaa",
    ),
}  # fmt: skip  # one table
COMMUNITIES = {
    "EAST": marked(
        said(
            "Eastern community",
            "Communauté de l’Est",
            "Comunidade do Leste",
            "المجموعة الشرقية",
            "Jumuiya ya Mashariki",
        )
    ),
    "LAKES": marked(
        said(
            "Community of the lakes",
            "Communauté des lacs",
            "Comunidade dos lagos",
            "مجموعة البحيرات",
            "Jumuiya ya Maziwa",
        )
    ),
}
_MEMBERS = (
    ("BI", said("Burundi", "Burundi", "Burundi", "بوروندي", "Burundi"), ("EAST", "LAKES")),
    (
        "CD",
        said(
            "Democratic Republic of the Congo", "République démocratique du Congo", "República Democrática do Congo",
            "جمهورية الكونغو الديمقراطية", "Jamhuri ya Kidemokrasia ya Kongo",
        ),
        ("LAKES",),
    ),
    ("KE", said("Kenya", "Kenya", "Quênia", "كينيا", "Kenya"), ("EAST",)),
    ("RW", said("Rwanda", "Rwanda", "Ruanda", "رواندا", "Rwanda"), ("EAST", "LAKES")),
    (
        "SS",
        said("South Sudan", "Soudan du Sud", "Sudão do Sul", "جنوب السودان", "Sudan Kusini"),
        ("EAST",),
    ),
    ("TZ", said("Tanzania", "Tanzanie", "Tanzânia", "تنزانيا", "Tanzania"), ("EAST",)),
    ("UG", said("Uganda", "Ouganda", "Uganda", "أوغندا", "Uganda"), ("EAST", "LAKES")),
)  # fmt: skip  # one table
MEMBERS = {code: name for code, name, _communities in _MEMBERS}


def plan() -> Plan:
    """The plan of the network, as somebody would write it into a file."""
    members = [
        PlannedMember(row, code, name, SINCE, INVENTED, communities)
        for row, (code, name, communities) in enumerate(_MEMBERS, 2)
    ]
    return Plan(
        name=NAME, languages=LANGUAGES, zone=ZONE, email="secretariat@demonstration.invalid",
        person="Technical Secretariat · demonstration", language="en", secretariat=SECRETARIAT, silence_hours=96,
        decided="Demonstration: decision invented", tiers=TIERS, communities=COMMUNITIES, members=tuple(members),
        is_demonstration=True,
    )  # fmt: skip  # one plan, read as one


_ICGLR = "http://www.icglr.org/index.php/en/genocide-prevention"
EVENTS = (
    EventFact(
        "cooperation", "2006-11-29",
        said(
            "Protocol of the International Conference on the Great Lakes Region on the prevention of genocide",
            "Protocole de la Conférence internationale sur la région des Grands Lacs sur la prévention du génocide",
            "Protocolo da Conferência Internacional sobre a Região dos Grandes Lagos sobre a prevenção do genocídio",
            "بروتوكول المؤتمر الدولي لمنطقة البحيرات الكبرى بشأن منع الإبادة الجماعية",
            "Itifaki ya Mkutano wa Kimataifa wa Kanda ya Maziwa Makuu kuhusu kuzuia mauaji ya kimbari",
        ),
        _ICGLR,
    ),
    EventFact(
        "cooperation", "2010-09",
        said(
            "Regional Committee set up", "Création du Comité régional", "Criação do Comitê Regional",
            "إنشاء اللجنة الإقليمية", "Kamati ya Kanda yaundwa",
        ),
        _ICGLR,
        place=said("Kampala, Uganda", "Kampala, Ouganda", "Kampala, Uganda", "كمبالا، أوغندا", "Kampala, Uganda"),
    ),
    EventFact(
        "cooperation", "2013-02-19",
        said(
            "Agreement to create the African Network", "Accord en vue de créer le Réseau africain",
            "Acordo para criar a Rede Africana", "اتفاق لإنشاء الشبكة الأفريقية",
            "Makubaliano ya kuanzisha Mtandao wa Afrika",
        ),
        "http://www.auschwitzinstitute.org/news/auschwitz-institute-and-african-union-...",
        place=said(
            "Addis Ababa, Ethiopia", "Addis-Abeba, Éthiopie", "Adis Abeba, Etiópia", "أديس أبابا، إثيوبيا",
            "Addis Ababa, Ethiopia",
        ),
        says=said(
            "African Union (Peace and Security Department) and Auschwitz Institute.",
            "Union africaine (Département paix et sécurité) et Institut Auschwitz.",
            "União Africana (Departamento de Paz e Segurança) e Instituto Auschwitz.",
            "الاتحاد الأفريقي (إدارة السلم والأمن) ومعهد أوشفيتز.",
            "Umoja wa Afrika (Idara ya Amani na Usalama) na Taasisi ya Auschwitz.",
        ),
    ),
    EventFact(
        "seminar", "2016-12",
        said(
            "Seminar of seven States", "Séminaire de sept États", "Seminário de sete Estados",
            "ندوة لسبع دول", "Semina ya mataifa saba",
        ),
        SEMINAR, grade="B",
        place=said(
            "Dar es Salaam, Tanzania", "Dar es Salaam, Tanzanie", "Dar es Salaam, Tanzânia", "دار السلام، تنزانيا",
            "Dar es Salaam, Tanzania",
        ),
        says=said(
            "Burundi, Democratic Republic of the Congo, Kenya, Rwanda, South Sudan, Tanzania, Uganda.",
            "Burundi, République démocratique du Congo, Kenya, Rwanda, Soudan du Sud, Tanzanie, Ouganda.",
            "Burundi, República Democrática do Congo, Quênia, Ruanda, Sudão do Sul, Tanzânia, Uganda.",
            "بوروندي وجمهورية الكونغو الديمقراطية وكينيا ورواندا وجنوب السودان وتنزانيا وأوغندا.",
            "Burundi, Jamhuri ya Kidemokrasia ya Kongo, Kenya, Rwanda, Sudan Kusini, Tanzania, Uganda.",
        ),
    ),
)  # fmt: skip  # one table
