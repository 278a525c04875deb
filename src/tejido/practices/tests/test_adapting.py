"""Adapting a practice of another: private until it is released, and a copy from then on."""

import pytest

from cast import NOW
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.mechanisms.names import Audience
from tejido.practices import commands
from tejido.practices.models import AdaptationRelease
from tejido.practices.names import Act, No, Status
from tejido.practices.queries import adaptations_told, own_adaptation, own_adaptations
from tejido.programmes.tests.doings import OTHER, initiative

from .doings import (
    ALDEA,
    BRISA,
    CUMBRE,
    DAY,
    SEC,
    adapt,
    again,
    published,
    release,
    say_facts,
    tell,
    withdraw,
)
from .test_acts import refused, trees

pytestmark = pytest.mark.django_db


def test_another_member_writes_down_once_that_it_adapted_what_stands_published(cast):
    version = published(cast)
    refused(No.ADAPTS_OWN, lambda: adapt(cast, version, ALDEA))
    for who in (SEC, "XB/representative/JUS"):
        refused(Shared.NOT_YOURS, lambda w=who: adapt(cast, version, w))
    row = adapt(cast, version)
    assert (row.member.code, row.draft["status"], trees(Act.ADAPTATION_BEGUN)) == ("XB", "planned", ["member:XB"])
    refused(No.ADAPTED_ALREADY, lambda: adapt(cast, version))
    withdraw(cast, version.practice)
    version.refresh_from_db()
    refused(No.NOT_PUBLISHED, lambda: adapt(cast, version, CUMBRE))


def test_it_is_written_language_by_language_by_its_keepers_alone(cast):
    row = adapt(cast, published(cast))
    refused(Shared.NOT_YOURS, lambda: tell(cast, row, ALDEA))
    tell(cast, row)
    tell(cast, row, language="pt", changed="Menos mesas, em português.")
    refused(Shared.STALE, lambda: tell(cast, row, seen="another"))
    draft = own_adaptation(cast.actor(BRISA), row.key).adaptation.draft
    assert (draft["status"], draft["changed"]) == (
        Status.DONE,
        {"es": "Menos mesas.", "pt": "Menos mesas, em português."},
    )
    tell(cast, row, language="pt", changed="")
    assert "pt" not in own_adaptation(cast.actor(BRISA), row.key).adaptation.draft["changed"]


def test_an_initiative_that_is_named_is_one_of_the_own(cast):
    ours, theirs = initiative(cast), initiative(cast, who=OTHER)
    version = published(cast)
    say_facts(cast, version.practice, initiative=ours.key)
    refused(Shared.NOT_YOURS, lambda: say_facts(cast, version.practice, initiative=theirs.key))
    assert again(version.practice).draft["initiative"] == ours.key
    row = adapt(cast, version)
    refused(Shared.NOT_YOURS, lambda: tell(cast, row, initiative=ours.key))
    tell(cast, row, initiative=theirs.key)
    assert own_adaptation(cast.actor(BRISA), row.key).adaptation.draft["initiative"] == theirs.key


def test_others_read_a_copy_from_its_release_to_its_withdrawal(cast):
    version = published(cast)
    row = adapt(cast, version)
    refused(No.NOTHING_CHANGED, lambda: release(cast, row))
    tell(cast, row)
    refused(No.CHANGED_SINCE, lambda: release(cast, row, seen="0" * 64))
    refused(Shared.NOT_YOURS, lambda: release(cast, row, who=ALDEA))
    refused(Shared.NOT_FRESH, lambda: release(cast, row, fresh=False))
    assert adaptations_told(cast.actor(ALDEA), version.practice) == []
    first = release(cast, row)
    refused(No.AS_RELEASED, lambda: release(cast, row))
    tell(cast, row, changed="Otra cosa.")
    (seen,) = adaptations_told(cast.actor(ALDEA), version.practice)
    assert (seen, seen.content["changed"], seen.status_words) == (first, {"es": "Menos mesas."}, "Done")
    second = release(cast, row, Audience.PUBLIC)
    assert adaptations_told(cast.actor(ALDEA), version.practice) == [second]
    assert own_adaptations(cast.actor(BRISA))[0].standing == second
    gone = {"actor": cast.actor(BRISA), "adaptation": row, "at": NOW + DAY}
    refused(Shared.NOT_YOURS, lambda: commands.withdraw_adaptation(**{**gone, "actor": cast.actor(ALDEA)}))
    commands.withdraw_adaptation(**gone)
    refused(No.NOT_RELEASED, lambda: commands.withdraw_adaptation(**gone))
    assert adaptations_told(cast.actor(ALDEA), version.practice) == []
    assert AdaptationRelease.objects.count() == 2
    assert set(Line.objects.filter(act=Act.ADAPTATION_RELEASED).values_list("tree", flat=True)) == {"network"}
