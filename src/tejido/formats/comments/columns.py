"""The headings of the columns in the languages of the network, and how any of them is recognised.

The columns are those of the commenting template of ISO, IEC, CEN and CENELEC, typed anew.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from .values import Column

HEADINGS: Mapping[str, Mapping[Column, str]] = {
    "en": {
        Column.MEMBER: "MB/NC", Column.LINE: "Line number", Column.CLAUSE: "Clause/Subclause",
        Column.ELEMENT: "Paragraph/Figure/Table", Column.TYPE: "Type of comment", Column.COMMENT: "Comments",
        Column.PROPOSAL: "Proposed change", Column.OBSERVATION: "Observations of the secretariat",
    },
    "es": {
        Column.MEMBER: "Miembro (MB/NC)", Column.LINE: "Número de línea", Column.CLAUSE: "Sección/Subsección",
        Column.ELEMENT: "Párrafo/Figura/Tabla", Column.TYPE: "Tipo de comentario", Column.COMMENT: "Comentarios",
        Column.PROPOSAL: "Cambio propuesto", Column.OBSERVATION: "Observaciones de la secretaría",
    },
    "pt": {
        Column.MEMBER: "Membro (MB/NC)", Column.LINE: "Número da linha", Column.CLAUSE: "Seção/Subseção",
        Column.ELEMENT: "Parágrafo/Figura/Tabela", Column.TYPE: "Tipo de comentário", Column.COMMENT: "Comentários",
        Column.PROPOSAL: "Alteração proposta", Column.OBSERVATION: "Observações da secretaria",
    },
    "fr": {
        Column.MEMBER: "Membre (MB/NC)", Column.LINE: "Numéro de ligne", Column.CLAUSE: "Section/Sous-section",
        Column.ELEMENT: "Paragraphe/Figure/Tableau", Column.TYPE: "Type de commentaire",
        Column.COMMENT: "Commentaires", Column.PROPOSAL: "Modification proposée",
        Column.OBSERVATION: "Observations du secrétariat",
    },
}  # fmt: skip  # one table, read as one
# What stands at the end of what a cell of Excel cannot hold, and beside what the table is about.
CUT: Mapping[str, str] = {
    "en": "[Cut: a cell of Excel holds no more. The Word table has all of it.]",
    "es": "[Cortado: una celda de Excel no admite más. La tabla en Word lo contiene todo.]",
    "pt": "[Cortado: uma célula do Excel não comporta mais. A tabela em Word contém tudo.]",
    "fr": "[Coupé\u00a0: une cellule d’Excel n’en contient pas davantage. Le tableau Word contient tout.]",
}
TYPES: Mapping[str, str] = {"ge": "general", "te": "technical", "ed": "editorial"}
HIDDEN = "id"
ORDER = tuple(HEADINGS["en"])

# What else such columns are called in files that people have, as the beginning of the heading.
_BEGINNINGS: tuple[tuple[str, Column], ...] = (
    ("type", Column.TYPE), ("tipo", Column.TYPE), ("mbnc", Column.MEMBER), ("mb", Column.MEMBER),
    ("member", Column.MEMBER), ("miembro", Column.MEMBER), ("membr", Column.MEMBER), ("line", Column.LINE),
    ("linea", Column.LINE), ("linha", Column.LINE), ("ligne", Column.LINE), ("numerode", Column.LINE),
    ("numeroda", Column.LINE), ("clause", Column.CLAUSE), ("clausula", Column.CLAUSE), ("section", Column.CLAUSE),
    ("seccion", Column.CLAUSE), ("secao", Column.CLAUSE), ("capitulo", Column.CLAUSE), ("article", Column.CLAUSE),
    ("para", Column.ELEMENT), ("parr", Column.ELEMENT), ("comment", Column.COMMENT), ("coment", Column.COMMENT),
    ("justification", Column.COMMENT), ("propos", Column.PROPOSAL), ("propuesta", Column.PROPOSAL),
    ("cambio", Column.PROPOSAL), ("alteracao", Column.PROPOSAL), ("modificat", Column.PROPOSAL),
    ("modificac", Column.PROPOSAL), ("observ", Column.OBSERVATION), ("secretar", Column.OBSERVATION),
    ("disposition", Column.OBSERVATION),
)  # fmt: skip  # one table, read as one
_LETTERS = re.compile(r"[^a-z]")
_ENOUGH = 3  # recognised columns that make a row a header


def headings(language: str) -> Mapping[Column, str]:
    """The headings in a language of the network; in English for any other."""
    return HEADINGS.get(language.partition("-")[0], HEADINGS["en"])


def cut(language: str) -> str:
    """What says, in a language of the network, that a cell was cut."""
    return CUT.get(language.partition("-")[0], CUT["en"])


def columns_in(cells: Sequence[str]) -> dict[Column, int]:
    """Which column stands where, in whatever order; nothing where the row is no header of such a table."""
    found: dict[Column, int] = {}
    for at, cell in enumerate(cells):
        column = _column(cell)
        if column is not None:
            found.setdefault(column, at)
    is_header = len(found) >= _ENOUGH and bool({Column.COMMENT, Column.PROPOSAL, Column.OBSERVATION} & set(found))
    return found if is_header else {}


def names_in(cells: Sequence[str]) -> frozenset[str]:
    """What the cells of a header say, without signs, numbers and accents."""
    return frozenset(filter(None, map(_name, cells)))


def repeats(cells: Sequence[str], names: frozenset[str]) -> bool:
    """Whether a row below a header is a header once more: it says nothing but headings, of this file or our own.
    Beginnings are not enough here, for "Section 2", "Paragraph 3" and "Propose to delete" are what people write."""
    return all(not cell or _name(cell) in names | _OWN for cell in cells)


def _name(cell: str) -> str:
    return _LETTERS.sub("", folded(cell))


def _column(heading: str) -> Column | None:
    name = _name(heading)
    if name == HIDDEN:
        return Column.ID
    return next((column for beginning, column in _BEGINNINGS if name.startswith(beginning)), None)


def type_in(cell: str) -> str:
    """The type that a cell names: "te", "Technical" and "técnico" are technical; empty where it names none."""
    return TYPES.get(folded(cell).strip()[:2], "")


def folded(text: str) -> str:
    """Small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))


_OWN = names_in([heading for named in HEADINGS.values() for heading in named.values()]) | {HIDDEN}
