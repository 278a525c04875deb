"""What people do in discussion modules in tests: Aldea (XA) leads one, Brisa (XB) speaks in it."""

from datetime import timedelta
from typing import Any

from cast import NOW, Cast
from tejido.curriculum.models import Text
from tejido.modules import commands
from tejido.modules.models import Contribution, Module, Proposal, Question, Step
from tejido.modules.queries.plans import plan_digest

DAY = timedelta(days=1)
ALDEA, ALTERNATE, JUSTICE = "XA/focal_point", "XA/alternate", "XA/representative/JUS"
BRISA, SEC = "XB/focal_point", "network/secretariat"
DAYS: dict[str, Any] = {"opens_at": NOW, "closes_at": NOW + 10 * DAY}


def begun(cast: Cast, who: str = ALDEA, **given: Any) -> Module:
    values = {"title": {"es": "Del punto focal al mecanismo"}, "goal": {"es": "Aprender juntos."}, **DAYS, "at": NOW}
    return commands.begin_module(actor=cast.actor(who), member=cast.members["XA"], **{**values, **given})


def again(row: Module) -> Module:
    return Module.objects.select_related("member").get(key=row.key)


def add_step(cast: Cast, row: Module, who: str = ALDEA, title: str = "Primeros pasos") -> Step:
    return commands.add_step(actor=cast.actor(who), module=row, title={"es": title}, says={}, at=NOW)


def ask(cast: Cast, step: Step, who: str = ALDEA, words: str = "¿Cómo empezó?") -> Question:
    return commands.add_question(actor=cast.actor(who), step=step, words={"es": words}, at=NOW)


def open_(cast: Cast, row: Module, who: str = ALDEA, *, fresh: bool = True, at: Any = NOW) -> None:
    commands.open_module(actor=cast.actor(who, fresh=fresh), module=row, seen=plan_digest(row), at=at)


def running(cast: Cast) -> Question:
    """The question of a module that is open."""
    question = ask(cast, add_step(cast, begun(cast)))
    open_(cast, question.step.module)
    return question


def speak(
    cast: Cast, question: Question, who: str = BRISA, body: str = "Con un decreto.", at: Any = NOW
) -> Contribution:
    return commands.contribute(actor=cast.actor(who), question=question, language="es", body=body, at=at)


def sum_up(cast: Cast, row: Module, who: str = ALDEA, **texts: str) -> None:
    commands.sum_up(actor=cast.actor(who), module=row, texts=texts or {"es": "Un decreto ayuda."}, at=NOW + DAY)


def propose(
    cast: Cast, row: Module, text: Text, passage: str, who: str = ALDEA, wording: str = "Otra redacción.",
    reason: str = "Así se dijo.",
) -> Proposal:  # fmt: skip  # one act, read as one
    return commands.propose_wording(
        actor=cast.actor(who), module=row, text=text, passage=passage, language="es", wording=wording, reason=reason,
        at=NOW + DAY,
    )  # fmt: skip  # one act, read as one
