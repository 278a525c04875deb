"""A named no: what rules return and commands raise. The sentence is a translated label of the code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from tejido.web.editing import show_what_stands

if TYPE_CHECKING:
    from django.forms import BaseForm


@dataclass(frozen=True, slots=True)
class Refusal:
    """`code` is a member of an app's refusals, its label a sentence with %(name)s places that `values` fill."""

    code: TextChoices
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        return str(self.code.label) % dict(self.values) if self.values else str(self.code.label)


class Refused(Exception):  # noqa: N818  # a refusal is not an error
    """A command said no. Nothing was changed."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(str(refusal.code))
        self.refusal = refusal


def ask(refusal: Refusal | None) -> None:
    """Raises what a rule refused; passes in silence what it allowed."""
    if refusal is not None:
        raise Refused(refusal)


class No(TextChoices):
    """The refusals that every app shares."""

    NOT_YOURS = "not_yours", _("Your seat may not do this. %(who)s can.")
    NO_SEAT = "no_seat", _("Choose a seat first: acts belong to seats, not to persons.")
    NOT_FRESH = "not_fresh", _("This is a formal act. Please confirm with your second factor that it is you.")
    READ_ONLY = (
        "read_only",
        _("This node is read-only at present, and nothing was changed. Whoever runs it knows until when."),
    )
    STALE = (
        "stale",
        _("Somebody changed this while you had it open. Nothing of yours is lost: compare the two and save again."),
    )


def not_yours(who: Any) -> Refusal:
    return Refusal(No.NOT_YOURS, {"who": who})


def must_be_fresh(is_fresh: bool) -> Refusal | None:
    """Formal acts ask for a second factor shown minutes ago."""
    return None if is_fresh else Refusal(No.NOT_FRESH)


def must_be_as_seen(now: object, seen: object) -> Refusal | None:
    """Nobody writes over what somebody else wrote meanwhile: digests, keys or numbers of what stands, and of what the
    page showed."""
    return None if now == seen else Refusal(No.STALE)


def is_saved(form: BaseForm, act: Callable[[], object]) -> bool:
    """Does what the form asks. Where somebody changed the same meanwhile, nothing is done and the form says so: its
    page comes back with the words that were typed, beside what stands now. Other refusals have a page of their own."""
    try:
        act()
    except Refused as problem:
        if problem.refusal.code != No.STALE:
            raise
        form.add_error(None, problem.refusal.sentence)
        show_what_stands(form)
        return False
    return True
