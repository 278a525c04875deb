"""What became of what participants observed, decided for the whole matter after it was discussed."""

from datetime import datetime
from typing import cast

from django.db import transaction

from tejido.curriculum.models import Revision
from tejido.deliberation.models import Disposition, Proposal
from tejido.ledger.actors import Actor
from tejido.ledger.refusals import ask
from tejido.seminars.models import Seminar

from .. import rules
from ..models import Decision, Matter
from ..names import CARRIED, Act, Part
from ..queries.carriers import carrier_with, revision_of
from ..queries.matters import matter_for
from .writing import locked, write_down


@transaction.atomic
def decide_matter(
    *,
    actor: Actor,
    seminar: Seminar,
    matter: Matter,
    outcome: str,
    language: str,
    reason: str,
    carrier: str,
    at: datetime,
) -> Decision:
    """Writes down what became of a matter, with the reason that participants and members read. It was decided under the
    last item under which it was discussed.

    `carrier` names what carries it, where it was taken up: "disposition:KEY", "proposal:KEY" or "revision:KEY".
    """
    context = locked(actor, seminar.key)
    ask(rules.still_there(Matter.objects.get(key=matter.key)))
    line = matter_for(context, matter.number)
    kind, _, key = carrier.partition(":") if outcome in CARRIED else ("", "", "")
    ask(
        rules.may_decide(
            actor, line.matter, outcome, reason, is_discussed=bool(line.discussed), standing=line.decision, carrier=key
        )
    )
    found = carrier_with(kind, key)
    if outcome in CARRIED and line.matter.part != Part.SEMINAR:
        ask(rules.carries(revision_of(found), context.taught(line.matter.part)))
    row = Decision.objects.create(
        matter=line.matter, outcome=outcome, language=language, reason=reason.strip(), item=line.discussed[-1],
        disposition=cast("Disposition | None", found if kind == "disposition" else None),
        proposal=cast("Proposal | None", found if kind == "proposal" else None),
        revision=cast("Revision | None", found if kind == "revision" else None),
        at=at, office=actor.office,
    )  # fmt: skip  # one row of a table, read as one
    facts = {"matter": matter.number, "outcome": str(outcome), "item": row.item_id, "carrier": carrier if key else ""}
    write_down(actor, Act.MATTER_DECIDED, seminar.key, at, facts, {"reason": row.reason})
    return row
