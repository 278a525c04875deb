"""The register of a space: made with its keys when the first record comes, locked by whoever writes."""

from dataclasses import dataclass

from tejido.registry.models import Body, Member

from .. import keys
from ..models import Pseudonyms, Register


@dataclass(frozen=True, slots=True)
class Locked:
    """A register that nobody else writes to until the transaction ends, and its keys."""

    register: Register
    body: Body
    member_key: bytes
    space_key: bytes

    @property
    def space_no(self) -> int:
        return self.register.pk

    @property
    def member_no(self) -> int:
        return self.register.pseudonyms_id


def lock(space: Body) -> Locked:
    """The register of a space of a member. Writers of one space come one after the other."""
    body = Body.objects.select_related("member", "institution").get(key=space.key)
    member = body.member
    if member is None:
        raise Body.DoesNotExist
    register = Register.objects.select_for_update(of=("self",)).filter(body=body).first() or _made(body, member)
    register.turn += 1
    register.save(update_fields=["turn"])
    pseudonyms = Pseudonyms.objects.get(pk=register.pseudonyms_id)
    return Locked(
        register,
        body,
        keys.read(keys.of_member(member.code), pseudonyms.number),
        keys.read(keys.of_space(body.key), register.number),
    )


def _made(body: Body, member: Member) -> Register:
    """The key files are on the disk before the rows that name them; a file that a crash leaves behind seals nothing."""
    Member.objects.select_for_update().get(key=member.key)
    pseudonyms = Pseudonyms.objects.filter(member=member).first()
    if pseudonyms is None:
        pseudonyms = Pseudonyms.objects.create(member=member, number=keys.make(keys.of_member(member.code)))
    found = Register.objects.filter(body=body).first()
    return found or Register.objects.create(body=body, pseudonyms=pseudonyms, number=keys.make(keys.of_space(body.key)))
