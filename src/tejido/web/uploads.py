"""Files that are given to this house, bounded before anything reads them."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _


def most() -> int:
    """How many bytes the house takes at once."""
    return int(settings.MAX_UPLOAD)


class SizedFile(forms.FileField):
    """One file that is no larger than the house takes."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        sent = super().clean(data, initial)
        if sent and sent.size > settings.MAX_UPLOAD:
            said = {"name": sent.name, "limit": settings.MAX_UPLOAD // 1024 // 1024}
            raise forms.ValidationError(_("%(name)s is larger than %(limit)s MB."), params=said)
        return sent
