"""Discussion modules in the permission matrix: one that Aldea prepares, and one that it leads for all."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from cast import FIRST, NOW, SECTION_A, seen
from tejido.curriculum.models import Edition
from tejido.modules import commands
from tejido.modules.models import Module, Proposal, Question, Reading, Step
from tejido.modules.queries.plans import plan_digest
from tejido.modules.tests import doings

if TYPE_CHECKING:
    from matrix_world import World

TOLD: dict[str, str] = {}  # the keys of what stands in the world, by what it is for


def fill(world: World, canary: str, released: str) -> None:
    """What Aldea keeps to itself has the canary in it; what it shows has `released`."""
    TOLD.clear()
    own = _module(world, canary)
    shown = _module(world, released)
    doings.open_(world.cast, shown)
    _talk(world, shown, canary, released)
    _draw(world, shown, canary, released)
    step, question = _first(own)
    TOLD.update(own=own.key, own_step=step, own_question=question, shown=shown.key)


def _module(world: World, said: str) -> Module:
    """With a step, a section to read and a question."""
    cast = world.cast
    row = doings.begun(cast, title={"es": f"{said} module"}, goal={"es": f"{said} goal"})
    step = doings.add_step(cast, row, title=f"{said} step")
    edition = Edition.objects.get(text=world.network.texts["adopted"])
    actor = cast.actor(doings.ALDEA)
    commands.add_reading(actor=actor, step=step, edition=edition, passage=SECTION_A, at=NOW)
    doings.ask(cast, step, words=f"{said} question")
    return row


def _first(row: Module) -> tuple[str, str]:
    question = Question.objects.get(step__module=row)
    return question.step_id, question.key


def _talk(world: World, row: Module, canary: str, released: str) -> None:
    """One contribution of each side stands; what Aldea took back and hid nobody reads."""
    cast, (step, question) = world.cast, _first(row)
    asked = Question.objects.select_related("step").get(key=question)
    taken = doings.speak(cast, asked, doings.ALDEA, f"{canary} taken back")
    commands.withdraw_contribution(actor=cast.actor(doings.ALDEA), contribution=taken, at=NOW)
    hidden = doings.speak(cast, asked, doings.JUSTICE, f"{canary} hidden")
    commands.hide_contribution(actor=cast.actor(doings.ALDEA), contribution=hidden, reason="No.", at=NOW)
    mine = doings.speak(cast, asked, doings.ALDEA, f"{released} says")
    theirs = doings.speak(cast, asked)
    TOLD.update(step=step, question=question, mine=mine.key, theirs=theirs.key)


def _draw(world: World, row: Module, canary: str, released: str) -> None:
    cast, text = world.cast, world.network.texts["adopted"]
    commands.sum_up(actor=cast.actor(doings.ALDEA), module=row, texts={"es": f"{released} summary"}, at=NOW)
    made = commands.begin_practice_from(actor=cast.actor(doings.ALDEA), module=row, at=NOW)
    made.draft["title"] = {"es": f"{canary} practice"}
    made.save(update_fields=["draft"])
    doings.propose(cast, row, text, FIRST, wording=f"{released} wording", reason=f"{released} reason")


def asks(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    own, shown = {"key": TOLD["own"]}, {"key": TOLD["shown"]}
    own_step, step = {"key": TOLD["own_step"]}, {"key": TOLD["step"]}
    days = {"opens": NOW.date().isoformat(), "closes": (NOW + timedelta(days=20)).date().isoformat()}
    edition = Edition.objects.get(text=world.network.texts["adopted"])
    proposal = {"key": Proposal.objects.get().key}
    own_module = Module.objects.get(key=TOLD["own"])
    reading = {"key": _reading(own_module)}
    wording = {"passage": SECTION_A, "language": "es", "wording": "Riesgos", "reason": "Así se dijo."}
    found = {
        "home": ask(),
        "new": ask({}, {"title_es": "Otro", **days}),
        "step": ask(step),
        "step#own": ask(own_step),
        "step_plan": ask(own_step, {"title_es": "Otro paso", "seen": seen(Step.objects.get(key=own_step["key"]))}),
        "step_removals": ask(own_step),
        "readings": ask(own_step, {"reading": f"{edition.key}/{SECTION_A}"}),
        "questions": ask(own_step, {"words_es": "¿Y después?"}),
        "progress": ask(step),
        "reading_removals": ask(reading),
        "question_removals": ask({"key": TOLD["own_question"]}),
        "contributions": ask({"key": TOLD["question"]}, {"body": "Con un decreto.", "language": "es"}),
        "withdrawals": ask({"key": TOLD["mine"]}),
        "hidings": ask({"key": TOLD["theirs"]}, {"reason": "No viene al caso."}),
        "takings": ask(proposal),
        "declines": ask(proposal, {"answer": "No."}),
        "module": ask(shown),
        "module#own": ask(own),
        "plan": ask(own, {"title_es": "Otro", **days, "seen": seen(own_module)}),
        "steps": ask(own, {"title_es": "Otro paso"}),
        "openings": ask(own, {"seen": plan_digest(own_module)}),
        "following": ask(shown),
        "summary": ask(shown, {"texts_es": "Otra cosa."}),
        "practices": ask(shown),
        "proposals": ask(shown, wording),
    }
    return {f"modules:{name}": sent for name, sent in found.items()}


def _reading(row: Module) -> str:
    return Reading.objects.get(step__module=row).key


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  modules:home                         404 200 200 200 200 200 200 200 200 200 404
GET  modules:new                          404 200 200 200 403 200 403 403 403 403 404
POST modules:new                          404 302 302 302 403 302 403 403 403 403 404
GET  modules:step                         404 200 200 200 200 200 200 200 200 200 404
GET  modules:step#own                     404 200 200 200 200 404 404 404 404 404 404
GET  modules:step_plan                    404 200 200 200 403 404 404 404 404 404 404
POST modules:step_plan                    404 302 302 302 403 404 404 404 404 404 404
POST modules:step_removals                404 302 302 302 403 404 404 404 404 404 404
POST modules:readings                     404 302 302 302 403 404 404 404 404 404 404
POST modules:questions                    404 302 302 302 403 404 404 404 404 404 404
POST modules:progress                     404 302 302 302 302 302 302 302 302 302 404
POST modules:reading_removals             404 302 302 302 403 404 404 404 404 404 404
POST modules:question_removals            404 302 302 302 403 404 404 404 404 404 404
POST modules:contributions                404 302 302 302 302 302 403 403 403 403 404
POST modules:withdrawals                  404 302 403 403 403 403 403 403 403 403 404
POST modules:hidings                      404 302 302 302 403 403 302 403 403 403 404
POST modules:takings                      404 403 403 403 403 403 302 403 403 403 404
POST modules:declines                     404 403 403 403 403 403 302 403 403 403 404
GET  modules:module                       404 200 200 200 200 200 200 200 200 200 404
GET  modules:module#own                   404 200 200 200 200 404 404 404 404 404 404
GET  modules:plan                         404 200 200 200 403 404 404 404 404 404 404
POST modules:plan                         404 302 302 302 403 404 404 404 404 404 404
POST modules:steps                        404 302 302 302 403 404 404 404 404 404 404
POST modules:openings                     404 302 302 302 403 404 404 404 404 404 404
POST modules:following                    404 302 302 302 302 302 302 302 302 302 404
GET  modules:summary                      404 200 200 200 403 404 404 404 404 404 404
POST modules:summary                      404 302 302 302 403 404 404 404 404 404 404
POST modules:practices                    404 302 302 302 403 404 404 404 404 404 404
POST modules:proposals                    404 302 302 302 403 404 404 404 404 404 404
"""
