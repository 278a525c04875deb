"""Input of a member about whom it nominates."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tejido.web.languages import in_my_language, name_of
from tejido.web.uploads import SizedFile

from ..commands import File
from ..lines import nominee_digest
from ..names import Grade, Kept, Rank, Sex, Way

if TYPE_CHECKING:  # forms name the types of rows and never touch tables
    from tejido.registry.models import Institution

    from ..models import Nominee

# What a supporting letter may be, by how its name ends, and what its first bytes are.
MEDIA = {
    ".pdf": ("application/pdf", b"%PDF-"),
    ".docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK\x03\x04"),
}
MOST_MB = 5


class NomineeForm(forms.Form):
    """A person. All but the rank may be missing in a draft: what is missing is told on the page of the nominations."""

    rank = forms.ChoiceField(label=_("Rank"), choices=Rank.choices, widget=forms.RadioSelect, initial=Rank.PRINCIPAL)
    name = forms.CharField(label=_("Name"), max_length=120, required=False)
    post = forms.CharField(label=_("Post"), max_length=200, required=False)
    institution = forms.ChoiceField(label=_("Institution"), required=False)
    email = forms.EmailField(
        label=_("E-mail address"), required=False, help_text=_("The person confirms by a link that is sent there.")
    )
    language = forms.ChoiceField(
        label=_("Language of letters"), choices=lambda: [(tag, name_of(tag)) for tag, _name in settings.LANGUAGES]
    )
    sex = forms.ChoiceField(label=_("Sex"), choices=Sex.choices, initial=Sex.UNSAID)
    grade = forms.ChoiceField(label=_("Grade"), choices=Grade.choices, initial=Grade.MIDDLE)
    is_security = forms.BooleanField(
        label=_("Member of a security force"), required=False,
        help_text=_("Post and institution are left out of every list."),
    )  # fmt: skip  # one field
    is_at_risk = forms.BooleanField(
        label=_("Person at risk"), required=False,
        help_text=_("Everywhere but here and at the secretariat the person is “a participant” of your member."),
    )  # fmt: skip  # one field
    withheld = forms.MultipleChoiceField(
        label=_("Leave out of the list of participants"),
        choices=Kept.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    unmarked = ("name", "post", "institution", "email")  # asked for before the nominations are submitted

    def __init__(self, *args: Any, institutions: Sequence[Institution], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._institutions = {row.key: row for row in institutions}
        choices = [(row.key, in_my_language(row.name)) for row in institutions]
        self.fields["institution"].choices = [("", "—"), *choices]  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def given(self) -> dict[str, Any]:
        """The values as the commands take them."""
        values = {name: value for name, value in self.cleaned_data.items() if name not in {"seen", "reason"}}
        return {**values, "institution": self._institutions.get(values["institution"])}


class ReplacementForm(NomineeForm):
    """Who comes instead, and why."""

    reason = forms.CharField(label=_("Reason"), max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["rank"]
        for name in ("name", "post", "institution", "email"):
            self.fields[name].required = True


def nominee_given(row: Nominee) -> dict[str, Any]:
    """An entry, as the form begins."""
    names = ("rank", "name", "post", "email", "language", "sex", "grade", "is_security", "is_at_risk", "withheld")
    return {**{n: getattr(row, n) for n in names}, "institution": row.institution_id or "", "seen": nominee_digest(row)}


class LetterForm(forms.Form):
    """One supporting letter: what it says it is, and what its first bytes are."""

    file = SizedFile(label=_("Supporting letter (PDF or Word, up to 5 MB)"))

    def clean_file(self) -> File:
        sent = self.cleaned_data["file"]
        data = sent.read(MOST_MB * 2**20 + 1)
        media, begins = MEDIA.get(PurePath(sent.name).suffix.lower(), ("", b""))
        if not media or not data.startswith(begins):
            raise forms.ValidationError(_("“%(name)s” is neither a PDF nor a Word file."), params={"name": sent.name})
        if len(data) > MOST_MB * 2**20:
            raise forms.ValidationError(
                _("%(name)s is larger than %(limit)s MB."), params={"name": sent.name, "limit": MOST_MB}
            )
        return File(sent.name, media, data)


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=300, required=False)


class MoveForm(forms.Form):
    way = forms.ChoiceField(choices=Way.choices)


class SeenForm(forms.Form):
    """The digest of what was read before an act."""

    seen = forms.CharField(max_length=64)
