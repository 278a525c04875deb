"""Tags for the pages of a text."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from tejido.engine.document import Passage
from tejido.formats.markdown import plain

from ..models import Text
from ..tabs import text_tabs as tabs_of

register = template.Library()


@register.simple_tag
def text_tabs(text: Text, path: str) -> SafeString:
    """The pages of a text: {% text_tabs text request.path %}."""
    return render_to_string("web/components/subnav.html", {"items": tabs_of(text, path)})


@register.filter
def plain_in(passage: Passage, language: str) -> str:
    """What a passage says, without markup, in one language or in the first that it has: {{ passage|plain_in:"es" }}."""
    return plain(passage.text(language) or next((text for _, text in passage.texts), ""))
