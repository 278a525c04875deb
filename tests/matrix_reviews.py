"""National reviews in the permission matrix: one of Aldea's that nobody else is invited to, and one of Brisa's to which
Aldea's focal point is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cast import NOW, seen
from tejido.mechanisms.commands.writing import File
from tejido.reviews import commands
from tejido.reviews.models import Review
from tejido.reviews.names import Audience, Scope
from tejido.reviews.tests.doings import ask as ask_question
from tejido.reviews.tests.doings import begin, find, follow, hand_over, invite, recommend, release

if TYPE_CHECKING:
    from matrix_world import World


def fill(world: World, canary: str, released: str) -> None:
    """What Aldea keeps to itself has the canary in it; what it shows has `released`."""
    cast = world.cast
    paper = File(f"{canary}.pdf", "application/pdf", canary.encode())
    told = {"evidence": f"{canary} evidence", "file": paper}
    own = begin(cast, title={"es": f"{canary} review"})
    question = ask_question(cast, own, words=f"{canary} question")
    finding = find(cast, own, "XA/representative/JUS", question=question, words=f"{canary} finding", **told)
    advice = recommend(cast, own, words=f"{canary} advice", institution=cast.institutions["XA/JUS"])
    followed = follow(cast, advice, words=f"{canary} follow-up", file=paper)
    invited = invite(cast, own, "XC/validating_authority/MRE")
    hand_over(cast, invited, "XC/validating_authority", words=f"{canary} of a peer")
    shown = begin(cast, title={"es": f"{released} review"})
    ask_question(cast, shown, words=f"{canary} question")
    summary = release(cast, shown, f"{released} summary", Audience.NETWORK)
    brisa = begin(cast, "XB/focal_point", of="XB")
    asked = commands.enter_question(
        actor=cast.actor("XB/focal_point"), review=brisa, words={"es": "¿Qué falta?"}, at=NOW
    )
    peer = invite(cast, brisa, "XA/focal_point/MRE", Scope.WHOLE, "XB/focal_point")
    seen = find(
        cast, brisa, "XB/focal_point", question=asked, words="Poco.", file=File("b.pdf", "application/pdf", b"%")
    )
    handed = hand_over(cast, peer, "XA/focal_point", words="De Aldea para Brisa.")
    world.mechanism.told |= {
        "review": own.key, "review_question": question.key, "finding": finding.key, "advice": advice.key,
        "followed": followed.key, "invited": invited.key, "shown_review": shown.key, "summary": summary.key,
        "brisa": brisa.key, "brisa_finding": seen.key, "handed_over": handed.key,
    }  # fmt: skip  # one row of a table, read as one


def asks(world: World, ask: Any) -> dict[str, Any]:
    """What is sent to each address."""
    told = world.mechanism.told
    own, shown, brisa = ({"key": told[name]} for name in ("review", "shown_review", "brisa"))
    began = {"name_es": "Otra", "since": "2027-02-01"}
    said = {"words": "Algo.", "language": "es"}
    seat = world.cast.seats["XB/alternate/MRE"].key
    summed = {"words_es": "En suma, nada.", "audience": "network"}
    found = {
        "home": ask(),
        "new": ask(sent=began),
        "initiative": ask({"key": told["programme"]}),
        "summary": ask({"key": told["summary"]}),
        "strikings": ask({"key": told["review_question"]}),
        "finding_strikings": ask({"key": told["finding"]}),
        "finding_strikings#peer": ask({"key": told["handed_over"]}),
        "file": ask({"key": told["finding"]}),
        "file#peer": ask({"key": told["brisa_finding"]}),
        "follow_up": ask({"key": told["advice"]}, {"state": "running", "language": "es", "words": "Ya."}),
        "follow_up_file": ask({"key": told["followed"]}),
        "invitation_withdrawals": ask({"key": told["invited"]}),
        "review": ask(own),
        "review#peer": ask(brisa),
        "changes": ask(own, {**began, "seen": seen(Review.objects.get(key=own["key"]))}),
        "closings": ask(own, {"next_on": "2028-02-01"}),
        "questions": ask(own, {"words_es": "¿Y?"}),
        "findings": ask(own, said),
        "findings#peer": ask(brisa, said),
        "recommendations": ask(own, said),
        "invitations": ask(own, {"seat": seat, "scope": "questions"}),
        "summaries": ask(own, summed),
        "summary_withdrawals": ask(shown),
    }
    return {f"reviews:{name}": sent for name, sent in found.items()}


# Columns as in NETWORK: pub fp alt va jus XB sec chr trn obs non
DOORS = """
GET  reviews:home                         200 200 200 200 200 200 200 200 200 200 200
GET  reviews:new                          404 200 200 200 403 200 404 404 404 404 404
POST reviews:new                          404 302 302 302 403 302 404 404 404 404 404
GET  reviews:initiative                   404 200 200 200 200 404 404 404 404 404 404
GET  reviews:summary                      404 200 200 200 200 200 200 200 200 200 404
POST reviews:strikings                    404 302 302 302 403 404 404 404 404 404 404
POST reviews:finding_strikings            404 302 302 302 302 404 404 404 404 404 404
POST reviews:finding_strikings#peer       404 302 404 404 404 403 404 404 404 404 404
GET  reviews:file                         404 200 200 200 200 404 404 404 404 404 404
GET  reviews:file#peer                    404 200 404 404 404 200 404 404 404 404 404
GET  reviews:follow_up                    404 200 200 200 200 404 404 404 404 404 404
POST reviews:follow_up                    404 302 302 302 302 404 404 404 404 404 404
GET  reviews:follow_up_file               404 200 200 200 200 404 404 404 404 404 404
POST reviews:invitation_withdrawals       404 302 302 302 403 404 404 404 404 404 404
GET  reviews:review                       404 200 200 200 200 404 404 404 404 404 404
GET  reviews:review#peer                  404 200 404 404 404 200 404 404 404 404 404
GET  reviews:changes                      404 200 200 200 403 404 404 404 404 404 404
POST reviews:changes                      404 302 302 302 403 404 404 404 404 404 404
POST reviews:closings                     404 302 302 302 403 404 404 404 404 404 404
GET  reviews:questions                    404 200 200 200 403 404 404 404 404 404 404
POST reviews:questions                    404 302 302 302 403 404 404 404 404 404 404
GET  reviews:findings                     404 200 200 200 200 404 404 404 404 404 404
POST reviews:findings                     404 302 302 302 302 404 404 404 404 404 404
GET  reviews:findings#peer                404 200 404 404 404 200 404 404 404 404 404
POST reviews:findings#peer                404 302 404 404 404 302 404 404 404 404 404
GET  reviews:recommendations              404 200 200 200 403 404 404 404 404 404 404
POST reviews:recommendations              404 302 302 302 403 404 404 404 404 404 404
GET  reviews:invitations                  404 200 200 200 403 404 404 404 404 404 404
POST reviews:invitations                  404 302 302 302 403 404 404 404 404 404 404
GET  reviews:summaries                    404 200 200 200 403 404 404 404 404 404 404
POST reviews:summaries                    404 302 302 302 403 404 404 404 404 404 404
POST reviews:summary_withdrawals          404 302 302 302 403 404 404 404 404 404 404
"""
