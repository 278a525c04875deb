"""Learning records of the Experience API (xAPI 1.0.3): statements read strictly, compared, shown, signed, and sent with
attachments."""

from .calls import Call, parameters_of, read_call
from .comparing import agrees, digest_of
from .completions import Completion, completion_of
from .multipart import Part, boundary_of, read_parts, write_parts
from .problems import Bad, Code
from .reading import read_json
from .sent import Sent, read_sent
from .showing import as_ids, canonical, merged, preferred
from .signatures import check_signatures
from .statements import VOIDED, Attachment, Statement, as_agent, read_statement, who
from .words import VERSION, as_instant, as_iri, as_uuid, is_version

__all__ = [
    "VERSION",
    "VOIDED",
    "Attachment",
    "Bad",
    "Call",
    "Code",
    "Completion",
    "Part",
    "Sent",
    "Statement",
    "agrees",
    "as_agent",
    "as_ids",
    "as_instant",
    "as_iri",
    "as_uuid",
    "boundary_of",
    "canonical",
    "check_signatures",
    "completion_of",
    "digest_of",
    "is_version",
    "merged",
    "parameters_of",
    "preferred",
    "read_call",
    "read_json",
    "read_parts",
    "read_sent",
    "read_statement",
    "who",
    "write_parts",
]
