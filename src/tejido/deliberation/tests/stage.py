"""A round and a procedure in full course, for tests of pages: something private, something released, something on the
table."""

from dataclasses import dataclass

from cast import FIRST, NOW, SECOND, ZONE, Cast, make_text
from tejido.curriculum.models import Text
from tejido.curriculum.queries import latest_revision
from tejido.deliberation import commands
from tejido.deliberation.models import Answer, Comment, Declaration, Objection, Procedure, Remark, Round
from tejido.registry.models import Body

from .doings import (
    DAY,
    HOUR,
    agree,
    answer,
    change_text,
    clear,
    declare,
    dispose,
    fill_cumbre,
    lines,
    local,
    object_to,
    propose,
    release,
    remark,
    reply,
    revise,
)

SECRET = "CANARIO-XA"


@dataclass(frozen=True)
class Stage:
    """Aldea prepares in private, Brisa has released and was answered; another text is on the table."""

    text: Text
    round: Round
    remark: Remark
    answer: Answer
    comment: Comment
    tabled: Text
    procedure: Procedure
    objection: Objection
    declaration: Declaration


def opened(cast: Cast, text: Text, *, who: str = "network/secretariat") -> Round:
    return commands.open_round(
        actor=cast.actor(who), text=text, revision=latest_revision(text), local=local(NOW + 30 * DAY), zone=ZONE,
        reply_days=21, invitation={"es": "Rogamos sus observaciones."}, at=NOW,
    )  # fmt: skip  # one row of a table, read as one


def prepare(cast: Cast, round_: Round, state: str = "XA", times: int = 1) -> tuple[Remark, Answer]:
    """What only the own seats may see, `times` over: remarks, answers, a return with its reason."""
    for place in range(times):
        passage = (FIRST, SECOND, "")[place]
        words = f"{SECRET} {place}"
        made = remark(cast, round_, f"{state}/representative/JUS", passage=passage, body=words, wording=f"{words} bis")
        kept = answer(cast, round_, f"{state}/focal_point", passage=passage, wording=words, reason=words, remark=made)
    commands.return_position(
        actor=cast.actor(f"{state}/validating_authority"), round_=round_, reason=f"{SECRET} motivo", at=NOW
    )
    return made, kept


def speak(cast: Cast, round_: Round, state: str, times: int = 1) -> None:
    """Releases a position of so many answers."""
    for place in range(times):
        passage = (FIRST, SECOND, "")[place]
        answer(cast, round_, f"{state}/focal_point", passage=passage, wording=f"{state} propone {place}.", reason="Sí.")
    clear(cast, round_, state)
    release(cast, round_, f"{state}/focal_point")


def set_up(cast: Cast, body: Body | None = None) -> Stage:
    fill_cumbre(cast)
    text = make_text(cast, body)
    round_ = opened(cast, text)
    private = prepare(cast, round_)
    speak(cast, round_, "XB")
    speak(cast, round_, "XC")
    comment = lines(round_)["XB-1"].comment
    dispose(cast, round_, comment)
    reply(cast, comment, "XB/focal_point", kind="maintains")
    tabled = make_text(cast, body, slug="otro")
    procedure = propose(cast, tabled)
    agree(cast, procedure, "XC/focal_point")
    change_text(cast, procedure, revise(cast, tabled))
    objection = object_to(cast, procedure, "XB/focal_point", at=NOW + 3 * HOUR)
    declaration = declare(cast, procedure, "XC/focal_point", at=NOW + 3 * HOUR)
    commands.request_extension(
        actor=cast.actor("XA/focal_point"), procedure=procedure, reason="Falta tiempo.", at=NOW + 3 * HOUR
    )
    return Stage(text, round_, *private, comment, tabled, procedure, objection, declaration)
