"""Every act on recommendations: who may do it, what it changes, where it is written, and each refusal."""

from functools import partial

import pytest

from cast import FIRST, NOW, SECTION_A, SECTION_B, seen
from tejido.ledger.actors import CONSOLE
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.programmes.tests.doings import initiative, reported
from tejido.reporting import commands
from tejido.reporting.commands.writing import FACTS
from tejido.reporting.models import Charge, InitiativeLink, Mark, Recommendation
from tejido.reporting.names import Act, Duty, No, Status
from tejido.reporting.queries.known import hanging
from tejido.reporting.queries.standing import assessment_digest, charges_digest

from .doings import (
    DAY,
    FOCAL_POINT,
    OTHER,
    REPRESENTATIVE,
    SECRETARIAT,
    again,
    assessed,
    charged,
    entered,
    linked,
    selected,
    told,
)

pytestmark = pytest.mark.django_db
KEEPERS = [FOCAL_POINT, "XA/alternate", "XA/validating_authority"]
OTHERS = [OTHER, SECRETARIAT, "network/observer"]


def refused(call) -> object:
    """The code of the refusal; nothing was written."""
    before = Line.objects.count()
    with pytest.raises(Refused) as said:
        call()
    assert Line.objects.count() == before
    return said.value.refusal.code


def last() -> Line:
    return Line.objects.filter(tree="member:XA").order_by("place").last()


def elsewhere(cast, who, call) -> object:
    """What somebody else is told who would do it to a row of Aldea."""
    return refused(lambda: call(cast.actor(who)))


@pytest.mark.parametrize("who", KEEPERS)
def test_a_recommendation_is_entered_into_the_members_own_space_and_ledger(cast, who):
    before = Line.objects.filter(tree="network").count()
    row = entered(cast, who, texts={"es": "Formar a la policía."}, cluster="Eje 1")
    assert (row.member.code, row.status, row.cluster) == ("XA", Status.OPEN, "Eje 1")
    line = last()
    assert (line.act, line.object, line.facts) == (Act.RECOMMENDATION_ENTERED, row.key, {"mechanism": "upr"})
    assert "policía" not in bytes(line.canonical).decode()
    assert Line.objects.filter(tree="network").count() == before  # no other ledger learns of it


@pytest.mark.parametrize("who", [REPRESENTATIVE, *OTHERS])
def test_nobody_else_enters_one(cast, who):
    actor = cast.actor(who)
    given = {"mechanism": "upr", "texts": {"es": "Formar."}, "member": cast.members["XA"], "at": NOW}
    assert refused(lambda: commands.enter_recommendation(actor=actor, **given)) == Shared.NOT_YOURS
    assert refused(lambda: commands.enter_recommendation(actor=CONSOLE, **given)) == Shared.NOT_YOURS


def test_the_same_recommendation_is_not_entered_twice_and_another_part_of_the_document_is(cast):
    row = entered(cast)
    assert refused(lambda: entered(cast, texts={"es": "Otra."})) == No.KNOWN  # the same paragraph
    entered(cast, paragraph="12.2")  # the same words under another one
    assert refused(lambda: entered(cast, paragraph="", texts=row.texts)) == No.KNOWN  # the same words
    assert refused(lambda: entered(cast, texts={"es": " "})) == No.KNOWN
    assert refused(lambda: entered(cast, paragraph="9", texts={"es": ""})) == No.NO_TEXT
    entered(cast, OTHER)  # what another member was told is its own
    assert Recommendation.objects.count() == 3


def test_it_is_put_right_and_known_again_by_what_it_says_now(cast):
    row = entered(cast)
    commands.change_recommendation(
        actor=cast.actor(FOCAL_POINT),
        recommendation=row,
        seen=seen(row, *FACTS),
        symbol="A/HRC/0/2",
        texts={"es": "Capacitar."},
        at=NOW,
    )
    now = again(row)
    assert (now.symbol, now.paragraph, now.texts, now.changed_at) == ("A/HRC/0/2", "12.1", {"es": "Capacitar."}, NOW)
    assert last().act == Act.RECOMMENDATION_CHANGED
    other = entered(cast)  # nothing is in its way any more
    change = lambda **values: commands.change_recommendation(  # noqa: E731
        actor=cast.actor(FOCAL_POINT), recommendation=row, seen=seen(row, *FACTS), at=NOW, **values
    )
    assert refused(lambda: change(symbol=other.symbol)) == No.KNOWN
    assert refused(lambda: change(texts={})) == No.NO_TEXT
    assert Mark.objects.filter(recommendation=row).count() == 2
    for who in (REPRESENTATIVE, *OTHERS):
        given = {"recommendation": row, "seen": seen(row, *FACTS), "at": NOW}
        act = partial(commands.change_recommendation, **given)
        assert elsewhere(cast, who, lambda actor, act=act: act(actor=actor)) == Shared.NOT_YOURS


def test_where_the_member_stands_is_said_by_its_keepers_and_by_the_institution_that_is_charged(cast):
    row = entered(cast, cluster="Eje 1")
    assessed(cast, row, cluster=" Eje 2 ")
    now = again(row)
    assert (now.status, now.cluster, now.assessment) == (Status.UNDER_WAY, "Eje 2", {"es": "Avanza."})
    assert (last().act, last().facts) == (Act.RECOMMENDATION_ASSESSED, {"status": "under_way"})
    assert refused(lambda: assessed(cast, row, REPRESENTATIVE)) == Shared.NOT_YOURS
    charged(cast, row, alternate="JUS")
    assessed(cast, row, REPRESENTATIVE, status=Status.DONE, cluster="Otro")
    assert (again(row).status, again(row).cluster) == (Status.DONE, "Eje 2")  # where it belongs the keepers say
    assert refused(lambda: assessed(cast, row, "XA/representative/DEF")) == Shared.NOT_YOURS
    for who in OTHERS:
        assert refused(lambda who=who: assessed(cast, row, who)) == Shared.NOT_YOURS


def test_a_keeper_and_a_charged_institution_never_write_past_one_another(cast):
    row = entered(cast)
    none, bare = charges_digest(row), assessment_digest(again(row))
    charged(cast, row, principal="JUS")
    assessed(cast, row, REPRESENTATIVE, assessment={"es": "De la institución"})
    assert refused(lambda: assessed(cast, row, assessment={"pt": "Outra"}, seen=bare)) == Shared.STALE
    assert again(row).assessment == {"es": "De la institución"}
    late = {"actor": cast.actor(FOCAL_POINT), "recommendation": row, "charges": {}, "seen": none, "at": NOW}
    assert refused(lambda: commands.set_charges(**late)) == Shared.STALE
    assert Charge.objects.filter(recommendation=row).count() == 1


def test_institutions_of_the_member_are_charged_each_with_one_duty(cast):
    row = entered(cast)
    charged(cast, row, principal="JUS", alternate="DEF")
    duties = {charge.institution.code: charge.duty for charge in Charge.objects.filter(recommendation=row)}
    assert duties == {"JUS": Duty.PRINCIPAL, "DEF": Duty.ALTERNATE}
    charged(cast, row, validating="MRE")  # in the place of those before
    assert [charge.duty for charge in Charge.objects.filter(recommendation=row)] == [Duty.VALIDATING]
    assert last().act == Act.CHARGES_SET
    foreign = {cast.institutions["XB/JUS"].key: Duty.PRINCIPAL}
    act = lambda actor, charges: commands.set_charges(  # noqa: E731
        actor=actor, recommendation=row, charges=charges, seen=charges_digest(row), at=NOW
    )
    assert refused(lambda: act(cast.actor(FOCAL_POINT), foreign)) == No.NOT_OF_MEMBER
    for who in (REPRESENTATIVE, *OTHERS):
        assert elsewhere(cast, who, lambda actor: act(actor, {})) == Shared.NOT_YOURS


def test_initiatives_answer_many_recommendations_and_many_answer_one(cast):
    one, two = entered(cast), entered(cast, paragraph="12.2")
    schools, law = initiative(cast), initiative(cast)
    actor = cast.actor(FOCAL_POINT)
    link = lambda **values: commands.link_initiatives(actor=actor, at=NOW, **values)  # noqa: E731
    assert link(recommendations=[one, two], initiatives=[schools.key, law.key, law.key], note=" Forma. ") == 4
    row = InitiativeLink.objects.filter(recommendation=one).first()
    assert (row.note, row.office, last().act) == ("Forma.", "XA/focal_point/MRE", Act.EVIDENCE_LINKED)
    assert link(recommendations=[one, entered(cast, paragraph="3")], initiatives=[law.key]) == 1
    assert refused(lambda: link(recommendations=[one], initiatives=[law.key])) == No.LINKED
    for foreign in (initiative(cast, who=OTHER), reported(cast)):  # nor what a source says of it
        assert refused(lambda f=foreign: link(recommendations=[one], initiatives=[f.key])) == No.NOT_OF_MEMBER
    for who in (REPRESENTATIVE, *OTHERS):
        assert refused(lambda who=who: linked(cast, one, law, who=who)) == Shared.NOT_YOURS


def test_a_section_that_the_member_may_read_answers_a_recommendation(cast, text, mechanism):
    row, actor = entered(cast), cast.actor(FOCAL_POINT)
    link = lambda passage, who=actor: commands.link_section(  # noqa: E731
        actor=who, recommendation=row, text=text, passage=passage, at=NOW
    )
    made = link(SECTION_A)
    assert last().facts == {"recommendation": row.key, "text": text.key, "passage": SECTION_A}
    assert refused(lambda: link(SECTION_A)) == No.LINKED
    assert refused(lambda: link("000000000zzz")) == No.NOT_OF_MEMBER
    assert elsewhere(cast, OTHER, lambda who: link(SECTION_B, who)) == Shared.NOT_YOURS
    text.body = mechanism
    text.body.member = cast.members["XB"]
    assert refused(lambda: link(FIRST)) == No.NOT_OF_MEMBER  # a text that it may not read
    for who in (REPRESENTATIVE, *OTHERS):
        act = lambda actor: commands.unlink(actor=actor, link=made, at=NOW)  # noqa: E731
        assert elsewhere(cast, who, act) == Shared.NOT_YOURS
    commands.unlink(actor=actor, link=made, at=NOW + DAY)
    assert last().facts == {"recommendation": row.key, "kind": "sectionlink"}
    assert type(made).objects.count() == 0


def test_one_goes_as_long_as_nothing_hangs_on_it(cast, text):
    def hung(do) -> str:
        row = entered(cast, paragraph=str(Recommendation.objects.count() + 50))
        do(row)
        assert hanging([row.key]) == {row.key}
        return refused(lambda: commands.remove_recommendation(actor=actor, recommendation=row, at=NOW))

    actor = cast.actor(FOCAL_POINT)
    section = lambda row: commands.link_section(  # noqa: E731
        actor=actor, recommendation=row, text=text, passage=SECTION_A, at=NOW
    )
    change = lambda row: commands.change_recommendation(  # noqa: E731
        actor=actor, recommendation=row, seen=seen(row, *FACTS), session="III", at=NOW
    )
    pick = lambda row: commands.pick(  # noqa: E731
        actor=actor, selection=selected(cast), keys=[row.key], at=NOW
    )
    hangers = (
        lambda row: linked(cast, row, initiative(cast)), section, change, pick, lambda row: assessed(cast, row),
        lambda row: charged(cast, row, principal="JUS"), lambda _row: told(cast, selected(cast)),
    )  # fmt: skip  # one list
    assert {hung(do) for do in hangers} == {No.HANGS}
    row = entered(cast)
    for who in (REPRESENTATIVE, *OTHERS):
        act = lambda actor: commands.remove_recommendation(actor=actor, recommendation=row, at=NOW)  # noqa: E731
        assert elsewhere(cast, who, act) == Shared.NOT_YOURS
    commands.remove_recommendation(actor=actor, recommendation=row, at=NOW)
    assert (last().act, last().object) == (Act.RECOMMENDATION_REMOVED, row.key)
    assert not Recommendation.objects.filter(key=row.key).exists()
    entered(cast)  # and can be entered anew
