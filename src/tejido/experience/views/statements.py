"""The resource of statements."""

from __future__ import annotations

from django.http import HttpResponse

from tejido.formats.xapi import Bad, Code, Sent, as_uuid, read_sent
from tejido.formats.xapi.calls import only
from tejido.formats.xapi.shapes import checked

from .. import commands, queries
from ..forms import Request, asked_for, more_of, read_more
from ..pages import result, single
from ..refusals import bad_request, not_found
from ..rules import READS, WRITES, sees_all
from .endpoint import Asked, as_json, nothing, resource

PATH = "/xapi/statements"


def _mine(asked: Asked) -> str:
    """The key whose statements alone it may read; empty where it reads all of its school."""
    return "" if sees_all(asked.credential) else asked.credential.key


def _put(asked: Asked) -> HttpResponse:
    only(asked.call, {"statementId"})
    id = checked(as_uuid, asked.call.parameters.get("statementId"), "statementId").lower()
    sent = _sent(asked)
    if sent.is_list:
        raise Bad(Code.WRONG_TYPE, expected="one statement")
    told = sent.statements[0]
    if told.id not in {"", id}:
        raise bad_request("The id of the statement is not the statementId of the address.", "not_together")
    commands.take_statements(credential=asked.credential, sent=sent.with_id(id), at=asked.at)
    return nothing()


def _post(asked: Asked) -> HttpResponse:
    """200 and the ids; 204 where every statement of the request was here already, as it is now."""
    only(asked.call, ())
    taken = commands.take_statements(credential=asked.credential, sent=_sent(asked), at=asked.at)
    return nothing() if taken.is_known else as_json(taken.ids)


def _sent(asked: Asked) -> Sent:
    return read_sent(asked.call.header("content-type"), asked.call.body)


def _get(asked: Asked) -> HttpResponse:
    if "more" in asked.call.parameters:
        only(asked.call, {"more"})
        return _page(asked, read_more(asked.keys, asked.credential.key, asked.parameter("more")))
    request = asked_for(asked.call, _mine(asked))
    return _one(asked, request) if request.id else _page(asked, request)


def _one(asked: Asked, request: Request) -> HttpResponse:
    found = queries.statement_by_id(
        asked.store, asked.keys, request.id, is_voided=request.is_voided, mine=request.filter.mine
    )
    if found is None:
        raise not_found("statement")
    return single(asked.store, asked.keys, found, request)


def _page(asked: Asked, request: Request) -> HttpResponse:
    page = queries.page_of(
        asked.store, asked.keys, request.filter, request.limit, is_ascending=request.is_ascending, after=request.after
    )
    more = more_of(asked.keys, asked.credential.key, request, page.after)
    return result(asked.store, asked.keys, page, request, f"{PATH}?more={more}" if more else "")


statements = resource({"GET": (_get, READS), "PUT": (_put, WRITES), "POST": (_post, WRITES)}, tells_through=True)
