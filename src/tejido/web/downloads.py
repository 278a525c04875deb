"""Files that a reader takes along: saved and never shown, and kept by nobody on the way."""

import logging
from collections.abc import Iterable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from tejido.formats import pdf
from tejido.formats.chart.rastering import rastered
from tejido.formats.paper import Paper
from tejido.formats.word.writing import MEDIA_TYPE as WORD
from tejido.formats.word.writing import write as write_word

_log = logging.getLogger(__name__)
_ENDINGS = {"pdf": "application/pdf", "docx": WORD}


def unkept(response: HttpResponse) -> HttpResponse:
    """The answer, for who asked for it and for no cache: neither that of the browser nor one in between."""
    response["Cache-Control"] = "private, no-store"
    return response


def saved(body: bytes | str, media_type: str, name: str) -> HttpResponse:
    """A file under its name. Texts are sent as UTF-8."""
    response = HttpResponse(body, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"  # Django's own signature
    return unkept(response)


def is_file(response: HttpResponseBase) -> bool:
    """Whether the answer is one that is saved."""
    return "Content-Disposition" in response


def streamed(parts: Iterable[bytes], media_type: str, name: str) -> StreamingHttpResponse:
    """A file that is sent while it is made, because it would not fit into memory whole."""
    response = StreamingHttpResponse(parts, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["Cache-Control"] = "private, no-store"
    return response


def paper_file(
    request: HttpRequest, paper: Paper, name: str, back: str, *, notice: str = "", seal: pdf.Seal | None = None
) -> HttpResponse:
    """The paper as PDF or Word, as the name ends; 404 for another ending. `notice` stands on every page of the PDF,
    which has a cover where there is a `seal`.

    Where it cannot be set now the reader is led back with a sentence.
    """
    ending = name.rsplit(".", maxsplit=1)[-1]
    if ending not in _ENDINGS:
        raise Http404
    try:
        made = pdf.typeset(pdf.Book(paper, seal, notice=notice)) if ending == "pdf" else write_word(rastered(paper))
    except pdf.NotSet:
        _log.exception("the paper %s was not set", name)
        messages.error(request, _("The PDF could not be set now. Take the paper as Word, or try later."))
        return redirect(back)
    return saved(made, _ENDINGS[ending], name)
