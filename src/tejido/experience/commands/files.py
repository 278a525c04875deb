"""The bytes of attachments, kept once for each that is the same."""

from collections.abc import Mapping

from tejido.formats.xapi import Statement as Told

from ..keys import Keys
from ..models import File, Store, Use
from ..proof import FILE, sealed, token


def keep_files(store: Store, keys: Keys, files: Mapping[str, bytes], told: Mapping[int, Told]) -> None:
    """Keeps what came along, and which statement has it, by its number. The store is locked. Four queries at most."""
    if not files:
        return
    tokens = {sha2: token(keys, FILE, sha2) for sha2 in files}
    rows = File.objects.filter(store_no=store.no, token__in=list(tokens.values()))
    known = {bytes(found) for found in rows.values_list("token", flat=True)}
    File.objects.bulk_create(
        [
            File(store_no=store.no, token=found, sealed=sealed(keys, body, "file", store.key, found.hex()))
            for body, found in ((files[sha2], found) for sha2, found in tokens.items())
            if found not in known
        ]
    )
    numbers = {bytes(found): pk for found, pk in rows.all().values_list("token", "pk")}
    Use.objects.bulk_create(
        [
            Use(file_id=numbers[tokens[sha2]], statement=number)
            for number, each in told.items()
            for sha2 in {attachment.sha2 for attachment in each.attachments} & set(tokens)
        ]
    )
