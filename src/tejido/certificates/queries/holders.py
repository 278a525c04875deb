"""Whose certificates they are: names come from the sealed sheets of records and stay nowhere else."""

from collections.abc import Sequence
from dataclasses import dataclass

from tejido.presence.proof import is_name
from tejido.records import keys
from tejido.records.models import Register
from tejido.records.queries.rolls import identities
from tejido.registry.models import Body

from ..models import Certificate, Revocation
from ..proof import Secret, unsealed, unsealed_words


def key_of(space: Body) -> bytes:
    """The key that seals what the space keeps of persons."""
    register = Register.objects.get(body=space)
    return keys.read(keys.of_space(space.key), register.number)


@dataclass(frozen=True, slots=True)
class Held:
    """A certificate with what was sealed of it, and the name that its record bears now. `secret` is None and the name
    empty where the holder was erased. `fits`: the name is that for which it was issued."""

    certificate: Certificate
    secret: Secret | None
    name: str
    fits: bool


def held(space: Body, rows: Sequence[Certificate]) -> list[Held]:
    """Certificates of one space with their holders. Four queries at most."""
    if not rows:
        return []
    key, known = key_of(space), identities(space, [row.completion for row in rows])
    return [_held(key, row, known.get(row.completion, ("", ""))[1]) for row in rows]


def _held(key: bytes, row: Certificate, name: str) -> Held:
    if row.sealed is None or not name:
        return Held(row, None, name, False)
    secret = unsealed(key, bytes(row.sealed), row.space_id, row.number)
    return Held(row, secret, name, is_name(name, secret.code, bytes(row.name_digest).hex()))


def revocation_of(certificate: Certificate) -> Revocation | None:
    return Revocation.objects.filter(certificate=certificate).first()


def reason_words(space: Body, revocation: Revocation | None, number: int) -> str:
    """Why it was revoked, in the words of the office."""
    if revocation is None or revocation.words is None:
        return ""
    return unsealed_words(key_of(space), bytes(revocation.words), space.key, number)
