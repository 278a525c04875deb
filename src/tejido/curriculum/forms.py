"""Input about texts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tejido.web.uploads import SizedFile

from .names import Readers


class SectionForm(forms.Form):
    base = forms.IntegerField(widget=forms.HiddenInput)
    markdown = forms.CharField(label=_("Text of the section"), widget=forms.Textarea, required=False, strip=False)
    reason = forms.CharField(
        label=_("Why"),
        max_length=300,
        required=False,
        help_text=_("Kept with the revision, so that others know why it was changed."),
    )

    def clean_markdown(self) -> str:
        return str(self.cleaned_data["markdown"]).replace("\r\n", "\n")


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(SizedFile):
    """Several files at once; each is checked like one."""

    widget = SeveralFiles

    def clean(self, data, initial=None):  # type: ignore[no-untyped-def]  # Django's own signature
        return [super(FilesField, self).clean(item, initial) for item in data or []]


class ImportForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=200)
    body = forms.ChoiceField(label=_("Who agrees on this text"))
    negotiated = forms.RegexField(
        r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z",
        label=_("Negotiated language"),
        max_length=20,
        initial="es",
        help_text=_("A language tag: es, pt, pt-BR, en, fr."),
    )
    files = FilesField(  # type: ignore[assignment]  # Django takes declared fields off the class
        label=_("Files"),
        help_text=_(
            "Markdown, Word or Akoma Ntoso. Several languages: one file each, named by its language (es.md, "
            "pt-BR.docx, fr.xml)."
        ),
    )

    def __init__(self, *args: object, bodies: list[tuple[str, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passes through what Django gives
        self.fields["body"].choices = bodies  # type: ignore[attr-defined]  # a ChoiceField

    def clean_files(self) -> list[Any]:
        files: list[Any] = self.cleaned_data["files"]
        if not files:
            raise forms.ValidationError(_("Choose at least one file."))
        return files


class JoinForm(forms.Form):
    keep = forms.CharField(max_length=12)
    take = forms.CharField(max_length=12)


class EditionReleaseForm(forms.Form):
    """To whom a mechanism opens one of its editions, and how much of it."""

    readers = forms.ChoiceField(label=_("Who may read it"), choices=Readers.choices)
    with_record = forms.BooleanField(
        label=_("With its adoption record"),
        required=False,
        help_text=_("It names the institutions, how each of them assented, and their reservations."),
    )
