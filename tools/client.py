"""Writes a typed client in Python from the description of a node.

    python tools/client.py https://your.node/api/v1/openapi.json > tejido_client.py
    python tools/client.py openapi.json > tejido_client.py

What is written is one module of the standard library: the line to the node (client_line.py as it stands), a type for
each schema, and a method for each operation.
"""

import json
import keyword
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.request import urlopen

Schema = Mapping[str, Any]
LINE = Path(__file__).with_name("client_line.py")
_NAMES = "from typing import Any, cast", "from typing import Any, Literal, NotRequired, TypedDict, cast"
_OWN = {"values", "more", "files", "confirmation", "request_key"}  # what every act takes besides its places
_PLAIN = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}


def client(described: Schema) -> str:
    """The whole module."""
    schemas = described["components"]["schemas"]
    taken = {name for name in schemas if name in {"Line", "Value", "Values", "Files", "Tejido"}}
    types = [_typed(_named(name, taken), schema, taken) for name, schema in schemas.items() if name != "Problem"]
    methods, inputs = [], []
    for path, doors in described["paths"].items():
        for operation in doors.values():
            given, method = _operation(path, operation, taken)
            inputs += given
            methods.append(method)
    head = LINE.read_text(encoding="utf-8").replace(*_NAMES)
    node = 'class Tejido(Line):\n    """A node: what the seat of the token may read and do."""\n\n' + "\n".join(methods)
    return "\n\n".join([head.rstrip() + "\n", *types, *inputs, node]) + "\n"


def _named(name: str, taken: set[str]) -> str:
    """The name of a schema in Python, apart from those that the line has."""
    return f"{name}Shape" if name in taken else name


def _typed(name: str, schema: Schema, taken: set[str]) -> str:
    """A TypedDict. Its fields stand in a dict, since some are called like words of Python."""
    needed = set(schema.get("required", ()))
    rows = []
    for field, inside in schema.get("properties", {}).items():
        kind = _type(inside, taken)
        rows.append(f'        "{field}": {kind if field in needed else f"NotRequired[{kind}]"},')
    about = _comment(schema.get("description", ""))
    return f'{about}{name} = TypedDict(\n    "{name}",\n    {{\n' + "\n".join(rows) + "\n    },\n)"


def _comment(words: str) -> str:
    return "".join(f"# {line}\n" if line else "#\n" for line in words.splitlines())


def _type(schema: Schema, taken: set[str]) -> str:
    """A type as it stands in an annotation. Names are in quotes: a type may be made before the one that it names."""
    if "$ref" in schema:
        return f'"{_named(schema["$ref"].rpartition("/")[2], taken)}"'
    if "enum" in schema:
        return f"Literal[{', '.join(json.dumps(each) for each in schema['enum'])}]"
    if "const" in schema:
        return f"Literal[{schema['const']!r}]"
    if "anyOf" in schema:
        return _either(_type(each, taken) for each in schema["anyOf"])
    kind = schema.get("type", "")
    if isinstance(kind, list):
        return _either(_PLAIN[each] for each in kind)
    if kind == "array":
        return f"list[{_type(schema['items'], taken)}]" if "items" in schema else "list[Any]"
    if kind == "object":
        others = schema.get("additionalProperties")
        return f"dict[str, {_type(others, taken)}]" if isinstance(others, dict) else "dict[str, Any]"
    return _PLAIN.get(kind, "Any")


def _either(kinds: Iterator[str]) -> str:
    found = list(dict.fromkeys(kinds))
    quoted = [kind for kind in found if kind.startswith('"')]
    if not quoted:
        return " | ".join(found)
    return '"' + " | ".join(kind.strip('"') for kind in found) + '"'


def _operation(path: str, operation: Schema, taken: set[str]) -> tuple[list[str], str]:
    """The types of what an operation asks for, and its method."""
    if "requestBody" in operation:
        return _acting(path, operation, taken)
    name = operation["operationId"]
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    if name.startswith("list_"):
        return [], _listing(path, operation, answer, taken)
    places = re.findall(r"{(\w+)}", path)
    asked = "".join(f", {place}: str" for place in places)
    kind = _type(answer, taken).strip('"')
    body = f'return cast("{kind}", self._read({_address(path)}))'
    return [], _method(name, asked, kind, operation.get("summary", ""), body)


def _listing(path: str, operation: Schema, answer: Schema, taken: set[str]) -> str:
    kind = _type(answer["properties"]["items"]["items"], taken).strip('"')
    filters = [each for each in operation["parameters"] if "name" in each]
    asked = "".join(f", {each['name']}: str" + ("" if each["required"] else ' = ""') for each in _needed_first(filters))
    asked = f", *{asked}, limit: int = 0" if asked else ", *, limit: int = 0"
    query = ", ".join(f'"{each["name"]}": {each["name"]}' for each in filters)
    query = f'{{{query}, "limit": limit}}' if query else '{"limit": limit}'
    kind_of_list = f"Iterator[{kind}]"
    body = f'return cast("{kind_of_list}", self._pages({_address(path)}, {query}))'
    return _method(operation["operationId"], asked, kind_of_list, operation["summary"], body)


def _needed_first(filters: list[Any]) -> list[Any]:
    return sorted(filters, key=lambda each: not each["required"])


def _acting(path: str, operation: Schema, taken: set[str]) -> tuple[list[str], str]:
    name = operation["operationId"]
    schema = next(iter(operation["requestBody"]["content"].values()))["schema"]
    sent = {field: inside for field, inside in schema["properties"].items() if inside.get("format") != "binary"}
    needed = [field for field in schema.get("required", ()) if field in sent]
    kinds = {each["name"]: each["schema"] for each in operation["parameters"] if each.get("in") == "path"}
    places = "".join(f", {_safe(place)}: {_PLAIN[kind['type']]}" for place, kind in kinds.items())
    given, values = [], ""
    if sent:
        asks = "".join(part.capitalize() for part in name.split("_")) + "Asks"
        given = [_typed(asks, {"properties": sent, "required": needed}, taken)]
        values = f", values: {asks}" if needed else f", values: {asks} | None = None"
    rest = ', *, more: Values | None = None, files: Files | None = None, confirmation: str = "", request_key: str = ""'
    carried = 'cast("Values", values or {})' if sent else "{}"
    answer = "Done" if "application/json" in operation["responses"]["200"]["content"] else "bytes"
    body = f'return cast("{answer}", self._act({_address(path)}, {carried}, more, files, confirmation, request_key))'
    return given, _method(name, f"{places}{values}{rest}", answer, "", body)


def _address(path: str) -> str:
    if "{" not in path:
        return json.dumps(path)
    return 'f"' + re.sub(r"{(\w+)}", lambda found: f"{{_place({_safe(found[1])})}}", path) + '"'


def _safe(name: str) -> str:
    return f"{name}_" if keyword.iskeyword(name) or name in _OWN else name


def _method(name: str, asked: str, kind: str, about: str, body: str) -> str:
    said = " ".join(about.split()).replace("\\", "").replace('"', "'")
    told = f'        """{said}"""\n' if said else ""
    return f"    def {name}(self{asked}) -> {kind}:\n{told}        {body}\n"


def _description(where: str) -> Any:
    if where.startswith(("https://", "http://")):
        with urlopen(where, timeout=60) as answer:  # noqa: S310  # an address that somebody has typed for this
            return json.load(answer)
    return json.loads(Path(where).read_text(encoding="utf-8"))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.stdout.write(client(_description(sys.argv[1])))
