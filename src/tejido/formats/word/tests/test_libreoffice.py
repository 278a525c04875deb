"""What LibreOffice makes of a file reads like the file that it was made from."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import docx
import pytest

from tejido.formats.markdown import plain
from tejido.formats.word import NoticeCode, Reading

from .sample import codes, p, parts, png, r, reading, shapes, style, zipped
from .test_lists import abstract, item, level, num
from .test_tables import tbl, tr

SOFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed: its files are NOT tested here"),
]


def converted(raw: bytes, folder: Path) -> bytes:
    """The file as LibreOffice writes it again, in a profile of its own."""
    source, target = folder / "texto.docx", folder / "otra"
    source.write_bytes(raw)
    profile = f"-env:UserInstallation=file://{folder}/perfil"
    command = [
        SOFFICE or "",
        profile,
        "--headless",
        "--convert-to",
        "docx:Office Open XML Text",
        "--outdir",
        target,
        source,
    ]
    environment = {"HOME": str(folder), "PATH": "/usr/bin:/bin"}
    subprocess.run(command, check=True, capture_output=True, timeout=180, env=environment)  # noqa: S603 - ours
    return (target / "texto.docx").read_bytes()


def said(found: Reading) -> list[tuple[str, int, str]]:
    return [(kind, level, plain(text)) for kind, level, text in shapes(found)]


def test_a_text_of_every_ingredient_is_the_same_after_libreoffice(tmp_path):
    styles = (
        style("Normal", "Normal")
        + style("Titulo", "Title")
        + style("H1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
        + style("H2", "heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
        + style("Cita", "Quote", "<w:rPr><w:i/></w:rPr>")
    )
    body = (
        p("Prevención", style="Titulo")
        + p("Módulo uno", style="H1")
        + p(
            "Texto ",
            r("fuerte", "<w:b/>"),
            " y ",
            r("suave", "<w:i/>"),
            '<w:r><w:footnoteReference w:id="2"/></w:r>',
            ".",
        )
        + item("primero", 1)
        + item("dentro", 1, 1)
        + item("segundo", 1)
        + p("Nunca más.", style="Cita")
        + tbl(tr("Fase", "Años"), tr("Primera", "1998"))
        + p(f'<w:hyperlink r:id="l">{r("enlace")}</w:hyperlink>')
        + p("Unidad", style="H2")
        + p("2*3_4 [x] &lt;b&gt; “comillas”\u00a0–\u00a0raya")
    )
    raw = zipped(
        parts(
            body,
            styles=styles,
            numbering=abstract(0, level(0), level(1, "bullet", "•")) + num(1, 0),
            footnotes='<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
            '<w:footnote w:id="1" w:type="continuationSeparator"><w:p/></w:footnote>'
            f'<w:footnote w:id="2">{p("Una nota.")}</w:footnote>',
            links={"l": ("hyperlink", "https://example.org/")},
        )
    )
    before, after = reading(raw), reading(converted(raw, tmp_path))
    assert shapes(after) == shapes(before)
    assert [passage.attributes for passage in after.document] == [passage.attributes for passage in before.document]
    assert (before.notices, after.notices) == ((), ())


def test_a_file_of_python_docx_with_an_image_is_the_same_after_libreoffice(tmp_path):
    document = docx.Document()
    document.add_heading("Título", 0)
    document.add_heading("Uno", 1)
    document.add_paragraph("dos", style="List Bullet")
    document.add_picture(BytesIO(png()))
    document.inline_shapes[0]._inline.docPr.set("descr", "un punto gris")
    file = BytesIO()
    document.save(file)
    before, after = reading(file.getvalue()), reading(converted(file.getvalue(), tmp_path))
    assert said(after) == said(before)
    assert said(after)[-1] == ("figure", 0, "un punto gris")
    assert len(after.images) == 1


def test_tracked_changes_are_read_the_same_after_libreoffice(tmp_path):
    who = 'w:author="x" w:date="2024-01-01T00:00:00Z"'
    added = f'<w:ins w:id="1" {who}>{r("nuevo ")}</w:ins>'
    removed = f'<w:del w:id="2" {who}><w:r><w:delText>viejo </w:delText></w:r></w:del>'
    joined = f'<w:rPr><w:del w:id="3" {who}/></w:rPr>'
    raw = zipped(parts(p("Un texto ", added, removed, "queda.") + p("Uno y ", properties=joined) + p("otro.")))
    before, after = reading(raw), reading(converted(raw, tmp_path))
    assert (
        shapes(after) == shapes(before) == [("paragraph", 0, "Un texto nuevo queda."), ("paragraph", 0, "Uno y otro.")]
    )
    assert codes(after) == codes(before) == [NoticeCode.TRACKED_CHANGE] * 2
