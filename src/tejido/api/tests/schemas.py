"""Whether a value fits a schema: as much of JSON Schema as the description uses."""

TYPES = {
    "string": str, "integer": int, "number": (int, float), "boolean": bool, "null": type(None), "array": list,
    "object": dict,
}  # fmt: skip  # one table


def misfits(value, schema, document, where="$"):
    """Where the value does not fit, and why."""
    if "$ref" in schema:
        found = document
        for step in schema["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        yield from misfits(value, found, document, where)
        return
    if "anyOf" in schema and all(list(misfits(value, each, document, where)) for each in schema["anyOf"]):
        yield where, "none of these", value
    if "enum" in schema and value not in schema["enum"]:
        yield where, "not listed", value
    kinds = schema.get("type", ())
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(isinstance(value, TYPES[kind]) and fits_bool(value, kind) for kind in kinds):
        yield where, f"no {kinds}", value
    elif isinstance(value, list) and "items" in schema:
        for place, each in enumerate(value):
            yield from misfits(each, schema["items"], document, f"{where}[{place}]")
    elif isinstance(value, dict):
        yield from inside(value, schema, document, where)


def fits_bool(value, kind):
    """True is an int in Python, and no number in JSON."""
    return isinstance(value, bool) == (kind == "boolean")


def inside(value, schema, document, where):
    properties, others = schema.get("properties", {}), schema.get("additionalProperties", True)
    yield from ((where, "missing", name) for name in schema.get("required", ()) if name not in value)
    for name, each in value.items():
        if name in properties:
            yield from misfits(each, properties[name], document, f"{where}.{name}")
        elif others is False:
            yield where, "unheard of", name
        elif isinstance(others, dict):
            yield from misfits(each, others, document, f"{where}.{name}")
