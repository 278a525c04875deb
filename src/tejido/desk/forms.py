"""Input of the desk."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

LIMIT = 64 * 1024  # bytes; a receipt has a head for two ledgers, well under 4 kB


class ComparisonForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Your receipt"),
        help_text=gettext_lazy("The file ending in .receipt.json that was downloaded here earlier."),
    )

    def refuse(self) -> None:
        self.add_error(
            "file",
            _("This file is not a receipt of a Tejido ledger. Choose the file that was downloaded from this page."),
        )
