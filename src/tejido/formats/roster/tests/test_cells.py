import pytest

from tejido.formats.roster.documents import Paper, is_cut, number_of, paper_of
from tejido.formats.roster.measures import Score, minutes_of, score_of
from tejido.formats.roster.words import MeaningOfM, ResultWord, SexWord, meaning_of_m, result_of, sex_of


@pytest.mark.parametrize(
    ("value", "minutes"),
    [
        (20, 1200), (1.5, 90), ("20", 1200), ("20 h", 1200), ("20hs.", 1200), ("20 horas", 1200), ("20,5", 1230),
        ("20.5 h", 1230),
        ("20:30", 1230), ("20:30:00", 1230), ("20h30", 1230), ("20 h 30 min", 1230), ("2 horas y 15 minutos", 135),
        ("90 min", 90),
        ("40 horas cátedra", 2400), ("40 h/aula", 2400), ("40 horas académicas", 2400), ("40 HORAS RELOJ", 2400),
        ("12 heures", 720),
    ],
)  # fmt: skip  # one table, read as one
def test_hours_are_read_however_they_are_written(value: object, minutes: int) -> None:
    assert minutes_of(value) == minutes


@pytest.mark.parametrize(
    "value", ["", "1.200", "veinte", "20 días", True, None, -3, "20:75", 99_999, float("inf"), float("nan")]
)
def test_what_is_no_length_of_time_is_none(value: object) -> None:
    assert minutes_of(value) is None


@pytest.mark.parametrize(
    ("value", "score"),
    [
        (8.5, Score(850)), ("8,5", Score(850)), ("8.50", Score(850)), ("85/100", Score(8500, 100)),
        ("85 de 100", Score(8500, 100)),
        ("17,5 / 20", Score(1750, 20)), ("85 %", Score(8500, 100)), ("Aprobado (85)", Score(8500)),
        ("7,00 / 10,00", Score(700, 10)),
    ],
)  # fmt: skip  # one table, read as one
def test_marks_are_read_however_they_are_written(value: object, score: Score) -> None:
    assert score_of(value) == score


@pytest.mark.parametrize("value", ["", "-", "A+", "sobresaliente", True, None, -1, "85/0", "85/9,5"])
def test_what_is_no_mark_is_none(value: object) -> None:
    assert score_of(value) is None


@pytest.mark.parametrize(
    ("word", "sex"),
    [
        ("F", SexWord.FEMALE), ("Femenino", SexWord.FEMALE), ("mulher", SexWord.FEMALE), ("Féminin", SexWord.FEMALE),
        ("Varón", SexWord.MALE), ("H", SexWord.MALE), ("homme", SexWord.MALE), ("Masc.", SexWord.MALE),
        ("X", SexWord.OTHER),
        ("Não-binário", SexWord.OTHER), ("", SexWord.NOT_STATED), (None, SexWord.NOT_STATED),
        ("N/D", SexWord.NOT_STATED),
    ],
)  # fmt: skip  # one table, read as one
def test_a_sex_is_read_in_four_languages(word: object, sex: SexWord) -> None:
    assert sex_of(word) == sex


def test_an_unknown_word_is_no_sex() -> None:
    assert sex_of("Asunción") is None


def test_what_an_m_means_is_told_by_what_stands_beside_it() -> None:
    assert meaning_of_m(["M", "F", "m"]) == MeaningOfM.MALE
    assert meaning_of_m(["H", "M"]) == MeaningOfM.FEMALE
    assert meaning_of_m(["V", "M", None]) == MeaningOfM.FEMALE
    assert meaning_of_m(["M", "M"]) == MeaningOfM.UNDECIDED
    assert meaning_of_m(["M", "F", "H"]) == MeaningOfM.UNDECIDED
    assert meaning_of_m(["Masculino", "Femenino"]) == MeaningOfM.MALE
    assert sex_of("M") is None
    assert sex_of("M", MeaningOfM.FEMALE) == SexWord.FEMALE
    assert sex_of("m", MeaningOfM.MALE) == SexWord.MALE


@pytest.mark.parametrize(
    ("word", "result"),
    [
        ("APROBADO", ResultWord.PASSED), ("Aprovada", ResultWord.PASSED), ("Apto", ResultWord.PASSED),
        ("Admis", ResultWord.PASSED),
        ("Completado", ResultWord.COMPLETED), ("Sí", ResultWord.COMPLETED), (1, ResultWord.COMPLETED),
        (1.0, ResultWord.COMPLETED),
        ("Asistió", ResultWord.ATTENDED), ("Reprobado", ResultWord.FAILED), ("No aprobado", ResultWord.FAILED),
        ("Completed (achieved pass grade)", ResultWord.PASSED),
        ("Completed (did not achieve pass grade)", ResultWord.FAILED),
        ("Not completed", ResultWord.PENDING), ("En curso", ResultWord.PENDING),
        ("Aprobado (con 85 puntos)", ResultWord.PASSED),
    ],
)  # fmt: skip  # one table, read as one
def test_a_result_is_read_in_four_languages(word: object, result: ResultWord) -> None:
    assert result_of(word) == result


@pytest.mark.parametrize("word", ["", None, "tal vez"])
def test_what_says_no_result_is_none(word: object) -> None:
    assert result_of(word) is None


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1.234.567", "1234567"), (1234567, "1234567"), (1234567.0, "1234567"), ("12.345.678-k", "12345678K"),
        ("001-1234567-8", "112345678"), ("123.456.789-09", "12345678909"), ("０１２３４５６", "123456"), ("", ""),
        (None, ""), (True, ""),
        (12.5, ""), ("1.23457E+06", ""), ("9" * 40, ""),
    ],
)  # fmt: skip  # one table, read as one
def test_a_number_is_the_same_however_it_is_written(written: object, number: str) -> None:
    assert number_of(written) == number


def test_a_number_that_a_spreadsheet_has_cut_is_told_apart() -> None:
    assert is_cut("1.23457E+06")
    assert is_cut("1,23457e+11")
    assert not is_cut("12345678E")
    assert not is_cut(1234567)


def test_an_account_stays_what_it_is_but_for_its_capitals() -> None:
    assert number_of(" Maria.Perez@example.org ", Paper.ACCOUNT) == "maria.perez@example.org"


def test_a_word_names_a_paper() -> None:
    assert paper_of("C.I.") == Paper.NATIONAL
    assert paper_of("Pasaporte") == Paper.PASSPORT
    assert paper_of("Legajo") == Paper.STAFF
    assert paper_of("") is None
