"""Tags for the pages of meetings."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import count

from django import template
from django.forms import BaseForm
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from tejido.engine.document import Document, Kind, passage_id
from tejido.formats.markdown import read
from tejido.web.languages import Said, say
from tejido.web.reading import read_once

from ..forms import WithdrawalForm
from ..models import Commitment, Meeting, Paper, Release
from ..pages import PaperLine
from ..pages import paper_line as line_of
from ..queries.meetings import BodyContext, MeetingContext
from ..tabs import body_tabs, meeting_tabs
from ..words import title_of, who_promised

register = template.Library()
HIGHEST = 2  # the level of the highest heading in minutes, which is drawn as h3: items have h2


@register.filter
def meeting_title(meeting: Meeting) -> str:
    return title_of(meeting)


@register.filter
def promised_by(commitment: Commitment) -> str:
    return who_promised(commitment)


@register.simple_tag
def paper_line(paper: Paper, meeting: str) -> PaperLine:
    """What a document is called and where it is read: {% paper_line paper meeting.key as found %}."""
    return line_of(paper, meeting)


@register.simple_tag
def one_of(form: BaseForm, key: str) -> BaseForm:
    """The same empty form once more on a page, with ids of its own: {% one_of form row.key as its_form %}."""
    return type(form)(auto_id=f"{key}_%s")


@register.simple_tag
def withdrawal_of(row: Release) -> WithdrawalForm:
    """The form that withdraws a release, with ids of its own: {% withdrawal_of row as its_form %}."""
    return WithdrawalForm(auto_id=f"{row.key}_%s", initial={"part": row.part, "audience": row.audience})


@register.simple_tag
def tabs_of(context: MeetingContext | BodyContext, path: str) -> SafeString:
    """The pages of a meeting or of a body: {% tabs_of context request.path %}."""
    tabs = meeting_tabs(context, path) if isinstance(context, MeetingContext) else body_tabs(context, path)
    return render_to_string("web/components/subnav.html", {"items": tabs})


@register.simple_tag
def released_text(texts: Mapping[str, str]) -> Said:
    """What was released, in the reader's language or the one that there is: {% released_text data.general as x %}."""
    return say(texts, get_language() or "es")


@register.simple_tag
def written(markdown: str, language: str, highest: int = HIGHEST) -> SafeString:
    """Minutes as HTML, their headings below that of their item: {% written row.markdown row.language %}. `highest` is
    the level of the highest of them; level 2 is drawn as h3. Nothing of it stays in memory: it may be a draft."""
    return mark_safe(_drawn(markdown, language, highest))  # noqa: S308 - formats.markdown sanitises what it renders


@register.simple_tag
def released_minutes(said: Said, highest: int = HIGHEST) -> SafeString:
    """The same of what `released_text` found: {% released_minutes words 3 %}. It is drawn once for all readers."""
    return mark_safe(kept(said.text, said.language, highest))  # noqa: S308 - formats.markdown sanitises what it renders


def _drawn(markdown: str, language: str, highest: int) -> str:
    numbers = count()
    document = read(markdown, language, lambda: passage_id(next(numbers).to_bytes(8)[::-1]))
    levels = [passage.level for passage in document if passage.kind == Kind.HEADING]
    shift = highest - min(levels, default=highest)
    lowered = [replace(p, level=min(p.level + shift, 6)) if p.kind == Kind.HEADING else p for p in document]
    return "".join(part.inner for part in read_once(Document.of(lowered), language).passages)


kept = lru_cache(maxsize=512)(_drawn)
