"""tejido export and tejido import: whole folders, a line for every file, and nothing half done."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from at_console import PORTUGUESE, SPANISH, Typed
from cast import Cast, make_text
from tejido.curriculum.commands import keep_record, seal_edition
from tejido.curriculum.models import Text
from tejido.curriculum.queries import document_of, latest_revision
from tejido.deliberation.models import Round
from tejido.formats import pdf
from tejido.registry.models import Body

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def placed(folder: Path, name: str, text: str = SPANISH) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def adopted(cast: Cast, text: Text) -> None:
    edition = seal_edition(actor=cast.secretariat, revision=latest_revision(text), at=cast.now)
    keep_record(edition=edition, record_file=b'{"format":"tejido-record-1"}')


## export


def test_a_text_comes_out_in_every_language_and_format(typed: Typed, text: Text, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    said = typed("export", "texto", "--to", out, "--json")
    endings = ("docx", "epub", "md", "pdf", "xml")
    wanted = [f"texto-r1.{tag}.{ending}" for tag in ("es", "pt") for ending in endings]
    assert (said.code, names(out)) == (0, sorted([*wanted, "texto-r1.text.json"]))
    assert sorted(said.data["files"]) == sorted(map(str, out.iterdir()))
    assert "11 files written" in said.err


def test_formats_and_languages_can_be_chosen(typed: Typed, text: Text, tmp_path: Path) -> None:
    assert typed("export", "--to", tmp_path / "o", "--as", "md,akn", "--as", "md", "--lang", "pt").code == 0
    assert names(tmp_path / "o") == ["texto-r1.pt.md", "texto-r1.pt.xml"]


def test_what_was_adopted_is_named_by_its_edition_and_has_its_record(
    typed: Typed, cast: Cast, text: Text, tmp_path: Path
) -> None:
    adopted(cast, text)
    for options in ((), ("--edition", "1"), ("--editions",)):
        out = tmp_path / f"o{len(options)}{'-'.join(options)}"
        typed("export", "texto", "--to", out, "--as", "json", *options)
        assert names(out) == ["texto-1.record.json", "texto-1.text.json"], options


def test_comment_tables_come_for_each_round_and_hold_released_comments_only(
    typed: Typed, cast: Cast, round_: Round, tmp_path: Path
) -> None:
    said = typed("export", "--to", tmp_path / "o", "--as", "md", "--lang", "es", "--tables")
    assert said.code == 0, said.err
    assert names(tmp_path / "o") == ["texto-r1.es.md", "texto-round-1.es.docx", "texto-round-1.es.xlsx"]
    assert ZipFile(tmp_path / "o" / "texto-round-1.es.xlsx").testzip() is None


def test_nothing_is_replaced_without_force_and_nothing_is_written_beside_it(
    typed: Typed, text: Text, tmp_path: Path
) -> None:
    placed(tmp_path, "texto-r1.es.md", "mine")
    said = typed("export", "texto", "--to", tmp_path, "--as", "md", "--json")
    assert (said.code, said.data["error"]["code"]) == (1, "already_there")
    assert "texto-r1.es.md" in said.err
    assert (tmp_path / "texto-r1.es.md").read_text() == "mine"
    assert not (tmp_path / "texto-r1.pt.md").exists()
    assert typed("export", "texto", "--to", tmp_path, "--as", "md", "--force").code == 0
    assert (tmp_path / "texto-r1.es.md").read_text() != "mine"


def test_a_pdf_that_cannot_be_set_is_named_and_keeps_no_other_file_back(
    typed: Typed, text: Text, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_book: object) -> bytes:
        raise pdf.NotSet

    monkeypatch.setattr(pdf, "typeset", broken)
    said = typed("export", "texto", "--to", tmp_path / "o", "--as", "pdf,md", "--lang", "es", "--json")
    assert said.code == 1
    assert [problem["file"] for problem in said.data["problems"]] == ["texto-r1.es.pdf"]
    assert names(tmp_path / "o") == ["texto-r1.es.md"]


@pytest.mark.parametrize(
    ("arguments", "code", "exit_code"),
    [
        (("nada",), "unknown_text", 1),
        (("texto", "--edition", "3"), "unknown_edition", 1),
        (("texto", "--as", "doc"), "used_wrongly", 2),
        (("texto", "--lang", "fr", "--as", "md"), "nothing", 1),
    ],
)
def test_what_is_not_there_is_one_sentence_and_no_file(
    arguments: tuple[str, ...], code: str, exit_code: int, typed: Typed, text: Text, tmp_path: Path
) -> None:
    said = typed("export", *arguments, "--to", tmp_path / "o", "--json")
    assert (said.code, said.data["error"]["code"]) == (exit_code, code)
    assert not (tmp_path / "o").exists()


def test_a_member_s_own_text_does_not_leave_by_the_console(
    typed: Typed, cast: Cast, text: Text, mechanism: Body, tmp_path: Path
) -> None:
    make_text(cast, mechanism, by="XA/focal_point", slug="interno")
    typed("export", "--to", tmp_path / "o", "--as", "md,json", "--tables")
    assert not [name for name in names(tmp_path / "o") if "interno" in name]
    assert typed("export", "interno", "--to", tmp_path / "p").code == 1


## import


def test_a_folder_comes_in_text_by_text_with_a_line_for_every_file(typed: Typed, cast: Cast, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    placed(folder, "plan.es.md")
    placed(folder, "plan.pt.md", PORTUGUESE)
    placed(folder, "deep/otra.md", "# Otra cosa\n")
    placed(folder, "foto.png", "no")
    placed(folder, ".oculto.md", "no")
    (folder / "malo.md").write_bytes(b"\xff\xfe\xff")
    said = typed("import", folder, "--json")
    results = {line["file"]: (line["result"], line["text"]) for line in said.data["files"]}
    assert results == {
        "deep/otra.md": ("imported", "otra-cosa"), "foto.png": ("left_out", ""), "malo.md": ("failed", ""),
        "plan.es.md": ("imported", "prevencion"), "plan.pt.md": ("imported", "prevencion"),
    }  # fmt: skip  # one table, read as one
    assert said.code == 1, "one of them could not be read"
    assert "Came in: 3. Left out: 1. Failed: 1." in said.err
    assert latest_revision(Text.objects.get(slug="prevencion")).languages == ["es", "pt"]


def test_what_word_writes_beside_an_open_file_is_left_out_and_said(typed: Typed, cast: Cast, tmp_path: Path) -> None:
    placed(tmp_path / "in", "es.md")
    placed(tmp_path / "in", "~$plan.docx", "a name of a person")
    said = typed("import", tmp_path / "in", "--json")
    (line,) = [line for line in said.data["files"] if line["result"] == "left_out"]
    assert (said.code, line["file"]) == (0, "~$plan.docx")
    assert "Word has a file open" in line["sentence"]


def test_every_text_that_was_exported_comes_in_with_its_ids(typed: Typed, text: Text, tmp_path: Path) -> None:
    was = document_of(latest_revision(text))
    for format in ("md", "akn"):
        typed("export", "texto", "--to", tmp_path / format, "--as", format)
        assert typed("import", tmp_path / format, "--json").data["imported"] == 2
        made = Text.objects.get(slug="prevencion-temprana")
        assert document_of(latest_revision(made)) == was
        Text.objects.filter(key=made.key).update(slug=f"era-{format}")


def test_of_several_formats_the_one_that_loses_least_is_read(typed: Typed, text: Text, tmp_path: Path) -> None:
    typed("export", "texto", "--to", tmp_path / "o", "--as", "md,docx,akn,json", "--lang", "es")
    said = typed("import", tmp_path / "o", "--json")
    results = {line["file"]: line["result"] for line in said.data["files"]}
    assert [name for name, result in results.items() if result == "imported"] == ["texto-r1.es.md"]
    assert (said.code, said.data["left_out"]) == (0, 3)


def test_a_dry_run_reads_everything_and_keeps_nothing(typed: Typed, cast: Cast, tmp_path: Path) -> None:
    placed(tmp_path / "in", "es.md")
    said = typed("import", tmp_path / "in", "--dry-run", "--json")
    assert [(line["result"], line["text"]) for line in said.data["files"]] == [("readable", "Prevención")]
    assert (said.data["imported"], said.data["readable"]) == (0, 1)
    assert "Can be read: 1. Left out: 0. Failed: 0. Nothing was kept." in said.err
    assert "Came in" not in said.err
    assert not Text.objects.exists()


def test_a_title_that_is_taken_is_refused_and_the_text_stays(typed: Typed, cast: Cast, tmp_path: Path) -> None:
    placed(tmp_path / "in", "es.md")
    assert typed("import", tmp_path / "in").code == 0
    again = typed("import", tmp_path / "in", "--json")
    assert (again.code, again.data["failed"], Text.objects.count()) == (1, 1, 1)
    assert "“prevencion”" in again.data["files"][0]["sentence"]


def test_a_text_without_a_heading_is_called_by_its_file(typed: Typed, cast: Cast, tmp_path: Path) -> None:
    placed(tmp_path / "in", "plan_anual.es.md", "Solo un párrafo.\n")
    assert typed("import", tmp_path / "in", "--json").data["files"][0]["text"] == "plan-anual"


def test_an_empty_folder_and_one_that_is_not_there_are_told(typed: Typed, cast: Cast, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    said = typed("import", tmp_path / "in")
    assert (said.code, said.out.strip()) == (1, "There is no file in this folder.")
    assert typed("import", tmp_path / "none").code == 2


def test_what_was_simplified_is_told_on_the_line_of_its_file(typed: Typed, cast: Cast, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    word = docx.Document()
    word.add_paragraph("Palabras ").add_run("tachadas").font.strike = True
    (tmp_path / "in").mkdir()
    word.save(str(tmp_path / "in" / "es.docx"))
    said = typed("import", tmp_path / "in")
    assert "words struck through became plain words" in said.out
