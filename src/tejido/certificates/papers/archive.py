"""All certificates of an issue as one archive, sent while it is made: memory holds a few of them at a time."""

from collections.abc import Iterator, Sequence
from zipfile import ZIP_STORED, ZipFile

from tejido.formats.pdf import typeset_each
from tejido.presence.proof import canonical

from ..models import Issue
from ..queries import Held, certificates_of, held, numbers_in
from ..records import credential_of
from .certificate import certificate_page

AT_ONCE = 50  # certificates that are set by one child: half a second


class _Pipe:
    """What was written since it was last taken; an archive that cannot go back."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._parts.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def taken(self) -> bytes:
        told, self._parts = b"".join(self._parts), []
        return told


def zip_of(issue: Issue, language: str) -> Iterator[bytes]:
    """A PDF and a credential for each certificate that stands, under its number; nobody's name is in a file's name."""
    pipe, numbers = _Pipe(), numbers_in(issue)
    with ZipFile(pipe, "w", ZIP_STORED) as archive:  # type: ignore[call-overload]  # what it needs of a file is there
        for at in range(0, len(numbers), AT_ONCE):
            part = numbers[at : at + AT_ONCE]
            rows = held(issue.space, certificates_of(issue, part[0], part[-1]))
            _put(archive, [each for each in rows if each.fits], language)
            yield pipe.taken()
    yield pipe.taken()


def _put(archive: ZipFile, several: Sequence[Held], language: str) -> None:
    made = typeset_each([certificate_page(each, language) for each in several]) if several else []
    for each, pdf in zip(several, made, strict=True):
        name = f"{each.certificate.number:07}"
        archive.writestr(f"{name}.pdf", pdf)
        archive.writestr(f"{name}.json", canonical(credential_of(each)))
