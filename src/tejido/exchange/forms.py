"""Input about other nodes: parsed and cleaned here, judged by the rules."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tejido.web.uploads import SizedFile

from .names import News


class IntroductionForm(forms.Form):
    file = SizedFile(
        label=_("Introduction of the other node"), help_text=_("The file that its page “Exchange” offers.")
    )


class FingerprintForm(forms.Form):
    said = forms.CharField(
        label=_("Last two groups of its fingerprint"),
        max_length=20,
        help_text=_(
            "Call somebody of the other side whom you know, or meet them. Let them read out the last two groups from "
            "their own page, and type what you hear."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class AddressForm(forms.Form):
    address = forms.CharField(
        label=_("Address of the node"),
        max_length=300,
        required=False,
        help_text=_("Where it begins, as in https://red.example. Leave it empty where bundles go by hand."),
    )


class TopicsForm(forms.Form):
    """None chosen is a choice: the node is told of nothing."""

    kinds = forms.MultipleChoiceField(
        label=_("Told of by itself"), choices=News.choices, required=False, widget=forms.CheckboxSelectMultiple
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=300)


class BundleFileForm(forms.Form):
    file = SizedFile(label=_("Bundle"), help_text=_("A file that ends in .tejido.json, as the other side gave it."))


class MakingForm(forms.Form):
    """What goes into a bundle, and for whom. `peers` and `things` are choices; a thing is "kind name"."""

    peer = forms.ChoiceField(label=_("For whom"), required=False)
    things = forms.MultipleChoiceField(label=_("What it holds"), widget=forms.CheckboxSelectMultiple)
    days = forms.IntegerField(
        label=_("Good for how many days"), min_value=1, max_value=400, initial=90,
        help_text=_("After that nobody takes it in any more; make another one then."),
    )  # fmt: skip  # one field

    def __init__(self, peers: Sequence[tuple[str, Any]], things: Sequence[tuple[str, Any]], data: Any = None) -> None:
        super().__init__(data)
        for name, choices in (("peer", [("", _("Everybody")), *peers]), ("things", things)):
            self.fields[name].choices = list(choices)  # type: ignore[attr-defined]  # a field of choices

    @property
    def picks(self) -> list[tuple[str, str]]:
        found = [thing.partition(" ") for thing in self.cleaned_data["things"]]
        return [(kind, name) for kind, _blank, name in found]


class AcceptanceForm(forms.Form):
    file = SizedFile(label=_("Answer of the new node"), help_text=_("“tejido init --member” writes it over there."))


class ParcelForm(forms.Form):
    file = SizedFile(label=_("Bundle of the other node"), help_text=_("A file that ends in “.tejido.json”."))


class LookForm(forms.Form):
    said = forms.CharField(
        label=_("What you found, and what was done"),
        max_length=300,
        help_text=_("Every seat reads it. Ask the other side by telephone before you write."),
    )
