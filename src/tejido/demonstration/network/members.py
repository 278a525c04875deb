"""The members of the first network, and what each known source says of their status. True, dated and sourced."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tejido.registry.names import Status

Texts = Mapping[str, str]

LAUNCH = date(2012, 3, 29)
# The annual report of 2015 gives no day: its list is dated at the end of that year, and says so.
REPORT = date(2015, 12, 31)
PRESS_RELEASE = "https://auschwitzinstitute.org/news/press-release (2012-04-03)"
ANNUAL_REPORT = "Annual report 2015 of the network, vdocuments.net"
FORMER_SITE = "https://old.auschwitzinstitute.org/what-we-do/latin-america-programs"
DESCRIPTION = "Description of the network, undated"


@dataclass(frozen=True, slots=True)
class MemberFact:
    """A state by its ISO 3166-1 code, its names, and the languages it works in."""

    code: str
    es: str
    pt: str
    en: str
    fr: str
    languages: tuple[str, ...] = ("es",)

    @property
    def name(self) -> Texts:
        return {"es": self.es, "pt": self.pt, "en": self.en, "fr": self.fr}


@dataclass(frozen=True, slots=True)
class StandingFact:
    status: Status
    since: date
    says: Texts
    source: str
    is_disputed: bool = False


MEMBERS = (
    MemberFact("AR", "Argentina", "Argentina", "Argentina", "Argentine"),
    MemberFact("BO", "Bolivia", "Bolívia", "Bolivia", "Bolivie"),
    MemberFact("BR", "Brasil", "Brasil", "Brazil", "Brésil", ("pt",)),
    MemberFact("CL", "Chile", "Chile", "Chile", "Chili"),
    MemberFact("CO", "Colombia", "Colômbia", "Colombia", "Colombie"),
    MemberFact("CR", "Costa Rica", "Costa Rica", "Costa Rica", "Costa Rica"),
    MemberFact("DO", "República Dominicana", "República Dominicana", "Dominican Republic", "République dominicaine"),
    MemberFact("EC", "Ecuador", "Equador", "Ecuador", "Équateur"),
    MemberFact("GT", "Guatemala", "Guatemala", "Guatemala", "Guatemala"),
    MemberFact("HN", "Honduras", "Honduras", "Honduras", "Honduras"),
    MemberFact("MX", "México", "México", "Mexico", "Mexique"),
    MemberFact("NI", "Nicaragua", "Nicarágua", "Nicaragua", "Nicaragua"),
    MemberFact("PA", "Panamá", "Panamá", "Panama", "Panama"),
    MemberFact("PE", "Perú", "Peru", "Peru", "Pérou"),
    MemberFact("PY", "Paraguay", "Paraguai", "Paraguay", "Paraguay"),
    MemberFact("SV", "El Salvador", "El Salvador", "El Salvador", "El Salvador"),
    MemberFact("UY", "Uruguay", "Uruguai", "Uruguay", "Uruguay"),
    MemberFact("VE", "Venezuela", "Venezuela", "Venezuela", "Venezuela"),
)

_AT_LAUNCH = StandingFact(
    Status.MEMBER,
    LAUNCH,
    {
        "es": "Presente en la reunión de lanzamiento. Figura en las cuatro listas de miembros que se conocen.",
        "pt": "Presente na reunião de lançamento. Consta das quatro listas de membros conhecidas.",
        "en": "Present at the launch meeting. In all four known lists of members.",
        "fr": "Présent à la réunion de lancement. Figure dans les quatre listes de membres connues.",
    },
    PRESS_RELEASE,
)
_AT_LAUNCH_ONLY = StandingFact(
    Status.MEMBER,
    LAUNCH,
    {
        "es": "Presente en la reunión de lanzamiento, entre dieciocho Estados.",
        "pt": "Presente na reunião de lançamento, entre dezoito Estados.",
        "en": "Present at the launch meeting, one of eighteen States.",
        "fr": "Présent à la réunion de lancement, parmi dix-huit États.",
    },
    PRESS_RELEASE,
)
_IN_FORMER_SITE = {
    "es": "El sitio anterior del Instituto Auschwitz, sin fecha, lo cuenta entre dieciocho miembros.",
    "pt": "O sítio anterior do Instituto Auschwitz, sem data, o inclui entre dezoito membros.",
    "en": "The Auschwitz Institute's former site, undated, counts it among eighteen members.",
    "fr": "L'ancien site de l'Institut Auschwitz, non daté, le compte parmi dix-huit membres.",
}
_NOT_IN_REPORT = {
    "es": "No figura entre los diecisiete miembros del informe anual de 2015 (fechado aquí al cierre de ese año).",
    "pt": "Não consta entre os dezessete membros do relatório anual de 2015 (datado aqui no fim daquele ano).",
    "en": "Not among the seventeen members in the annual report of 2015 (dated here at the end of that year).",
    "fr": "Ne figure pas parmi les dix-sept membres du rapport annuel de 2015 (daté ici de la fin de l'année).",
}
_IN_REPORT = {
    "es": "Figura entre los diecisiete miembros del informe anual de 2015 (fechado aquí al cierre de ese año).",
    "pt": "Consta entre os dezessete membros do relatório anual de 2015 (datado aqui no fim daquele ano).",
    "en": "Among the seventeen members in the annual report of 2015 (dated here at the end of that year).",
    "fr": "Figure parmi les dix-sept membres du rapport annuel de 2015 (daté ici de la fin de l'année).",
}
_NOT_IN_DESCRIPTION = {
    "es": "La lista de esta descripción, sin fecha, nombra diecisiete miembros y deja un espacio vacío donde podría "
    "figurar.",
    "pt": "A lista desta descrição, sem data, nomeia dezessete membros e deixa um espaço vazio onde poderia constar.",
    "en": "The list in this description, undated, names seventeen members and leaves an empty slot where it might "
    "stand.",
    "fr": "La liste de cette description, non datée, nomme dix-sept membres et laisse vide la place où il pourrait "
    "figurer.",
}

# Where the sources disagree each says its own, and nobody decides between them.
DISPUTED: Mapping[str, tuple[StandingFact, ...]] = {
    "BO": (
        _AT_LAUNCH_ONLY,
        StandingFact(Status.UNLISTED, REPORT, _NOT_IN_REPORT, ANNUAL_REPORT, is_disputed=True),
        StandingFact(Status.MEMBER, REPORT, _IN_FORMER_SITE, FORMER_SITE, is_disputed=True),
    ),
    "NI": (
        _AT_LAUNCH_ONLY,
        StandingFact(Status.MEMBER, REPORT, _IN_REPORT, ANNUAL_REPORT, is_disputed=True),
        StandingFact(Status.UNLISTED, REPORT, _NOT_IN_DESCRIPTION, DESCRIPTION, is_disputed=True),
    ),
}


def standings(code: str) -> tuple[StandingFact, ...]:
    return DISPUTED.get(code, (_AT_LAUNCH,))


UNDISPUTED = tuple(member.code for member in MEMBERS if member.code not in DISPUTED)
