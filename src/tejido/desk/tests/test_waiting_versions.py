"""What the desk says of versions and of translations: to whom, until when, and to nobody else."""

from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override

from cast import FIRST, ITEM, NOW, SECOND, SECTION_A, convene, make_text
from counting import queries_of
from tejido.adaptation.commands import Space, bring_edition, confirm_core, derive_from_file, read_signed
from tejido.adaptation.tests.doings import (
    OURS,
    THEIRS,
    adapt,
    adopt,
    approve,
    as_read,
    changed,
    declare,
    derive,
    lock,
    take_up,
)
from tejido.curriculum.commands import save_revision
from tejido.curriculum.models import Edition
from tejido.curriculum.queries import canonical_file, document_of, documents, latest_revision
from tejido.deliberation.commands import conclude_meeting
from tejido.deliberation.names import ProcedureKind
from tejido.deliberation.tests.doings import HOUR, agree, fill_cumbre, propose
from tejido.desk import queries
from tejido.engine.adaptation import Choice, Way
from tejido.handover.queries.matters import matters_of
from tejido.translation import commands as translating
from tejido.translation.queries import facts
from tejido.translation.tests.doings import write_source

pytestmark = pytest.mark.django_db
FP, ALT, VA, JUS, SEC = (
    "XA/focal_point", "XA/alternate", "XA/validating_authority", "XA/representative/JUS", "network/secretariat",
)  # fmt: skip
OTHERS = ("XB/focal_point", "network/observer", "network/chair")
OFFERED = "Edition 2 is offered to your version"


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


def waiting(cast, who):
    found = queries.waiting_in(queries.work_of(cast.actor(who), NOW + HOUR))
    return [(item.what, item.text) for item in found]


def whats(cast, who):
    return [what for what, _text in waiting(cast, who)]


def test_who_serves_a_version_is_told_of_a_newer_edition_until_they_looked_at_all_of_it(cast, text):
    adopt(cast, text)
    version = derive(cast, text)
    assert whats(cast, FP) == []
    adopt(cast, text, **{SECOND: "Otra cosa.", ITEM: "El lugar."})
    assert waiting(cast, FP) == [(OFFERED, "Versión de Aldea")]
    assert whats(cast, ALT) == [OFFERED]
    for who in (VA, JUS, SEC, *OTHERS):
        assert whats(cast, who) == []
    take_up(cast, version, choices={SECOND: Choice(Way.JOIN)})
    assert as_read(cast, version).uptake.left == 1
    assert whats(cast, FP) == []
    adopt(cast, text, **{FIRST: THEIRS})
    assert whats(cast, FP) == ["Edition 3 is offered to your version"]


def test_a_school_is_told_when_the_version_of_its_state_changes(cast, text):
    adopt(cast, text)
    national = derive(cast, text, space=Space(convene(cast)))
    school = Space(member=cast.members["XA"], institution=cast.institutions["XA/JUS"])
    derive(cast, national.text, by=JUS, space=school)
    assert whats(cast, JUS) == []
    adapt(cast, national, {FIRST: OURS})
    assert whats(cast, JUS) == ["The text that your version comes from has changed"]
    assert whats(cast, FP) == []


def test_an_edition_brought_in_from_a_file_waits_until_it_is_taken_up(cast, text):
    fill_cumbre(cast)
    first, second = _signed(cast, text), _signed(cast, text, THEIRS)
    actor, space = cast.actor(FP), Space(member=cast.members["XA"])
    version = derive_from_file(actor=actor, space=space, signed=first, title={"es": "De fuera"}, at=NOW)
    assert whats(cast, FP) == []
    bring_edition(actor=actor, derivation=version, signed=second, at=NOW)
    assert waiting(cast, FP) == [(OFFERED, "De fuera")]
    take_up(cast, version)
    assert whats(cast, FP) == []


def _signed(cast, text, said=""):
    if said:
        base = latest_revision(text)
        document = changed(document_of(base), {FIRST: said})
        save_revision(actor=cast.secretariat, text=text, document=document, base=base, reason="", at=NOW)
    row = propose(cast, text, kind=ProcedureKind.MEETING)
    agree(cast, row, FP)
    conclude_meeting(actor=cast.actor("network/chair"), procedure=row, present=["XA", "XB", "XC"], at=NOW)
    edition = Edition.objects.select_related("revision").order_by("-number").first()
    return read_signed(bytes(edition.record), canonical_file(edition.revision))


def test_reasons_wait_for_who_can_approve_them_and_never_for_who_gave_them(cast, text):
    adopt(cast, text)
    version = derive(cast, text, space=Space(convene(cast)))
    adapt(cast, version, {FIRST: OURS, ITEM: None})
    assert whats(cast, VA) == []
    declare(cast, version)
    declare(cast, version, ITEM, by=ALT)
    assert waiting(cast, VA) == [("2 departures wait for your approval", "Versión de Aldea")]
    assert whats(cast, FP) == ["1 departure waits for your approval"]
    for who in (ALT, JUS, SEC, *OTHERS):
        assert whats(cast, who) == []
    adapt(cast, version, {FIRST: "Otra vez."})  # its reason was given for other words
    assert whats(cast, VA) == ["1 departure waits for your approval"]
    approve(cast, version)
    for who in (VA, FP):
        assert whats(cast, who) == []


def test_a_core_passage_is_approved_by_its_derogation_alone(cast, text):
    edition = adopt(cast, text)
    version = derive(cast, text)
    adapt(cast, version, {SECOND: OURS})
    declare(cast, version, SECOND)
    assert whats(cast, VA) == ["1 departure waits for your approval"]
    lock(cast, edition)
    assert whats(cast, VA) == []
    declare(cast, version, SECOND, is_derogation=True)
    assert whats(cast, VA) == ["1 departure waits for your approval"]


def test_the_secretariat_is_asked_about_core_passages_that_changed_until_it_has_answered(cast, text):
    first = adopt(cast, text)
    lock(cast, first)
    assert whats(cast, SEC) == []
    second = adopt(cast, text, **{SECOND: "Los factores cambiaron."})
    assert waiting(cast, SEC) == [("1 core passage changed: confirm or lift", "Texto")]
    for who in (FP, *OTHERS):
        assert whats(cast, who) == []
    confirm_core(actor=cast.secretariat, edition=second, passage=SECOND, decided="Reunión XIII", at=NOW)
    assert whats(cast, SEC) == []


def test_a_translator_is_told_what_of_its_part_waits_and_what_is_stale(cast, text):
    who, seat = "network/translator", cast.seats[cast.office("network/translator")]
    given = {"actor": cast.secretariat, "text": text, "seat": seat, "at": NOW}
    translating.assign(language="pt", section="", until=date(2027, 3, 9), **given)
    assert whats(cast, who) == []  # all of it is translated
    translating.assign(language="fr", section=SECTION_A, until=None, **given)
    write_source(cast, text, FIRST, "La prevención empieza mucho antes.")
    assert whats(cast, who) == [
        "1 passage to translate: Portuguese (of 1 the source has changed)",
        "4 passages to translate: French",
    ]
    (item, _) = queries.waiting_in(queries.work_of(cast.actor(who), NOW))
    assert item.until == datetime(2027, 3, 10, 2, 59, 59, 999999, tzinfo=UTC)  # the end of the day in Asunción
    assert item.url == "/texts/texto/translation/pt/?mine=on"
    for other in (FP, SEC, *OTHERS):
        assert whats(cast, other) == []


def test_who_takes_over_finds_the_same_in_the_brief(cast, text):
    adopt(cast, text)
    version = derive(cast, text, space=Space(convene(cast)))
    adapt(cast, version, {FIRST: OURS})
    declare(cast, version, by=ALT)
    adopt(cast, text, **{SECOND: "Otra cosa."})
    found = {matter.what: (matter.text, matter.url) for matter in matters_of(cast.actor(FP), NOW + HOUR)}
    assert found == {
        "Edition 2 is offered to your version": ("Versión de Aldea", f"/versions/{version.key}/uptakes/"),
        "1 departure waits for your approval": ("Versión de Aldea", f"/versions/{version.key}/"),
    }
    assert matters_of(cast.actor("XB/focal_point"), NOW + HOUR) == []


def _more(cast, number):
    """One more version with a reason that waits and something on offer, a lock that changed, a part to translate."""
    text = make_text(cast, slug=f"t{number}")
    lock(cast, adopt(cast, text))
    version = derive(cast, text, by=FP)
    adapt(cast, version, {FIRST: OURS})
    declare(cast, version)
    adopt(cast, text, **{SECOND: "Otra cosa."})
    seat = cast.seats[cast.office("network/translator")]
    translating.assign(
        actor=cast.secretariat, text=text, seat=seat, language="fr", section="", until=date(2027, 3, 9), at=NOW
    )


def test_it_costs_the_same_queries_however_much_waits(cast):
    def cost(who):
        facts.memory.forget()
        documents.memory.forget()
        return queries_of(lambda: queries.work_of(cast.actor(who), NOW + HOUR))

    _more(cast, 1)
    persons = (FP, VA, SEC, "network/translator")
    once = {who: cost(who) for who in persons}
    for number in (2, 3):
        _more(cast, number)
    assert [len(whats(cast, who)) for who in persons] == [3, 3, 3, 3]
    assert {who: cost(who) for who in persons} == once
