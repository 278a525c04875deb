"""The places of the public site, in the order of its navigation."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Address, words, and the pages that belong there.
PLACES: tuple[tuple[str, str | Promise, tuple[str, ...]], ...] = (
    ("front", _("The network"), ("front",)),
    ("members", _("Members"), ("members", "member")),
    ("texts", _("Adopted texts"), ("texts", "text")),
    ("meetings", _("Meetings"), ("meetings", "meeting")),
)
