"""Loading what everybody may read. Nothing here takes an actor: whoever looks, it is the public that reads."""

from .members import Place, institutions_of, place_of, places
from .news import News, begun_at, news
from .past import Past, past
from .texts import Adopted, adopted, adopted_text

__all__ = [
    "Adopted",
    "News",
    "Past",
    "Place",
    "adopted",
    "adopted_text",
    "begun_at",
    "institutions_of",
    "news",
    "past",
    "place_of",
    "places",
]
