"""Whether the person showed a second factor minutes ago: what formal acts ask for."""

import time

from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.http import HttpRequest


def is_fresh(request: HttpRequest) -> bool:
    """A second factor or a passkey within the last ten minutes. Demonstration accounts have nothing to show."""
    if request.user.is_demonstration:  # type: ignore[union-attr]  # called for signed-in accounts only
        return True
    newest = max(
        (record["at"] for record in get_authentication_records(request) if record["method"] == "mfa"), default=0
    )
    return time.time() - newest < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
