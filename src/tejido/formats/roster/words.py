"""Words for a sex and for a result, in Spanish, Portuguese, English and French.

An "M" alone means "masculino" in one list and "mujer" or "mulher" in the next: what else stands in the column tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from ..comments.columns import folded

_SIGNS = re.compile(r"[^a-z0-9+]+")


class SexWord(StrEnum):
    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    NOT_STATED = "not_stated"


class ResultWord(StrEnum):
    """What became of a person: the first three are completions."""

    PASSED = "passed"
    COMPLETED = "completed"
    ATTENDED = "attended"
    FAILED = "failed"
    PENDING = "pending"


class MeaningOfM(StrEnum):
    """What the letter M stands for in a column."""

    MALE = "male"
    FEMALE = "female"
    UNDECIDED = "undecided"


_SEXES = {
    SexWord.FEMALE: "f fem femenino femenina feminino feminina feminin female woman women mujer mujeres mulher "
    "femme dama",
    SexWord.MALE: "masc masculino masculina masculin male man men h hombre hombres homem homme v varon varones "
    "caballero",
    SexWord.OTHER: "x otro otra otros outro outra other autre nobinario naobinario nonbinary nonbinaire",
    SexWord.NOT_STATED: "nd ns nc sd nsnc noconsta nodeclara nodeclarado noinformado naoinformado naodeclarado "
    "prefieronodecir prefironaodizer notstated unknown nonprecise nonindique sininformacion semininformacao",
}
_RESULTS = {
    ResultWord.PASSED: "aprobado aprobada aprobo aprob apr aprovado aprovada approved pass passed admis admise "
    "reussi reussie recu recue acreditado acreditada apto apta promovido promovida promocionado promocionada "
    "satisfactorio satisfatorio exitoso certificado certificada valide validee completadoaprobado "
    "completedachievedpassgrade completadocalificacionaprobada",
    ResultWord.COMPLETED: "completado completada completo completa complete completed concluido concluida concluiu "
    "finalizado finalizada finalizo culminado culminada culmino termine terminee terminado terminada acheve achevee "
    "egresado egresada cumplido cumplio cumprido si sim yes oui true verdadero verdadeiro vrai s y x 1 done egreso",
    ResultWord.ATTENDED: "asistio asistencia asistente participo participante participacion participou presente "
    "compareceu attended participated present participe participante participation",
    ResultWord.FAILED: "reprobado reprobada reprobo reprovado reprovada desaprobado desaprobada desaprobo "
    "noaprobado noaprobada noaprobo naoaprovado naoaprovada failed fail notpassed echoue echouee echec ajourne "
    "ajournee noapto noapta inapto inapta libre abandono abandonado desertor deserto desistiu desistente retirado "
    "retirada ausente absent ausent noasistio faltou insuficiente nosatisfactorio insatisfatorio noaprob "
    "completeddidnotachievepassgrade completadocalificacionnoaprobada noacreditado noacreditada",
    ResultWord.PENDING: "pendiente pendente pending encurso emandamento emcurso inprogress encours cursando "
    "nocompletado nocompletada naoconcluido naoconcluida naoconcluiu notcompleted notcomplete incomplete incompleto "
    "incompleta noncompleted nonacheve noniniciado notyetstarted noiniciado naoiniciado no nao non false falso faux n "
    "0 nonterminee nontermine",
}
_SEX = {word: sex for sex, words in _SEXES.items() for word in words.split()}
_RESULT = {word: result for result, words in _RESULTS.items() for word in words.split()}


def meaning_of_m(values: Iterable[object]) -> MeaningOfM:
    """What M stands for in the column: beside F it is "masculino", beside H or V it is "mujer" or "mulher"."""
    seen = {plain(value) for value in values}
    with_f, with_h = bool(seen & {"f", "fem"}), bool(seen & {"h", "v"})
    if "m" not in seen or (with_f and not with_h):
        return MeaningOfM.MALE
    return MeaningOfM.FEMALE if with_h and not with_f else MeaningOfM.UNDECIDED


def sex_of(value: object, m: MeaningOfM = MeaningOfM.UNDECIDED) -> SexWord | None:
    """The sex that a cell names. An empty one states none; nothing where the word is not known."""
    word = plain(value)
    if not word:
        return SexWord.NOT_STATED
    if word == "m":
        return None if m == MeaningOfM.UNDECIDED else SexWord(m.value)
    return _SEX.get(word)


def result_of(value: object) -> ResultWord | None:
    """What a cell says became of the person; nothing where it is empty or not known. What stands behind an opening
    bracket is left out where the whole says nothing."""
    word = plain(value)
    found = _RESULT.get(word)
    if found is None and isinstance(value, str) and "(" in value:
        found = _RESULT.get(plain(value.partition("(")[0]))
    return found


def plain(value: object) -> str:
    """A cell as small letters and figures without accents, blanks and signs."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _SIGNS.sub("", folded(str(value)))
