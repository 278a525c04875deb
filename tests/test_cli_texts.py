"""tejido text: what goes in comes out, under the names and in the form that scripts rely on."""

import json
from pathlib import Path
from typing import Any

import pytest

from at_console import COMMAND, PORTUGUESE, SPANISH, Console, Typed
from cast import SECTION_B, Cast, make_text
from tejido.cli.files import write_all
from tejido.curriculum.commands import keep_record, save_section, seal_edition
from tejido.curriculum.models import Text
from tejido.curriculum.queries import latest_revision
from tejido.engine.document import digest, document_from_data
from tejido.engine.proof import read_canonical
from tejido.registry.models import Body

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]

FIELDS = {"slug", "title", "languages", "passages", "editions", "digest"}


def written(folder: Path, name: str, text: str = SPANISH) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def listed(typed: Typed) -> list[dict[str, Any]]:
    return typed("text", "list", "--json").data


def test_without_a_network_there_is_no_text_and_the_user_learns_how_to_get_one(typed: Typed) -> None:
    assert listed(typed) == []
    assert "tejido text import" in typed("text", "list").out


def test_a_text_can_be_imported_before_there_is_a_network_and_the_user_is_told(typed: Typed, tmp_path: Path) -> None:
    said = typed("text", "import", written(tmp_path, "es.md"), "--title", "Prevención temprana", "--json")
    assert said.code == 0
    assert (said.data["slug"], said.data["languages"], said.data["passages"]) == ("prevencion-temprana", ["es"], 4)
    assert "an empty one named “Tejido” was founded" in said.err
    assert [{name: said.data[name] for name in FIELDS}] == listed(typed)


def test_the_languages_come_from_the_names_of_the_files(typed: Typed, cast: Cast, tmp_path: Path) -> None:
    files = [written(tmp_path, "es.md"), written(tmp_path, "curso.pt-BR.md", PORTUGUESE)]
    said = typed("text", "import", *files, "--title", "Prevención", "--json")
    assert sorted(said.data["languages"]) == ["es", "pt-BR"]
    assert (said.data["passages"], said.data["unjoined"]) == (4, {}), "the languages are joined passage by passage"


def test_the_language_of_the_option_comes_before_that_of_the_name(typed: Typed, cast: Cast, tmp_path: Path) -> None:
    said = typed("text", "import", written(tmp_path, "es.md"), "--title", "T", "--lang", "fr", "--json")
    assert said.data["languages"] == ["fr"]


def test_a_name_without_a_language_gets_the_network_s_and_the_user_is_told(typed: Typed, cast: Cast, tmp_path) -> None:
    said = typed("text", "import", written(tmp_path, "borrador.md"), "--title", "Otro", "--json")
    assert said.data["languages"] == ["es"]
    assert "“es” was taken" in said.err


def test_what_could_not_be_joined_is_told(typed: Typed, cast: Cast, tmp_path: Path) -> None:
    other = PORTUGUESE + "\nUm parágrafo a mais, sobre os museus da memória.\n"
    files = [written(tmp_path, "es.md"), written(tmp_path, "pt.md", other)]
    said = typed("text", "import", *files, "--title", "Prevención", "--json")
    assert said.data["unjoined"] == {"es": 1}
    assert "1 passage has no text in es" in said.err


def test_what_could_not_be_taken_over_from_word_is_told(typed: Typed, cast: Cast, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    word = docx.Document()
    word.add_paragraph("Palabras ").add_run("tachadas").font.strike = True
    word.save(str(tmp_path / "es.docx"))
    said = typed("text", "import", tmp_path / "es.docx", "--title", "Tachado", "--json")
    assert [notice["code"] for notice in said.data["notices"]] == ["struck"]
    assert "es.docx: words struck through became plain words, near “Palabras tachadas”." in said.err


@pytest.mark.parametrize(
    ("name", "content", "code", "sentence"),
    [
        ("es.md", b"# Ni\xf1ez", "not_utf8", "es.md"),
        ("es.docx", b"PK\x03\x04 broken", "broken_zip", "es.docx"),
        (
            "es.pdf",
            b"%PDF",
            "unknown_file",
            "“es.pdf” is neither Markdown (.md) nor",
        ),
        ("es.md", b"", "empty", "There is no text in this file."),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence_and_makes_nothing(
    name: str, content: bytes, code: str, sentence: str, typed: Typed, text: Text, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    before = listed(typed)
    said = typed("text", "import", tmp_path / name, "--title", "Roto", "--json")
    assert (said.code, said.data["error"]["code"]) == (1, code)
    assert sentence in said.data["error"]["sentence"]
    assert listed(typed) == before


def test_one_bad_file_among_good_ones_keeps_all_of_them_out(typed: Typed, cast: Cast, tmp_path: Path) -> None:
    good, bad = written(tmp_path, "es.md"), tmp_path / "pt.md"
    bad.write_bytes(b"\xff\xfe")
    assert typed("text", "import", good, bad, "--title", "Dos").code == 1
    assert listed(typed) == []


def test_a_title_that_is_taken_is_refused_and_the_first_text_stays(typed: Typed, text: Text, tmp_path: Path) -> None:
    before = listed(typed)
    said = typed("text", "import", written(tmp_path, "es.md", "# Otro\n"), "--title", "Texto")
    assert said.code == 1
    assert "“texto”" in said.err
    assert listed(typed) == before


def test_a_folder_for_a_file_and_a_tag_that_is_none_are_used_wrongly(typed: Typed, tmp_path: Path) -> None:
    assert typed("text", "import", tmp_path, "--title", "T").code == 2
    assert typed("text", "import", written(tmp_path, "es.md"), "--title", "T", "--lang", "español").code == 2


def test_an_export_has_the_names_and_the_digest_that_the_list_shows(typed: Typed, text: Text, tmp_path: Path) -> None:
    out = tmp_path / "out" / "deep"
    said = typed("text", "export", "texto", "--to", out, "--json")
    assert sorted(path.name for path in out.iterdir()) == ["texto.es.md", "texto.pt.md", "texto.text.json"]
    assert sorted(said.data["files"]) == sorted(map(str, out.iterdir()))
    document = document_from_data(read_canonical((out / "texto.text.json").read_bytes()))
    assert digest(document) == said.data["digest"] == listed(typed)[0]["digest"]


def test_what_was_exported_is_what_was_imported_word_for_word(typed: Typed, cast: Cast, tmp_path: Path) -> None:
    typed("text", "import", written(tmp_path, "es.md"), written(tmp_path, "pt.md", PORTUGUESE), "--title", "Ida")
    typed("text", "export", "ida", "--to", tmp_path)
    assert (tmp_path / "ida.es.md").read_text(encoding="utf-8") == SPANISH
    assert (tmp_path / "ida.pt.md").read_text(encoding="utf-8") == PORTUGUESE


def adopted(cast: Cast, text: Text) -> None:
    """Edition 1 of the text, with a record that only has to come out as it went in."""
    edition = seal_edition(actor=cast.secretariat, revision=latest_revision(text), at=cast.now)
    keep_record(edition=edition, record_file=b'{"format":"tejido-record-1"}')


def test_the_record_comes_with_what_was_adopted(typed: Typed, cast: Cast, text: Text, tmp_path: Path) -> None:
    adopted(cast, text)
    typed("text", "export", "texto", "--to", tmp_path / "out")
    assert (tmp_path / "out" / "texto.record.json").read_bytes() == b'{"format":"tejido-record-1"}'
    assert listed(typed)[0]["editions"] == 1


def test_a_draft_after_an_edition_comes_without_its_record_and_the_user_is_told(
    typed: Typed, cast: Cast, text: Text, tmp_path: Path
) -> None:
    adopted(cast, text)
    save_section(
        actor=cast.secretariat, text=text, section=SECTION_B, language="es", markdown="## Respuesta del Estado\n",
        base=latest_revision(text), reason="", at=cast.now,
    )  # fmt: skip  # one row of a table, read as one
    draft = typed("text", "export", "texto", "--to", tmp_path / "draft", "--json")
    assert draft.data["edition"] is None
    assert "--edition 1" in draft.err
    assert not (tmp_path / "draft" / "texto.record.json").exists()
    sealed = typed("text", "export", "texto", "--to", tmp_path / "sealed", "--edition", "1", "--json")
    assert sealed.data["edition"] == 1
    assert sealed.data["digest"] != draft.data["digest"]
    assert (tmp_path / "sealed" / "texto.record.json").exists()


def test_a_text_or_an_edition_that_is_not_there_is_one_sentence(typed: Typed, text: Text, tmp_path: Path) -> None:
    unknown = typed("text", "export", "nada", "--to", tmp_path / "out", "--json")
    assert (unknown.code, unknown.data["error"]["code"]) == (1, "unknown_text")
    edition = typed("text", "export", "texto", "--to", tmp_path / "out", "--edition", "3", "--json")
    assert (edition.code, edition.data["error"]["code"]) == (1, "unknown_edition")
    assert not (tmp_path / "out").exists()


def test_a_member_s_own_text_is_neither_listed_nor_exported_at_the_console(
    typed: Typed, cast: Cast, mechanism: Body, tmp_path: Path
) -> None:
    make_text(cast, mechanism, by="XA/focal_point", slug="interno")
    assert listed(typed) == []
    assert (
        typed("text", "export", "interno", "--to", tmp_path / "out", "--json").data["error"]["code"] == "unknown_text"
    )


def test_an_export_that_fails_half_way_leaves_what_was_there(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    write, count = Path.write_bytes, iter(range(9))

    def full_at_the_second(path: Path, data: bytes) -> int:
        if next(count):
            raise OSError(28, "No space left on device")
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full_at_the_second)
    with pytest.raises(OSError, match="No space left"):
        write_all(tmp_path, {"a.md": b"new", "b.md": b"new"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.md": b"old"}


def test_a_folder_that_cannot_be_written_into_is_one_sentence(typed: Typed, text: Text, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    said = typed("text", "export", "texto", "--to", tmp_path / "file" / "out")
    assert said.code == 1
    assert said.err.count("\n") == 1


def test_json_is_the_only_thing_on_standard_output(typed: Typed, cast: Cast, tmp_path: Path) -> None:
    said = typed("text", "import", written(tmp_path, "es.md"), "--title", "T", "--json")
    _document, end = json.JSONDecoder().raw_decode(said.out)
    assert said.out[end:] == "\n"


@pytest.mark.sqlite
@pytest.mark.thorough
def test_several_commands_at_once_on_a_fresh_folder_all_work(console: Console, tmp_path: Path) -> None:
    command = f"{' '.join(COMMAND)} text import {written(tmp_path, 'es.md')} --title"
    said = console.run(["sh", "-c", " & ".join(f"{command} T{number}" for number in range(3)) + " & wait"])
    assert sorted(text["slug"] for text in console("text", "list", "--json").data) == ["t0", "t1", "t2"], said.err
