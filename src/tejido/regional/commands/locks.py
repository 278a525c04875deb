"""What every act here begins with: the initiative locked, with who takes part and who coordinates."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from tejido.ledger import commands as ledger
from tejido.ledger.names import NETWORK

from ..models import RegionalInitiative
from ..queries.company import company_of
from ..rules import Company

write_down = partial(ledger.write_down, tree=NETWORK)  # what several members do together is the network's to know


@dataclass(frozen=True, slots=True)
class Locked:
    row: RegionalInitiative
    company: Company


def locked(initiative: RegionalInitiative, at: datetime) -> Locked:
    rows = RegionalInitiative.objects.select_for_update(of=("self",)).select_related("body__member")
    row = rows.get(key=initiative.key)
    return Locked(row, company_of(row, at))
