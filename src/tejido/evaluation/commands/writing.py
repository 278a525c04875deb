"""What every act on a questionnaire begins and ends with: its row locked, and its line."""

from functools import partial

from tejido.ledger import commands as ledger
from tejido.ledger.names import NETWORK

from ..models import Questionnaire

write_down = partial(ledger.write_down, tree=NETWORK)  # the network's ledger, where no other is named


def lock(questionnaire: Questionnaire) -> Questionnaire:
    """Read again, and changed by nobody else until the act is done."""
    Questionnaire.objects.select_for_update().get(key=questionnaire.key)
    return Questionnaire.objects.select_related("seminar__revision", "session").get(key=questionnaire.key)
