"""The pages of a call, as far as a seat may open them."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tejido.ledger.actors import Actor
from tejido.web.components import Tab

from .models import Call
from .rules import reads_of, serves


def call_tabs(actor: Actor, call: Call, path: str) -> list[Tab]:
    pages = [(_("Call"), "nominations:call", True)]
    pages.append((_("Our nominations"), "nominations:nominations", reads_of(actor, actor.member)))
    pages.append((_("Places"), "nominations:places", serves(actor)))
    pages.append((_("Participants"), "nominations:participants", serves(actor) or call.listed_at is not None))
    several = [(label, reverse(name, args=[call.seminar_id])) for label, name, is_open in pages if is_open]
    return [Tab(label, url, path == url) for label, url in several]
