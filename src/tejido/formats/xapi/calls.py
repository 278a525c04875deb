"""A request to the store as a value, however it came: as itself, or as a form that a POST carries in its place (the
alternate request syntax, xAPI-Communication 1.3)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from .problems import Bad, Code

METHODS = ("GET", "HEAD", "PUT", "POST", "DELETE")
FORM = "application/x-www-form-urlencoded"
_FIELDS_LIMIT = 50
_AS_HEADERS = {
    "authorization", "x-experience-api-version", "content-type", "content-length", "if-match", "if-none-match",
    "accept", "accept-language", "accept-encoding", "accept-charset",
}  # fmt: skip  # one list


@dataclass(frozen=True, slots=True)
class Call:
    """Parameters and headers by name (headers in lower case), each once."""

    method: str
    parameters: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes

    def header(self, name: str) -> str:
        return self.headers.get(name, "")


def parameters_of(query: str) -> dict[str, str]:
    """The parameters of an address. Bad where one is there twice, or is not UTF-8."""
    try:
        pairs = parse_qsl(query, keep_blank_values=True, errors="strict", max_num_fields=_FIELDS_LIMIT)
    except ValueError as problem:
        raise Bad(Code.PARAMETER, expected="at most 50 names, each with a value in UTF-8") from problem
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Bad(Code.PARAMETER, expected="each name once")
    if any("\0" in word for pair in pairs for word in pair):
        raise Bad(Code.BAD_CHARACTER)
    return found


def read_call(method: str, query: str, headers: Mapping[str, str], body: bytes) -> Call:
    """The request that is meant. `headers` have their names in lower case."""
    parameters = parameters_of(query)
    if "method" not in parameters:
        return Call(method, parameters, headers, body)
    if method != "POST" or set(parameters) != {"method"}:
        raise Bad(Code.ALTERNATE, "method", "a POST with this parameter alone")
    meant = parameters["method"]
    if meant not in METHODS:
        raise Bad(Code.ALTERNATE, "method", " or ".join(METHODS))
    return _in_form(meant, headers, body)


def _in_form(method: str, headers: Mapping[str, str], body: bytes) -> Call:
    if headers.get("content-type", "").split(";")[0].strip().lower() != FORM:
        raise Bad(Code.ALTERNATE, "Content-Type", FORM)
    try:
        fields = parameters_of(body.decode("ascii"))
    except UnicodeDecodeError as problem:
        raise Bad(Code.ALTERNATE, expected="a form whose letters are escaped") from problem
    told = {name.lower(): value for name, value in fields.items() if name.lower() in _AS_HEADERS}
    parameters = {name: value for name, value in fields.items() if name.lower() not in _AS_HEADERS | {"content"}}
    content = fields.get("content")
    if content is None and method in {"PUT", "POST"}:
        raise Bad(Code.ALTERNATE, "content", "a field with what would be the body")
    kept = {name: value for name, value in headers.items() if name not in {"content-type", "content-length"}}
    return Call(method, parameters, {"content-type": "application/json", **kept, **told}, (content or "").encode())


def only(call: Call, known: Collection[str]) -> None:
    """Bad for a parameter that is not known here; the case of letters counts."""
    for name in call.parameters:
        if name not in known:
            raise Bad(Code.PARAMETER, expected=f"no others than {', '.join(sorted(known)) or 'none'}")
