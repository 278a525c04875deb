"""What statements tell of activities: kept beside them, so that an activity can be asked for."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from tejido.formats.xapi import Statement as Told
from tejido.formats.xapi import merged

from ..keys import Keys
from ..models import Known, Store
from ..proof import ACTIVITY, read_sealed_json, sealed_json, token


def learn(store: Store, keys: Keys, told: Sequence[Told], at: datetime) -> None:
    """The definitions that statements give, joined with those that are known. The store is locked. Two queries at
    most."""
    given: dict[str, dict[str, Any]] = {}
    for id, definition in (pair for each in told for pair in _definitions(each.data)):
        given[id] = merged(given.get(id, {}), definition)
    if not given:
        return
    tokens = {token(keys, ACTIVITY, id): id for id in given}
    known = {
        bytes(row.token): read_sealed_json(keys, row.sealed, "activity", store.key, bytes(row.token).hex())
        for row in Known.objects.filter(store_no=store.no, token__in=list(tokens))
    }
    rows = []
    for found, id in tokens.items():
        before = known.get(found, {}).get("definition")
        after = merged(before or {}, given[id])
        if after != before:
            sealed = sealed_json(keys, {"id": id, "definition": after}, "activity", store.key, found.hex())
            rows.append(Known(store_no=store.no, token=found, sealed=sealed, at=at))
    Known.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["store_no", "token"], update_fields=["sealed", "at"]
    )


def _definitions(data: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    lists = data.get("context", {}).get("contextActivities", {}).values()
    for activity in (data["object"], *(each for found in lists for each in found)):
        if "definition" in activity:
            yield activity["id"], activity["definition"]
    if data["object"].get("objectType") == "SubStatement":
        yield from _definitions(data["object"])
