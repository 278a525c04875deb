"""Who enters a school's system, says where it is, and switches it on and off."""

import json
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives import serialization
from django.utils import translation

from cast import NOW
from tejido.formats.lti import write_keys
from tejido.formats.lti.tests import sample
from tejido.ledger.models import Line
from tejido.ledger.names import NETWORK
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.lti import commands, keys, queries
from tejido.lti.models import Platform, Score, ToolKey
from tejido.lti.names import Act, No, Problem, Sending
from tejido.lti.proof import sealed
from tejido.registry.commands import open_office
from tejido.registry.models import Body

from .doings import JUSTICE, begin, describe, school, system

ORIGIN, DEFENCE = "https://moodle.academia.example", "XA/representative/DEF"
PEM = serialization.Encoding.PEM


def refused(act, *values, **named):
    with pytest.raises(Refused) as problem:
        act(*values, **named)
    return problem.value.refusal.code


def open_(cast, row, by=JUSTICE, *, fresh=True):
    commands.open_platform(actor=cast.actor(by, fresh=fresh), platform=row, at=NOW)


def close(cast, row, by=JUSTICE):
    commands.close_platform(actor=cast.actor(by, fresh=False), platform=row, at=NOW)


def last_line(cast):
    return Line.objects.filter(tree__name="member:XA/JUS").order_by("-place").first()


def test_the_representative_enters_a_system_and_its_school_alone_learns_of_it(cast):
    row = begin(cast, name="  Moodle  ")
    assert (row.name, row.is_on) == ("Moodle", False)
    line = last_line(cast)
    assert (line.act, line.facts, line.details) == (Act.PLATFORM_BEGUN, {}, {"name": "Moodle"})
    assert queries.platform_for(cast.actor(JUSTICE), row.key) == row
    for who in ("XA/focal_point", "XA/validating_authority", DEFENCE, "XB/focal_point", "network/secretariat"):
        with pytest.raises(Platform.DoesNotExist):
            queries.platform_for(cast.actor(who), row.key)


def test_a_system_is_entered_in_the_space_of_an_institution_by_its_representative(cast):
    body = school(cast)
    given = {"name": "Moodle", "at": NOW}
    member = open_office(actor=cast.actor("XA/focal_point"), member=cast.members["XA"], institution=None, at=NOW)
    act = commands.begin_platform
    assert refused(act, actor=cast.actor("XA/focal_point"), body=member, **given) == No.NOT_A_SCHOOL
    assert refused(act, actor=cast.actor(DEFENCE), body=body, **given) == Shared.NOT_YOURS
    assert refused(act, actor=cast.actor(JUSTICE), body=body, name=" ", at=NOW) == No.NO_NAME
    assert refused(act, actor=cast.actor(JUSTICE, fresh=False), body=body, **given) == Shared.NOT_FRESH


def test_what_is_said_of_a_system_is_kept_and_nobody_writes_over_it_unseen(cast):
    row = begin(cast)
    described = describe(cast, row, ORIGIN, origins=["https://apps.academia.example"], wants_names=True)
    assert (described.issuer, described.deployments, described.wants_names) == (ORIGIN, ["1"], True)
    assert queries.origins_of(described) == ["https://apps.academia.example", ORIGIN]
    line = last_line(cast)
    assert line.act == Act.PLATFORM_DESCRIBED
    assert line.facts == {"client": "aT7xQ0client", "deployments": ["1"], "digest": queries.described(described)}
    assert refused(describe, cast, row, ORIGIN, seen="0" * 64) == Shared.STALE
    assert refused(describe, cast, row, ORIGIN, DEFENCE) == Shared.NOT_YOURS
    assert refused(describe, cast, row, ORIGIN, name=" ") == No.NO_NAME
    assert refused(describe, cast, row, ORIGIN, fresh=False) == Shared.NOT_FRESH
    same = {"origins": ["https://apps.academia.example"], "wants_names": True}
    assert refused(describe, cast, row, ORIGIN, **same) == No.DESCRIBED_SO


def test_addresses_have_to_be_usable_and_encrypted_but_for_hosts_that_the_operator_named(cast, settings):
    row = begin(cast)
    for address in ("moodle.academia.example", "javascript:alert(1)", "https://a@b.example/"):
        assert refused(describe, cast, row, ORIGIN, authorize=address) == No.NOT_AN_ADDRESS
    assert refused(describe, cast, row, ORIGIN, origins=["ftp://x.example"]) == No.NOT_AN_ADDRESS
    assert refused(describe, cast, row, "http://moodle.intranet") == No.PRIVATE_ADDRESS
    settings.PRIVATE_HOSTS = ["moodle.intranet"]
    assert describe(cast, row, "http://moodle.intranet").token == "http://moodle.intranet/token"


def test_only_public_keys_can_be_pasted(cast):
    row = begin(cast)
    private = sample.rsa_key().private_bytes(PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    weak = sample.rsa_key(3, 1024).public_key().public_bytes(PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    for pasted, code in ((private, No.PRIVATE_KEY), (weak, No.WEAK_KEY), (b"ssh-rsa AAAA", No.NOT_KEYS)):
        assert refused(describe, cast, row, ORIGIN, keys=pasted.decode()) == code
    pasted = json.dumps(write_keys(sample.key_set()))
    described = describe(cast, row, ORIGIN, keys=pasted, keys_address="")
    assert queries.missing_of(described) == []
    assert tuple(queries.keys_of(described)) == sample.key_set()


def test_keys_that_were_fetched_are_forgotten_when_the_system_is_described_anew(cast):
    row = describe(cast, begin(cast), ORIGIN)
    commands.keep_keys(platform=row, raw=json.dumps(write_keys(sample.key_set())).encode(), at=NOW)
    assert queries.keys_of(Platform.objects.get(key=row.key))
    again = describe(cast, row, ORIGIN, client="other")
    assert (queries.keys_of(again), again.kept_at) == ((), None)


def test_a_system_is_switched_on_once_it_is_whole_and_off_at_once(cast):
    row = begin(cast)
    assert refused(open_, cast, row) == No.NOT_WHOLE
    row = describe(cast, row, ORIGIN)
    assert refused(open_, cast, row, DEFENCE) == Shared.NOT_YOURS
    assert refused(open_, cast, row, fresh=False) == Shared.NOT_FRESH
    assert refused(close, cast, row) == No.CLOSED_SO
    open_(cast, row)
    assert last_line(cast).act == Act.PLATFORM_OPENED
    assert refused(open_, cast, row) == No.OPEN_SO
    assert refused(close, cast, row, DEFENCE) == Shared.NOT_YOURS
    close(cast, row)
    assert last_line(cast).act == Act.PLATFORM_CLOSED
    assert not Platform.objects.get(key=row.key).is_on


def test_what_is_missing_is_named(cast):
    row = begin(cast)
    with translation.override("en"):
        assert len(queries.missing_of(row)) == 5
        part = describe(cast, row, ORIGIN, client="", keys_address="")
        assert queries.missing_of(part) == ["Client ID", "Public keyset URL"]


def test_of_a_system_that_is_on_nothing_that_it_needs_is_taken_away(cast):
    row = system(cast, ORIGIN)
    assert refused(describe, cast, row, ORIGIN, client="") == No.NOT_WHOLE
    assert refused(describe, cast, row, ORIGIN, deployments=[]) == No.NOT_WHOLE
    assert describe(cast, row, ORIGIN, client="other").is_on


## Registering by itself


def offer(cast, row, by=JUSTICE, *, fresh=True):
    return commands.offer_registration(actor=cast.actor(by, fresh=fresh), platform=row, at=NOW)


def test_an_address_for_registering_is_good_for_an_hour_and_one_use(cast):
    row = begin(cast)
    assert refused(offer, cast, row, DEFENCE) == Shared.NOT_YOURS
    assert refused(offer, cast, row, fresh=False) == Shared.NOT_FRESH
    first, second = offer(cast, row), offer(cast, row)
    found = queries.registration_of(row.key, second, NOW)
    for secret, at in ((first, NOW), (second, NOW + timedelta(hours=1)), ("x", NOW)):
        with pytest.raises(type(found).DoesNotExist):
            queries.registration_of(row.key, secret, at)
    with pytest.raises(type(found).DoesNotExist):
        queries.registration_of("other", second, NOW)
    assert commands.take_registration(registration=found, at=NOW)
    assert not commands.take_registration(registration=found, at=NOW)
    assert refused(offer, cast, describe(cast, row, ORIGIN)) == No.REGISTERED_SO


## Results


def score(row, person, state=Sending.FAILED, **given):
    kept = sealed({"subject": person}, "score", row.key, person)
    values = {"line": f"{ORIGIN}/line", "sealed": kept, "given": 1, "most": 1, "at": NOW, "due_at": NOW, **given}
    return Score.objects.create(platform=row, link="34", person=person, state=state, **values)


def retry(cast, row, by=JUSTICE):
    return commands.retry_scores(actor=cast.actor(by, fresh=False), platform=row, at=NOW)


def test_results_that_were_given_up_go_on_their_way_again(cast):
    row = begin(cast)
    assert refused(retry, cast, row) == No.NOTHING_FAILED
    score(row, "a", problem=Problem.NO_ANSWER, tries=17)
    score(row, "b", Sending.SENT, sealed=b"")
    score(row, "c", problem=Problem.LOST, sealed=b"")
    assert refused(retry, cast, row, DEFENCE) == Shared.NOT_YOURS
    assert retry(cast, row) == 1
    assert Score.objects.get(person="a").state == Sending.WAITING
    assert last_line(cast).facts == {"count": 1}


def test_what_fails_is_tried_later_and_later_and_given_up_after_a_week(cast):
    row = begin(cast)
    found, waits = score(row, "a", Sending.WAITING), []
    for _time in range(18):
        commands.is_not_sent(score=found, problem=Problem.NO_ANSWER, is_final=False, at=NOW)
        found.refresh_from_db()
        waits.append(found.due_at - NOW)
    assert waits[:5] == [timedelta(minutes=m) for m in (1, 5, 30, 120, 360)]
    assert timedelta(days=6) < sum(waits, timedelta()) < timedelta(days=8)
    assert (found.state, found.tries, found.problem) == (Sending.FAILED, 18, Problem.NO_ANSWER)


def test_a_later_result_is_not_taken_for_sent_with_an_earlier_one(cast):
    row = begin(cast)
    found = score(row, "a", Sending.WAITING)
    Score.objects.filter(key=found.key).update(at=NOW + timedelta(seconds=1), given=2)
    commands.is_sent(score=found, at=NOW)
    assert Score.objects.get().state == Sending.WAITING
    commands.is_sent(score=Score.objects.get(), at=NOW)
    sent = Score.objects.get()
    assert (sent.state, bytes(sent.sealed)) == (Sending.SENT, b"")


## Keys of the tool


@pytest.fixture
def folder(settings, tmp_path):
    settings.KEY_FOLDER = tmp_path
    return tmp_path / "lti-signing"


def test_the_first_key_signs_at_once_and_a_later_one_after_a_day(cast, folder):
    assert queries.signing_key(NOW) is None
    assert commands.begin_key(at=NOW)
    assert not commands.begin_key(at=NOW)
    first = queries.signing_key(NOW)
    later = NOW + timedelta(days=90)
    assert not commands.begin_key(at=later - timedelta(seconds=1))
    assert commands.begin_key(at=later)
    assert queries.signing_key(later) == first
    assert len(queries.published_keys(later)["keys"]) == 2
    signs = later + timedelta(days=1)
    second = queries.signing_key(signs)
    assert second != first
    over = signs + timedelta(days=7)
    assert [key["kid"] for key in queries.published_keys(over)["keys"]] == [second.kid]
    assert commands.give_up_keys(at=over - timedelta(seconds=1)) == 0
    assert commands.give_up_keys(at=over) == 1
    assert [path.stem for path in folder.iterdir()] == [second.kid]


def test_a_key_is_in_the_ledger_of_all_and_its_private_half_in_a_file_of_its_own(cast, folder):
    commands.begin_key(at=NOW)
    row = ToolKey.objects.get()
    line = Line.objects.filter(tree__name=NETWORK).order_by("-place").first()
    assert (line.act, line.facts["kid"]) == (Act.TOOL_KEY_BEGUN, row.kid)
    assert not {"d", "p", "q"} & set(row.public)
    assert (folder / f"{row.kid}.pem").stat().st_mode & 0o777 == 0o600


def test_where_the_file_is_gone_another_key_signs_at_once(cast, folder):
    commands.begin_key(at=NOW)
    lost = ToolKey.objects.get()
    keys.destroy(lost.kid)
    assert queries.signing_key(NOW) is None
    assert commands.begin_key(at=NOW)
    assert queries.signing_key(NOW) != lost
    with pytest.raises(keys.KeyLost):
        keys.read(lost.kid)
    with pytest.raises(keys.KeyLost):
        keys.read("../sessions")


def test_without_a_network_there_is_no_key(db, folder):
    assert not commands.begin_key(at=NOW)
    assert not folder.exists()


def test_a_file_that_holds_another_kind_of_key_is_none(folder):
    other = sample.ec_key().private_bytes(PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    folder.mkdir()
    (folder / "abc.pem").write_bytes(other)
    with pytest.raises(keys.KeyLost):
        keys.read("abc")


def test_the_space_of_the_seat_is_that_of_its_school(cast):
    body = school(cast)
    assert queries.space_of(cast.actor(JUSTICE)) == Body.objects.get(key=body.key)
    assert queries.space_of(cast.actor("XA/focal_point")) is None
    assert [row.name for row in queries.platforms_of(body)] == []
    assert system(cast, ORIGIN).is_on
