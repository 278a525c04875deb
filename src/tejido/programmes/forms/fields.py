"""Fields that the forms of initiatives share: words in each language of the interface, lines, codes."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tejido.web.languages import base, name_of, typed

from ..names import CODES

TAGS = tuple(tag for tag, _name in settings.LANGUAGES)


class WordsForm(forms.Form):
    """A form that asks for words in each language: the reader's own first, the others folded away beneath.

    `texts` lists what is asked so: its name, its label, how long it may be, and whether it has several lines.
    """

    texts: tuple[tuple[str, Any, int, bool], ...] = ()

    def __init__(self, *args: Any, initial: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        given = dict(initial or {})
        for name, _label, _length, _long in self.texts:
            said = given.pop(name, None) or {}
            given |= {f"{name}_{tag}": words for tag, words in said.items()}
        super().__init__(*args, **{**kwargs, "initial": given})
        for name, label, length, is_long in self.texts:
            for tag in TAGS:
                self.fields[f"{name}_{tag}"] = forms.CharField(
                    label=f"{label} ({name_of(tag)})", max_length=length, required=False,
                    widget=forms.Textarea(attrs={"rows": 5, "lang": tag}) if is_long
                    else forms.TextInput(attrs={"lang": tag}),
                )  # fmt: skip
        self.order_fields([*(f"{name}_{self._mine()}" for name, *_rest in self.texts), *self.fields])

    @staticmethod
    def _mine() -> str:
        mine = base(get_language() or TAGS[0])
        return mine if mine in TAGS else TAGS[0]

    def said(self, name: str) -> dict[str, str]:
        """The words that were given, by language."""
        return typed(self.cleaned_data, name)

    @property
    def other_names(self) -> set[str]:
        return {f"{name}_{tag}" for name, *_rest in self.texts for tag in TAGS if tag != self._mine()}

    def first_fields(self) -> list[forms.BoundField]:
        """What everybody fills in."""
        return [field for field in self.visible_fields() if field.name not in self.other_names]

    def other_fields(self) -> list[forms.BoundField]:
        """The same words in other languages."""
        return [field for field in self.visible_fields() if field.name in self.other_names]

    @property
    def is_other_open(self) -> bool:
        """Whether something stands there, or something is wrong with it."""
        return any(field.value() or field.errors for field in self.other_fields())


class LinesField(forms.CharField):
    """Lines of words, one for each."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            widget=forms.Textarea(attrs={"rows": 4}), required=False, max_length=6000,
            help_text=kwargs.pop("help_text", _("One on each line.")), **kwargs,
        )  # fmt: skip

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, (list, tuple)) else value

    def clean(self, value: Any) -> list[str]:
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]


class GoalsField(forms.CharField):
    """Numbers of goals and targets, with anything between them."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            required=False, max_length=300, help_text=_("Numbers of goals or targets: 16, 16.1, 16.a, 4.7"), **kwargs
        )

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, (list, tuple)) else value

    def clean(self, value: Any) -> list[str]:
        return as_goals(super().clean(value))


def as_goals(value: str) -> list[str]:
    """The codes in a line. ValidationError for what is none of the 17 goals and 169 targets."""
    codes = list(dict.fromkeys(code.lower() for code in re.split(r"[\s,;]+", value) if code))
    for code in codes:
        if code not in CODES:
            raise forms.ValidationError(
                _("“%(code)s” is none of the 17 goals and 169 targets. Write for example 16 or 16.1."),
                params={"code": code},
            )
    return codes


class SeveralField(forms.MultipleChoiceField):
    """Boxes to tick, none of them required."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=forms.CheckboxSelectMultiple, **kwargs)
