"""What a learner reads and says, what goes back to the course, and what a teacher chooses."""

import json
from datetime import timedelta

import jwt
import pytest

from cast import FIRST, NOW, SECTION_A, SECTION_B
from tejido.adaptation.tests.doings import ADDED, OURS, adapt, adopt, derive, show
from tejido.formats.lti import read_keys
from tejido.formats.lti.tests import sample
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.lti import commands, jobs, queries
from tejido.lti.models import CourseLink, Launch, Passed, Score
from tejido.lti.names import Fault, No, Problem, Sending
from tejido.lti.proof import account_of, person_of, subject_in
from tejido.records.commands import begin_cohort, erase_person
from tejido.records.models import Batch
from tejido.records.queries import erasing_of, roll_of
from tejido.training.lines import Thing
from tejido.training.tests.doings import begin as begin_course
from tejido.training.tests.doings import plan

from .doings import JUSTICE, come, come_choosing, target, with_tool_keys
from .test_doors import told


def page(browser, launch, query=""):
    return browser.get(f"/lti/visits/{launch.key}/{query}")


def token(answer):
    return answer.content.decode().split('name="token" value="')[1].split('"')[0]


def work(browser, launch, unit, query=""):
    sent = {"token": token(page(browser, launch, query)), "unit": unit}
    return browser.post(f"/lti/visits/{launch.key}/passings/", sent)


@pytest.fixture
def version(cast, text, edition):
    """Aldea's own version, which it shows to its seats and to those of the network."""
    made = derive(cast, text)
    adapt(cast, made, {FIRST: OURS})
    show(cast, made)
    return made


@pytest.fixture
def course(cast, version):
    made = begin_course(cast, version)
    plan(cast, made, Thing(SECTION_A), title={"es": "Primera"})
    plan(cast, made, Thing(SECTION_B), Thing(FIRST), title={"es": "Segunda"})
    return made


## Reading


def test_a_text_is_read_in_the_edition_that_is_in_force_at_that_moment(cast, text, platform, browser):
    launch = come(browser, platform)
    assert "Edición 1, adoptada el 1 de marzo de 2027." in page(browser, launch).content.decode()
    adopt(cast, text, **{FIRST: "La prevención empieza siempre antes."})
    shown = page(browser, launch).content.decode()
    assert "Edición 2" in shown
    assert "La prevención empieza siempre antes." in shown


def test_a_version_is_read_as_it_was_shown_and_says_when_a_newer_edition_is_not_taken_up(
    cast, text, version, platform, browser
):
    launch = come(browser, platform, f"texts/{version.text.slug}/")
    shown = page(browser, launch).content.decode()
    assert OURS in shown
    assert "de la edición 1 del texto común" in shown
    adapt(cast, version, {FIRST: "Un borrador que nadie ve."})
    adopt(cast, text, **{FIRST: "Otra."})
    shown = page(browser, launch).content.decode()
    assert "Un borrador" not in shown
    assert "Después se adoptó la edición 2" in shown


def test_a_version_that_is_not_shown_is_not_read(cast, text, platform, browser, edition):
    made = derive(cast, text)
    launch = come(browser, platform, f"texts/{made.text.slug}/")
    assert told(page(browser, launch)) == Fault.NOT_SHOWN


def test_a_version_of_another_state_is_not_offered(cast, text, platform, browser, edition):
    from tejido.adaptation.commands import Space

    theirs = derive(cast, text, by="XB/focal_point", space=Space(member=cast.members["XB"]))
    show(cast, theirs, "public", by="XB/focal_point")
    launch = come(browser, platform, f"texts/{theirs.text.slug}/")
    assert told(page(browser, launch)) == Fault.NOT_SHOWN


def test_one_section_is_read_alone(platform, browser):
    launch = come(browser, platform, f"texts/texto/{SECTION_B}/")
    shown = page(browser, launch).content.decode()
    assert "La formación es obligatoria." in shown
    assert "La prevención empieza antes" not in shown
    assert "<h1>Respuesta del Estado</h1>" in shown
    assert told(page(browser, come(browser, platform, "texts/texto/000000000zzz/"))) == Fault.NOT_SHOWN


def test_a_course_is_read_session_by_session(course, platform, browser):
    launch = come(browser, platform, f"courses/{course.key}/")
    first, second = (page(browser, launch, f"?part={number}").content.decode() for number in (1, 2))
    assert "Los factores se estudian en conjunto" in first
    assert "La formación" not in first
    assert second.index(OURS) < second.index("La formación es obligatoria.")
    for part in ("0", "3", "x", "²"):
        assert told(page(browser, launch, f"?part={part}")) == Fault.NOT_SHOWN


def test_what_no_longer_is_a_session_or_a_course_is_not_shown(course, platform, browser):
    for path in (f"courses/{course.key}/000000000zzz/", "courses/000000000zzz/"):
        assert told(page(browser, come(browser, platform, path))) == Fault.NOT_SHOWN


def test_an_activity_that_was_not_told_what_to_show_says_so(platform, browser):
    assert told(page(browser, come(browser, platform, ""))) == Fault.NOTHING_CHOSEN


def test_the_page_speaks_the_language_of_the_system_and_the_text_too_where_it_has_it(platform, browser):
    portuguese = come(browser, platform, **{f"{sample.LTI}launch_presentation": {"locale": "pt_BR"}})
    shown = page(browser, portuguese)
    assert shown["Content-Language"] == "pt"
    assert "A prevenção começa antes da violência." in shown.content.decode()
    unknown = come(browser, platform, **{f"{sample.LTI}launch_presentation": {"locale": "qu"}})
    assert page(browser, unknown)["Content-Language"] == "en"


def test_the_way_back_leads_to_the_system_and_nowhere_else(platform, browser):
    assert f'href="{platform.issuer}/course/12"' in page(browser, come(browser, platform)).content.decode()
    shown = {f"{sample.LTI}launch_presentation": {"return_url": "https://evil.example/"}}
    assert "evil.example" not in page(browser, come(browser, platform, **shown)).content.decode()


def test_a_picture_is_shown_where_the_text_shows_it(platform, browser, text):
    launch = come(browser, platform)
    assert told(browser.get(f"/lti/visits/{launch.key}/pictures/{'0' * 64}/")) == Fault.NOT_SHOWN


def test_a_long_text_is_divided_by_its_headings(cast, text, platform, browser, monkeypatch):
    monkeypatch.setattr("tejido.lti.pages.WHOLE", 5)
    launch = come(browser, platform)
    first, last = (page(browser, launch, query).content.decode() for query in ("", "?part=3"))
    assert '<h2 class="aloud">Prevención temprana</h2>' in last
    assert "aloud" not in first.split("<article")[1]
    assert "I have read" not in first
    assert "Lo leí hasta el final" not in first
    assert "Lo leí hasta el final" in last


## Working through


def test_who_read_to_the_end_says_so_and_the_course_gets_it(platform, browser, school_system):
    with_tool_keys(school_system)
    launch = come(browser, platform)
    answer = work(browser, launch, "texts/texto/")
    assert answer["Location"] == f"/lti/visits/{launch.key}/?part=1#done"
    assert "El resultado está en camino a su curso: 1 de 1." in page(browser, launch).content.decode()
    assert jobs.send_due(NOW) == 1
    (score,) = school_system.scores
    assert (score["userId"], score["scoreGiven"], score["scoreMaximum"]) == ("7", 1, 1)
    assert score["activityProgress"] == "Completed"
    assert "Su curso tiene el resultado" in page(browser, launch).content.decode()
    assert jobs.send_due(NOW + timedelta(days=1)) == 0
    assert bytes(Score.objects.get().sealed) == b""


def test_of_two_sessions_one_is_half(course, platform, browser, school_system):
    with_tool_keys(school_system)
    launch = come(browser, platform, f"courses/{course.key}/")
    place = queries.place_of(platform.body, queries.course_target(course))
    for number, unit in enumerate(place.units, 1):
        work(browser, launch, unit, f"?part={number}")
        jobs.send_due(NOW + timedelta(minutes=number))
    assert [(s["scoreGiven"], s["activityProgress"]) for s in school_system.scores] == [
        (1, "InProgress"),
        (2, "Completed"),
    ]
    assert "Usted trabajó todo." in page(browser, launch).content.decode()


def test_a_session_by_itself_counts_for_the_whole_course_of_the_same_system(course, platform, browser):
    place = queries.place_of(platform.body, queries.course_target(course))
    alone = come(browser, platform, f"courses/{course.key}/{place.units[0].removeprefix('session/')}/")
    work(browser, alone, place.units[0])
    whole = come(browser, platform, f"courses/{course.key}/")
    assert list(queries.passed_by(whole, place.units)) == [place.units[0]]


def test_what_changed_since_is_said(cast, text, platform, browser):
    launch = come(browser, platform)
    work(browser, launch, "texts/texto/")
    assert "Usted trabajó esto el 1 de marzo de 2027." in page(browser, launch).content.decode()
    adopt(cast, text, **{FIRST: "Otra."})
    assert "El texto cambió desde entonces." in page(browser, launch).content.decode()


@pytest.mark.parametrize(
    "changes",
    [
        {f"{sample.LTI}roles": [sample.TEACHER]},
        {"sub": ...},
    ],
)
def test_who_teaches_or_is_not_named_works_through_nothing(platform, browser, changes):
    launch = come(browser, platform, **changes)
    shown = page(browser, launch).content.decode()
    assert "passings" not in shown
    from tejido.lti.proof import form_token

    sent = {"token": form_token(launch.key, browser.cookies["tejido_lti"].value), "unit": "texts/texto/"}
    assert told(browser.post(f"/lti/visits/{launch.key}/passings/", sent)) == Fault.NOT_FROM_HERE
    assert not Passed.objects.exists()


def test_a_form_that_was_not_sent_from_the_page_does_nothing(platform, browser):
    launch = come(browser, platform)
    address, good = f"/lti/visits/{launch.key}/passings/", token(page(browser, launch))
    for sent in (
        {"unit": "texts/texto/"},
        {"unit": "texts/texto/", "token": "0" * 64},
        {"unit": "texts/other/", "token": good},
        {"token": good},
    ):
        assert told(browser.post(address, sent)) == Fault.NOT_FROM_HERE
    assert not Passed.objects.exists()
    assert not Score.objects.exists()


def test_without_a_column_nothing_is_sent_and_it_is_said(platform, browser):
    launch = come(browser, platform, **{sample.AGS: {"scope": [], "lineitem": f"{platform.issuer}/lines/3"}})
    work(browser, launch, "texts/texto/")
    assert not Score.objects.exists()
    assert "Su curso no guarda resultado" in page(browser, launch).content.decode()


def test_nothing_in_the_database_says_who_it_is_in_clear(platform, browser):
    launch = come(browser, platform, sub="maria.ejemplo", name="María Ejemplo")
    work(browser, launch, "texts/texto/")
    rows = [list(Model.objects.values()) for Model in (Launch, Passed, Score)]
    kept = repr(rows)
    for word in ("maria", "María", "Ejemplo"):
        assert word not in kept
    assert commands.kept_of(launch)["name"] == ""


## Records


@pytest.fixture
def cohort(cast, platform, course):
    given = {"title": {"es": "Primera"}, "method": "distance", "province": "", "minutes": 180}
    days = {"starts": NOW.date(), "ends": NOW.date()}
    actor = cast.actor(JUSTICE)
    return begin_cohort(actor=actor, space=platform.body, course=course, code="C-1", at=NOW, **given, **days)


def link(cast, platform, cohort, by=JUSTICE):
    values = {"platform": platform, "context": "12", "title": "Prevención", "cohort": cohort, "at": NOW}
    return commands.link_course(actor=cast.actor(by, fresh=False), **values)


def work_whole(browser, platform, course, **changes):
    launch = come(browser, platform, f"courses/{course.key}/", **changes)
    units = queries.place_of(platform.body, queries.course_target(course)).units
    for number, unit in enumerate(units, 1):
        work(browser, launch, unit, f"?part={number}")
    return launch


def test_who_worked_through_all_sessions_becomes_a_record_under_the_number_of_the_system(
    cast, course, cohort, platform, browser
):
    link(cast, platform, cohort)
    work_whole(browser, platform, course)
    (line,) = roll_of(cast.actor(JUSTICE), cohort, 1)
    assert line.document == f"account:{platform.issuer}|7"
    assert (line.name, str(line.day)) == ("", "2027-03-01")
    assert Batch.objects.get().kind == "lti"


@pytest.mark.anywhere
def test_names_of_a_system_that_differ_in_capital_letters_alone_are_different_persons(
    cast, course, cohort, platform, browser
):
    link(cast, platform, cohort)
    for sub in ("aB9", "ab9", "AB9", "a^b9"):
        work_whole(browser, platform, course, sub=sub)
    documents = [line.document for line in roll_of(cast.actor(JUSTICE), cohort, 1)]
    assert documents == [f"account:{platform.issuer}|{told}" for told in ("a^b9", "ab9", "^a^b9", "a^94;b9")]
    assert [subject_in(document, platform.issuer) for document in documents] == ["aB9", "ab9", "AB9", "a^b9"]
    assert Passed.objects.values("person").distinct().count() == 4


def test_a_name_too_long_for_the_records_is_told_by_its_digest():
    one, other = (account_of("https://campus.example", end + "x" * 250) for end in ("A", "a"))
    assert one != other
    assert {len(one), len(other)} == {len("account:https://campus.example|^") + 64}
    assert subject_in(one, "https://elsewhere.example") == subject_in("national:7", "") == ""


def test_who_says_so_twice_is_entered_once(cast, course, cohort, platform, browser):
    link(cast, platform, cohort)
    launch = work_whole(browser, platform, course)
    unit = queries.place_of(platform.body, queries.course_target(course)).units[0]
    place = queries.place_of(platform.body, queries.course_target(course))
    assert commands.work_through(launch=launch, place=place, unit=unit, at=NOW)
    assert Batch.objects.count() == 1


def test_half_a_course_another_course_of_the_system_and_no_link_make_no_record(cast, course, cohort, platform, browser):
    work_whole(browser, platform, course, sub="1")
    made = link(cast, platform, cohort)
    work_whole(browser, platform, course, sub="2", **{f"{sample.LTI}context": {"id": "13"}})
    units = queries.place_of(platform.body, queries.course_target(course)).units
    work(browser, come(browser, platform, f"courses/{course.key}/", sub="3"), units[0])
    assert not Batch.objects.exists()
    commands.unlink_course(actor=cast.actor(JUSTICE), link=made, at=NOW)
    work_whole(browser, platform, course, sub="4")
    assert not Batch.objects.exists()


def test_where_the_records_do_not_take_it_the_learner_loses_nothing_and_the_school_is_told(
    cast, course, cohort, platform, browser, monkeypatch
):
    made = link(cast, platform, cohort)
    CourseLink.objects.filter(key=made.key).update(role="observer")
    launch = work_whole(browser, platform, course)
    assert len(queries.passed_by(launch, queries.place_of(platform.body, queries.course_target(course)).units)) == 2
    assert CourseLink.objects.get().refused == 1
    assert not Batch.objects.exists()
    seat = cast.client(JUSTICE)
    assert "1 could not be entered" in seat.get(f"/lti/systems/{platform.key}/").content.decode()


def test_a_course_is_linked_once_with_a_cohort_of_the_same_school(cast, course, cohort, platform, browser):
    made = link(cast, platform, cohort)
    codes = []
    for by, other in ((JUSTICE, cohort), ("XA/representative/DEF", cohort)):
        with pytest.raises(Refused) as problem:
            link(cast, platform, other, by)
        codes.append(problem.value.refusal.code)
    cohort.space_id = "other"
    with pytest.raises(Refused) as problem:
        link(cast, platform, cohort)
    assert [*codes, problem.value.refusal.code] == [No.LINKED_SO, Shared.NOT_YOURS, No.OTHER_SCHOOL]
    with pytest.raises(Refused):
        commands.unlink_course(actor=cast.actor("XA/representative/DEF"), link=made, at=NOW)
    commands.unlink_course(actor=cast.actor(JUSTICE), link=made, at=NOW)
    with pytest.raises(Refused) as problem:
        commands.unlink_course(actor=cast.actor(JUSTICE), link=made, at=NOW)
    assert problem.value.refusal.code == No.UNLINKED_SO


def test_the_page_links_a_course_from_which_somebody_came(cast, course, cohort, platform, browser, at_now):
    seat, address = cast.client(JUSTICE), f"/lti/systems/{platform.key}/"
    come(browser, platform)
    assert "Prevención" in seat.get(address).content.decode()
    assert seat.post(f"{address}links/", {"context": "99", "cohort": cohort.key}).status_code == 302
    assert not CourseLink.objects.exists()
    seat.post(f"{address}links/", {"context": "12", "cohort": cohort.key})
    made = CourseLink.objects.get()
    assert (made.title, made.cohort_id) == ("Prevención", cohort.key)
    assert "C-1 Primera" in seat.get(address).content.decode()
    assert seat.post(f"{address}links/nothing/removals/").status_code == 404
    seat.post(f"{address}links/{made.key}/removals/")
    assert CourseLink.objects.get().ended_at == NOW


## Sending


def send_failing(browser, platform, school_system, path="", status=500, **changes):
    with_tool_keys(school_system)
    jobs._tokens.kept.clear()
    launch = come(browser, platform, **changes)
    work(browser, launch, "texts/texto/")
    if path:
        school_system.answers[path] = status
    jobs.send_due(NOW)
    return Score.objects.get()


SCORES = "/lines/3/lineitem/scores"
FAILS = {
    "no token": ("/token", 403, Problem.NO_TOKEN, Sending.WAITING),
    "a token later": ("/token", 503, Problem.BUSY, Sending.WAITING),
    "a column that is gone": (SCORES, 404, Problem.NOT_TAKEN, Sending.FAILED),
    "a column that is busy": (SCORES, 503, Problem.BUSY, Sending.WAITING),
    "too many": (SCORES, 429, Problem.BUSY, Sending.WAITING),
    "a token that is over": (SCORES, 401, Problem.NO_TOKEN, Sending.WAITING),
    "a system that has moved": (SCORES, 302, Problem.MOVED, Sending.WAITING),
}


@pytest.mark.parametrize("name", FAILS)
def test_what_is_not_taken_waits_or_ends_and_says_why(platform, browser, school_system, name):
    path, status, problem, state = FAILS[name]
    score = send_failing(browser, platform, school_system, path, status)
    assert (score.problem, score.state) == (problem, state)
    assert school_system.count("elsewhere") == 0
    if state == Sending.WAITING:
        school_system.answers.clear()
        assert jobs.send_due(NOW) == 0
        assert jobs.send_due(NOW + timedelta(minutes=1)) == 1
        # a system that had taken it, and whose answer was lost, takes what is a little later, not the same again
        assert [told["timestamp"] for told in school_system.scores] == ["2027-03-01T12:00:00.001+00:00"]


def test_a_system_without_an_access_token_url_takes_nothing(platform, browser, school_system, cast):
    from tejido.lti.models import Platform

    Platform.objects.update(token="")
    assert send_failing(browser, Platform.objects.get(), school_system).problem == Problem.NO_TOKEN_ADDRESS


def test_a_result_never_goes_to_a_host_that_is_not_of_the_system_any_more(platform, browser, school_system):
    launch = come(browser, platform)
    work(browser, launch, "texts/texto/")
    Score.objects.update(line="https://evil.example/line")
    with_tool_keys(school_system)
    jobs.send_due(NOW)
    assert Score.objects.get().problem == Problem.ELSEWHERE


def test_without_a_key_it_waits_and_with_another_seal_it_is_lost(platform, browser, school_system, monkeypatch):
    launch = come(browser, platform)
    work(browser, launch, "texts/texto/")
    monkeypatch.setattr("tejido.lti.jobs.queries.signing_key", lambda _at: None)
    jobs.send_due(NOW)
    assert (Score.objects.get().problem, Score.objects.get().state) == (Problem.NO_KEY, Sending.WAITING)
    monkeypatch.undo()
    with_tool_keys(school_system)
    Score.objects.update(sealed=b"x" * 40)
    jobs.send_due(NOW + timedelta(hours=1))
    assert (Score.objects.get().problem, Score.objects.get().state) == (Problem.LOST, Sending.FAILED)


def test_a_system_that_does_not_answer_is_asked_once_a_look(platform, browser, school_system):
    with_tool_keys(school_system)
    jobs._tokens.kept.clear()
    for person in ("1", "2", "3"):
        work(browser, come(browser, platform, sub=person), "texts/texto/")
    school_system.answers["/token"] = 503
    asked = school_system.count("token")
    assert jobs.send_due(NOW) == 0
    assert school_system.count("token") == asked + 1
    assert jobs.send_due(NOW + timedelta(seconds=30)) == 0
    assert school_system.count("token") == asked + 1
    school_system.answers.clear()
    assert jobs.send_due(NOW + timedelta(minutes=1)) == 3
    assert school_system.count("token") == asked + 2
    assert Score.objects.filter(tries__gt=0).count() == 1


def test_of_a_system_that_is_switched_off_nothing_is_sent(platform, browser, school_system, cast):
    with_tool_keys(school_system)
    work(browser, come(browser, platform), "texts/texto/")
    commands.close_platform(actor=cast.actor(JUSTICE), platform=platform, at=NOW)
    assert jobs.send_due(NOW) == 0
    assert school_system.scores == []


def test_slow_systems_take_no_more_than_some_seconds_of_a_look(platform, browser, school_system, monkeypatch):
    with_tool_keys(school_system)
    work(browser, come(browser, platform), "texts/texto/")
    monkeypatch.setattr("tejido.lti.jobs.SECONDS", -1)
    assert jobs.send_due(NOW) == 0
    monkeypatch.undo()
    assert jobs.run_due(NOW) >= 1


## Choosing


def choose(browser, launch, *paths, **sent):
    given = {"token": token(page(browser, launch)), "target": list(paths), **sent}
    return browser.post(f"/lti/visits/{launch.key}/choices/", given)


def response(answer, school_system):
    """What the course gets."""
    signed = answer.content.decode().split('name="JWT" value="')[1].split('"')[0]
    keys = {key.id: key.public for key in read_keys(json.dumps(school_system.tool_keys).encode())}
    kid = jwt.get_unverified_header(signed)["kid"]
    return jwt.decode(
        signed, keys[kid], ["RS256"], audience=school_system.origin, options={"verify_exp": False, "verify_iat": False}
    )


def test_a_teacher_chooses_and_the_course_gets_it_signed(course, platform, browser, school_system):
    with_tool_keys(school_system)
    launch = come_choosing(browser, platform)
    shown = page(browser, launch).content.decode()
    for words in ("Curso básico de policía", "1. Primera", "Texto", "Factores de riesgo", "Versión de Aldea"):
        assert words in shown
    paths = ("texts/texto/", f"texts/texto/{SECTION_A}/", f"courses/{course.key}/")
    answer = choose(browser, launch, *paths, has_column="on")
    assert f'action="{platform.issuer}/return?id=12"' in answer.content.decode()
    assert f"form-action 'self' {platform.issuer}" in answer["Content-Security-Policy"]
    told_ = response(answer, school_system)
    items = told_[f"{sample.DEEP}content_items"]
    assert [item["url"] for item in items] == [target(platform, path) for path in paths]
    assert [item["title"] for item in items] == ["Texto", "Factores de riesgo", "Curso básico de policía"]
    assert [item["lineItem"]["scoreMaximum"] for item in items] == [1, 1, 2]
    assert items[0]["text"].startswith("La prevención empieza antes de la violencia.")
    assert told_[f"{sample.DEEP}data"] == "opaque-5"
    assert told_["iss"] == platform.client


def test_without_a_column_none_is_asked_for(platform, browser, school_system):
    with_tool_keys(school_system)
    plain = response(choose(browser, come_choosing(browser, platform), "texts/texto/"), school_system)
    assert "lineItem" not in plain[f"{sample.DEEP}content_items"][0]
    launch = come_choosing(browser, platform, accept_lineitem=False)
    kept = response(choose(browser, launch, "texts/texto/", has_column="on"), school_system)
    assert "lineItem" not in kept[f"{sample.DEEP}content_items"][0]


def test_one_alone_goes_back_where_the_course_takes_one(platform, browser, school_system):
    with_tool_keys(school_system)
    launch = come_choosing(browser, platform, accept_multiple=False)
    assert 'type="radio"' in page(browser, launch).content.decode()
    sent = choose(browser, launch, "texts/texto/", f"texts/texto/{SECTION_A}/")
    assert len(response(sent, school_system)[f"{sample.DEEP}content_items"]) == 1


def test_nothing_and_what_is_not_offered_leads_back_with_nothing(platform, browser, school_system):
    with_tool_keys(school_system)
    launch = come_choosing(browser, platform)
    for paths in ((), ("texts/secreto/",), ("../x",)):
        sent = choose(browser, launch, *paths)
        assert response(sent, school_system)[f"{sample.DEEP}content_items"] == []


def test_a_choice_needs_its_own_page_and_a_key(platform, browser, school_system, monkeypatch):
    launch, reading = come_choosing(browser, platform), come(browser, platform)
    bad = browser.post(f"/lti/visits/{launch.key}/choices/", {"target": "texts/texto/", "token": "x"})
    assert told(bad) == Fault.NOT_FROM_HERE
    sent = {"token": token(page(browser, reading)), "target": "texts/texto/"}
    assert told(browser.post(f"/lti/visits/{reading.key}/choices/", sent)) == Fault.NOT_FROM_HERE
    monkeypatch.setattr("tejido.lti.commands.visiting.signing_key", lambda _at: None)
    assert told(choose(browser, launch, "texts/texto/")) == Fault.NO_TOOL_KEY


def test_where_nothing_is_adopted_nothing_can_be_chosen(cast, school_system, browser):
    from .doings import system

    launch = come_choosing(browser, system(cast, school_system.origin))
    assert "Todavía no hay nada que mostrar" in page(browser, launch).content.decode()
    assert ADDED


def test_whoever_a_school_erases_is_forgotten_here_and_nobody_else(cast, course, cohort, platform, browser):
    link(cast, platform, cohort)
    for sub in ("aB9", "ab9"):
        work_whole(browser, platform, course, sub=sub)
    document = account_of(platform.issuer, "aB9")
    kept = {each.count for each in erasing_of(platform.body, document).kept}
    assert 1 + 2 + 1 in kept, "a visit, two parts, a result"
    erase_person(actor=cast.actor(JUSTICE), space=platform.body, document=document, at=NOW)
    for model in (Launch, Passed, Score):
        assert set(model.objects.values_list("person", flat=True)) == {person_of(platform.key, "ab9")}
    assert not erasing_of(platform.body, document).kept
