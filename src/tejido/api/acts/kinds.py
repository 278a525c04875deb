"""What an act of the house asks for."""

from collections.abc import Mapping

from django.forms import BaseForm

# The forms of its page, and the names of what its view reads without a form. Of several forms one is meant: which one
# the address or what is sent decides.
Asks = tuple[type[BaseForm] | str, ...]
Acts = Mapping[str, Asks]
