"""Codes of a text's files in words."""

from django.utils.translation import gettext as _


def kind_words(kind: str) -> str:
    return {"reservation": _("Reservation"), "interpretative": _("Interpretative declaration")}.get(kind, kind)
