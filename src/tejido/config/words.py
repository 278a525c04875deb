"""What the machine says to whoever operates it: in the language of their terminal, before Django and without it."""

import gettext as catalogues
import os
from functools import cache
from pathlib import Path

LOCALE = Path(__file__).parents[1] / "locale"
LANGUAGES = ("es", "pt", "en", "fr")


def language() -> str:
    """The first of our languages that the environment asks for, in the order of GNU gettext; else English."""
    wanted = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or "C"
    if _base(wanted) in {"c", "posix"}:
        return "en"
    order = [*os.environ.get("LANGUAGE", "").split(":"), wanted]
    return next((tag for tag in map(_base, order) if tag in LANGUAGES), "en")


def _base(locale: str) -> str:
    """ "pt_BR.UTF-8" is "pt"."""
    return locale.replace("-", "_").split("_")[0].split(".")[0].lower()


@cache
def _catalogue(tag: str) -> catalogues.NullTranslations:
    return catalogues.translation("django", LOCALE, [tag], fallback=True)


def gettext(message: str) -> str:
    return _catalogue(language()).gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    return _catalogue(language()).ngettext(singular, plural, count)
