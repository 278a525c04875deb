"""What waits for a seat in the apps that tell it by themselves: each answers its lines in a fixed number of queries."""

from collections.abc import Callable, Iterable
from datetime import datetime

from tejido.ledger.actors import Actor

from .counts import counts_to_release
from .initiatives import initiatives_waiting
from .items import Waiting
from .learned import learned_from_seminars
from .modules import wordings_proposed
from .nodes import nodes_waiting
from .of_certificates import certificates_waiting
from .of_factors import factors_waiting
from .of_indicators import indicators_waiting
from .of_letters import letters_waiting
from .of_records import records_waiting
from .of_reporting import reporting_waiting
from .of_reviews import reviews_waiting
from .of_schools import authorisations_ending, norms_running_out
from .practices import practices_waiting
from .regional import in_regional_initiatives
from .reports import report_pages
from .sealed import sealed_analyses
from .systems import systems_in_trouble
from .together import at_the_south_south_desk

SOURCES: tuple[Callable[[Actor, datetime], Iterable[Waiting]], ...] = (
    learned_from_seminars,
    sealed_analyses,
    at_the_south_south_desk,
    initiatives_waiting,
    indicators_waiting,
    reviews_waiting,
    reporting_waiting,
    records_waiting,
    certificates_waiting,
    report_pages,
    practices_waiting,
    in_regional_initiatives,
    wordings_proposed,
    systems_in_trouble,
    counts_to_release,
    norms_running_out,
    authorisations_ending,
    letters_waiting,
    nodes_waiting,
    factors_waiting,
)
