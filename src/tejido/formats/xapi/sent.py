"""The statements of a request with the bytes of their attachments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from .multipart import Part, boundary_of, read_parts
from .problems import Bad, Code
from .reading import read_json
from .signatures import check_signatures
from .statements import Attachment, Statement, read_statements

STATEMENTS_LIMIT = 1_000


@dataclass(frozen=True, slots=True)
class Sent:
    """`files` are the bytes that came along, by their SHA-2 in lower case. `is_list`: several could have been sent."""

    statements: Sequence[Statement]
    files: Mapping[str, bytes]
    is_list: bool

    def with_id(self, id: str) -> "Sent":
        """The same, where there is one statement, under this id."""
        return replace(self, statements=[replace(self.statements[0], id=id)])


def read_sent(content_type: str, body: bytes) -> Sent:
    """What a request with statements holds. Bad for what does not follow the specification."""
    kind = content_type.partition(";")[0].strip().lower()
    match kind:
        case "application/json":
            return _joined(body, {})
        case "multipart/mixed":
            first, *rest = read_parts(body, boundary_of(content_type))
            if first.media_type != "application/json":
                raise Bad(Code.PARTS, expected="application/json as the first part")
            return _joined(first.body, _files(rest))
    raise Bad(Code.MEDIA_TYPE, "Content-Type", "application/json or multipart/mixed")


def _files(parts: Sequence[Part]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for part in parts:
        if part.headers.get("content-transfer-encoding", "").lower() != "binary":
            raise Bad(Code.PARTS, "Content-Transfer-Encoding", "binary")
        sha2 = part.headers.get("x-experience-api-hash", "").lower()
        if not sha2:
            raise Bad(Code.PARTS, "X-Experience-API-Hash", "the sha2 of an attachment")
        found[sha2] = part.body
    return found


def _joined(raw: bytes, files: dict[str, bytes]) -> Sent:
    data = read_json(raw)
    statements = read_statements(data)
    if len(statements) > STATEMENTS_LIMIT:
        raise Bad(Code.TOO_MANY, expected=f"{STATEMENTS_LIMIT} statements")
    told = [attachment for statement in statements for attachment in statement.attachments]
    _belong_together(told, files)
    for statement in statements:
        check_signatures(statement, files)
    return Sent(statements, files, isinstance(data, list))


def _belong_together(told: Sequence[Attachment], files: Mapping[str, bytes]) -> None:
    """Every attachment has its bytes here or an address, and no bytes came that no statement speaks of."""
    known = {attachment.sha2 for attachment in told}
    if not set(files) <= known:
        raise Bad(Code.PARTS, "X-Experience-API-Hash", "the sha2 of an attachment of these statements")
    for attachment in told:
        body = files.get(attachment.sha2)
        if body is None and not attachment.has_address:
            raise Bad(Code.PARTS, "attachments", "a part for each attachment without a fileUrl")
        if body is not None and not attachment.fits(body):
            raise Bad(Code.HASH, "attachments")
