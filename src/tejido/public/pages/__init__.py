"""What a public page carries besides its words: its addresses in every language, its head, its data for machines."""

from .counts import Count, counts
from .data import Data, event_data, instrument_data, meeting_data, member_data, network_data, text_data
from .head import Alternate, Head, alternates, head
from .sitemap import robots, sitemap

__all__ = [
    "Alternate",
    "Count",
    "Data",
    "Head",
    "alternates",
    "counts",
    "event_data",
    "head",
    "instrument_data",
    "meeting_data",
    "member_data",
    "network_data",
    "robots",
    "sitemap",
    "text_data",
]
