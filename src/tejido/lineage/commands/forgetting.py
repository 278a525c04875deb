"""A trainer who is erased from the records of the school, or is somebody else there than was thought."""

import secrets

from tejido.engine.sealing import NONCE_LENGTH, seal
from tejido.records import keys
from tejido.records.commands.spaces import lock
from tejido.registry.models import Body

from ..models import Trainer
from ..queries.lineages import bound_to

_BLOCK = 64  # bytes: the length of a name tells little


def forget_trainer(*, space: Body, person: bytes) -> None:
    """The trainer has no name any more. What they were authorised to and taught goes on counting. The caller's
    transaction."""
    _become(space, person, "", "", secrets.token_bytes(keys.PERSON_LENGTH))


def correct_trainer(*, space: Body, before: bytes, after: bytes, document: str, name: str) -> None:
    """The trainer has this document and name. Where there is a trainer of that document, the earlier one stays as it
    is: who taught what under which entry is history. The caller's transaction."""
    if before == after or not Trainer.objects.filter(space=space, person=after).exists():
        _become(space, before, document, name, after)


def _become(space: Body, person: bytes, document: str, name: str, after: bytes) -> None:
    held = lock(space)
    for row in Trainer.objects.filter(space=space, person=person):
        clear = f"{name}\x1f{document}".encode()
        nonce = secrets.token_bytes(NONCE_LENGTH)
        sealed = seal(held.space_key, clear, nonce=nonce, bound=bound_to(row.key), block=_BLOCK)
        Trainer.objects.filter(key=row.key).update(person=after, sealed=sealed)
