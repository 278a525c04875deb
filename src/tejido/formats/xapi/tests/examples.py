"""One statement that has everything, and changes of it: a path such as "actor.mbox" and what is put there."""

import copy
import hashlib
import json
from typing import Any

ID = "3f2504e0-4f89-41d3-9a0c-0305e82c3301"
OTHER_ID = "9f2504e0-4f89-41d3-9a0c-0305e82c3309"
FILE = b"here is a simple attachment"


class Drop:
    """In the place of a value: what is there goes. It has the same name in every process of a run."""

    def __repr__(self) -> str:
        return "DROP"


DROP = Drop()
BOUNDARY = "-------314159265358979323846"

AGENT = {"objectType": "Agent", "name": "A learner", "mbox": "mailto:learner@example.org"}
ACCOUNT = {"account": {"homePage": "https://aula.example.org", "name": "1234567"}}
GROUP = {"objectType": "Group", "name": "A group", "mbox": "mailto:group@example.org", "member": [AGENT]}
NAMELESS = {"objectType": "Group", "member": [AGENT, {"mbox": "mailto:second@example.org"}]}
VERB = {"id": "http://adlnet.gov/expapi/verbs/attended", "display": {"en-GB": "attended", "en-US": "attended"}}
VOIDED = {"id": "http://adlnet.gov/expapi/verbs/voided", "display": {"en-US": "voided"}}
DEFINITION = {
    "name": {"en-GB": "example meeting", "en-US": "example meeting"},
    "description": {"en-GB": "An example.", "en-US": "An example."},
    "type": "http://adlnet.gov/expapi/activities/meeting",
    "moreInfo": "http://virtualmeeting.example.com/345256",
    "extensions": {"http://example.com/profiles/meetings/extension/location": "X:\\meetings"},
}
ACTIVITY = {
    "objectType": "Activity",
    "id": "http://www.example.com/meetings/occurances/34534",
    "definition": DEFINITION,
}
REFERENCE = {"objectType": "StatementRef", "id": OTHER_ID}
RESULT = {
    "score": {"scaled": 0.5, "raw": 5.5, "min": 0, "max": 11},
    "success": True,
    "completion": True,
    "response": "We agreed on some example actions.",
    "duration": "PT1H0M0.1S",
    "extensions": {"http://example.com/x": None},
}
CONTEXT = {
    "registration": "ec531277-b57b-4c15-8d91-d292c5b2b8f7",
    "instructor": {"mbox": "mailto:instructor@example.org"},
    "team": GROUP,
    "contextActivities": {kind: {"id": f"http://example.com/{kind}"} for kind in ("parent", "grouping", "other")}
    | {"category": [{"id": "http://example.com/category", "definition": DEFINITION}]},
    "revision": "1",
    "platform": "Example virtual meeting software",
    "language": "es-419",
    "statement": REFERENCE,
    "extensions": {},
}
ATTACHMENT = {
    "usageType": "http://example.com/attachment-usage/test",
    "display": {"en-US": "A test attachment"},
    "description": {"en-US": "A test attachment (description)"},
    "contentType": "text/plain; charset=ascii",
    "length": len(FILE),
    "sha2": hashlib.sha256(FILE).hexdigest(),
    "fileUrl": "http://over.there.com/file.txt",
}
PLAIN = {"actor": AGENT, "verb": VERB, "object": ACTIVITY}
FULL = {
    **PLAIN,
    "id": ID,
    "result": RESULT,
    "context": CONTEXT,
    "timestamp": "2027-02-01T12:00:00.123Z",
    "stored": "2013-05-18T05:32:34.804Z",
    "authority": AGENT,
    "version": "1.0.0",
    "attachments": [ATTACHMENT],
}
INNER = {
    "objectType": "SubStatement",
    **PLAIN,
    "result": RESULT,
    "context": CONTEXT,
    "timestamp": "2027-02-01T12:00:00Z",
}
NESTED = {**PLAIN, "object": INNER}


def component(id: object = "a") -> dict[str, Any]:
    return {"id": id, "description": {"en-US": "A component"}}


def interaction(kind: str, *lists: str) -> dict[str, Any]:
    """An activity with an interaction of this type."""
    told = {name: [component("a"), component("b")] for name in lists}
    definition = {**DEFINITION, "interactionType": kind, "correctResponsesPattern": ["a[,]b"], **told}
    return {**PLAIN, "object": {**ACTIVITY, "definition": definition}}


def changed(base: Any, path: str, value: Any) -> Any:
    """A copy in which something else stands at the path; DROP takes it out."""
    found = copy.deepcopy(base)
    *way, last = (int(word) if word.isdigit() else word for word in path.split("/"))
    place = found
    for word in way:
        place = place[word]
    if value is DROP:
        del place[last]
    else:
        place[last] = value
    return found


def raw(data: Any) -> bytes:
    return json.dumps(data).encode()


def parts(
    statements: Any, *files: tuple[dict[str, str], bytes], first: str = "application/json", end: str = "\r\n"
) -> bytes:
    """multipart/mixed by hand: what is sent is not written by what reads it."""
    pieces = [f"--{BOUNDARY}{end}Content-Type: {first}{end}{end}".encode() + raw(statements)]
    for headers, body in files:
        head = "".join(f"{name}: {value}{end}" for name, value in headers.items())
        pieces.append(f"--{BOUNDARY}{end}{head}{end}".encode() + body)
    return end.encode().join(pieces) + f"{end}--{BOUNDARY}--{end}".encode()


def file_headers(sha2: str = str(ATTACHMENT["sha2"]), **others: str) -> dict[str, str]:
    told = {"Content-Type": "text/plain", "Content-Transfer-Encoding": "binary", "X-Experience-API-Hash": sha2}
    return {name: value for name, value in {**told, **others}.items() if value}


MIXED = f"multipart/mixed; boundary={BOUNDARY}"
