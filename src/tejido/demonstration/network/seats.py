"""The invented seats, and who holds them: accounts named by their office, never by a person."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tejido.registry.names import Branch, Role

from .institutions import KINDS, OF_MEMBER, InstitutionKind, Texts, marked
from .members import MEMBERS

_TITLES: Mapping[Role, Texts] = {
    Role.FOCAL_POINT: {"es": "Punto focal", "pt": "Ponto focal", "en": "Focal point", "fr": "Point focal"},
    Role.ALTERNATE: {
        "es": "Punto focal alterno",
        "pt": "Ponto focal suplente",
        "en": "Alternate focal point",
        "fr": "Point focal suppléant",
    },
    Role.VALIDATING_AUTHORITY: {
        "es": "Autoridad validadora",
        "pt": "Autoridade validadora",
        "en": "Validating authority",
        "fr": "Autorité de validation",
    },
    Role.REPRESENTATIVE: {"es": "Representante", "pt": "Representante", "en": "Representative", "fr": "Représentation"},
    Role.REGISTRAR: {
        "es": "Registro de la escuela",
        "pt": "Secretaria da escola",
        "en": "School registrar",
        "fr": "Registre de l’école",
    },
    Role.SECRETARIAT: {"es": "Secretaría", "pt": "Secretaria", "en": "Secretariat", "fr": "Secrétariat"},
    Role.CHAIR: {"es": "Presidencia", "pt": "Presidência", "en": "Chair", "fr": "Présidence"},
    Role.TRANSLATOR: {"es": "Traducción", "pt": "Tradução", "en": "Translation", "fr": "Traduction"},
    Role.OBSERVER: {"es": "Observación", "pt": "Observação", "en": "Observer", "fr": "Observation"},
}

# The network's own institutions, each with one seat.
OF_NETWORK: Mapping[Role, InstitutionKind] = {
    Role.SECRETARIAT: InstitutionKind(
        "SEC",
        Branch.EXECUTIVE,
        "Secretaría Técnica",
        "Secretaria Técnica",
        "Technical Secretariat",
        "Secrétariat technique",
    ),
    Role.CHAIR: InstitutionKind(
        "PRE",
        Branch.EXECUTIVE,
        "Presidencia de turno",
        "Presidência de turno",
        "Rotating chair",
        "Présidence tournante",
    ),
    Role.TRANSLATOR: InstitutionKind(
        "TRA", Branch.EXECUTIVE, "Servicio de idiomas", "Serviço de idiomas", "Language service", "Service des langues"
    ),
    Role.OBSERVER: InstitutionKind(
        "OBS",
        Branch.SOCIETY,
        "Universidad invitada",
        "Universidade convidada",
        "Invited university",
        "Université invitée",
    ),
}

# The schools that keep who was trained, each with a seat for it.
SCHOOLS = (("PY", "EDU"), ("PY", "POL"), ("AR", "EDU"))

# The documentation centre of Paraguay has a seat and nobody in it.
VACANT = {("PY", Role.REPRESENTATIVE, "CDM")}


@dataclass(frozen=True, slots=True)
class SeatPlan:
    """A seat of an institution. `key` names it here; `place` says where it is, in the member's language."""

    member: str
    role: Role
    institution: str
    title: Texts
    place: str
    language: str

    @property
    def key(self) -> tuple[str, str, str]:
        """A member has one seat of every role but those of its institutions, which are told apart by them."""
        return self.member, self.role, self.institution if self.role in (Role.REPRESENTATIVE, Role.REGISTRAR) else ""

    @property
    def is_vacant(self) -> bool:
        return (self.member, self.role, self.institution) in VACANT

    @property
    def email(self) -> str:
        """An address that no mail can reach: .invalid is reserved."""
        return ".".join([self.member or "red", self.institution, self.role]).lower() + "@demostracion.invalid"

    @property
    def holder(self) -> str:
        """The name of the account that holds it."""
        return f"{self.title[self.language]} · {self.place}"


def seats() -> Iterator[SeatPlan]:
    """Every seat of the demonstration, the network's own first."""
    for role, kind in OF_NETWORK.items():
        yield SeatPlan("", role, kind.code, marked(_TITLES[role]), kind.es, "es")
    for member in MEMBERS:
        language = member.languages[0]
        place = member.name[language]
        for role in (Role.FOCAL_POINT, Role.ALTERNATE, Role.VALIDATING_AUTHORITY):
            yield SeatPlan(member.code, role, "MRE", marked(_TITLES[role]), place, language)
        for code in OF_MEMBER[member.code]:
            if code != "MRE" or member.code == "PY":  # the mechanism of Paraguay has the ministry as one of its parties
                yield SeatPlan(member.code, Role.REPRESENTATIVE, code, _of(code), place, language)
            if (member.code, code) in SCHOOLS:
                yield SeatPlan(member.code, Role.REGISTRAR, code, _of(code, Role.REGISTRAR), place, language)


def _of(code: str, role: Role = Role.REPRESENTATIVE) -> Texts:
    """The title of an institution's seat, with the name of the institution: "Representante, Justicia"."""
    kind = KINDS[code]
    said = {"es": kind.es, "pt": kind.pt, "en": kind.en, "fr": kind.fr}
    return marked({tag: f"{title}, {said[tag]}" for tag, title in _TITLES[role].items()})
