"""What is answered where nothing is: problem details (RFC 9457), in the reader's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from django.db.models import TextChoices
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from tejido.ledger.refusals import No, Refusal
from tejido.web.addresses import whole
from tejido.web.downloads import unkept

from .encoding import as_json
from .resource import ROOT

MEDIA_TYPE = "application/problem+json"
_FORBIDDEN = {No.NOT_YOURS, No.NO_SEAT, No.NOT_FRESH}


class Kind(TextChoices):
    """What can be wrong; the label says it where nothing more is known."""

    MALFORMED = "malformed", _("The request could not be read.")
    UNKNOWN_FILTER = "unknown_filter", _("The list knows no such filter, or lacks one that it needs.")
    TOKEN = "token", _("Show a token that is valid: Authorization: Bearer tej_…")  # a code
    SCOPE = "scope", _("The token does not reach so far. Its scope and its areas are in the service document.")
    SECOND_FACTOR = (
        "second_factor",
        _("This is a formal act. Send a code of your authenticator app in the header Tejido-Confirmation."),
    )
    REFUSED = "refused", _("The rules of the house do not allow this now.")
    NOT_FOUND = "not_found", _("There is nothing at this address, or nothing that your seat may see.")
    METHOD = "method", _("This address does not take this method.")
    UNDER_WAY = "under_way", _("The same request is under way. Ask again in a moment.")
    KEY_REUSED = "key_reused", _("This Idempotency-Key was used for another request.")
    TOO_LARGE = "too_large", _("The request is too large.")
    MEDIA = "media", _("Send JSON, or a form with files (multipart/form-data).")
    INPUT = "input", _("Some of what was sent cannot be taken.")
    TOO_OFTEN = "too_often", _("Too many requests. Retry-After says when to come back.")
    READ_ONLY = "read_only", No.READ_ONLY.label
    FAULT = "fault", _("The node could not do this now. Nothing was stored by half.")


STATUS: Mapping[Kind, HTTPStatus] = {
    Kind.MALFORMED: HTTPStatus.BAD_REQUEST,
    Kind.UNKNOWN_FILTER: HTTPStatus.BAD_REQUEST,
    Kind.TOKEN: HTTPStatus.UNAUTHORIZED,
    Kind.SCOPE: HTTPStatus.FORBIDDEN,
    Kind.SECOND_FACTOR: HTTPStatus.FORBIDDEN,
    Kind.REFUSED: HTTPStatus.CONFLICT,
    Kind.NOT_FOUND: HTTPStatus.NOT_FOUND,
    Kind.METHOD: HTTPStatus.METHOD_NOT_ALLOWED,
    Kind.UNDER_WAY: HTTPStatus.CONFLICT,
    Kind.KEY_REUSED: HTTPStatus.UNPROCESSABLE_ENTITY,
    Kind.TOO_LARGE: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    Kind.MEDIA: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    Kind.INPUT: HTTPStatus.UNPROCESSABLE_ENTITY,
    Kind.TOO_OFTEN: HTTPStatus.TOO_MANY_REQUESTS,
    Kind.READ_ONLY: HTTPStatus.SERVICE_UNAVAILABLE,
    Kind.FAULT: HTTPStatus.INTERNAL_SERVER_ERROR,
}


@dataclass(frozen=True, slots=True)
class Said:
    """What is answered. `code` is the kind, or the code of the house's own refusal; `errors` are by field."""

    kind: Kind
    status: int
    code: str = ""
    detail: str = ""
    errors: Mapping[str, Sequence[str]] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)

    def response(self) -> HttpResponse:
        told: dict[str, Any] = {
            "type": whole(f"{ROOT}problems/#{self.kind.value}"),
            "title": str(self.kind.label),
            "status": self.status,
            "detail": self.detail or str(self.kind.label),
            "code": self.code or self.kind.value,
        }
        if self.errors:
            told["errors"] = self.errors
        response = unkept(HttpResponse(as_json(told), content_type=MEDIA_TYPE, status=self.status))
        for name, value in self.headers.items():
            response[name] = value
        return response


class Problem(Exception):  # noqa: N818  # it is what is answered
    """Ends a request with a problem."""

    def __init__(self, kind: Kind, detail: str = "", **more: Any) -> None:
        super().__init__(kind.value)
        self.said = Said(kind, int(more.pop("status", STATUS[kind])), detail=detail, **more)


def of_refusal(refusal: Refusal) -> Problem:
    """The refusal of a command, with its own code and sentence."""
    if refusal.code == No.NOT_FRESH:
        return Problem(Kind.SECOND_FACTOR)
    if refusal.code == No.READ_ONLY:
        return Problem(Kind.READ_ONLY)
    status = HTTPStatus.FORBIDDEN if refusal.code in _FORBIDDEN else HTTPStatus.CONFLICT
    return Problem(Kind.REFUSED, refusal.sentence, status=status, code=str(refusal.code))
