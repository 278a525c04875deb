"""What the pages of a text show, made of what queries loaded."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from tejido.web.reading import Reading

from .freshness import Currency
from .models import Text
from .words import kind_words


def edit_links(text: Text, read: Reading) -> dict[str, str]:
    """The way to edit each section, in the margin of its heading; what stands before the first heading has its own."""
    query = urlencode({"language": read.language})
    words = _("Edit")
    links: dict[str, str] = {}
    for passage in read.passages:
        if passage.kind == "heading":
            address = reverse("curriculum:section", args=[text.slug, passage.id])
            links[passage.id] = format_html(
                '<a class="remark-link" href="{}?{}">{}<span class="aloud"> {}</span></a>',
                address,
                query,
                words,
                passage.address,
            )
    first = read.passages[0] if read.passages else None
    if first is not None and first.kind != "heading":
        address = reverse("curriculum:section", args=[text.slug, "start"])
        links[first.id] = format_html('<a class="remark-link" href="{}?{}">{}</a>', address, query, words)
    return links


def margins(links: Mapping[str, str], told: Currency | None) -> dict[str, str]:
    """What stands in the margin of each passage: a word on whether it is current, and the way to edit it."""
    marks = told.marks if told else {}
    return {id: marks.get(id, "") + links.get(id, "") for id in {**links, **marks}}


def declarations(record: Mapping[str, Any], read: Reading) -> list[dict[str, Any]]:
    """The reservations and declarations that travel with an edition, each with the address of its passage."""
    addresses = {p.id: p.address for p in read.passages}
    found = record.get("reservations", [])
    return [{**item, "address": addresses.get(item["passage"], ""), "kind": kind_words(item["kind"])} for item in found]
