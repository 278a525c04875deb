"""What the forms of meetings are made of."""

from collections.abc import Sequence
from typing import Any

from django import forms

Choices = Sequence[tuple[str, Any]]


def area(label: Any, rows: int = 3, **kwargs: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), max_length=8000, **kwargs)
