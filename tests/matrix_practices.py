"""Good practices in the permission matrix: Aldea's draft, a practice with its peers, one that is published, and what
Aldea made of one of Brisa's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cast import NOW, SECTION_A
from tejido.curriculum.models import Edition
from tejido.mechanisms.commands.writing import File
from tejido.practices import commands
from tejido.practices.lines import adaptation_words_in, digest_of, facts_in, words_in
from tejido.practices.models import Adaptation, Practice, Remark, Review
from tejido.practices.names import Field
from tejido.practices.tests import doings

if TYPE_CHECKING:
    from matrix_world import World

TOLD: dict[str, str] = {}  # the keys of what stands in the world, by what it is for


def fill(world: World, canary: str, released: str) -> None:
    """What Aldea keeps to itself has the canary in it; what it shows has `released`. Drafts go on saying what only
    Aldea may read after a copy of them went out."""
    cast = world.cast
    TOLD.clear()
    own = _draft(world, canary)
    given = {"actor": cast.actor(doings.ALDEA), "practice": own, "at": NOW}
    file = File(f"{canary}.pdf", "application/pdf", canary.encode())
    commands.add_proof(**given, words=f"{canary} proof", language="es", file=file)
    commands.add_passage(**given, passage=_passage(world, canary))
    waiting = _draft(world, released)
    doings.ask(cast, doings.submit(cast, waiting))
    _write(world, waiting, canary)
    shown = _shown(world, canary, released)
    told = _told_of_another(world, canary, released)
    TOLD.update(own=own.key, waiting=waiting.key, shown=shown.key, adaptation=told.key, free=_of_brisa(world).key)


def _draft(world: World, said: str) -> Practice:
    row = doings.begun(world.cast)
    _write(world, row, said)
    doings.say_facts(world.cast, row)
    return row


def _write(world: World, row: Practice, said: str) -> None:
    doings.write(world.cast, row, **{field: f"{said} {field}" for field in Field})


def _passage(world: World, said: str) -> dict[str, Any]:
    text = world.network.texts["adopted"]
    return {"text": text.key, "slug": text.slug, "edition": 1, "passage": SECTION_A, "title": {"es": f"{said} section"}}


def _shown(world: World, canary: str, released: str) -> Practice:
    """Two versions, read by Brisa before; the draft has gone on."""
    cast, row = world.cast, _draft(world, released)
    doings.give(cast, doings.ask(cast, doings.submit(cast, row)), problem="¿Dónde?")
    doings.reply(cast, Remark.objects.get(review__submission__practice=row), reason=f"{released} answer")
    doings.publish(cast, row)
    _write(world, row, f"{released} later")
    version = doings.publish(cast, row)
    commands.ask_contact(actor=cast.actor(doings.BRISA), version=version, language="es", words="¿Cuántas?", at=NOW)
    _write(world, row, canary)
    return row


def _of_brisa(world: World) -> Practice:
    """A practice that Brisa has published."""
    cast, row = world.cast, doings.begun(world.cast, doings.BRISA)
    doings.write(cast, row, who=doings.BRISA, **doings.WORDS)
    doings.say_facts(cast, row, doings.BRISA, contact=cast.seats[cast.office(doings.BRISA)].key)
    doings.submit(cast, row, doings.BRISA)
    doings.publish(cast, row, who=doings.BRISA)
    return row


def _told_of_another(world: World, canary: str, released: str) -> Adaptation:
    cast = world.cast
    version = doings.publish(cast, _of_brisa(world), "public", who=doings.BRISA)
    row = doings.adapt(cast, version, doings.ALDEA)
    doings.tell(cast, row, doings.ALDEA, changed=f"{released} changed")
    doings.release(cast, row, who=doings.ALDEA)
    doings.tell(cast, row, doings.ALDEA, changed=f"{canary} changed")
    return row


def asks(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    cast = world.cast
    own, shown = doings.again(Practice(key=TOLD["own"])), doings.again(Practice(key=TOLD["shown"]))
    row = Adaptation.objects.get(key=TOLD["adaptation"])
    review = Review.objects.select_related("submission").get(submission__practice=TOLD["waiting"])
    remark = Remark.objects.get(review__submission__practice=shown)
    brisa = cast.seats[cast.office(doings.BRISA)].key
    mine, theirs, waiting, told = ({"key": TOLD[name]} for name in ("own", "shown", "waiting", "adaptation"))
    (proof,) = own.draft["proofs"]
    section = f"{Edition.objects.get(text=world.network.texts['adopted']).key}/{SECTION_A}"
    letter = {"words": "¿Cuántas mesas?", "language": "es"}
    reading = {"recommendation": "publish", "summary": "Sirve.", "language": "es"}
    changed = {"changed": "Otra cosa.", "status": "done", "seen": digest_of(adaptation_words_in(row.draft, "es"))}
    facts = {"contact": own.draft["contact"], "magnitude": "large", "grounds": "own"}
    facts["seen"] = digest_of(facts_in(own.draft))
    asking = {"key": review.submission_id}
    found = {
        "home": ask(),
        "catalogue": ask(),
        "own": ask(),
        "peers": ask(),
        "readiness": ask({}, {"themes": ["memory"]}),
        "asking": ask(asking, {"seat": cast.seats["XC/validating_authority/MRE"].key}),
        "review": ask({"key": review.key}, reading),
        "declines": ask({"key": review.key}),
        "replies": ask({"key": remark.key}, {"outcome": "partly", "reason": "En parte.", "language": "es"}),
        "practice": ask(theirs),
        "practice#draft": ask(mine),
        "difference": ask(theirs),
        "paper": ask({**theirs, "number": 1, "ending": "docx"}),
        "file": ask({**mine, "paper": proof["paper"]}),
        "letters": ask(theirs, letter),
        "letter_answers": ask({**theirs, "seat": brisa}, letter),
        "adaptations": ask({"key": TOLD["free"]}),
        "adaptation": ask(told, changed, {"language": "es"}),
        "adaptation_releases": ask(told, {"seen": digest_of(row.draft), "audience": "public"}),
        "adaptation_withdrawals": ask(told),
        "draft": ask(mine),
        "words": ask({**mine, "language": "es"}, {"title": "Otra", "seen": digest_of(words_in(own.draft, "es"))}),
        "facts": ask(mine, facts),
        "drops": ask(mine),
        "proofs": ask(mine, {"words": "Nota", "language": "es", "address": "https://example.org"}),
        "proof_removals": ask({**mine, "id": proof["id"]}),
        "passages": ask(mine, {"section": section}),
        "passage_removals": ask({**mine, "id": SECTION_A}),
        "submissions": ask(mine, {"seen": digest_of(own.draft)}),
        "takings_back": ask(waiting),
        "publications": ask(theirs, {"seen": digest_of(shown.draft), "audience": "network"}),
        "withdrawals": ask(theirs, {"reason": "Terminó.", "language": "es"}),
    }
    return {f"practices:{name}": sent for name, sent in found.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  practices:home                       200 200 200 200 200 200 200 200 200 200 200
GET  practices:catalogue                  200 200 200 200 200 200 200 200 200 200 200
GET  practices:own                        404 200 200 200 200 200 200 200 200 200 404
POST practices:own                        404 302 302 302 302 302 404 404 404 404 404
GET  practices:peers                      404 200 200 200 200 200 200 200 200 200 404
POST practices:readiness                  404 302 302 302 302 302 403 403 403 403 404
GET  practices:asking                     404 404 404 404 404 404 200 404 404 404 404
POST practices:asking                     404 404 404 404 404 404 302 404 404 404 404
GET  practices:review                     404 404 404 404 404 200 404 404 404 404 404
POST practices:review                     404 404 404 404 404 302 404 404 404 404 404
POST practices:declines                   404 404 404 404 404 302 404 404 404 404 404
POST practices:replies                    404 302 302 302 403 404 404 404 404 404 404
GET  practices:practice                   404 200 200 200 200 200 200 200 200 200 404
GET  practices:practice#draft             404 404 404 404 404 404 404 404 404 404 404
GET  practices:difference                 404 200 200 200 200 200 200 200 200 200 404
GET  practices:paper                      404 200 200 200 200 200 200 200 200 200 404
GET  practices:file                       404 200 200 200 200 404 404 404 404 404 404
GET  practices:letters                    404 200 200 200 200 200 200 200 200 200 404
POST practices:letters                    404 409 409 409 409 302 302 302 302 302 404
POST practices:letter_answers             404 302 302 302 302 404 404 404 404 404 404
POST practices:adaptations                404 302 302 302 403 409 403 403 403 403 404
GET  practices:adaptation                 404 200 200 200 200 404 404 404 404 404 404
POST practices:adaptation                 404 302 302 302 403 404 404 404 404 404 404
POST practices:adaptation_releases        404 302 302 302 403 404 404 404 404 404 404
POST practices:adaptation_withdrawals     404 302 302 302 403 404 404 404 404 404 404
GET  practices:draft                      404 200 200 200 200 404 404 404 404 404 404
GET  practices:words                      404 200 200 200 200 404 404 404 404 404 404
POST practices:words                      404 302 302 302 302 404 404 404 404 404 404
GET  practices:facts                      404 200 200 200 200 404 404 404 404 404 404
POST practices:facts                      404 302 302 302 302 404 404 404 404 404 404
POST practices:drops                      404 302 302 302 403 404 404 404 404 404 404
POST practices:proofs                     404 302 302 302 302 404 404 404 404 404 404
POST practices:proof_removals             404 302 302 302 302 404 404 404 404 404 404
POST practices:passages                   404 302 302 302 302 404 404 404 404 404 404
POST practices:passage_removals           404 302 302 302 302 404 404 404 404 404 404
POST practices:submissions                404 302 302 302 403 404 404 404 404 404 404
POST practices:takings_back               404 302 302 302 403 404 404 404 404 404 404
POST practices:publications               404 302 302 302 403 404 404 404 404 404 404
POST practices:withdrawals                404 302 302 302 403 404 404 404 404 404 404
"""
