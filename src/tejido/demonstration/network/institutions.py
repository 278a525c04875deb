"""Invented institutions of the members: of the kinds that states have, under names that no institution bears."""

from collections.abc import Mapping
from dataclasses import dataclass

from tejido.registry.names import Branch

Texts = Mapping[str, str]

MARK = {"es": "demostración", "pt": "demonstração", "en": "demonstration", "fr": "démonstration"}


def marked(names: Texts) -> Texts:
    """The names with the word "demonstration" after each: whoever reads one alone must know that it is invented."""
    return {tag: f"{name} ({MARK[tag]})" for tag, name in names.items()}


@dataclass(frozen=True, slots=True)
class InstitutionKind:
    code: str
    branch: Branch
    es: str
    pt: str
    en: str
    fr: str

    @property
    def name(self) -> Texts:
        return marked({"es": self.es, "pt": self.pt, "en": self.en, "fr": self.fr})


_KINDS = (
    InstitutionKind("MRE", Branch.EXECUTIVE, "Cancillería", "Chancelaria", "Foreign ministry", "Affaires étrangères"),
    InstitutionKind("JUS", Branch.EXECUTIVE, "Justicia", "Justiça", "Justice", "Justice"),
    InstitutionKind("INT", Branch.SECURITY, "Interior", "Interior", "Interior", "Intérieur"),
    InstitutionKind("POL", Branch.SECURITY, "Policía", "Polícia", "Police", "Police"),
    InstitutionKind("DEF", Branch.SECURITY, "Defensa", "Defesa", "Defence", "Défense"),
    InstitutionKind("EDU", Branch.EXECUTIVE, "Educación", "Educação", "Education", "Éducation"),
    InstitutionKind("DDHH", Branch.EXECUTIVE, "Derechos humanos", "Direitos humanos", "Human rights", "Droits humains"),
    InstitutionKind(
        "FIS", Branch.PROSECUTION, "Fiscalía", "Ministério Público", "Public prosecution", "Ministère public"
    ),
    InstitutionKind(
        "DPU", Branch.JUDICIARY, "Defensa pública", "Defensoria pública", "Public defence", "Défense publique"
    ),
    InstitutionKind(
        "DPO", Branch.OMBUDSMAN, "Defensoría del pueblo", "Defensoria do povo", "Ombudsman", "Défenseur du peuple"
    ),
    InstitutionKind("MUJ", Branch.EXECUTIVE, "Mujer", "Mulheres", "Women's affairs", "Condition féminine"),
    InstitutionKind("COR", Branch.JUDICIARY, "Corte suprema", "Suprema corte", "Supreme court", "Cour suprême"),
    InstitutionKind("CON", Branch.LEGISLATURE, "Congreso", "Congresso", "Congress", "Congrès"),
    InstitutionKind(
        "IEE",
        Branch.SECURITY,
        "Estudios estratégicos",
        "Estudos estratégicos",
        "Strategic studies",
        "Études stratégiques",
    ),
    InstitutionKind("FUN", Branch.EXECUTIVE, "Función pública", "Função pública", "Civil service", "Fonction publique"),
    InstitutionKind(
        "CDM",
        Branch.EXECUTIVE,
        "Centro de documentación",
        "Centro de documentação",
        "Documentation centre",
        "Centre de documentation",
    ),
    InstitutionKind(
        "PUI", Branch.EXECUTIVE, "Pueblos indígenas", "Povos indígenas", "Indigenous peoples", "Peuples autochtones"
    ),
)
KINDS = {kind.code: kind for kind in _KINDS}

# The first of each list is the foreign ministry, where the focal point sits. Paraguay has fifteen of them.
OF_MEMBER: Mapping[str, tuple[str, ...]] = {
    "AR": ("MRE", "JUS", "DDHH", "DEF", "EDU"),
    "BO": ("MRE",),
    "BR": ("MRE", "JUS", "DDHH", "DEF", "EDU", "FIS", "PUI"),
    "CL": ("MRE", "DDHH", "DEF", "EDU", "FIS"),
    "CO": ("MRE", "INT", "DEF", "FIS", "DPO"),
    "CR": ("MRE", "JUS", "DPO", "EDU"),
    "DO": ("MRE", "JUS"),
    "EC": ("MRE", "DPO", "INT"),
    "GT": ("MRE", "DDHH", "FIS", "PUI"),
    "HN": ("MRE", "DDHH"),
    "MX": ("MRE", "INT", "DDHH", "EDU", "FIS"),
    "NI": ("MRE",),
    "PA": ("MRE", "INT", "DPO"),
    "PE": ("MRE", "JUS", "DPO", "MUJ"),
    "PY": (
        "MRE", "JUS", "INT", "POL", "DEF", "EDU", "FIS", "DPU", "DPO", "MUJ", "COR", "CON", "IEE", "FUN", "CDM",
    ),
    "SV": ("MRE", "DPO", "EDU"),
    "UY": ("MRE", "DDHH", "DEF", "EDU"),
    "VE": ("MRE", "DDHH"),
}  # fmt: skip  # one row a member, read as a table
