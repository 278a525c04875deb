"""Calls, nominations and participants in the permission matrix: what Aldea nominates is known to its own acting seats
and the secretariat; a participant comes in by a link."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

from cast import NOW, ZONE, Cast
from tejido.nominations.commands.passing import give_link
from tejido.nominations.lines import list_digest, nominee_digest
from tejido.nominations.models import Call, Nominee, SupportingLetter
from tejido.nominations.names import Rank, Standing
from tejido.nominations.queries.nominations import own_nominations
from tejido.nominations.queries.places import places_of
from tejido.nominations.tests.made import called, participant
from tejido.people.queries import guest_token
from tejido.seminars.models import Cycle, Seminar
from tejido.seminars.tests.made import announced

if TYPE_CHECKING:
    from matrix_world import World

GUEST = "invitada-xa@example.org"
NOMINEE = "NOMINEE-XA-5c1"  # whom Aldea nominated: its acting seats and the secretariat read it, and nobody else
LATER = {"deadline_0": "2027-05-01", "deadline_1": "10:00", "zone": ZONE}
TERMS = {"quota": "2", "alternates": "2", "women": "0", "kept_days": "90"}


def nominate(cast: Cast, canary: str) -> None:
    """Four seminars: to one nobody was called yet; Aldea nominates for the second; the call to the third is closed;
    the participants of the fourth are listed. Of the draft the secretariat does not know either."""
    said = ("open", "closed", "listed")
    calls = {name: called(cast, _seminar(cast, name)) for name in said}
    Call.objects.update(deadline=NOW + timedelta(days=30))
    _seminar(cast, "new")
    row = participant(cast, calls["open"], standing=Standing.ADMITTED, email=GUEST, name=f"{NOMINEE} guest")
    give_link(row, NOW + timedelta(days=60))
    row.save()
    draft = {"standing": Standing.DRAFT, "rank": Rank.ALTERNATE, "submitted_at": None, "name": f"{canary} draft"}
    participant(cast, calls["open"], post="Post", **draft)
    second = participant(cast, calls["open"], number=2, standing=Standing.NOMINATED, name=f"{NOMINEE} two", post="Post")
    Nominee.objects.filter(key=row.key).update(post="Post")
    SupportingLetter.objects.create(
        nominee=second, name="carta.pdf", media_type="application/pdf", data=b"%PDF-", at=NOW
    )
    Call.objects.filter(key=calls["closed"].key).update(closed_at=NOW)
    participant(cast, calls["closed"], standing=Standing.NOMINATED, name=f"{NOMINEE} three")
    for name in ("closed", "listed"):
        participant(cast, calls[name], number=2, name=f"{NOMINEE} {name}", post=f"{NOMINEE} post", is_at_risk=True)
    Call.objects.filter(key=calls["listed"].key).update(listed_at=NOW)


def _seminar(cast: Cast, name: str) -> Any:
    made = announced(cast)
    Cycle.objects.filter(key=made.cycle_id).update(title={"es": f"Ciclo {name}"})
    return made


def _of(name: str) -> dict[str, str]:
    cycle = Cycle.objects.get(title={"es": f"Ciclo {name}"})
    return {"key": Seminar.objects.get(cycle=cycle).key}


def asks_of_nominations(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    fresh, opened, closed, listed = (_of(name) for name in ("new", "open", "closed", "listed"))
    rows = Nominee.objects.select_related("member")
    guest, second = rows.get(email=GUEST), rows.get(name=f"{NOMINEE} two")
    draft = {"key": rows.get(standing=Standing.DRAFT).key}
    key, letter = {"key": second.key}, {"key": second.key, "letter": SupportingLetter.objects.get().key}
    token = {"token": guest_token(guest.seed)}
    own = list_digest(own_nominations(guest.call, "XA").standing)
    seen = places_of(Call.objects.select_related("seminar").get(seminar=closed["key"])).digest
    person = {
        "rank": "principal",
        "language": "es",
        "sex": "female",
        "grade": "middle",
        "name": "Nueva",
        "post": "Juez",
    }
    other = {**person, "email": "otra@example.org", "institution": second.institution_id, "reason": "Viaja otra."}
    asks = {
        "home": ask(),
        "call": ask(opened, TERMS),
        "call#new": ask(fresh),
        "opening": ask(fresh, {**TERMS, **LATER}),
        "extensions": ask(opened, {**LATER, "reason": "Faltó."}),
        "closings": ask(opened),
        "words": ask(opened, {"note_es": "A {member}."}),
        "deadline": ask(opened),
        "letter": ask({**opened, "kind": "letter", "ending": "docx"}, {}, {"member": "XA"}),
        "nominations": ask(opened),
        "new": ask(opened, person),
        "submissions": ask(opened, {"seen": own}),
        "nominee": ask(key, {**other, "seen": nominee_digest(second)}),
        "nominee#draft": ask(draft),
        "moves": ask(key, {"way": "up"}),
        "removals": ask(draft),
        "letters": ask(key, {"file": _file()}),
        "letter_file": ask(letter),
        "letter_removals": ask(letter),
        "withdrawals": ask(key, {"reason": "Enfermó."}),
        "replacements": ask({"key": guest.key}, other),
        "erasures": ask(key),
        "nominee_links": ask({"key": guest.key}),
        "trials": ask({"key": guest.key}),
        "places": ask(closed),
        "givings": ask(closed, {"seen": seen}),
        "participants": ask(opened),
        "participants#listed": ask(listed),
        "releases": ask(closed),
        "export": ask({**opened, "name": "nominations.csv"}),
        "export#badges": ask({**opened, "name": "badges.csv"}),
        "export#listed": ask({**listed, "name": "participants.csv"}),
        "links": ask({}, {"email": GUEST}),
        "invitation": ask(token, {"language": "es"}),
        "invitation_refusals": ask(token),
        "taking_part": ask(),
        "details": ask({}, {"language": "es"}),
        "programme": ask(),
        "programme_worker": ask(),
        "programme_calendar": ask(),
        "programme_material": ask({"key": "000000000000"}),
        "visa": ask(),
        "fellows": ask(),
        "refusals": ask(),
        "erasures_by_person": ask(),
        "leavings": ask(),
    }
    return {f"nominations:{name}": found for name, found in asks.items()}


def _file() -> BytesIO:
    made = BytesIO(b"%PDF-1.7")
    made.name = "carta.pdf"
    return made


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  nominations:home                     404 200 200 200 200 200 200 200 200 200 404
GET  nominations:call                     404 200 200 200 200 200 200 200 200 200 404
POST nominations:call                     404 403 403 403 403 403 302 403 403 403 404
GET  nominations:call#new                 404 200 200 200 200 200 200 200 200 200 404
GET  nominations:opening                  404 404 404 404 404 404 200 404 404 404 404
POST nominations:opening                  404 404 404 404 404 404 302 404 404 404 404
POST nominations:extensions               404 404 404 404 404 404 302 404 404 404 404
POST nominations:closings                 404 404 404 404 404 404 302 404 404 404 404
GET  nominations:words                    404 404 404 404 404 404 200 404 404 404 404
POST nominations:words                    404 404 404 404 404 404 302 404 404 404 404
GET  nominations:deadline                 404 200 200 200 200 200 200 200 200 200 404
GET  nominations:letter                   404 200 200 200 200 200 200 404 404 404 404
GET  nominations:nominations              404 200 200 200 404 200 404 404 404 404 404
GET  nominations:new                      404 200 200 403 404 200 404 404 404 404 404
POST nominations:new                      404 302 302 403 404 302 404 404 404 404 404
POST nominations:submissions              404 302 302 403 404 409 404 404 404 404 404
GET  nominations:nominee                  404 200 200 200 404 404 200 404 404 404 404
POST nominations:nominee                  404 302 302 403 404 404 403 404 404 404 404
GET  nominations:nominee#draft            404 200 200 200 404 404 404 404 404 404 404
POST nominations:moves                    404 302 302 403 404 404 403 404 404 404 404
POST nominations:removals                 404 302 302 403 404 404 404 404 404 404 404
POST nominations:letters                  404 302 302 403 404 404 403 404 404 404 404
GET  nominations:letter_file              404 200 200 200 404 404 200 404 404 404 404
POST nominations:letter_removals          404 302 302 403 404 404 403 404 404 404 404
POST nominations:withdrawals              404 302 302 403 404 404 403 404 404 404 404
GET  nominations:replacements             404 200 200 403 404 404 403 404 404 404 404
POST nominations:replacements             404 302 302 403 404 404 403 404 404 404 404
POST nominations:erasures                 404 302 302 403 404 404 302 404 404 404 404
POST nominations:nominee_links            404 302 302 403 404 404 302 404 404 404 404
POST nominations:trials                   404 404 404 404 404 404 404 404 404 404 404
GET  nominations:places                   404 404 404 404 404 404 200 404 404 404 404
POST nominations:givings                  404 404 404 404 404 404 302 404 404 404 404
GET  nominations:participants             404 404 404 404 404 404 200 404 404 404 404
GET  nominations:participants#listed      404 200 200 200 200 200 200 200 200 200 404
POST nominations:releases                 404 404 404 404 404 404 302 404 404 404 404
GET  nominations:export                   404 200 200 200 404 200 200 404 404 404 404
GET  nominations:export#badges            404 404 404 404 404 404 200 404 404 404 404
GET  nominations:export#listed            404 200 200 200 200 200 200 200 200 200 404
GET  nominations:links                    200 200 200 200 200 200 200 200 200 200 200
POST nominations:links                    302 302 302 302 302 302 302 302 302 302 302
GET  nominations:invitation               200 200 200 200 200 200 200 200 200 200 200
POST nominations:invitation               302 302 302 302 302 302 302 302 302 302 302
POST nominations:invitation_refusals      200 200 200 200 200 200 200 200 200 200 200
GET  nominations:taking_part              302 302 302 302 302 302 302 302 302 302 302
GET  nominations:details                  404 404 404 404 404 404 404 404 404 404 404
POST nominations:details                  404 404 404 404 404 404 404 404 404 404 404
GET  nominations:programme                404 404 404 404 404 404 404 404 404 404 404
GET  nominations:programme_worker         404 404 404 404 404 404 404 404 404 404 404
GET  nominations:programme_calendar       404 404 404 404 404 404 404 404 404 404 404
GET  nominations:programme_material       404 404 404 404 404 404 404 404 404 404 404
GET  nominations:visa                     404 404 404 404 404 404 404 404 404 404 404
POST nominations:visa                     404 404 404 404 404 404 404 404 404 404 404
GET  nominations:fellows                  404 404 404 404 404 404 404 404 404 404 404
POST nominations:refusals                 404 404 404 404 404 404 404 404 404 404 404
POST nominations:erasures_by_person       404 404 404 404 404 404 404 404 404 404 404
POST nominations:leavings                 302 302 302 302 302 302 302 302 302 302 302
"""
