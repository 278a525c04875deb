"""The pages of a text."""

from django.utils.translation import gettext_lazy as _

from tejido.web.components import Tab

from .models import Text


def text_tabs(text: Text, path: str) -> list[Tab]:
    base = f"/texts/{text.slug}/"
    places = [
        (_("Text"), base),
        (_("Rounds and adoption"), f"{base}course/"),
        (_("History"), f"{base}history/"),
        (_("Languages"), f"{base}languages/"),
        (_("Translation"), f"{base}translation/"),
        (_("Versions"), f"{base}versions/"),
        (_("Where it comes from"), f"{base}origins/"),
    ]
    return [Tab(label, url, path == url) for label, url in places]
