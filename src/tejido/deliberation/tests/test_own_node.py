"""A member prepares its positions on its own node: here they enter as a release from its seat would."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from cast import FIRST, NOW, SECOND, Cast
from tejido.deliberation import commands
from tejido.deliberation.commands import SaidAnswer, SaidPosition
from tejido.deliberation.models import Answer, Clearance, Comment, Round
from tejido.deliberation.names import No
from tejido.deliberation.queries.positions import answers_digest, standing_releases
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.registry.commands import act_through_node
from tejido.registry.models import Party
from tejido.registry.names import Role

from .doings import DAY, HOUR, answer, clear, lines, refused, release, remark, withdraw

NODE, OTHER_NODE = "0000-1111-2222", "3333-4444-5555"
ANSWER = SaidAnswer(
    FIRST,
    covers_section=False,
    stance="amend",
    type="technical",
    language="es",
    wording="Empieza antes.",
    reason="Es más claro.",
)
WHOLE = SaidAnswer("", covers_section=False, stance="agree", type="technical", language="es", wording="", reason="")


@pytest.fixture
def afar(cast: Cast, round_: Round) -> Round:
    """The round, in which Aldea works on its own node."""
    act_through_node(actor=cast.actor("XA/focal_point"), member=cast.members["XA"], node=NODE, at=NOW)
    return round_


def said(round_: Round, *answers: SaidAnswer) -> SaidPosition:
    given = answers or (ANSWER, WHOLE)
    rows = [Answer(**{name: getattr(one, name) for name in SaidAnswer.__slots__}) for one in given]
    digest = answers_digest(rows)
    cleared_by = f"XA/{Role.VALIDATING_AUTHORITY}/MRE"
    return SaidPosition(round_.revision.digest, digest, NOW, given, cleared=digest, cleared_at=NOW, by=cleared_by)


def take(cast: Cast, round_: Round, position: SaidPosition, *, by: str = "XA/focal_point", node: str = NODE,
         at: datetime = NOW + HOUR, fresh: bool = True):  # fmt: skip  # one row
    return commands.take_released(actor=cast.actor(by, fresh=fresh), node=node, round_=round_, said=position, at=at)


def test_what_was_released_on_the_node_stands_as_comments_in_the_order_told(cast, afar):
    row = take(cast, afar, said(afar))
    found = lines(afar)
    assert [found[label].comment.passage for label in ("XA-1", "XA-2")] == [FIRST, ""]
    assert (row.office, row.is_late, row.at) == ("XA/focal_point/MRE", False, NOW + HOUR)
    line = Line.objects.get(act="position-released")
    assert (line.tree_id, line.facts["node"], line.facts["digest"]) == ("network", NODE, row.digest)
    assert line.facts["released"] == NOW.isoformat()
    cleared = Clearance.objects.get()
    assert (cleared.digest, cleared.office) == (row.digest, "XA/validating_authority/MRE")


def test_the_clock_here_says_whether_it_is_late(cast, afar):
    assert take(cast, afar, said(afar), at=NOW + 31 * DAY).is_late


def test_the_same_release_again_changes_nothing(cast, afar):
    take(cast, afar, said(afar))
    before = Line.objects.count()
    assert take(cast, afar, said(afar), at=NOW + 2 * HOUR) is None
    assert Line.objects.count() == before


def test_a_correction_takes_the_place_of_what_stood_and_keeps_what_it_repeats(cast, afar):
    take(cast, afar, said(afar))
    second = replace(ANSWER, passage=SECOND)
    row = take(cast, afar, said(afar, ANSWER, second), at=NOW + 2 * HOUR)
    assert row.position.number == 2
    assert {comment.number for comment in Comment.objects.filter(withdrawn_at=None)} == {1, 3}


def test_what_was_begun_here_before_stays_unreleased(cast, round_):
    answer(cast, round_)
    act_through_node(actor=cast.actor("XA/focal_point"), member=cast.members["XA"], node=NODE, at=NOW)
    assert take(cast, round_, said(round_)).position.number == 2


def test_a_withdrawal_comes_from_the_node_too(cast, afar):
    give = {"actor": cast.actor("XA/focal_point"), "node": NODE, "round_": afar, "at": NOW + HOUR}
    with refused(No.NOT_RELEASED):
        commands.take_withdrawal(reason="Error.", **give)
    take(cast, afar, said(afar))
    commands.take_withdrawal(reason="Error.", **give)
    assert standing_releases(afar) == {}
    assert Line.objects.get(act="position-withdrawn").facts["node"] == NODE
    assert take(cast, afar, said(afar), at=NOW + 2 * HOUR).position.number == 2


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"revision": "f" * 64}, No.OTHER_REVISION),
        ({"digest": "f" * 64}, No.NOT_AS_SIGNED),
        ({"cleared": ""}, No.NOT_CLEARED),
        ({"cleared": "f" * 64}, No.NOT_CLEARED),
        ({"answers": (), "digest": answers_digest([])}, No.POSITION_EMPTY),
    ],
    ids=["revision", "answers", "not-cleared", "cleared-otherwise", "empty"],
)
def test_it_is_refused_as_a_release_from_a_seat_would_be(cast, afar, changed, code):
    with refused(code):
        take(cast, afar, replace(said(afar), **changed))


def test_answers_are_complete_and_about_the_text(cast, afar):
    for wrong, code in (
        (replace(ANSWER, wording=""), No.WORDING_MISSING),
        (replace(ANSWER, reason=""), No.REASON_MISSING),
        (replace(ANSWER, passage="00000000zzzz"), No.NO_SUCH_PASSAGE),
    ):
        with refused(code):
            take(cast, afar, said(afar, wrong))


@pytest.mark.parametrize(
    ("who", "node", "fresh", "code"),
    [
        ("XA/focal_point", OTHER_NODE, True, No.NOT_ITS_NODE),
        ("XB/focal_point", NODE, True, No.NOT_ITS_NODE),
        ("XB/focal_point", "", True, No.NOT_ITS_NODE),
        ("XA/validating_authority", NODE, True, Shared.NOT_YOURS),
        ("network/secretariat", NODE, True, Shared.NOT_YOURS),
        ("XA/focal_point", NODE, False, Shared.NOT_FRESH),
    ],
)
def test_nobody_speaks_for_a_member_but_its_node_and_its_seat(cast, afar, who, node, fresh, code):
    with refused(code):
        take(cast, afar, said(afar), by=who, node=node, fresh=fresh)


@pytest.mark.parametrize(
    "act",
    [
        lambda cast, round_: remark(cast, round_, "XA/representative/JUS"),
        answer,
        clear,
        release,
        withdraw,
    ],
    ids=["remark", "answer", "clear", "release", "withdraw"],
)
def test_nothing_is_prepared_here_while_the_node_does_it(cast, afar, act: Callable[..., object]):
    with refused(No.THROUGH_NODE):
        act(cast, afar)


def test_other_members_go_on_here(cast, afar):
    assert remark(cast, afar, "XB/representative/JUS").party.code == "XB"
    assert Party.objects.filter(node=NODE).count() == 1


def test_pages_say_where_the_position_is_prepared_and_offer_no_form(cast, round_, sit, clock):
    remark(cast, round_, "XA/representative/JUS", body="CANARIO antes")
    act_through_node(actor=cast.actor("XA/focal_point"), member=cast.members["XA"], node=NODE, at=NOW)
    focal_point = sit("XA/focal_point")
    for page in ("", "reading/", "position/", "reading/?at=text"):
        shown = focal_point.get(f"/rounds/{round_.key}/{page}").content.decode()
        assert "prepares and releases its positions on its own node" in shown
        assert "Keep in our position" not in shown
        assert "Release the position" not in shown
        assert "nothing more to remark" not in shown
        assert "Copy into our position" not in shown
    assert "CANARIO antes" in focal_point.get(f"/rounds/{round_.key}/position/").content.decode()
    other = sit("XB/focal_point").get(f"/rounds/{round_.key}/").content.decode()
    assert "on its own node" not in other
