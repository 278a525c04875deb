"""A file is what its content says."""

import zipfile
from io import BytesIO

import pytest

from tejido.formats.media import media_type_of


def archive(**parts: str) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as zipped:
        for name, content in parts.items():
            zipped.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n....", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("Una nota, con eñe.\n\tY más.".encode(), "text/plain; charset=utf-8"),
        (archive(word__document_xml="<w/>"), "wordprocessingml.document"),
        (archive(xl__workbook_xml="<w/>"), "spreadsheetml.sheet"),
        (archive(mimetype="application/vnd.oasis.opendocument.text"), "application/vnd.oasis.opendocument.text"),
    ],
)
def test_what_is_known_is_told_by_its_content(data, kind):
    assert media_type_of(data).endswith(kind)


@pytest.mark.parametrize("data", [b"", b"  \n", b"MZ\x90\x00", b"\x7fELF", b"a\x00b", archive(a="b"), b"\xfe\xff"])
def test_everything_else_is_unknown(data):
    assert media_type_of(data) == ""
