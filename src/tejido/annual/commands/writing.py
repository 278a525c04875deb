"""What every act of a report begins and ends with: its row locked, and its line."""

from tejido.ledger.actors import Actor

from ..models import Report
from ..queries import report_for


def locked(actor: Actor, key: str) -> Report:
    """The report with its row locked, so that of two seats the second sees what the first did. Report.DoesNotExist for
    who may not know of it."""
    Report.objects.select_for_update().filter(key=key).first()
    return report_for(actor, key)
