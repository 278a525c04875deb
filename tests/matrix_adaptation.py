"""Versions in the permission matrix: one that Aldea keeps to itself, and one that it shows to the network."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from cast import FIRST, ITEM, NOW, SECOND, SECTION_A, Cast, make_text
from tejido.adaptation import commands, queries
from tejido.adaptation.commands import Space
from tejido.adaptation.models import Derivation
from tejido.curriculum.commands import save_revision, seal_edition
from tejido.curriculum.models import Edition, Text
from tejido.curriculum.queries import canonical_file, document_of, latest_revision
from tejido.engine.adaptation import Choice, Way
from tejido.engine.document import Document
from tejido.registry.models import Body

if TYPE_CHECKING:
    from matrix_world import World

SLUG, CORE, OTHER = "comun-version", "000000000p03", "000000000p04"


def common_text(cast: Cast) -> Text:
    """A text of the network with an edition and two core passages, one of which the next edition changes."""
    text = make_text(cast, slug=SLUG)
    edition = seal_edition(actor=cast.secretariat, revision=latest_revision(text), at=NOW)
    for passage in (CORE, SECOND):
        commands.lock_core(actor=cast.secretariat, edition=edition, passage=passage, decided="Reunión XII", at=NOW)
    return text


def newer_edition(cast: Cast) -> None:
    """The next edition, so that something is offered."""
    text = Text.objects.get(slug=SLUG)
    _revise(cast, text, "network/secretariat", {ITEM: "La memoria, otra vez.", SECOND: "Los factores, otra vez."})
    seal_edition(actor=cast.secretariat, revision=latest_revision(text), at=NOW)


def _revise(cast: Cast, text: Text, who: str, words: dict[str, str]) -> None:
    base = latest_revision(text)
    document = Document.of(p.with_text("es", words.get(p.id, p.text("es"))) for p in document_of(base))
    save_revision(actor=cast.actor(who), text=text, document=document, base=base, reason="", at=NOW)


def adapt(cast: Cast, space: Space, said: str) -> Derivation:
    """A version that departs in a passage, with a reason that waits for approval."""
    actor = cast.actor("XA/focal_point")
    made = commands.derive(
        actor=actor, space=space, source=Text.objects.get(slug=SLUG), title={"es": f"{said} versión"}, language="es",
        at=NOW,
    )  # fmt: skip  # one act, read as one
    _revise(cast, made.text, "XA/focal_point", {FIRST: f"{said} adaptada."})
    seen = queries.judged_now(queries.own_version_for(actor, made.key), FIRST)
    commands.declare(
        actor=actor, derivation=made, subject=FIRST, is_section=False, is_derogation=False, reason=f"{said} razón",
        language="es", seen=seen, at=NOW,
    )  # fmt: skip  # one act, read as one
    return made


def adapt_in_private(cast: Cast, body: Body, canary: str) -> dict[str, str]:
    """In Aldea's mechanism, and in the space of one of its institutions."""
    national = adapt(cast, Space(body), canary)
    own = commands.derive(
        actor=cast.actor("XA/representative/JUS"),
        space=Space(member=cast.members["XA"], institution=cast.institutions["XA/JUS"]), source=national.text,
        title={"es": f"{canary} curso"}, language="es", at=NOW,
    )  # fmt: skip  # one act, read as one
    return {"version": national.key, "school": own.key}


def adapt_in_the_open(cast: Cast, released: str) -> dict[str, str]:
    """A version that Aldea shows to the network, brought up to the newer edition in part."""
    actor = cast.actor("XA/focal_point")
    made = adapt(cast, Space(member=cast.members["XA"]), released)
    newer_edition(cast)
    read = queries.own_version_for(actor, made.key)
    upstream = queries.upstream_of(read.derivation, read.uptake)
    commands.take_up(
        actor=actor, derivation=made, base=read.uptake.digest, ours=read.revision.digest,
        theirs=upstream.digest if upstream else "", choices={ITEM: Choice(Way.JOIN)}, reasons={}, language="es", at=NOW,
    )  # fmt: skip  # one act, read as one
    seen = queries.showing_digest(queries.own_version_for(actor, made.key))
    commands.show(actor=actor, derivation=made, audience="network", seen=seen, at=NOW)
    return {"shown": made.key}


def asks_of_versions(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    cast, told, adopted = world.cast, world.mechanism.told, world.network.texts["adopted"].slug
    version, shown, school = ({"key": told[name]} for name in ("version", "shown", "school"))
    actor = cast.actor("XA/focal_point")
    read = queries.own_version_for(actor, told["version"])
    upstream = queries.upstream_of(read.derivation, read.uptake)
    edition = Edition.objects.select_related("revision").get(text__slug=adopted)
    both = {"record": BytesIO(bytes(edition.record)), "text": BytesIO(canonical_file(edition.revision))}
    slug, core = {"slug": SLUG}, {"slug": SLUG, "number": 1}
    mechanism = {"space": world.mechanism.body.key, "title": "Otra"}
    seen = {"seen": queries.waiting_digest(queries.waiting(read))}
    last = queries.uptakes_of(Derivation.objects.get(key=told["shown"]))[0]
    theirs = upstream.digest if upstream else ""
    taking = {"base": read.uptake.digest, "ours": read.revision.digest, "theirs": theirs, "every": "clean"}
    reason = {"subject": FIRST, "reason": "Otra razón.", "language": "es", "seen": queries.judged_now(read, FIRST)}
    showing = {"audience": "network", "seen": queries.showing_digest(read)}
    asks = {
        "home": ask(),
        "new#mechanism": ask({}, {"source": adopted, **mechanism}),
        "new#own": ask({}, {"source": adopted, "space": "member", "title": "Otra"}),
        "files": ask({}, {**both, **mechanism}),
        "version": ask(version),
        "version#shown": ask(shown),
        "version#school": ask(school),
        "section": ask({**version, "section": SECTION_A}),
        "section#shown": ask({**shown, "section": SECTION_A}),
        "departures": ask(version, reason),
        "approvals": ask(version, seen),
        "releases": ask(version, showing),
        "withdrawals": ask(shown),
        "uptakes": ask(version, taking),
        "undoings": ask(shown, {"seen": last.key}),
        "editions": ask(version, both),
        "matrix": ask(slug),
        "row": ask({**slug, "section": SECTION_A}),
        "export": ask({**slug, "name": "matrix.csv"}),
        "core": ask(core, {"passage": OTHER, "decided": "Reunión XII"}),
        "core_confirmations": ask({"slug": SLUG, "number": 2, "passage": SECOND}, {"decided": "Reunión XIII"}),
        "core_removals": ask({**core, "passage": CORE}),
    }
    return {f"adaptation:{name}": found for name, found in asks.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  adaptation:home                      200 200 200 200 200 200 200 200 200 200 200
GET  adaptation:new#mechanism             404 200 200 404 200 200 200 404 404 404 404
POST adaptation:new#mechanism             404 302 302 404 422 422 422 404 404 404 404
POST adaptation:new#own                   404 422 422 404 422 302 422 404 404 404 404
GET  adaptation:files                     404 200 200 404 200 200 200 404 404 404 404
POST adaptation:files                     404 302 302 404 422 422 422 404 404 404 404
GET  adaptation:version                   404 200 200 200 200 404 404 404 404 404 404
GET  adaptation:version#shown             404 200 200 200 200 200 200 200 200 200 404
GET  adaptation:version#school            404 404 404 404 200 404 404 404 404 404 404
GET  adaptation:section                   404 200 200 200 200 404 404 404 404 404 404
GET  adaptation:section#shown             404 200 200 200 200 200 200 200 200 200 404
POST adaptation:departures                404 302 302 403 403 404 404 404 404 404 404
POST adaptation:approvals                 404 409 403 302 403 404 404 404 404 404 404
POST adaptation:releases                  404 302 302 302 403 404 404 404 404 404 404
POST adaptation:withdrawals               404 302 302 302 403 404 404 404 404 404 404
GET  adaptation:uptakes                   404 200 200 200 200 404 404 404 404 404 404
POST adaptation:uptakes                   404 302 302 403 403 404 404 404 404 404 404
POST adaptation:undoings                  404 302 302 403 403 404 404 404 404 404 404
POST adaptation:editions                  404 409 409 403 403 404 404 404 404 404 404
GET  adaptation:matrix                    200 200 200 200 200 200 200 200 200 200 200
GET  adaptation:row                       200 200 200 200 200 200 200 200 200 200 200
GET  adaptation:export                    200 200 200 200 200 200 200 200 200 200 200
GET  adaptation:core                      200 200 200 200 200 200 200 200 200 200 200
POST adaptation:core                      403 403 403 403 403 403 302 403 403 403 403
POST adaptation:core_confirmations        403 403 403 403 403 403 302 403 403 403 403
POST adaptation:core_removals             403 403 403 403 403 403 302 403 403 403 403
"""
