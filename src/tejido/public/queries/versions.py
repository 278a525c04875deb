"""Versions of texts that are shown to everybody, as they stand there."""

from collections.abc import Sequence
from typing import Any

from tejido.adaptation.models import Release
from tejido.adaptation.names import Audience
from tejido.adaptation.queries import Version, version_for
from tejido.curriculum.models import Text
from tejido.ledger.actors import PUBLIC


def version_of(key: str) -> Version:
    """A version as it was shown to everybody. Derivation.DoesNotExist for an unknown key, and for one that is not."""
    return version_for(PUBLIC, key)


def shown_versions() -> Sequence[Release]:
    """Every version that is shown to everybody. One query."""
    return _shown()


def versions_of_text(text: Text) -> Sequence[Release]:
    """The versions that come from a text, by member. One query."""
    return _shown(derivation__source=text)


def versions_of_member(code: str) -> Sequence[Release]:
    """The versions of a member and its institutions, whatever text they come from. One query."""
    return _shown(derivation__text__body__member__code=code)


def _shown(**of: Any) -> Sequence[Release]:
    found = Release.objects.filter(audience=Audience.PUBLIC, withdrawn_at=None, **of)
    related = ("derivation__text__body__member", "derivation__text__body__institution")
    return list(
        found.select_related(*related).defer("survey").order_by("derivation__text__body__member__code", "at", "key")
    )
