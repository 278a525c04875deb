"""What the views of mechanisms start with and end with."""

from django.urls import reverse


def page_of(code: str) -> str:
    return reverse("mechanisms:mechanism", args=[code])
