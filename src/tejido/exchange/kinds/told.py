"""What the kinds of a member's own node share: data read strictly, and who did there what stands in it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from tejido.engine.proof import BadProof, rfc3339
from tejido.engine.proof.shapes import fields, instant, text, word
from tejido.ledger.actors import Actor
from tejido.ledger.models import Line
from tejido.ledger.refusals import Refusal, Refused
from tejido.registry.queries import seats_by_office

from ..models import Peer
from ..names import No
from .values import BadContent

ACTED = ("at", "office", "mandate")


@contextmanager
def reading() -> Iterator[None]:
    """A fault of form is told by its place."""
    try:
        yield
    except BadProof as problem:
        raise BadContent(problem.path) from problem


def acted(act: str, object: str) -> dict[str, str]:
    """When, from which office and by which mandate this was done here, as the ledger has it."""
    line = Line.objects.filter(act=act, object=object).order_by("-at", "-place").first()
    if line is None:
        raise Line.DoesNotExist
    return {"at": rfc3339(line.at), "office": line.office, "mandate": line.mandate}


def read_acted(value: Any, path: str) -> Mapping[str, str]:
    found = fields(value, ACTED, path)
    instant(found["at"], f"{path}.at")
    word(found["office"], f"{path}.office")
    if len(text(found["mandate"], f"{path}.mandate")) > 12:
        raise BadProof(f"{path}.mandate")
    return found


def when(value: Any, path: str) -> datetime:
    return datetime.fromisoformat(instant(value, path))


def actor_there(peer: Peer, done: Mapping[str, str]) -> Actor:
    """The office of the member that did it on its own node, with the mandate that the node tells. Its second factor was
    asked there: the node signs no act without it.

    Refused for an office that is not in the register here, or of another member.
    """
    seat = seats_by_office([done["office"]]).get(done["office"])
    member = seat.institution.member if seat else None
    if seat is None or member is None or member.code != peer.code:
        raise Refused(Refusal(No.NOT_ITS_OFFICE, {"office": done["office"], "name": peer.name}))
    return Actor(
        seat=seat.key,
        mandate=done["mandate"],
        office=seat.office,
        role=seat.role,
        institution=seat.institution_id,
        member=member.code,
        is_fresh=True,
    )
