"""How pages are set: by Django's own templates, but for what a program asks for.

A program gets no page. What the page would have been made of is laid aside in the request, so that the interface for
programs finds in it what was wrong with the input; nothing is rendered, and no word of a page can slip into an answer.
"""

from typing import Any

from django.http import HttpRequest
from django.template.backends.django import DjangoTemplates, Template
from django.utils.safestring import SafeString


class Templates(DjangoTemplates):
    def get_template(self, template_name: str) -> "Page":
        found: Any = super().get_template(template_name)
        return Page(found.template, self)


class Page(Template):
    """A request with a list `laid_aside` gets its contexts there, and an empty page."""

    def render(self, context: dict[str, Any] | None = None, request: HttpRequest | None = None) -> SafeString:
        aside = getattr(request, "laid_aside", None)
        if aside is None:
            page: SafeString = super().render(context, request)  # type: ignore[assignment]  # what Django's really is
            return page
        aside.append(context or {})
        return SafeString("")
