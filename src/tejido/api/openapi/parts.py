"""What every operation refers to: parameters, the problem, the answer to an act, the service document."""

from ..callers import CONFIRMATION
from ..paging import MOST, USUAL
from ..problems import MEDIA_TYPE
from .shapes import Schema

_STRING: Schema = {"type": "string"}
_STRINGS: Schema = {"type": "array", "items": _STRING}
_INSTANT: Schema = {"type": "string", "format": "date-time"}


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}


PARAMETERS: dict[str, Schema] = {
    "limit": {
        "name": "limit",
        "in": "query",
        "schema": {"type": "integer", "minimum": 1, "default": USUAL},
        "description": f"Whoever asks for more than {MOST} gets {MOST}.",
    },
    "cursor": {"name": "cursor", "in": "query", "schema": _STRING, "description": "As it stands in `next`."},
    CONFIRMATION: {
        "name": CONFIRMATION,
        "in": "header",
        "schema": {"type": "string", "pattern": "^[0-9]{6}$"},
        "description": "A code of the account's authenticator app, for formal acts. Each is taken once.",
    },
    "Idempotency-Key": {
        "name": "Idempotency-Key",
        "in": "header",
        "schema": {"type": "string", "maxLength": 200},
        "description": "A request with the same key is done once, and answered alike for 24 hours.",
    },
}
COMMON: dict[str, Schema] = {
    "Problem": {
        **_object(type=_STRING, title=_STRING, status={"type": "integer"}, detail=_STRING, code=_STRING),
        "description": "What was wrong (RFC 9457). `errors` are by field of what was sent.",
    },
    "MessageSaid": _object(level=_STRING, text=_STRING),
    "ActDone": {
        **_object(act=_STRING, kind=_STRING, key=_STRING, at=_INSTANT),
        "description": "What this request put into the ledger: the act, and the kind and the key of what it is about.",
    },
    "Done": {
        **_object(
            done={"const": True},
            address=_STRING,
            messages={"type": "array", "items": {"$ref": "#/components/schemas/MessageSaid"}},
            acts={"type": "array", "items": {"$ref": "#/components/schemas/ActDone"}},
        ),
        "description": "It was done. `address` is the page on which a browser would go on.",
    },
    "Service": {
        **_object(
            name={"type": "object", "additionalProperties": _STRING},
            version=_STRING,
            openapi=_STRING,
            problems=_STRING,
            token={"anyOf": [{"$ref": "#/components/schemas/TokenOfService"}, {"type": "null"}]},
            collections={"type": "object", "additionalProperties": _STRING},
        ),
        "description": "Where a program begins.",
    },
    "TokenOfService": _object(
        name=_STRING,
        scope=_STRING,
        areas=_STRINGS,
        expires_at=_INSTANT,
        seat={"$ref": "#/components/schemas/SeatOfService"},
    ),
    "SeatOfService": _object(key=_STRING, role=_STRING, office=_STRING, member={"type": ["string", "null"]}),
}
COMMON["Problem"]["properties"]["errors"] = {"type": "object", "additionalProperties": _STRINGS}
COMMON["Done"]["properties"]["result"] = {"description": "What the address answered in JSON, where it did."}
RESPONSES: dict[str, Schema] = {
    "Problem": {
        "description": "It was not done, or there is nothing to read.",
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
}
