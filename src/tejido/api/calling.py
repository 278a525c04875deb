"""An act of a program is done by the view that browsers use: the same address, form, rule and command.

The inner request has the token's actor and no cookie. Pages are not rendered: what they would have been made of is laid
aside (`web/setting.py`), and what was wrong with the input is read from its forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any

from django.contrib.messages import constants
from django.contrib.messages.storage.base import BaseStorage, Message
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponseBase, QueryDict
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.html import strip_tags
from django_htmx.middleware import HtmxDetails

from tejido.ledger.refusals import Refused
from tejido.ledger.requests import ActorRequest
from tejido.web import held
from tejido.web.instants import clocks

from .acts import ACTS
from .callers import Caller
from .problems import Kind, Problem, of_refusal

_KEPT = ("HTTP_HOST", "HTTP_ACCEPT_LANGUAGE", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "REMOTE_ADDR",
         "SERVER_NAME", "SERVER_PORT", "SERVER_PROTOCOL", "wsgi.url_scheme", "HTTP_USER_AGENT")  # fmt: skip  # one list
_DEPTH = 3  # how deep in what a page is made of a form may lie


class Heard(BaseStorage):
    """The messages of one request. They are told in its answer and kept nowhere."""

    def _get(self, *_args: Any, **_kwargs: Any) -> tuple[list[Message], bool]:
        return [], True

    def _store(self, *_args: Any, **_kwargs: Any) -> list[Message]:
        return []

    def all(self) -> list[Message]:
        return list(self._queued_messages)  # type: ignore[attr-defined]  # the stubs do not know it


@dataclass(frozen=True, slots=True)
class Sent:
    """What a program sends: values by field, and files."""

    values: Mapping[str, list[str]] = field(default_factory=dict)
    files: Mapping[str, list[UploadedFile[Any]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the view answered, what it said, and what was wrong with the input by field."""

    response: HttpResponseBase
    messages: list[Message]
    errors: dict[str, list[str]]

    @property
    def complaints(self) -> list[str]:
        return [strip_tags(str(said.message)) for said in self.messages if said.level >= constants.ERROR]


def act_at(path: str) -> ResolverMatch:
    """The act at an address of the house. A problem where there is none, or none for programs."""
    try:
        match = resolve(path)
    except Resolver404 as problem:
        raise Problem(Kind.NOT_FOUND) from problem
    if match.view_name not in ACTS:
        raise Problem(Kind.NOT_FOUND)
    return match


def do(
    request: ActorRequest, caller: Caller, match: ResolverMatch, path: str, sent: Sent, *, is_fresh: bool
) -> Outcome:
    """Calls the view. Refusals and what is not found end it as problems."""
    if held.why():
        raise Problem(Kind.READ_ONLY)
    inner = _inner(request, caller, match, path, sent, is_fresh=is_fresh)
    try:
        with timezone.override(clocks(caller.account.zone)):
            response = match.func(inner, *match.args, **match.kwargs)
    except Refused as problem:
        raise of_refusal(problem.refusal) from problem
    except Http404 as problem:
        raise Problem(Kind.NOT_FOUND) from problem
    except PermissionDenied as problem:
        raise Problem(Kind.REFUSED, status=403) from problem
    return Outcome(response, inner._messages.all(), _errors(inner))  # noqa: SLF001  # where Django looks for them


def _inner(
    request: ActorRequest, caller: Caller, match: ResolverMatch, path: str, sent: Sent, *, is_fresh: bool
) -> Any:
    inner: Any = HttpRequest()
    inner.method, inner.path, inner.path_info = "POST", path, path
    inner.META = {name: request.META[name] for name in _KEPT if name in request.META} | {"REQUEST_METHOD": "POST"}
    inner.GET, inner.POST, inner.FILES = request.GET, _values(sent.values), MultiValueDict(sent.files)
    inner.resolver_match, inner.session, inner.laid_aside = match, SessionStore(), []
    inner._messages, inner.htmx = Heard(inner), HtmxDetails(inner)  # noqa: SLF001  # the same
    inner.now, inner.LANGUAGE_CODE = request.now, request.LANGUAGE_CODE
    inner.user, inner.mandates = caller.account, [caller.needs_token().mandate]
    inner.actor = replace(caller.actor, is_fresh=caller.actor.is_fresh or is_fresh)
    return inner


def _values(values: Mapping[str, list[str]]) -> QueryDict:
    """As a form of a browser: never empty, since every one carries a token, and without a NUL, which nobody types."""
    found = QueryDict(mutable=True)
    found["csrfmiddlewaretoken"] = ""
    for name, several in values.items():
        found.setlist(name.replace("\0", ""), [value.replace("\0", "") for value in several])
    found._mutable = False  # noqa: SLF001  # as Django leaves it behind
    return found


def _errors(inner: Any) -> dict[str, list[str]]:
    """What is wrong with what was sent: of the forms that were filled with it, and of no other."""
    found: dict[str, list[str]] = {}
    for form in _forms(inner.laid_aside, _DEPTH):
        if form.is_bound and form.data is inner.POST:
            for name, errors in form.errors.items():
                found.setdefault(form.add_prefix(name) if name in form.fields else name, []).extend(
                    strip_tags(str(error)) for error in errors
                )
    return {name: list(dict.fromkeys(said)) for name, said in found.items()}


def _forms(value: Any, depth: int) -> Iterator[BaseForm]:
    """The forms in what a page is made of, however it is laid out."""
    if isinstance(value, BaseForm):
        yield value
    elif depth >= 0:
        for each in _inside(value):
            yield from _forms(each, depth - 1)


def _inside(value: Any) -> Iterable[Any]:
    if isinstance(value, Mapping):
        return value.values()
    if isinstance(value, list | tuple):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, each.name) for each in fields(value)]
    return ()
