"""Content in several languages: which text a reader is shown, and whether it is the one they asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils import translation

NAMES = {"es": "español", "pt": "português", "en": "English", "fr": "français", "ar": "العربية", "sw": "Kiswahili"}
RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur"})


@dataclass(frozen=True, slots=True)
class Said:
    """A text and the language it is really in. `is_other` says that the reader asked for another language."""

    text: str
    language: str
    is_other: bool


def say(texts: Mapping[str, str], wanted: str, fallback: Sequence[str] = ("es", "en")) -> Said:
    """The text in the wanted language; else in a sister tag (pt for pt-BR); else by the fallback order; else any."""
    order = [wanted, *(tag for tag in texts if base(tag) == base(wanted)), *fallback, *texts]
    for tag in order:
        if texts.get(tag):
            return Said(texts[tag], tag, base(tag) != base(wanted))
    return Said("", wanted, False)


def in_my_language(texts: Mapping[str, str]) -> str:
    """The text for the interface language of the current request."""
    return say(texts or {}, translation.get_language() or "es").text


def filled(texts: Mapping[str, str]) -> dict[str, str]:
    """The languages in which something is written, without the blanks around it."""
    return {tag: words.strip() for tag, words in texts.items() if words.strip()}


def typed(values: Mapping[str, Any], name: str) -> dict[str, str]:
    """What a form was given for something that it asks in each language of the interface, in fields `name_tag`."""
    return filled({tag: values.get(f"{name}_{tag}") or "" for tag, _own in settings.LANGUAGES})


def spread(name: str, texts: Mapping[str, str]) -> dict[str, str]:
    """Words by language as the fields of such a form begin with them."""
    return {f"{name}_{tag}": words for tag, words in texts.items()}


def base(tag: str) -> str:
    return tag.split("-", maxsplit=1)[0].lower()


def name_of(tag: str) -> str:
    """The language's own name, as its speakers write it."""
    own = NAMES.get(base(tag), tag)
    return own if base(tag) == tag else f"{own} ({tag})"


def name_in_mine(tag: str) -> str:
    """What the language is called in the language of the interface, as within a sentence: "portugués", "Portuguese".
    Its own name where Django knows none."""
    try:
        found = translation.gettext(translation.get_language_info(base(tag))["name"])
    except KeyError:
        return name_of(tag)
    return found if base(translation.get_language() or "es") == "en" else found.lower()


def direction(tag: str) -> str:
    return "rtl" if base(tag) in RIGHT_TO_LEFT else "ltr"
