"""A trainer who is erased from the records of the school, or is somebody else there than was thought."""

import secrets

from tejido.engine.sealing import NONCE_LENGTH, seal
from tejido.records import keys
from tejido.records.commands.spaces import lock
from tejido.registry.models import Body

from ..models import Authorisation, Teaching, Trainer
from ..queries.lineages import bound_to

_BLOCK = 64  # bytes: the length of a name tells little


def forget_trainer(*, space: Body, person: bytes) -> None:
    """The trainer has no name any more. What they were authorised to and taught goes on counting. The caller's
    transaction."""
    _become(space, person, "", "", secrets.token_bytes(keys.PERSON_LENGTH))


def correct_trainer(*, space: Body, before: bytes, after: bytes, document: str, name: str) -> None:
    """The trainer has this document and name. Where two entries turn out to be one trainer, the one under the right
    document has what both were authorised to and taught. The caller's transaction."""
    there = Trainer.objects.filter(space=space, person=after).first()
    earlier = Trainer.objects.filter(space=space, person=before).first()
    if there is not None and earlier is not None and there != earlier:
        _join(earlier, there)
    _become(space, before if there is None else after, document, name, after)


def _join(earlier: Trainer, there: Trainer) -> None:
    Authorisation.objects.filter(trainer=earlier).update(trainer=there)
    taught = list(Teaching.objects.filter(trainer=there, removed_at=None).values_list("cohort", flat=True))
    Teaching.objects.filter(trainer=earlier, removed_at=None, cohort__in=taught).delete()
    Teaching.objects.filter(trainer=earlier).update(trainer=there)
    earlier.delete()


def _become(space: Body, person: bytes, document: str, name: str, after: bytes) -> None:
    held = lock(space)
    for row in Trainer.objects.filter(space=space, person=person):
        clear = f"{name}\x1f{document}".encode()
        nonce = secrets.token_bytes(NONCE_LENGTH)
        sealed = seal(held.space_key, clear, nonce=nonce, bound=bound_to(row.key), block=_BLOCK)
        Trainer.objects.filter(key=row.key).update(person=after, sealed=sealed)
