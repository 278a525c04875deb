"""What goes out: credentials, the lists of what was revoked, and what a file is compared with."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse

from tejido.engine.proof import rfc3339
from tejido.formats.badge import Shown, status_list
from tejido.presence.proof import is_name
from tejido.presence.records import head_of
from tejido.web.addresses import whole

from .queries import Checked


def signed_list(places: Sequence[int], at: datetime) -> dict[str, Any]:
    """The list of what was revoked, as of this instant."""
    return status_list(whole(reverse("certificates:revoked")), places, settings.CERTIFICATE_KEY, rfc3339(at))


def code_in(address: str) -> str:
    """The code in the address of a credential, whatever the house was called when it was issued: it may have moved.
    Empty where there is none."""
    return address.partition(reverse("certificates:checks"))[2].strip("/")


def is_as_issued(told: Shown, found: Checked) -> bool:
    """Whether a file says what the register holds under its code. Without a name it is the same to the last sign; with
    one it was signed later, and everything that is shown of it is compared."""
    if not told.name:
        return told.digest == found.digest
    dates = (rfc3339(found.at) if found.at else "", rfc3339(found.until) if found.until else "")
    heads = {head_of(found.data, tag) for tag, _language in settings.LANGUAGES}
    is_same = (told.since, told.until) == dates and (told.issuer, told.title) in heads
    return is_same and is_name(told.name, code_in(told.id), found.name_digest)
