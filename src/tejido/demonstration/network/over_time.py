"""What shows that the register has a past: sectors, a subnational institution, a new name, and a correction. All of it
is invented."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import partial

from tejido.ledger.actors import CONSOLE
from tejido.registry import commands as registry
from tejido.registry.names import Branch, Level

from ..stage import Stage
from .institutions import Texts, marked

SOURCE = "demostración: inventado"
SECTORS: Mapping[str, Texts] = {
    "JUSTICIA": {"es": "Justicia", "pt": "Justiça", "en": "Justice", "fr": "Justice"},
    "EDUC": {"es": "Educación", "pt": "Educação", "en": "Education", "fr": "Éducation"},
    "SEGUR": {"es": "Seguridad", "pt": "Segurança", "en": "Security", "fr": "Sécurité"},
    "MEMORIA": {"es": "Memoria y archivos", "pt": "Memória e arquivos", "en": "Memory and archives",
                "fr": "Mémoire et archives"},
}  # fmt: skip  # one row a sector, read as a table
_OF_SECTOR = {"JUS": "JUSTICIA", "EDU": "EDUC", "POL": "SEGUR", "INT": "SEGUR", "CDM": "MEMORIA"}
_COUNCIL = marked(
    {"es": "Consejo de la capital", "pt": "Conselho da capital", "en": "Council of the capital",
     "fr": "Conseil de la capitale"}
)  # fmt: skip  # the same
_NEW_NAME = marked(
    {"es": "Centro de memoria y documentación", "pt": "Centro de memória e documentação",
     "en": "Memory and documentation centre", "fr": "Centre de mémoire et de documentation"}
)  # fmt: skip  # the same
RENAMED_AFTER = timedelta(days=-400)


def entries(stage: Stage) -> Iterator[Callable[[datetime], None]]:
    yield partial(_sectors, stage)
    yield partial(_council, stage)
    yield partial(_rename, stage)
    yield partial(_correct, stage)


def _sectors(stage: Stage, at: datetime) -> None:
    rows = {code: registry.enter_sector(actor=CONSOLE, code=code, name=name, at=at) for code, name in SECTORS.items()}
    for code, sector in _OF_SECTOR.items():
        row = stage.institutions["PY", code]
        registry.correct(actor=CONSOLE, row=row, changes={"sector": rows[sector]}, reason=SOURCE, at=at)


def _council(stage: Stage, at: datetime) -> None:
    stage.institutions["AR", "CCA"] = registry.enter_institution(
        actor=CONSOLE, member=stage.members["AR"], code="CCA", name=_COUNCIL, branch=Branch.EXECUTIVE, at=at,
        level=Level.SUBNATIONAL, place="AR-C", place_name="Buenos Aires", since=date(2016, 1, 1), source=SOURCE,
        is_demonstration=True,
    )  # fmt: skip  # one row of a table, read as one


def _rename(stage: Stage, at: datetime) -> None:
    row, since = stage.institutions["PY", "CDM"], (at + RENAMED_AFTER).date()
    registry.rename_institution(actor=CONSOLE, institution=row, name=_NEW_NAME, since=since, source=SOURCE, at=at)


def _correct(stage: Stage, at: datetime) -> None:
    row = stage.institutions["AR", "CCA"]
    registry.correct(actor=CONSOLE, row=row, changes={"since": date(2015, 3, 1)}, reason=SOURCE, at=at)
