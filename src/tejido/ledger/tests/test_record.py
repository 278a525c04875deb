"""Writing the ledger: one line per act, in the act's own transaction, without a name in it."""

import json

import pytest
from django.db import transaction
from django.utils import translation

from tejido.engine.proof import EMPTY_ROOT, leaf_hash, root_of, verify_inclusion
from tejido.ledger.actors import CLOCK, CONSOLE, PUBLIC, Actor
from tejido.ledger.audit import audit
from tejido.ledger.commands import record
from tejido.ledger.lines import seal
from tejido.ledger.models import Line, Node, SignedTreeHead, Tree
from tejido.ledger.names import trees_known_to
from tejido.ledger.queries import inclusion_of, latest_head, lines_of_seat, recent_lines, size_of
from tejido.ledger.queries import root_of as stored_root
from tejido.ledger.refusals import No, Refusal, Refused, ask, not_yours
from tejido.ledger.signals import act_recorded

from .book import AT, FOCAL_POINT, SIZE, TREE, line_at, write

pytestmark = pytest.mark.django_db
WORDS = "Observo que Juana Pérez lo dijo en Asunción."


@pytest.fixture
def heard():
    """The lines that the signal of the platform has told of."""
    lines = []

    def hear(line, **_signal):
        lines.append(line)

    act_recorded.connect(hear)
    yield lines
    act_recorded.disconnect(hear)


@pytest.mark.django_db(transaction=True)
def test_an_act_is_not_recorded_outside_the_transaction_that_changes_the_state():
    with pytest.raises(RuntimeError, match="transaction"):
        record(actor=FOCAL_POINT, act="x", tree=TREE, kind="x", object="x", at=AT)
    assert not Line.objects.exists()
    assert not Tree.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_an_act_that_fails_leaves_no_line_no_hash_and_no_ledger(heard):
    def fail():
        with transaction.atomic():
            write(3)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert [model.objects.count() for model in (Line, Node, Tree, SignedTreeHead)] == [0, 0, 0, 0]
    assert heard == []


@pytest.mark.django_db(transaction=True)
def test_an_act_is_told_only_once_its_transaction_has_committed(heard):
    with transaction.atomic():
        line = write()
        assert heard == []
    assert heard == [line]


@pytest.fixture
def deaf():
    """A listener that fails at every act."""

    def fail(line, **_signal):
        raise ZeroDivisionError(line.act)

    act_recorded.connect(fail)
    yield
    act_recorded.disconnect(fail)


@pytest.mark.django_db(transaction=True)
def test_a_listener_that_fails_breaks_neither_the_act_nor_what_others_hear(deaf, heard, caplog):
    line = write()
    assert heard == [line]
    assert size_of(TREE) == 1
    assert [told.exc_info[0] for told in caplog.records if told.name == "django.dispatch"] == [ZeroDivisionError]


def test_lines_get_their_places_one_after_the_other_in_each_ledger():
    write(3)
    write(2, tree="member:XA")
    write()
    assert list(Line.objects.filter(tree=TREE).order_by("place").values_list("place", flat=True)) == [0, 1, 2, 3]
    assert [size_of(tree) for tree in (TREE, "member:XA", "member:XB")] == [4, 2, 0]


def test_a_member_knows_the_network_s_ledger_and_its_own_and_no_other():
    assert [trees_known_to(member) for member in ("XA", "")] == [["network", "member:XA"], ["network"]]


def test_a_line_holds_office_seat_and_mandate_and_never_the_account():
    actor = Actor(account="9f" * 16, seat="s" * 12, mandate="m" * 12, office="XA/focal_point/MRE")
    line = write(actor=actor)
    told = json.loads(bytes(line.canonical))
    assert (told["office"], told["seat"], told["mandate"]) == (actor.office, actor.seat, actor.mandate)
    assert actor.account not in bytes(line.canonical).decode()


def test_what_people_wrote_is_sealed_and_not_in_the_bytes_that_are_hashed():
    line = write(details={"reason": WORDS})
    bytes_ = bytes(line.canonical).decode()
    assert not [word for word in WORDS.split() if len(word) > 4 and word in bytes_]
    assert json.loads(bytes_)["seal"] == seal(bytes(line.salt), {"reason": WORDS})


def test_the_same_words_are_sealed_differently_each_time_so_that_nobody_can_guess_them():
    one, other = write(details={"reason": "Sí"}), write(details={"reason": "Sí"})
    assert json.loads(bytes(one.canonical))["seal"] != json.loads(bytes(other.canonical))["seal"]


def test_what_nobody_wrote_is_not_sealed():
    line = write(details={})
    assert (json.loads(bytes(line.canonical))["seal"], bytes(line.salt), line.details) == ("", b"", None)


@pytest.mark.parametrize("erased", [{"details": None}, {"details": None, "salt": b""}])
def test_erasing_what_people_wrote_keeps_the_proof(erased):
    write(SIZE, details={"reason": WORDS})
    root = stored_root(TREE, SIZE)
    Line.objects.filter(tree=TREE, place=7).update(**erased)
    line = line_at(7)
    proof = inclusion_of(line, SIZE)
    assert verify_inclusion(leaf_hash(bytes(line.canonical)), 7, SIZE, proof, root)
    assert audit().ok
    assert WORDS not in str(list(Line.objects.filter(place=7).values()))


def test_the_root_is_the_root_over_all_lines():
    write(SIZE)
    leaves = [leaf_hash(bytes(line.canonical)) for line in Line.objects.filter(tree=TREE).order_by("place")]
    assert stored_root(TREE, SIZE) == root_of(leaves)
    assert stored_root("member:XB", 0) == EMPTY_ROOT


@pytest.mark.parametrize("size", [1, 2, 31, SIZE])
def test_every_line_can_be_proved_to_be_in_the_ledger(size):
    write(SIZE)
    root = stored_root(TREE, size)
    for line in Line.objects.filter(tree=TREE, place__lt=size):
        leaf = leaf_hash(bytes(line.canonical))
        assert verify_inclusion(leaf, line.place, size, inclusion_of(line, size), root)


def test_a_seat_reads_its_own_acts_whoever_held_it_and_nobody_else_does():
    write(2)
    for other in (Actor(seat="another00001", office="XB/focal_point/MRE"), CONSOLE):
        write(actor=other)
    assert [line.place for line in lines_of_seat(FOCAL_POINT.seat)] == [1, 0]
    assert lines_of_seat(PUBLIC.seat) == []


def test_recent_acts_are_those_of_the_ledgers_asked_for_and_the_newest_come_first():
    write(5)
    write(tree="member:XA")
    since = line_at(2).at
    assert [line.place for line in recent_lines([TREE], since)] == [4, 3, 2]
    assert [line.place for line in recent_lines([TREE], since, limit=1)] == [4]


def test_a_ledger_that_nobody_was_given_a_receipt_of_has_no_head():
    write()
    assert latest_head(TREE) is None


def test_the_machine_and_the_console_act_under_their_own_names_and_hold_no_seat():
    assert [(actor.office, actor.is_public) for actor in (PUBLIC, CLOCK, CONSOLE)] == [
        ("", True),
        ("clock", True),
        ("console", True),
    ]
    assert not FOCAL_POINT.is_public


def test_a_refusal_is_raised_with_its_sentence_and_silence_lets_pass():
    with pytest.raises(Refused) as refused:
        ask(not_yours("Technical Secretariat"))
    assert refused.value.refusal.code == No.NOT_YOURS
    with translation.override("en"):
        assert "Technical Secretariat can." in refused.value.refusal.sentence
    assert Refusal(No.STALE).sentence == No.STALE.label
    assert ask(None) is None
