"""The command line as a whole: it teaches, answers on one stream, talks on the other, and ends as it promises."""

import errno
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from at_console import COMMAND, Console, Typed
from tejido import __version__
from tejido.cli.console import table
from tejido.cli.faults import explain, misused
from tejido.config import words

COMMANDS = [
    ("demo",), ("serve",), ("init",), ("text", "import"), ("text", "list"), ("text", "export"), ("round", "list"),
    ("round", "show"), ("round", "open"), ("verify",), ("ledger", "verify"), ("ledger", "receipt"), ("link",),
    ("doctor",), ("register", "export"), ("register", "import"),
]  # fmt: skip  # a list of names, read as a paragraph


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_help_of_every_command_shows_an_example_of_it(command: tuple[str, ...], typed: Typed) -> None:
    said = typed(*command, "--help")
    assert said.code == 0
    assert said.out.count(f"tejido {' '.join(command)}") >= 2, "once in the usage, once in an example"


def test_the_help_lists_every_command_and_the_exit_codes(typed: Typed) -> None:
    help = typed("--help").out
    assert all(f" {command[0]} " in help for command in COMMANDS)
    assert "Exit codes: 0 done, 1 the answer is no, 2 used wrongly." in help


def test_the_version_is_the_package_s(typed: Typed) -> None:
    assert typed("--version").out == f"tejido {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nothing"], "nothing"),
        (["text", "import"], "“FILE” is missing"),
        (["text", "import", "es.md"], "“--title” is missing"),
        (["text", "list", "--colour"], "no option “--colour”"),
        (["serve", "--workers", "0"], "--workers"),
        (["serve", "--bind", "8000"], "127.0.0.1:8000"),
        (["round", "open", "x", "--deadline", "tomorrow", "--zone", "UTC"], "2027-03-31 18:00"),
        (["register", "export", "register.ods"], "“register.ods” ends neither in .xlsx nor in .csv."),
        (["register", "import", "nowhere.xlsx"], "no file “nowhere.xlsx”"),
        (["verify", "nowhere.json", "nowhere.json"], "no file “nowhere.json”"),
    ],
)
def test_what_is_typed_wrongly_ends_with_2_and_one_sentence(arguments, sentence: str, typed: Typed) -> None:
    said = typed(*arguments)
    assert (said.code, said.out) == (2, "")
    assert sentence in said.err
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err


def test_a_command_without_its_subcommand_shows_the_help_and_ends_with_2(typed: Typed) -> None:
    said = typed("text")
    assert said.code == 2
    assert "import" in said.out


def test_with_json_a_fault_is_the_one_document_too(typed: Typed) -> None:
    said = typed("verify", "nowhere.json", "nowhere.json", "--json")
    assert said.code == 2
    assert said.data["error"] == {"code": "missing_file", "sentence": said.err.strip()}


def test_faults_are_said_in_the_language_of_the_terminal(typed: Typed, tmp_path: Path, monkeypatch) -> None:
    catalogue = Catalog(locale="es")
    catalogue.add("There is no file “%(file)s”.", "No existe el archivo «%(file)s».")
    compiled = tmp_path / "es" / "LC_MESSAGES" / "django.mo"
    compiled.parent.mkdir(parents=True)
    with compiled.open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setattr(words, "LOCALE", tmp_path)
    words._catalogue.cache_clear()
    monkeypatch.setenv("LC_ALL", "es_PY.UTF-8")
    said = typed("verify", "nowhere.json", "nowhere.json")
    words._catalogue.cache_clear()
    assert said.err == "No existe el archivo «nowhere.json».\n"


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "pt_BR.UTF-8"}, "pt"),
        ({"LC_ALL": "fr_HT", "LC_MESSAGES": "es_CL"}, "fr"),
        ({"LC_MESSAGES": "es", "LANG": "en_US"}, "es"),
        ({"LANGUAGE": "qu:es:en", "LANG": "en_US.UTF-8"}, "es"),
        ({"LANGUAGE": "es", "LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_is_the_first_of_ours_that_the_terminal_asks_for(environment, expected, monkeypatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert words.language() == expected


def test_a_full_disk_is_a_sentence_and_names_the_file(typed) -> None:
    fault = explain(OSError(errno.ENOSPC, "No space left on device", "/srv/x"))
    assert (fault.sentence, fault.exit_code) == ("“/srv/x” cannot be used (No space left on device).", 1)


def test_an_error_of_ours_says_what_and_where_without_a_traceback(typed, monkeypatch) -> None:
    monkeypatch.delenv("TEJIDO_DEBUG", raising=False)
    try:
        int("ten")
    except ValueError as problem:
        fault = explain(problem)
    assert "ValueError: invalid literal for int()" in fault.sentence
    assert __file__ in fault.sentence
    assert fault.exit_code == 1


def test_an_error_of_ours_shows_the_whole_way_to_who_asks_for_it(monkeypatch) -> None:
    monkeypatch.setenv("TEJIDO_DEBUG", "yes")
    with pytest.raises(ZeroDivisionError):
        explain(ZeroDivisionError())


def test_a_fault_passes_through_as_it_is() -> None:
    fault = misused("No.")
    assert explain(fault) is fault


def test_a_table_cuts_nothing_off_however_narrow_the_terminal_is(monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    assert table(["A", "B"], [["x" * 90, 1], ["y", 22]]) == f"A{' ' * 89}  B\n{'x' * 90}  1\ny{' ' * 89}  22"


@pytest.mark.sqlite
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_whoever_stops_reading_the_answer_sees_no_error(unbuffered: str, prepared: Console) -> None:
    command = f"{' '.join(COMMAND)} text list | true"
    assert "Error" not in prepared.run(["sh", "-c", command], PYTHONUNBUFFERED=unbuffered).err


@pytest.mark.sqlite
def test_the_folder_is_named_by_the_option_before_the_environment(console: Console, tmp_path: Path) -> None:
    assert console("text", "list", "--data", tmp_path / "other").code == 0
    assert (tmp_path / "other" / "tejido.sqlite3").exists()
    assert not console.folder.exists()


def test_a_wrong_setting_is_a_sentence_that_names_it(console: Console) -> None:
    said = console("text", "list", TEJIDO_DEBUG="perhaps")
    assert (said.code, said.err) == (1, "TEJIDO_DEBUG is “perhaps”; write yes or no.\n")


@pytest.mark.parametrize(
    "url", ["mysql://u:secret@h/n", "postgresql://u:secret@127.0.0.1:1/n", "postgresql://u:secret@h:x/n"]
)
def test_a_database_that_cannot_be_used_is_a_sentence_without_its_password(url: str, console: Console) -> None:
    said = console("text", "list", DATABASE_URL=url)
    assert said.code == 1
    assert "DATABASE_URL" in said.err
    assert said.err.count("\n") == 1
    assert "secret" not in said.err
