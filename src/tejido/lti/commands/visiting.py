"""Somebody comes from a platform, and works through what an activity shows."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from tejido.formats.lti import (
    OLDEST,
    SKEW,
    Choosing,
    Message,
    Reading,
    Sender,
    choice_claims,
    origin,
    write_token,
)

from .. import keys
from ..lines import read_target, tool_path
from ..models import Launch, Passed, Platform, Score, UsedNonce
from ..names import Kind, Sending
from ..proof import State, digest, new_secret, person_of, sealed, unsealed
from ..queries import Place, passed_by, signing_key
from .links import enter_completion

STAYS = timedelta(hours=8)


class UsedBefore(Exception):  # noqa: N818  # it names what is the case
    """The message was taken already."""


@dataclass(frozen=True, slots=True)
class Came:
    """A message that was believed, and the visit that it answers. `origin` is the address of this node."""

    message: Message
    state: State
    origin: str


def let_in(*, platform: Platform, came: Came, at: datetime) -> Launch:
    """The visit, once for each message. UsedBefore for a message that was taken already."""
    opening = came.message.opening
    try:
        with transaction.atomic():
            until = at + OLDEST + 2 * SKEW
            UsedNonce.objects.create(platform=platform, digest=digest(came.state.nonce), until=until)
    except IntegrityError as problem:
        raise UsedBefore from problem
    made = Launch(
        platform=platform,
        kind=Kind.READING if isinstance(came.message, Reading) else Kind.CHOOSING,
        deployment=opening.deployment,
        target=_target(platform, came),
        context=opening.context.id,
        context_title=opening.context.title,
        person=person_of(platform.key, opening.person.id),
        is_learner=opening.is_learner,
        locale=opening.locale,
        browser=came.state.browser,
        at=at,
        until=at + STAYS,
    )
    if isinstance(came.message, Reading):
        made.link = came.message.link
        made.line = came.message.grades.line if came.message.grades.takes_scores else ""
    made.sealed = sealed(_kept(platform, came.message), "launch", made.key)
    made.save(force_insert=True)
    return made


def _target(platform: Platform, came: Came) -> str:
    """The path of what was opened; empty where the activity does not say what it shows."""
    path = (
        (came.message.opening.target or came.state.target)
        .removeprefix(came.origin)
        .removeprefix(tool_path(platform.key))
    )
    return path if read_target(path) else ""


def _kept(platform: Platform, message: Message) -> dict[str, str]:
    """Who it is, as the platform names them, and what goes back. A name only where the school asks for names."""
    opening = message.opening
    told = {"subject": opening.person.id, "name": opening.person.name if platform.wants_names else ""}
    told["returns"] = opening.returns
    if isinstance(message, Choosing):
        told |= {"choice": message.returns, "data": message.data}
        told |= {"several": "yes" * message.takes_several, "lines": "yes" * message.takes_lines}
    return told


def kept_of(launch: Launch) -> dict[str, str]:
    """What was kept of who it is, and of what goes back; Forged where it was erased."""
    return unsealed(bytes(launch.sealed), "launch", launch.key)


def way_back(launch: Launch, origins: Collection[str]) -> str:
    """Where the activity leads back to, if that is a page of the system."""
    found = kept_of(launch)["returns"]
    return found if origin(found) in origins else ""


def signed_choice(*, launch: Launch, items: Sequence[Mapping[str, Any]], at: datetime) -> str:
    """What was chosen, signed for the platform; empty where this node has no key."""
    key = signing_key(at)
    if key is None:
        return ""
    row, data = launch.platform, kept_of(launch)["data"]
    sender = Sender(row.client, row.issuer, launch.deployment)
    claims = choice_claims(sender, items, data, nonce=new_secret(), at=at)
    return write_token(claims, keys.read(key.kid), key.kid)


@transaction.atomic
def work_through(*, launch: Launch, place: Place, unit: str, at: datetime) -> bool:
    """A learner says that a part is worked through. Whether the whole is, now. The result goes on its way to the
    platform, where it has a column for it."""
    Platform.objects.select_for_update().get(key=launch.platform_id)
    _row, is_new = Passed.objects.update_or_create(
        platform=launch.platform, context=launch.context, person=launch.person, unit=unit,
        defaults={"digest": place.current.digest, "at": at},
    )  # fmt: skip  # one row
    done = passed_by(launch, place.units)
    if launch.line:
        _send_later(launch, len(done), len(place.units), at)
    if is_new:
        enter_completion(launch, at)
    return len(done) == len(place.units)


def _send_later(launch: Launch, given: int, most: int, at: datetime) -> None:
    """The latest result takes the place of an earlier one, sent or not."""
    subject = kept_of(launch)["subject"]
    Score.objects.update_or_create(
        platform=launch.platform, link=launch.link, person=launch.person,
        defaults={
            "line": launch.line, "sealed": sealed({"subject": subject}, "score", launch.platform_id, launch.person),
            "given": given, "most": most, "state": Sending.WAITING, "at": at, "due_at": at, "tries": 0, "problem": "",
        },
    )  # fmt: skip  # one row


def subject_of(score: Score) -> str:
    """For whom a result is; Forged where it was erased."""
    return unsealed(bytes(score.sealed), "score", score.platform_id, score.person)["subject"]


def clear_out(*, at: datetime) -> int:
    """What is over is deleted: visits, and messages that nobody could send again. How many rows."""
    visits, _of = Launch.objects.filter(until__lte=at).delete()
    nonces, _of = UsedNonce.objects.filter(until__lte=at).delete()
    return visits + nonces
