"""How cells say what they say."""

from collections.abc import Iterable, Mapping

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tejido.curriculum.models import Text
from tejido.engine.document import Passage
from tejido.formats.markdown import plain
from tejido.web.dates import in_words, span
from tejido.web.languages import base, name_of, say


def in_language(texts: Mapping[str, str] | None, language: str) -> str:
    """The words in the language of the table; in another one where there are none, and then it says in which."""
    found = say(texts or {}, language)
    if not found.text or not found.is_other or base(found.language) == base(language):
        return found.text
    return f"[{name_of(found.language)}] {found.text}"


def lines(*several: str) -> str:
    """What is not empty, a line each."""
    return "\n".join(filter(None, several))


def listed(items: Iterable[str]) -> str:
    return "; ".join(filter(None, items))


def day_words(day: str) -> str:
    """A date in words, as exact as it is known."""
    meant = span(day)
    if meant is None:
        return day
    if meant[0] == meant[1]:
        return in_words(meant[0])
    return date_format(meant[0], "YEAR_MONTH_FORMAT") if len(day) > len("2012") else day


def overlaps(begins: str, ends: str, since: str, until: str) -> bool:
    """Whether something that lasts from one date to another, as far as they are known, touches a period. What nobody
    dated is not left out."""
    first, last = span(begins), span(ends)
    is_later = bool(first and until) and first is not None and first[0].isoformat() > until
    is_earlier = bool(last and since) and last is not None and last[1].isoformat() < since
    return not is_later and not is_earlier


def section_words(text: Text, heading: Passage | None, language: str) -> str:
    """ "Curriculum: Risk factors"."""
    if heading is None:
        said = _("a section that is no longer there")
    else:
        said = in_language({tag: plain(heading.text(tag)) for tag in heading.languages}, language)
    return f"{in_language(text.title, language)}: {said}"
