"""The checks of a credential in words."""

from django.utils.translation import gettext

from tejido.formats.badge import Check
from tejido.web.credentials import sentence_of


def check_words(check: Check) -> str:
    """One check of a credential, for how it came out."""
    return gettext(sentence_of(check)) % {"detail": check.detail}
