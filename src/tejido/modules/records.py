"""What goes out with an act: how a revision names the module that its words come from."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido.web.languages import base, say

from .models import Module

LONGEST = 300


def reason_of(module: Module, language: str) -> str:
    """The reason of a revision, in the language that the text is negotiated in."""
    with override(base(language)):
        values = {"title": say(module.title, language).text, "member": say(module.member.name, language).text}
        return (_("From the discussion module “%(title)s”, led by %(member)s") % values)[:LONGEST]
