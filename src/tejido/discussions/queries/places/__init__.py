"""Where threads are: the pages of other apps, by the names of their addresses, with the loader of each app.

A thread is read by whoever may load its object and is in its space; no one else learns that there is one. An app that
is spoken about knows nothing of it.
"""

from collections.abc import Mapping

from .cooperating import POSTING, PROJECT, REGIONAL
from .meeting import MEETING, SEMINAR
from .texts import PROCEDURE, ROUND, TEXT
from .told import INITIATIVE, MODULE, PRACTICE
from .values import Beside, Place, Readers

PLACES: Mapping[str, Place] = {
    place.code: place
    for place in (TEXT, ROUND, PROCEDURE, MEETING, SEMINAR, INITIATIVE, PRACTICE, MODULE, POSTING, PROJECT, REGIONAL)
}
# By the name of an address: the place, and the part of the address that names the object.
PAGES: Mapping[str, Place] = {place.view: place for place in PLACES.values()}

__all__ = ["PAGES", "PLACES", "Beside", "Place", "Readers"]
