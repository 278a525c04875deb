"""What an initiative is to reach, and what shows that it was."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tejido.mechanisms.forms import PaperField
from tejido.registry.forms import NamedForm
from tejido.registry.forms.entering import day_field


class MilestoneForm(NamedForm):
    what = _("What is to be reached")
    by = day_field(_("By when"))


class ReachedForm(forms.Form):
    on = day_field(_("Reached on"))
    evidence = forms.CharField(
        label=_("What shows it"), widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=2000
    )
    address = forms.URLField(label=_("Address"), required=False, max_length=500, assume_scheme="https")
    file = PaperField()


class DroppedForm(forms.Form):
    because = forms.CharField(label=_("Why"), max_length=300)
