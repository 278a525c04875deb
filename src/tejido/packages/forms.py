"""The digest of a package that somebody took."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SinceForm(forms.Form):
    since = forms.RegexField(
        r"^[0-9a-f]{64}$",
        label=_("Digest of the text in your package"),
        help_text=_("It stands on the page “About this package”."),
        error_messages={"invalid": _("A digest has 64 signs, digits and letters from a to f. Copy all of it.")},
    )
    plan = forms.RegexField(
        r"^[0-9a-f]{64}$",
        required=False,
        label=_("Digest of the course plan"),
        error_messages={"invalid": _("A digest has 64 signs, digits and letters from a to f. Copy all of it.")},
    )

    def __init__(self, *args: object, has_plan: bool = False, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # what Django's own signature says
        if not has_plan:
            del self.fields["plan"]
