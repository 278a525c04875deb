"""Input of the tiers: a regional community, a local committee, and who takes part in them."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tejido.web.languages import in_my_language

from .entering import NamedForm, day_field, source_field


class CommunityForm(NamedForm):
    pass


class LocalForm(NamedForm):
    place = forms.CharField(
        label=_("Place"), max_length=6, required=False, help_text=_("The ISO 3166-2 code of its province or district.")
    )
    place_name = forms.CharField(label=_("Name of the place"), max_length=120)


class PartyForm(forms.Form):
    """Who takes part from a day on. A community asks for the source too."""

    who = forms.ChoiceField(label=_("Who takes part"))
    since = day_field(_("Since"))

    def __init__(self, *args: Any, rows: Sequence[Any], is_sourced: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._rows = {row.key: row for row in rows}
        choices = [(row.key, in_my_language(row.name) or row.code) for row in rows]
        self.fields["who"].choices = [("", "—"), *choices]  # type: ignore[attr-defined]  # a ChoiceField
        if is_sourced:
            self.fields["source"] = source_field()

    def clean_who(self) -> Any:
        return self._rows[self.cleaned_data["who"]]


class EndForm(forms.Form):
    party = forms.ChoiceField(label=_("Who takes part"))
    until = day_field(_("Until"), help_text=_("The first day on which it takes no part any more."))

    def __init__(self, *args: Any, parties: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        present = [party for party in parties if party.until is None]
        self._parties = {party.key: party for party in present}
        choices = [(party.key, in_my_language(party.name) or party.code) for party in present]
        self.fields["party"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    def clean_party(self) -> Any:
        return self._parties[self.cleaned_data["party"]]
