"""How a source is cited: addresses and names of sites as they are, the words beside them in the language that is on."""

import re
from collections.abc import Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Titles of sources of the network and remarks on them, as a source says them that was entered in English.
WORDS: Mapping[str, Promise] = {
    "page of that meeting": _("page of that meeting"),
    "page of that seminar": _("page of that seminar"),
    "page of that agreement": _("page of that agreement"),
    "page of the grant": _("page of the grant"),
    "note of 2013 on the launch in Paraguay": _("note of 2013 on the launch in Paraguay"),
    "Annual report 2015 of the network": _("Annual report 2015 of the network"),
    "Description of the network, undated": _("Description of the network, undated"),
    "National Mechanisms booklet of 2017, table of contents": _(
        "National Mechanisms booklet of 2017, table of contents"
    ),
}
_KNOWN = re.compile("|".join(map(re.escape, WORDS)))
_DAY = re.compile(r"\((\d{4}-\d{2}-\d{2})\)")


def cited(source: str) -> str:
    """What is no word of `WORDS` and no day in brackets stays as it was entered."""
    return _DAY.sub(_day, _KNOWN.sub(lambda found: str(WORDS[found[0]]), source))


def _day(found: re.Match[str]) -> str:
    try:
        return f"({date_format(date.fromisoformat(found[1]))})"
    except ValueError:
        return found[0]
