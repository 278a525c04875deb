"""How views end, in every app: not found, back with what was done, back with what is wrong."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

# What a form carries along without anybody having written it.
CARRIED = {
    "csrfmiddlewaretoken", "answer", "audience", "base", "below", "code", "every", "from", "is_section", "item",
    "language", "next", "on", "one", "ours", "part", "passage", "passages", "remark", "rows", "sealed", "seat",
    "section", "seen", "subject", "take", "theirs", "to",
}  # fmt: skip  # words, read as lines


def was_typed(request: HttpRequest) -> bool:
    """Whether a person filled in something of the form that was sent; a button alone sends nothing of theirs."""
    return any(value.strip() for name in request.POST if name not in CARRIED for value in request.POST.getlist(name))


@contextmanager
def or_404() -> Iterator[None]:
    """What does not exist for this actor, or no more, is not found: the same page for strangers and unknown keys."""
    try:
        yield
    except ObjectDoesNotExist as problem:
        raise Http404 from problem


def explain(request: HttpRequest, form: BaseForm) -> None:
    """The errors of a form whose page is another one, as messages: what was typed is not kept, so each error is
    named. A program finds them in the form itself."""
    if (aside := getattr(request, "laid_aside", None)) is not None:
        aside.append({"form": form})
    for name, errors in form.errors.items():
        label = form.fields[name].label if name in form.fields else ""
        said = " ".join(str(error) for error in errors)
        messages.error(request, f"{label}: {said}" if label else said)


def back(request: HttpRequest, address: str, done: str = "") -> HttpResponse:
    if done:
        messages.success(request, done)
    return redirect(address)
