"""The codes stand in databases, ledgers and files, so that none may change silently."""

from enum import StrEnum

import pytest

from tejido.engine.procedure import (
    CommentType,
    DeadlineProblem,
    DeclarationKind,
    Disposition,
    ExtensionProblem,
    ObjectionProblem,
    SilenceProblem,
    Stance,
    Waiting,
)


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        (Stance, "agree amend add delete reserve no_position"),
        (CommentType, "general technical editorial"),
        (Disposition, "accepted accepted_with_modification noted not_accepted"),
        (DeclarationKind, "reservation interpretative"),
        (Waiting, "silence vacant agreement decision no_members"),
        (
            ObjectionProblem,
            "not_of_record no_reason late closed unknown not_raised_by_this_member already_lifted",
        ),
        (ExtensionProblem, "not_a_silence late not_later"),
        (SilenceProblem, "too_short"),
        (DeadlineProblem, "unknown_zone does_not_exist ambiguous in_the_past"),
    ],
)
def test_codes(kind: type[StrEnum], codes: str) -> None:
    assert [member.value for member in kind] == codes.split()
    assert [member.name for member in kind] == codes.upper().split()
