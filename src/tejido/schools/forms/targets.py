"""A population to train."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tejido.mechanisms.forms import PLACE
from tejido.nominations.names import Sex
from tejido.training.names import Officials

from ..names import Level

_ALL: tuple[str, Any] = ("", _("All"))


class TargetForm(forms.Form):
    """Whom a number counts, and the number."""

    year = forms.IntegerField(label=_("Year"), min_value=2000, max_value=2199)
    institution = forms.CharField(
        label=_("Institution"), max_length=80, required=False,
        help_text=_("Its code in the register, or your own word for it."),
    )  # fmt: skip  # one field
    cadre = forms.ChoiceField(label=_("Cadre"), choices=[_ALL, *Officials.choices], required=False)
    level = forms.ChoiceField(label=_("Rank or level"), choices=[_ALL, *Level.choices], required=False)
    sex = forms.ChoiceField(label=_("Sex"), choices=[_ALL, *Sex.choices], required=False)
    province = forms.CharField(
        label=_("Province"), max_length=6, validators=[PLACE], required=False,
        help_text=_("Its ISO 3166-2 code, for example PY-11."),
    )  # fmt: skip  # one field
    number = forms.IntegerField(label=_("How many officials"), min_value=0, max_value=100_000_000)
    source = forms.CharField(
        label=_("Source"), max_length=300, required=False, help_text=_("A document or address where this can be read.")
    )

    @property
    def dimensions(self) -> dict[str, Any]:
        names = ("year", "institution", "cadre", "level", "sex", "province")
        return {name: self.cleaned_data[name] for name in names}
