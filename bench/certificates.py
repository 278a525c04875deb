"""Certificates of a cohort on SQLite, credential and sealed row each, against as many bare Ed25519 signatures of bytes
of the same length; and the archive with a PDF of one page and a credential for each, against bare typst setting the
same template as often in one process. Run: python bench/certificates.py [SIZE] (10000 is what a large school has)
"""

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import typst
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from row import Row, show
from serving import HERE, of_folder, run
from tejido.formats.pdf import Certificate, Seal
from tejido.formats.pdf.letters import font_folders
from tejido.formats.pdf.typesetting import _put_certificates

SIZE = 500
CREDENTIAL = 2_600  # bytes of one in canonical form
AT = datetime(2027, 3, 1, tzinfo=UTC)
# A credential is written as canonical JSON three times, a row sealed and entered; a bare signature is 30 millionths.
# A page comes with a child for fifty, a square code drawn anew, and a credential; bare typst sets one page again.
ISSUING, SETTING = 60.0, 5.0


def rows(size: int = SIZE) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as name:
        told = json.loads(run([sys.executable, str(HERE / "certified.py"), str(size)], of_folder(Path(name))))
    yield Row("certificates issued", told["issued"], "bare Ed25519 signatures", _signatures(size), ISSUING, size=size)
    pages = _pages(min(size, SIZE)) * size / min(size, SIZE)
    yield Row(
        "PDF and credential each, as ZIP", told["archived"], "bare typst pages", pages, SETTING, size, told["memory"]
    )


def _signatures(size: int) -> float:
    key, said = Ed25519PrivateKey.generate(), b"x" * CREDENTIAL
    start = time.perf_counter()
    for _ in range(size):
        key.sign(said)
    return time.perf_counter() - start


def _pages(size: int) -> float:
    """The same template with one certificate, set again and again, the letters loaded once."""
    seal = Seal("0" * 64, "https://red.example/certificates/0000-0000-0000-0000-0000/", "Huella", "Se comprueba en")
    page = Certificate(
        "Certificado", "es", "Escuela, Aldea", "Certifica que", "Persona Número 1", ("ha aprobado el curso.",),
        (("Duración", "10 h"),), "Dirección", "Expedido", "0000-0000-0000-0000-0000", "Código", seal, AT,
    )  # fmt: skip  # one value
    with tempfile.TemporaryDirectory() as name:
        _put_certificates([page], Path(name))
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=font_folders())
        compiler = typst.Compiler(Path(name) / "certificate.typ", root=name, font_paths=fonts)
        start = time.perf_counter()
        for number in range(size):
            compiler.compile(
                format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=0, sys_inputs={"page": "0", "n": str(number)}
            )
        return time.perf_counter() - start


if __name__ == "__main__":
    show(rows(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
