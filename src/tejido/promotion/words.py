"""Entries of the register in words."""

from django.utils.translation import gettext as _

from tejido.meetings.words import title_of
from tejido.web.languages import in_my_language

from .models import ForumVersion
from .names import Basis
from .queries import Bases


def basis_choices(bases: Bases) -> list[tuple[str, str]]:
    """What can be chosen as the basis, in words."""
    found = []
    for choice, row in bases.by_choice.items():
        basis = Basis(choice.partition(":")[0])
        about = title_of(row.meeting) if basis == Basis.DECISION else in_my_language(row.edition.text.title)  # type: ignore[union-attr]  # by its basis
        number = row.number if basis == Basis.DECISION else row.edition.number  # type: ignore[union-attr]  # the same
        found.append((choice, f"{basis.label} {number}: {about}"))
    return found


def basis_of(version: ForumVersion, *, is_decision_open: bool) -> str:
    """What lets this be said in the network's name. What a decision says and where it was taken is told to those
    alone who may read it."""
    if version.adoption is not None:
        title, number = in_my_language(version.adoption.edition.text.title), version.adoption.edition.number
        return _("%(basis)s: %(title)s, edition %(number)s") % {
            "basis": Basis(version.basis).label, "title": title, "number": number,
        }  # fmt: skip  # one sentence
    if version.decision is None:
        return ""
    if not is_decision_open:
        return str(Basis.DECISION.label)
    said = {"number": version.decision.number, "meeting": title_of(version.decision.meeting)}
    return _("Decision %(number)s: %(meeting)s") % said
