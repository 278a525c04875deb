"""Forms over what stands already: they carry a digest of it, and where somebody else changed it meanwhile they show
what stands now beside what was typed."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

SEEN = "seen"


def carry(form: forms.BaseForm, digest: str) -> None:
    """The form brings back the digest of what stood when its page was made. To be called before it is validated."""
    form.fields[SEEN] = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64, initial=digest)


def show_what_stands(form: forms.BaseForm) -> None:
    """Each field that says something else than what stands now shows it, and the next try is made on what stands now.
    Nothing for a form that carries no digest."""
    if SEEN not in form.fields:
        return
    for name in set(form.changed_data) - {SEEN}:
        field = form.fields[name]
        stands, typed = (_in_words(field, value) for value in (form[name].initial, form[name].data))
        if stands != typed:
            form[name].help_text = _("Now it says: %(words)s") % {"words": stands}
    form.data = form.data.copy()  # type: ignore[attr-defined]  # a bound form has a QueryDict
    form.data[form.add_prefix(SEEN)] = form.fields[SEEN].initial  # type: ignore[index]  # the copy can be changed


def _in_words(field: forms.Field, value: Any) -> str:
    """What is chosen by its label, several one after the other, and nothing as a dash."""
    values = value if isinstance(value, (list, tuple)) else [value]
    labels = {str(code): str(label) for code, label in getattr(field, "choices", ())}
    said = [labels.get(str(each), str(each)) for each in values if each not in {None, ""}]
    return "; ".join(said) or "—"
