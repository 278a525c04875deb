"""A report is begun, written, opened, approved page by page, and issued."""

import pytest

from cast import FOUNDED, NOW, SOURCE, Cast
from tejido.annual import commands
from tejido.annual.commands.preparing import chapter_digest
from tejido.annual.models import Chapter, Issue, Page, Report
from tejido.annual.names import ChapterKind, No, PageState, State
from tejido.annual.queries import compose, issue_for, own_page, report_for, reports_for
from tejido.ledger.actors import CONSOLE, PUBLIC
from tejido.ledger.models import Line
from tejido.ledger.refusals import No as Shared
from tejido.ledger.refusals import Refused
from tejido.mechanisms import commands as mechanisms
from tejido.mechanisms.names import Audience, Topic
from tejido.people.models import Letter
from tejido.registry.commands import enter_member, enter_standing
from tejido.registry.models import Body, Standing
from tejido.registry.names import MemberKind, Status

from .doings import (
    ALDEA,
    AUTHORITY,
    BRISA,
    DAY,
    DUE,
    SAID,
    again,
    approve,
    approved,
    begun,
    clear,
    issue,
    line,
    opened,
    own,
    write,
)


def refused(act, *args, **given):
    with pytest.raises(Refused) as found:
        act(*args, **given)
    return found.value.refusal.code


def last(act):
    return Line.objects.filter(act=act).latest("at")


def write_chapter(cast, report, kind=ChapterKind.OBJECTIVES, by="network/secretariat", seen=None, **given):
    row = Chapter.objects.filter(report=report, kind=kind).first()
    values = {"introduction": {"es": "Se acordó prevenir.", "fr": "  "}, "is_left_out": False, **given}
    seen = chapter_digest(row) if seen is None and row else seen or ""
    return commands.write_chapter(actor=cast.actor(by), report=report, kind=kind, seen=seen, at=NOW, **values)


## Preparing


def test_a_report_begins_with_every_chapter_in_the_usual_order(cast):
    report = begun(cast)
    assert [row.kind for row in Chapter.objects.filter(report=report)] == list(ChapterKind)
    assert (report.state, report.years) == (State.PREPARATION, "2025–2027")
    assert last("report-begun").facts == {"since": 2025, "until": 2027, "audience": "public"}


def test_it_needs_a_title_and_years_in_order_that_are_not_to_come(cast):
    assert refused(begun, cast, title={"es": " "}) == No.NO_TITLE
    assert refused(begun, cast, since=2027, until=2026) == No.YEARS
    assert refused(begun, cast, until=2028) == No.YEARS
    assert refused(begun, cast, by=ALDEA) == Shared.NOT_YOURS
    assert begun(cast, since=2027).years == "2027"


def test_the_secretariat_writes_an_introduction_and_overwrites_nobody(cast):
    report = begun(cast)
    row = write_chapter(cast, report)
    assert row is not None
    assert row.introduction == {"es": "Se acordó prevenir."}
    assert refused(write_chapter, cast, report, seen="0" * 64) == No.MOVED
    assert refused(write_chapter, cast, report, by=ALDEA) == Shared.NOT_YOURS
    assert refused(write_chapter, cast, report, kind="nothing") == No.UNKNOWN_CHAPTER
    assert "Se acordó" not in str(last("report-chapter-written").facts)


def test_a_chapter_that_is_left_out_is_not_in_the_report(cast):
    report = begun(cast)
    write_chapter(cast, report, ChapterKind.TOOLS, is_left_out=True)
    assert ChapterKind.TOOLS not in compose(report, NOW).blocks


def test_chapters_move_by_one_place_and_not_over_the_edge(cast):
    report = begun(cast)

    def move(kind, to, by="network/secretariat"):
        commands.move_chapter(actor=cast.actor(by), report=report, kind=kind, to=to, at=NOW)

    move("objectives", "up")
    move("objectives", "down")
    move("composition", "down")
    assert [row.kind for row in Chapter.objects.filter(report=report)][:2] == ["objectives", "composition"]
    assert refused(move, "objectives", "up") == No.AT_THE_EDGE
    assert refused(move, "impact", "down") == No.AT_THE_EDGE
    assert refused(move, "nothing", "up") == No.UNKNOWN_CHAPTER
    assert refused(move, "impact", "up", by=ALDEA) == Shared.NOT_YOURS


def test_pages_are_opened_until_a_day_to_come_and_who_signs_is_written_to(cast):
    report = opened(cast)
    assert (report.state, report.due) == (State.WITH_MEMBERS, DUE)
    letters = Letter.objects.filter(occasion__startswith=f"report:{report.key}")
    assert sorted({letter.to.email.split(".")[0] for letter in letters if letter.to}) == ["xa", "xb", "xc"]
    assert all(f"/reports/{report.key}/pages/" in letter.body for letter in letters)
    assert refused(opened, cast, report=report) == No.OPENED_SO
    assert refused(opened, cast, report=report, due=NOW.date()) == No.DUE_PAST
    assert refused(opened, cast, report=report, by=ALDEA) == Shared.NOT_YOURS
    later = opened(cast, report=report, due=DUE + DAY)
    assert (later.opened_at, later.due) == (NOW, DUE + DAY)


## The page of a member


def test_nobody_writes_clears_or_approves_before_the_pages_are_open(cast):
    report = begun(cast)
    assert refused(write, cast, report) == No.NOT_OPENED
    assert refused(clear, cast, report) == No.NOT_OPENED


def test_own_words_are_the_members_own_line_and_read_by_its_own_seats_alone(cast):
    report = opened(cast)
    write(cast, report)
    assert own(cast, report).words == SAID
    assert own(cast, report, "XA/representative/JUS").words == SAID
    assert last("report-page-written").tree_id == "member:XA"
    assert line(report).words == {}
    for who in (BRISA, "network/secretariat"):
        with pytest.raises(Page.DoesNotExist):
            own_page(cast.actor(who), report, line(report))
    with pytest.raises(Page.DoesNotExist):
        own_page(PUBLIC, report, line(report))


def test_who_saves_over_others_words_is_told(cast):
    report = opened(cast)
    write(cast, report)
    assert refused(write, cast, report, seen="0" * 64) == No.MOVED
    assert refused(write, cast, report, by="XA/representative/JUS") == Shared.NOT_YOURS


def leave(cast, code):
    """No source counts it as a member any more."""
    enter_standing(
        actor=CONSOLE, member=cast.members[code], status=Status.FORMER, since=FOUNDED, says={}, source=SOURCE, at=NOW
    )
    Standing.objects.filter(member=cast.members[code], status=Status.MEMBER).delete()


def test_a_member_that_the_sources_do_not_count_has_no_page(cast):
    report = opened(cast)
    leave(cast, "XA")
    assert refused(write, cast, report, seen="") == No.NO_PAGE


def test_a_page_is_cleared_then_approved_exactly_as_it_was_read(cast):
    report = opened(cast)
    write(cast, report)
    assert refused(approve, cast, report) == No.NOT_CLEARED
    assert refused(clear, cast, report, seen="0" * 64) == No.PAGE_MOVED
    assert refused(clear, cast, report, fresh=False) == Shared.NOT_FRESH
    assert refused(clear, cast, report, by=ALDEA) == Shared.NOT_YOURS
    clear(cast, report)
    assert refused(clear, cast, report) == No.CLEARED_SO
    assert last("report-page-cleared").tree_id == "member:XA"
    assert refused(approve, cast, report, seen="0" * 64) == No.PAGE_MOVED
    assert refused(approve, cast, report, fresh=False) == Shared.NOT_FRESH
    assert refused(approve, cast, report, by=AUTHORITY) == Shared.NOT_YOURS
    approve(cast, report)
    assert refused(approve, cast, report) == No.APPROVED_SO
    assert (line(report).state, line(report).words) == (PageState.APPROVED, SAID)
    assert last("report-page-approved").tree_id == "network"


def test_where_the_network_asks_for_no_clearance_the_focal_point_approves_alone(cast):
    Body.objects.filter(key=cast.body.key).update(requires_clearance=False)
    report = opened(cast)
    assert approve(cast, report).step == "approved"
    assert line(report).state == PageState.APPROVED
    assert refused(clear, cast, report) == No.NO_CLEARANCE


def test_what_is_changed_after_the_approval_asks_for_it_anew(cast):
    report = opened(cast)
    approved(cast, report)
    entry = mechanisms.make_entry(
        actor=cast.actor(ALDEA), member=cast.members["XA"], at=NOW, topic=Topic.HOST, since="2026",
        says={"es": "El ministerio."},
    )  # fmt: skip  # one act, read as one
    assert line(report).state == PageState.APPROVED, "it is told to nobody yet"
    mechanisms.release(actor=cast.actor(ALDEA), part=entry, audience=Audience.PUBLIC, at=NOW)
    changed = line(report)
    assert (changed.state, changed.words, changed.approved_at) == (PageState.CHANGED, {}, None)
    assert "El ministerio." not in str(changed.blocks)
    clear(cast, report)
    approve(cast, report)
    assert "El ministerio." in str(line(report).blocks)


def test_own_words_changed_after_the_approval_wait_and_the_approved_ones_stay(cast):
    report = opened(cast)
    approved(cast, report)
    write(cast, report, es="Formamos a doscientas.")
    assert (line(report).state, line(report).words) == (PageState.APPROVED, SAID)
    assert not own(cast, report).is_approved


def test_an_approval_is_withdrawn_by_the_member_alone(cast):
    report = opened(cast)

    def withdraw(by=ALDEA, *, fresh=True):
        commands.withdraw_approval(actor=cast.actor(by, fresh=fresh), report=report, at=NOW)

    assert refused(withdraw) == No.NOT_APPROVED
    approved(cast, report)
    assert refused(withdraw, AUTHORITY) == Shared.NOT_YOURS
    assert refused(withdraw, fresh=False) == Shared.NOT_FRESH
    withdraw()
    assert line(report).state == PageState.WAITING
    assert refused(withdraw) == No.NOT_APPROVED


## Issues


def test_members_have_their_time_unless_all_have_approved(cast):
    report = opened(cast)
    assert refused(issue, cast, begun(cast)) == No.NOT_OPENED
    assert refused(issue, cast, report, at=NOW + DAY) == No.BEFORE_DUE
    assert refused(issue, cast, report, by=ALDEA) == Shared.NOT_YOURS
    for code in ("XB", "XC"):
        leave(cast, code)
    approved(cast, report)
    assert issue(cast, report, at=NOW + DAY).number == 1


def test_an_issue_is_a_copy_that_later_changes_do_not_reach(cast):
    report = opened(cast)
    approved(cast, report)
    made = issue(cast, report)
    assert again(report).state == State.ISSUED
    assert SAID["es"] in str(made.data)
    write(cast, report, es="Otra cosa.")
    write_chapter(cast, report)
    kept = Issue.objects.get(key=made.key)
    assert (kept.data, kept.digest) == (made.data, made.digest)
    assert last("report-issued").facts == {"number": 1, "digest": made.digest, "audience": "public"}
    assert Letter.objects.filter(occasion=f"report:{made.key}").exists()


def test_exactly_what_was_read_is_issued_and_a_correction_says_what_it_corrects(cast):
    report = opened(cast)
    assert refused(issue, cast, report, seen="0" * 64) == No.REPORT_CHANGED
    assert refused(issue, cast, report, fresh=False) == Shared.NOT_FRESH
    issue(cast, report, reason={"es": "La primera no corrige nada."})
    assert Issue.objects.get().reason == {}
    assert refused(issue, cast, report) == No.ISSUED_SO
    write_chapter(cast, report)
    assert refused(issue, cast, report) == No.NO_REASON
    second = issue(cast, report, reason={"es": "Faltaban los objetivos.", "en": " "})
    assert (second.number, second.reason, again(report).issues) == (2, {"es": "Faltaban los objetivos."}, 2)


def test_the_public_reads_what_was_issued_to_everybody_and_knows_of_nothing_else(cast):
    report, inside = opened(cast), opened(cast, audience="network")
    with pytest.raises(Report.DoesNotExist):
        report_for(PUBLIC, report.key)
    made, kept = issue(cast, report), issue(cast, inside)
    assert issue_for(PUBLIC, report.key, 1) == made
    assert [row.report for row in reports_for(PUBLIC)] == [report]
    with pytest.raises(Issue.DoesNotExist):
        issue_for(PUBLIC, inside.key, 1)
    assert issue_for(cast.actor(BRISA), inside.key, 1) == kept
    assert len(reports_for(cast.actor(BRISA))) == 2


def test_organisations_and_observers_have_no_page(cast: Cast):
    enter_member(
        actor=CONSOLE, code="ORG", name={"es": "Organización"}, languages=["es"], since=FOUNDED, at=NOW,
        kind=MemberKind.ORGANISATION,
    )  # fmt: skip  # one row
    assert compose(opened(cast), NOW).page_of("ORG") is None
