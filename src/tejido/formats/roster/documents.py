"""Numbers of identity documents as they stand in lists: with points, hyphens and blanks, or cut by a spreadsheet."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from .words import plain

LONGEST = 32  # signs of a number
_CUT = re.compile(r"\d(?:[.,]\d+)?E[+]?\d+", re.IGNORECASE)
_SIGNS = re.compile(r"[^0-9A-Z]")


class Paper(StrEnum):
    """Which register gave the number. The national ones of a member are one: a list that says "C.I." and one that says
    only "documento" mean the same number of the same person."""

    NATIONAL = "national"
    PASSPORT = "passport"
    STAFF = "staff"
    ACCOUNT = "account"


_PAPERS = {
    Paper.PASSPORT: "pasaporte pasap passaporte passport passeport pas pp pasaportenro",
    Paper.STAFF: "legajo legajopersonal matricula matriculafuncional siape credencial placa numerodefuncionario "
    "nfuncionario codigodefuncionario staffnumber staffid employeenumber employeeid matriculeagent matricule "
    "carnetinstitucional",
    Paper.ACCOUNT: "correo email mail correoelectronico username usuario nombredeusuario login actor",
    Paper.NATIONAL: "ci cedula ceduladeidentidad cc cedulaciudadania ceduladeciudadania dni documento "
    "documentodeidentidad rut run cpf rg curp dui dpi cui nuip tarjetadeidentidad ti identidad cic cip cne ine "
    "nationalid id idcard identitycard carteidentite cartedidentite ce lc le docuniconacional "
    "documentonacionaldeidentidad documentounico cedulaprofesional nie",
}
_PAPER = {word: paper for paper, words in _PAPERS.items() for word in (paper.value, *words.split())}


@dataclass(frozen=True, slots=True)
class Document:
    paper: Paper
    number: str


def paper_of(word: object) -> Paper | None:
    """Which document a word means; nothing where it is empty or not known."""
    return _PAPER.get(plain(word))


def is_cut(value: object) -> bool:
    """Whether a spreadsheet has turned the number into a power of ten: what stood behind its first figures is gone."""
    return isinstance(value, str) and _CUT.fullmatch(value.strip()) is not None


def number_of(value: object, paper: Paper = Paper.NATIONAL) -> str:
    """The number as it is compared: capital letters and figures alone, without the zeros before it, which a spreadsheet
    drops in one list and keeps in the next; of an account whatever it is, in small letters. Empty where nothing is
    left, or more than any document has."""
    if value is None or isinstance(value, bool) or is_cut(value):
        return ""
    if isinstance(value, float):
        value = int(value) if value.is_integer() else ""
    text = unicodedata.normalize("NFKC", str(value)).strip()
    if paper == Paper.ACCOUNT:
        return text.casefold()[:254]
    number = _SIGNS.sub("", text.upper())
    number = number.lstrip("0") if number.isdigit() else number
    return number if len(number) <= LONGEST else ""
