"""The page on which a member takes out what it has here."""

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import IO
from weakref import finalize

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from tejido.custody.commands import take_out
from tejido.custody.rules import takes_out
from tejido.ledger.requests import ActorRequest
from tejido.registry.queries import network
from tejido.web.downloads import streamed
from tejido.web.languages import in_my_language
from tejido.web.one_instant import one_instant

from .papers import Taking, write_member
from .words import CHECKS, HOLDS, LACKS

_AT_ONCE = 64 * 1024  # bytes that are sent together
_IN_MEMORY = 16 * 1024 * 1024  # bytes; a longer file lies on the disk, without a name


@require_http_methods(["GET", "POST"])
def taking_out(request: ActorRequest) -> HttpResponseBase:
    """What the file holds; and the file, which is of one instant and whole before its first byte is sent."""
    actor = request.actor
    if not takes_out(actor, actor.member):
        raise Http404
    if request.method == "GET":
        return render(request, "takeout/taking_out.html", {"holds": HOLDS, "lacks": LACKS, "checks": CHECKS})
    served = network()
    name = in_my_language(served.name) if served else "Tejido"
    receipt = take_out(actor=actor, member=actor.member, network=name, at=request.now)
    file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  # it is closed when it has been sent
    try:
        with one_instant():
            write_member(file, Taking(actor, request.now, receipt))
    except BaseException:
        file.close()
        raise
    file.seek(0)
    answer = streamed(_parts(file), "application/zip", f"tejido-{actor.member}-{request.now:%Y%m%d-%H%M%S}.zip")
    finalize(answer, file.close)  # also where nobody waits for its first byte
    return answer


def _parts(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while part := file.read(_AT_ONCE):
            yield part
