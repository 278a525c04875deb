"""Every act that programs may do, by the name of its address, with what it asks for; and what is no act for programs.

The view of each address is the one that browsers use. `tests/test_acts.py` holds that every address to which something
can be sent stands in one of the two tables, and that the forms are those which the views really read.
"""

from .areas import AREAS, area_of
from .kinds import Acts, Asks
from .network import ACTS as OF_THE_NETWORK
from .programmes import ACTS as OF_PROGRAMMES
from .schools import ACTS as OF_SCHOOLS
from .seminars import ACTS as OF_SEMINARS
from .texts import ACTS as ON_TEXTS
from .without import WITHOUT, is_without

ACTS: Acts = {**ON_TEXTS, **OF_THE_NETWORK, **OF_SEMINARS, **OF_SCHOOLS, **OF_PROGRAMMES}
# What these answer is a file, and no list of what was done.
GIVE_FILES = frozenset({"desk:receipts", "exchange:node_invitations"})

__all__ = ["ACTS", "AREAS", "GIVE_FILES", "WITHOUT", "Acts", "Asks", "area_of", "is_without"]
