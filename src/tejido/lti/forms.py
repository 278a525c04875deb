"""Input about systems of schools, and of who comes from them: parsed and cleaned here, judged by the rules."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .commands import Description
from .lines import Target, read_target

if TYPE_CHECKING:  # forms name the types of rows and never touch tables
    from .models import Platform

_ADDRESS: dict[str, Any] = {"max_length": 1000, "required": False}


class BeginForm(forms.Form):
    name = forms.CharField(
        label=_("Name of the system"), max_length=120, help_text=_("As your school knows it, such as “Moodle 2026”.")
    )


class DescriptionForm(forms.Form):
    """What a system shows of itself once the tool is entered there."""

    unmarked = ("issuer", "client", "deployments", "authorize", "keys_address")  # needed before it is switched on

    name = forms.CharField(label=_("Name of the system"), max_length=120)
    issuer = forms.CharField(
        label=_("Platform ID (issuer)"), max_length=500, required=False,
        help_text=_("An address, exactly as it stands there, with or without a slash at the end."),
    )  # fmt: skip  # one field
    client = forms.CharField(label=_("Client ID"), max_length=255, required=False)
    deployments = forms.CharField(
        label=_("Deployment ID"), widget=forms.Textarea(attrs={"rows": 2}), required=False, max_length=5000,
        help_text=_("One on each line. Only these may open the tool."),
    )  # fmt: skip  # one field
    authorize = forms.CharField(label=_("Authentication request URL"), **_ADDRESS)
    token = forms.CharField(
        label=_("Access token URL"), help_text=_("Only needed where results go back to courses."), **_ADDRESS
    )
    audience = forms.CharField(
        label=_("Audience of the access token"), **_ADDRESS,
        help_text=_("Only where the system asks for another value than the access token URL."),
    )  # fmt: skip  # one field
    keys_address = forms.CharField(label=_("Public keyset URL"), **_ADDRESS)
    keys = forms.CharField(
        label=_("Or its public keys, pasted"), widget=forms.Textarea(attrs={"rows": 4}), required=False,
        max_length=64000, help_text=_("Where this node cannot reach the system: a key set, or one public key."),
    )  # fmt: skip  # one field
    origins = forms.CharField(
        label=_("Further pages of the system"), widget=forms.Textarea(attrs={"rows": 2}), required=False,
        max_length=5000,
        help_text=_("Other hosts in whose pages the tool is shown, one address on each line. Nobody else can show it."),
    )  # fmt: skip  # one field
    wants_names = forms.BooleanField(
        label=_("Keep the names that the system sends"), required=False,
        help_text=_("Without them a learner is known by the number alone that the system gives."),
    )  # fmt: skip  # one field
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def _lines(self, name: str) -> list[str]:
        several = (line.strip() for line in self.cleaned_data[name].splitlines())
        return list(dict.fromkeys(line for line in several if line))

    @property
    def given(self) -> Description:
        """The values as the command takes them."""
        names = ("name", "issuer", "client", "authorize", "token", "audience", "keys_address", "keys", "wants_names")
        values = {name: self.cleaned_data[name] for name in names}
        return Description(deployments=self._lines("deployments"), origins=self._lines("origins"), **values)


def begun_with(platform: Platform, seen: str) -> dict[str, Any]:
    """What the fields of the form begin with."""
    names = ("name", "issuer", "client", "authorize", "token", "audience", "keys_address", "wants_names")
    return {
        **{name: getattr(platform, name) for name in names},
        "deployments": "\n".join(platform.deployments),
        "origins": "\n".join(platform.origins),
        "keys": json.dumps(platform.pasted_keys, indent=1) if platform.pasted_keys else "",
        "seen": seen,
    }


class LinkForm(forms.Form):
    """Which course of the system stands for which cohort. `contexts` are the courses by their id, `cohorts` the cohorts
    by their key."""

    context = forms.ChoiceField(label=_("Course of the system"))
    cohort = forms.ChoiceField(label=_("Cohort"))

    def __init__(self, contexts: Mapping[str, str], cohorts: Mapping[str, str], data: Any = None) -> None:
        super().__init__(data)
        for name, choices in (("context", contexts), ("cohort", cohorts)):
            field = self.fields[name]
            field.choices = list(choices.items())  # type: ignore[attr-defined]  # a field of choices


class PassingForm(forms.Form):
    """What a learner says of a part: that it is worked through."""

    unit = forms.CharField(max_length=120)
    token = forms.CharField(max_length=64)


class ChoosingForm(forms.Form):
    """What a teacher chose: paths of targets in fields `target`."""

    token = forms.CharField(max_length=64)
    has_column = forms.BooleanField(required=False)

    @property
    def targets(self) -> list[Target]:
        """Those that are such paths, each once; a hundred at most."""
        sent = self.data.getlist("target")[:100]  # type: ignore[attr-defined]  # what a browser sent
        found = [read_target(path) for path in dict.fromkeys(sent)]
        return [target for target in found if target is not None]
