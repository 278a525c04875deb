"""Files that are given to this house, bounded before anything reads them."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _


def most() -> int:
    """How many bytes the house takes at once."""
    return int(settings.MAX_UPLOAD)


class SizedFile(forms.FileField):
    """One file that is no larger than the house takes; `setting` names the one that says how large that is."""

    def __init__(self, *, setting: str = "MAX_UPLOAD", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.setting = setting

    def clean(self, data: Any, initial: Any = None) -> Any:
        sent = super().clean(data, initial)
        limit = int(getattr(settings, self.setting))
        if sent and sent.size > limit:
            said = {"name": sent.name, "limit": limit // 1024 // 1024}
            raise forms.ValidationError(_("%(name)s is larger than %(limit)s MB."), params=said)
        return sent
