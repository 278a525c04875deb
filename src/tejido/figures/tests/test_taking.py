"""Counts that a member shows from its own node stand as they were released, joined as they were, and not otherwise."""

from dataclasses import replace

import pytest

from cast import NOW
from tejido.engine.proof import canonical_digest
from tejido.figures.commands import SaidCounts, take_counts
from tejido.figures.models import Figure, Publication
from tejido.figures.names import LEAST, No
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused

NODE = "0000-1111-2222"
GROUPS = (
    {"edition": "there", "counts": "trained", "of": {"sex": ["female"]}, "persons": 11},
    {"edition": "there", "counts": "trained", "of": {"sex": ["male"]}, "persons": 14},
)
COVERS = {"months": ["2026-01"], "schools": 1, "names": {}}


def said(**changed) -> SaidCounts:
    values = {
        "year": 2026, "audience": "network", "keep": ("sex",), "groups": GROUPS, "covers": COVERS, "targets": (),
        "digest": "",
        **changed,
    }  # fmt: skip  # one table
    told = {"member": "XA", "year": values["year"], "by": list(values["keep"]), "covers": values["covers"],
            "groups": list(values["groups"]), "targets": list(values["targets"])}  # fmt: skip  # one table
    return SaidCounts(**{**values, "digest": values["digest"] or canonical_digest(told)})


def take(cast, counts=None, *, by="XA/focal_point", fresh=True):
    actor, member = cast.actor(by, fresh=fresh), cast.members["XA"]
    given = counts or said()
    return take_counts(actor=actor, node=NODE, member=member, said=given, editions={"there": "here"}, at=NOW)


def refused(code, act):
    with pytest.raises(Refused) as problem:
        act()
    assert problem.value.refusal.code == code
    assert not Line.objects.filter(act="counts-published").exists()


def test_the_groups_stand_as_told_and_are_added_up_by_the_edition_here(cast):
    row = take(cast)
    assert (row.member.code, row.year, row.groups, row.digest) == ("XA", 2026, list(GROUPS), said().digest)
    sums = Figure.objects.filter(publication=row).values_list("by", "values", "edition", "persons")
    assert set(sums) == {("", "", "here", 25), ("sex", "female", "here", 11), ("sex", "male", "here", 14)}
    assert Line.objects.get(act="counts-published").facts["node"] == NODE


def test_an_edition_that_is_not_here_is_not_made_up(cast):
    row = take(cast, said(groups=({**GROUPS[0], "edition": "elsewhere"},)))
    assert {figure.edition for figure in Figure.objects.filter(publication=row)} == {""}


def test_the_same_again_changes_nothing_and_a_newer_one_ends_the_older(cast):
    first = take(cast)
    assert take(cast) is None
    second = take(cast, said(groups=({**GROUPS[0], "persons": 12},)))
    assert Publication.objects.get(ended_at=None) == second
    assert Publication.objects.get(key=first.key).ended_at == NOW


def test_what_is_not_as_signed_or_too_small_is_refused(cast):
    small = ({**GROUPS[0], "persons": LEAST - 1},)
    refused(Shared.STALE, lambda: take(cast, said(digest="f" * 64)))
    refused(No.TOO_FEW, lambda: take(cast, said(groups=small)))
    refused(No.NONE_RECEIVED, lambda: take(cast, said(groups=())))


@pytest.mark.parametrize("who", ["XB/focal_point", "network/secretariat", "XA/representative/JUS"])
def test_nobody_shows_the_counts_of_another_member(cast, who):
    refused(Shared.NOT_YOURS, lambda: take(cast, by=who))


def test_it_is_a_formal_act_there_too(cast):
    refused(Shared.NOT_FRESH, lambda: take(cast, fresh=False))


def test_a_changed_word_is_another_digest(cast):
    refused(Shared.STALE, lambda: take(cast, replace(said(), year=2025)))
