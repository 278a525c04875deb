"""Template tags that every page may use without loading them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms, template
from django.template.context import Context
from django.utils import translation
from django.utils.html import format_html, format_html_join
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from tejido.engine.document import Passage
from tejido.formats.markdown import render, render_inline
from tejido.web import components, icons, languages, links
from tejido.web.addresses import address_of
from tejido.web.beside import beside
from tejido.web.citations import cited

register = template.Library()

## Languages


@register.filter("said")
def said_filter(texts: Mapping[str, str] | None) -> str:
    """The text in the interface language: {{ member.name|said }}."""
    return languages.in_my_language(texts or {})


@register.simple_tag
def said(texts: Mapping[str, str] | None) -> str:
    """The same, marked with its own language where it is another one: {% said member.name %}."""
    found = languages.say(texts or {}, translation.get_language() or "es")
    if not found.is_other:
        return found.text
    return format_html(
        '<span lang="{}" dir="{}">{}</span>', found.language, languages.direction(found.language), found.text
    )


@register.filter
def language_own_name(tag: str) -> str:
    """español, português. Not called language_name: {% load i18n %} would put Django's own over it."""
    return languages.name_of(tag)


@register.filter
def language_in_mine(tag: str) -> str:
    """The language in the words of whoever reads: "portugués" for a Spanish reader. For sentences."""
    return languages.name_in_mine(tag)


@register.filter
def direction(tag: str) -> str:
    return languages.direction(tag)


## Texts


@register.filter
def linked(source: str) -> SafeString:
    """A source in the language that is on, its whole addresses as links: {{ event.source|linked }}."""
    return links.linked(cited(source))


@register.simple_tag
def passage_html(passage: Passage, language: str) -> SafeString:
    """The passage as HTML in one language: {% passage_html passage "es" %}."""
    return mark_safe(render(passage, language))  # noqa: S308 - formats.markdown sanitises what it renders


@register.filter
def inline(text: str) -> SafeString:
    """A wording or a remark as it reads, its marks drawn and its lines kept: {{ comment.wording|inline }}."""
    return mark_safe(render_inline(text))  # noqa: S308 - formats.markdown sanitises what it renders


@register.simple_tag
def spans(pieces: Iterable[Any]) -> SafeString:
    """Word-level differences: {% spans change.spans %}, of objects with `op` (equal, insert, delete) and `text`."""
    added, removed = gettext("added:"), gettext("removed:")
    tags = {"insert": ("ins", added), "delete": ("del", removed)}
    return format_html_join("", "{}", ((_span(tags.get(str(piece.op)), piece.text),) for piece in pieces))


def _span(tag: tuple[str, str] | None, text: str) -> str:
    if tag is None:
        return text
    name, words = tag
    opening = mark_safe(f"<{name}>")  # noqa: S308 - "ins" or "del"
    closing = mark_safe(f"</{name}>")  # noqa: S308 - the same
    return format_html('{}<span class="aloud">{} </span>{}{}', opening, words, text, closing)


## Forms


@register.inclusion_tag("web/components/form_fields.html")
def form_fields(form: forms.BaseForm) -> dict[str, Any]:
    """Every field with label, help and errors, and a summary of the errors above: {% form_fields form %}."""
    return {"form": form}


@register.inclusion_tag("web/components/field.html")
def form_field(field: forms.BoundField) -> dict[str, Any]:
    """One field, for pages that place them by hand: {% form_field form.wording %}.

    What is not required is marked as optional, except for the fields that the form names in `unmarked`: those of a
    filter, and those that another choice asks for."""
    is_unmarked = field.field.required or field.name in getattr(field.form, "unmarked", ())
    return {"field": field, "kind": _kind(field), "is_marked": not is_unmarked}


def _kind(field: forms.BoundField) -> str:
    widget = field.field.widget
    if field.use_fieldset:
        return "group"
    return "checkbox" if isinstance(widget, forms.CheckboxInput) else "line"


@register.inclusion_tag("web/components/formal_act.html", takes_context=True)
def formal_act(
    context: Context, consequence: str, label: str, tone: str = "", name: str = "", value: str = ""
) -> dict[str, Any]:
    """The end of a form that is a formal act: {% formal_act consequence label %}; tone="danger" where it takes away."""
    here = way_back(context)
    return {"consequence": consequence, "label": label, "tone": tone, "name": name, "value": value, "way_back": here}


@register.inclusion_tag("web/components/editor.html")
def editor(field: forms.BoundField, preview_url: str, draft_url: str, language: str = "") -> dict[str, Any]:
    """A text area with toolbar, preview and kept drafts: {% editor form.text preview_url draft_url "es" %}."""
    language = language or translation.get_language() or "es"
    hints = {"data-preview-url": preview_url, "data-draft-url": draft_url, "data-preview": f"{field.auto_id}_preview"}
    widget = {"data-editor": True, "lang": language, "dir": languages.direction(language), "spellcheck": "true"}
    return {"field": field, "language": language, "attrs": {**hints, **widget}}


@register.simple_tag
def editor_area(field: forms.BoundField, attrs: dict[str, Any], kept: str, not_kept: str) -> SafeString:
    """The text area itself, with the sentences of its script as data attributes."""
    return field.as_widget(attrs={**attrs, "data-kept": kept, "data-not-kept": not_kept})


## Components


@register.simple_tag
def icon(name: str) -> str:
    """An inline drawing: {% icon "clock" %}."""
    return icons.icon(name) if name else ""


@register.inclusion_tag("web/components/member_strip.html")
def member_strip(strip: components.Strip) -> dict[str, Any]:
    return {"strip": strip}


@register.inclusion_tag("web/components/status_sentence.html")
def status_sentence(sentence: components.Sentence) -> dict[str, Any]:
    return {"sentence": sentence}


@register.filter
def of(table: Mapping[str, Any], key: str) -> Any:
    """What a table says of a key that is itself a value: {{ unknown|of:line.topic }}; empty where it says nothing."""
    return table.get(key, "")


@register.inclusion_tag("web/components/empty_state.html")
def empty_state(title: str, body: str = "", url: str = "", label: str = "") -> dict[str, Any]:
    """What to do where there is nothing yet: {% empty_state title body url label %}."""
    return {"title": title, "body": body, "url": url, "label": label}


@register.inclusion_tag("web/components/progress.html")
def progress(value: int, maximum: int, label: str) -> dict[str, Any]:
    return {"value": value, "maximum": maximum, "label": label}


@register.inclusion_tag("web/components/subnav.html")
def subnav(items: Sequence[Any], label: str = "") -> dict[str, Any]:
    """The pages of a section: {% subnav tabs %}, of Tab or (label, url, is_current)."""
    return {"items": [components.as_tab(item) for item in items], "label": label}


@register.inclusion_tag("web/components/downloads.html")
def downloads(items: Sequence[components.Download]) -> dict[str, Any]:
    """The files of a page: {% downloads items %}; nothing where there are none."""
    return {"items": items}


@register.inclusion_tag("web/components/keyboard_help.html")
def keyboard_help() -> dict[str, Any]:
    """The dialogue behind "?" on reading pages; needs reading.js."""
    return {}


## The frame


@register.simple_tag(takes_context=True)
def way_back(context: Context) -> str:
    """The page that the reader was on: this one, or the one that a form came from and named in its field `next`."""
    request = context.get("request")
    if request is None:
        return "/"
    if request.method in {"GET", "HEAD"}:
        return str(request.get_full_path())
    named = request.POST.get("next", "")
    return named if url_has_allowed_host_and_scheme(named, allowed_hosts=None) else "/"


@register.simple_tag(takes_context=True, name="beside")
def beside_page(context: Context, place: str) -> str:
    """The address of what an app above has beside this page, or "": {% beside "glossary" as url %}."""
    request = context.get("request")
    return beside(place, request.actor) if request is not None else ""


@register.simple_tag(takes_context=True)
def navigation(context: Context) -> list[components.Tab]:
    request = context.get("request")
    match = getattr(request, "resolver_match", None)
    is_known = getattr(getattr(request, "user", None), "is_authenticated", False)
    places = components.DESTINATIONS if is_known else components.PUBLIC_DESTINATIONS
    return components.navigation(getattr(request, "path", ""), getattr(match, "namespace", ""), address_of, places)
