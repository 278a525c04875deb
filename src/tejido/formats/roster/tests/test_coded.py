import pytest

from tejido.formats.roster.coded import CADRES, LEVELS, code_of
from tejido.formats.roster.values import Field
from tejido.formats.roster.words import MeaningOfM, SexWord


@pytest.mark.parametrize(
    ("field", "word", "code"),
    [
        (Field.CADRE, "Policía Nacional", "police"), (Field.CADRE, "EJÉRCITO", "armed_forces"),
        (Field.CADRE, "Juíza", "judiciary"),
        (Field.CADRE, "Ministerio Público", "prosecution"), (Field.CADRE, "Enseignante", "education"),
        (Field.LEVEL, "Suboficial", "operating"), (Field.LEVEL, "Cadetes", "in_training"),
        (Field.LEVEL, "Formateur", "teaching"),
        (Field.SEX, "Mujer", "female"), (Field.SEX, None, ""), (Field.PROVINCE, "py-11", "PY-11"),
        (Field.PROVINCE, "", ""),
        (Field.CADRE, "Bomberos", None), (Field.LEVEL, "grado 12", None), (Field.SEX, "Asunción", None),
        (Field.PROVINCE, "Itapúa", None), (Field.INSTITUTION, "Ministerio", None),
    ],
)  # fmt: skip  # one table, read as one
def test_a_word_is_the_code_that_goes_upward(field: Field, word: object, code: str | None) -> None:
    assert code_of(field, word, {}) == code


def test_what_the_school_said_weighs_more_than_the_tables() -> None:
    meanings = {Field.CADRE: {"policia": "civil_service", "bomberos": ""}, Field.PROVINCE: {"itapua": "PY-7"}}
    assert code_of(Field.CADRE, "Policía", meanings) == "civil_service"
    assert code_of(Field.CADRE, "BOMBEROS", meanings) == ""
    assert code_of(Field.PROVINCE, "Itapúa", meanings) == "PY-7"


def test_an_m_means_what_was_decided() -> None:
    assert code_of(Field.SEX, "M", {}) is None
    assert code_of(Field.SEX, "M", {}, MeaningOfM.FEMALE) == "female"


def test_the_codes_are_those_of_the_house() -> None:

    from tejido.schools.names import Level
    from tejido.training.names import Officials

    assert set(CADRES) == set(Officials.values) - {Officials.SEVERAL}
    assert set(LEVELS) == set(Level.values)
    assert {str(word) for word in SexWord} == {"female", "male", "other", "not_stated"}
