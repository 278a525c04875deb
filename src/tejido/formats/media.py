"""What a file is, told by its content and never by its name. Nothing is parsed: only marks are looked for."""

_STARTS = {
    b"%PDF-": "application/pdf",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
}
_OFFICE = "application/vnd.openxmlformats-officedocument."
# The part that every file of its kind has, as its archive names it.
_PARTS = {
    b"word/document.xml": f"{_OFFICE}wordprocessingml.document",
    b"xl/workbook.xml": f"{_OFFICE}spreadsheetml.sheet",
    b"ppt/presentation.xml": f"{_OFFICE}presentationml.presentation",
}
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."
_OPEN_KINDS = (b"text", b"spreadsheet", b"presentation")
_ZIP = b"PK\x03\x04"


def media_type_of(data: bytes) -> str:
    """The media type, or nothing where it is none that is kept."""
    for start, media_type in _STARTS.items():
        if data.startswith(start):
            return media_type
    return _archive(data) if data.startswith(_ZIP) else _plain(data)


def _archive(data: bytes) -> str:
    for kind in _OPEN_KINDS:
        if data[30:].startswith(_OPEN_DOCUMENT + kind):
            return f"application/vnd.oasis.opendocument.{kind.decode()}"
    return next((media_type for part, media_type in _PARTS.items() if part in data), "")


def _plain(data: bytes) -> str:
    """Text that is nothing but text: a file with signs that steer a machine is something else."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    is_plain = text.strip() and all(sign.isprintable() or sign in "\n\r\t\f\ufeff" for sign in text)
    return "text/plain; charset=utf-8" if is_plain else ""
