"""Practices, initiatives and modules: what a member tells the network. Of the first two it may tell no more; a module
that was opened stays open to read."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy

from tejido.ledger.actors import Actor
from tejido.mechanisms.names import Audience
from tejido.modules.models import Module
from tejido.modules.queries.modules import module_for
from tejido.modules.rules import reads as reads_module
from tejido.practices.queries import Shown, shown_of, shown_practices
from tejido.programmes.models import Initiative, Release
from tejido.programmes.names import Field
from tejido.programmes.queries.reading import Seen, initiative_for, seen
from tejido.web.languages import in_my_language

from .values import Index, Place, Readers


def _practices(actor: Actor, keys: Collection[str]) -> dict[str, Shown]:
    found = shown_practices(actor, with_withdrawn=True)
    return {shown.practice.key: shown for shown in found if shown.practice.key in keys}


def _initiatives(actor: Actor, keys: Collection[str]) -> dict[str, Seen]:
    rows = list(Initiative.objects.filter(key__in=keys).select_related("member"))
    return {one.key: one for one in seen(actor, rows)}


def _modules(actor: Actor, keys: Collection[str]) -> dict[str, Module]:
    rows = Module.objects.filter(key__in=keys).select_related("member")
    return {row.key: row for row in rows if reads_module(actor, row)}


def _of_module(row: Module) -> Readers:
    return Readers(row.opened_at is not None, Index.NETWORK if row.opened_at else Index.NONE)


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
MODULE = Place(
    code="module",
    label=gettext_lazy("Discussion module"),
    view="modules:module",
    argument="key",
    load=lambda actor, key, _at: module_for(actor, key),
    many=_modules,
    title=lambda row: in_my_language(row.title),
    readers=_of_module,
    known=lambda key: Module.objects.filter(key=key).select_related("member").first(),
)
