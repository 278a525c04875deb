"""Practices and initiatives: what a member tells of them, and may tell no more."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy

from tejido.ledger.actors import Actor
from tejido.mechanisms.names import Audience
from tejido.practices.queries import Shown, shown_of, shown_practices
from tejido.programmes.models import Initiative, Release
from tejido.programmes.names import Field
from tejido.programmes.queries.reading import Seen, initiative_for, seen
from tejido.web.languages import in_my_language

from .values import Place, Readers


def _practices(actor: Actor, keys: Collection[str]) -> dict[str, Shown]:
    found = shown_practices(actor, with_withdrawn=True)
    return {shown.practice.key: shown for shown in found if shown.practice.key in keys}


def _initiatives(actor: Actor, keys: Collection[str]) -> dict[str, Seen]:
    rows = list(Initiative.objects.filter(key__in=keys).select_related("member"))
    return {one.key: one for one in seen(actor, rows)}


def _of_initiative(one: Seen) -> Readers:
    """The network reads an initiative while its title is released."""
    rows = Release.objects.filter(initiative=one.initiative, field=Field.TITLE, withdrawn_at=None)
    return Readers(rows.exclude(audience=Audience.OWN).exists())


PRACTICE = Place(
    code="practice",
    label=gettext_lazy("Good practice"),
    view="practices:practice",
    argument="key",
    load=lambda actor, key, _at: shown_of(actor, key),
    many=_practices,
    title=lambda shown: in_my_language(shown.content["title"]),
    readers=lambda shown: Readers(not shown.is_withdrawn and shown.version.audience != Audience.OWN),
)
INITIATIVE = Place(
    code="initiative",
    label=gettext_lazy("Initiative"),
    view="programmes:initiative",
    argument="key",
    load=lambda actor, key, _at: initiative_for(actor, key),
    many=_initiatives,
    title=lambda one: in_my_language(one.title),
    readers=_of_initiative,
)
