"""What a report says, what it says is missing, and what never reaches it."""

from datetime import timedelta

from django.utils.translation import override

from cast import NOW, SOURCE
from counting import queries_of
from tejido.annual.actors import READER, reader
from tejido.annual.jobs import run_due
from tejido.annual.papers import report_paper
from tejido.annual.proof import page_digest
from tejido.annual.queries import compose, report_data
from tejido.annual.queries.waiting import pages_waiting
from tejido.annual.sentences import of_report
from tejido.annual.terms import Say, amount, bars, choice, days, noted, say, several, tiles
from tejido.annual.words import notice_of, pieces, plain, report_shown
from tejido.annual.words.blocks import bars_of, tiles_of
from tejido.desk.queries.reports import report_pages
from tejido.engine.proof import canonical_digest
from tejido.figures.tests import doings as counts
from tejido.formats.markdown import escape
from tejido.indicators.tests import doings as measured
from tejido.ledger.actors import CONSOLE, PUBLIC
from tejido.mechanisms import commands as mechanisms
from tejido.mechanisms.names import Audience, Topic
from tejido.people.models import Letter
from tejido.programmes.names import Field
from tejido.programmes.tests import doings as working
from tejido.registry.commands import enter_event
from tejido.web.citations import cited

from .doings import ALDEA, AUTHORITY, BRISA, DAY, DUE, SEC, again, approved, begun, issue, line, opened, write


def event(since, kind="seminar", number="", **given):
    values = {"title": {"es": f"Hecho {since}", "en": f"Event {since}"}, "source": SOURCE, **given}
    return enter_event(actor=CONSOLE, at=NOW, kind=kind, since=since, number=number, **values)


def words_of(blocks):
    """Everything that blocks say, in the language that is on."""
    return " ".join(plain(block["text"]) for block in blocks if "text" in block)


def chapter(report, kind):
    return compose(report, NOW).chapter(kind)


## Gaps


def test_a_year_without_a_record_is_named_and_has_no_nought(cast):
    event("2025-06")
    blocks = chapter(begun(cast), "seminars")
    chart = next(block for block in blocks if block["t"] == "bars")
    assert [(label, value) for label, value in chart["rows"]] == [("2025", 1), ("2026", None), ("2027", None)]
    assert "2026, 2027" in words_of(blocks)


def test_what_is_only_known_as_planned_is_not_counted(cast):
    event("2026-05", inferred=["holding"])
    blocks = chapter(begun(cast), "seminars")
    assert [value for _label, value in next(b for b in blocks if b["t"] == "bars")["rows"]] == [None, None, None]
    assert any(block["t"] == "gap" and block["text"]["$"] == Say.PLANNED for block in blocks)


def test_numbers_of_meetings_that_no_source_tells_of_are_named(cast):
    event("2026-11", "meeting", "VII")
    event("2030-01", "meeting", "IX")
    gaps = [b["text"] for b in chapter(begun(cast), "meetings") if b["t"] == "gap" and "first" in b["text"]]
    assert gaps == [say(Say.NO_NUMBERS, first="I", last="VI"), say(Say.NO_NUMBER, first="VIII")]
    earlier = begun(cast, since=2025, until=2025)
    assert say(Say.NO_NUMBER, first="VIII") not in [b.get("text") for b in chapter(earlier, "meetings")]


def test_every_chapter_that_nothing_is_known_of_says_so(cast):
    found = compose(begun(cast), NOW)
    silent = ("objectives", "projects", "impact", "activities", "tools")
    assert all(any(block["t"] == "gap" for block in found.blocks[kind]) for kind in silent)


def test_dates_have_their_source_and_grade_as_a_note(cast):
    event("2026", "launch")
    table = next(block for block in chapter(begun(cast), "activities") if block["t"] == "grid")
    assert [piece.note for piece in pieces(table["rows"][0][0])] == [f"Source: {SOURCE} · One source"]


## What members released


def test_initiatives_are_counted_and_named_as_far_as_they_were_released(cast):
    shown, hidden = working.initiative(cast), working.initiative(cast, {Field.TITLE: {"es": "CANARY"}})
    assert hidden
    working.release(cast, shown, Audience.PUBLIC)
    report = opened(cast)
    assert "CANARY" not in str(report_data(compose(report, NOW)))
    assert "Escuelas sin odio" not in str(report_data(compose(report, NOW))), "the page is not approved"
    assert "Escuelas sin odio" in str(line(report).facts.released)
    chart = next(block for block in chapter(report, "initiatives") if block["t"] == "bars")
    assert [value for _name, value in chart["rows"]] == [1, None, None]
    approved(cast, report)
    assert "Escuelas sin odio" in str(report_data(compose(report, NOW)))


def test_what_lies_beside_the_years_or_was_shown_to_the_network_alone_is_not_in_a_public_report(cast):
    for dates in ({"since": "2019", "until": "2020"}, {"since": "2026"}):
        row = working.initiative(cast, {Field.TITLE: {"es": "Otra"}, Field.DATES: dates})
        working.release(cast, row, Audience.NETWORK, Field.DATES)
    assert compose(begun(cast, audience="network"), NOW).loaded.work.counts == {"XA": 1}
    assert compose(begun(cast), NOW).loaded.work.counts == {}


def test_an_initiative_belongs_to_the_years_that_its_dates_touch_however_exact_they_are(cast):
    within = ({"since": "2026-12-31"}, {"until": "2026-01"}, {"since": "2019", "until": "2026"}, {"since": "2020"})
    for dates in (*within, {"since": "2027-01"}, {"since": "2019", "until": "2025-12-31"}):
        row = working.initiative(cast, {Field.TITLE: {"es": "Otra"}, Field.DATES: dates})
        working.release(cast, row, Audience.PUBLIC)
        working.release(cast, row, Audience.PUBLIC, Field.DATES)
    found = compose(begun(cast, since=2026, until=2026), NOW).loaded.work
    assert found.counts == {"XA": len(within)}


def test_a_figure_is_of_those_who_reported_and_says_who_did_not(cast):
    row = measured.question(cast, frequency="year", dimensions=[], kind="number")
    value = measured.report(cast, row, "2026", 40)
    measured.release(cast, value, Audience.PUBLIC)
    blocks = chapter(begun(cast), "impact")
    chart = next(block for block in blocks if block["t"] == "bars")
    said = {plain(label): (height, plain(words)) for label, height, words in chart["rows"]}
    assert said["2026"] == (40.0, "40 (reported by 1 of 3)")
    assert said["2027"] == (None, "no record")
    assert "Aldea, Brisa, Cumbre" in words_of(blocks)


def test_no_private_word_of_any_app_reaches_the_report_or_its_files(cast):
    mechanisms.make_entry(
        actor=cast.actor(ALDEA), member=cast.members["XA"], at=NOW, topic=Topic.HOST, since="2026",
        says={"es": "CANARY mechanism"},
    )  # fmt: skip  # one act, read as one
    working.initiative(cast, {Field.TITLE: {"es": "CANARY initiative"}})
    report = opened(cast)
    write(cast, report, es="CANARY words")
    for audience in ("network", "public"):
        data = report_data(compose(opened(cast, audience=audience), NOW))
        paper = report_paper(data, "es", NOW)
        assert "CANARY" not in f"{data}{paper.blocks}{report_shown(data)}"
    assert "CANARY" not in str(report_data(compose(report, NOW)))


def test_the_report_reads_as_nobody_of_the_secretariat_and_of_no_member():
    assert reader("public") == PUBLIC
    assert (reader("network"), READER.member, READER.role) == (READER, "", "observer")


## The form


def test_queries_do_not_grow_with_members_and_records(cast):
    report = opened(cast)
    event("2026")
    few = queries_of(lambda: report_data(compose(report, NOW)))
    for number in range(3):
        event(f"2026-0{number + 1}")
        working.release(cast, working.initiative(cast), Audience.PUBLIC)
    assert queries_of(lambda: report_data(compose(report, NOW))) <= few + 1  # the values of what is shown


def test_a_page_digest_is_that_of_the_canonical_form():
    blocks, words = [say(Say.YEAR), {"t": "x", "n": 3, "u": "ñ\n\u0001"}], {"es": "Así «sea»"}
    data = {"report": "r", "member": "XA", "blocks": blocks, "words": words}
    assert page_digest("r", "XA", blocks, words) == canonical_digest(data)


def test_texts_are_said_in_the_language_that_is_on():
    assert plain(days("2012-03-29", "2012-03-30")) == "March 29, 2012 – March 30, 2012"
    assert plain(choice("grade", "A")) == "Primary source, or two sources"
    assert plain(choice("language", "pt")) == "português"
    assert plain(several(["a", "", noted("b", "n")])) == "a, b"
    assert plain(amount({"number": "1234.5"})) == "1,234.5"
    assert plain(1234) == "1,234"


def test_a_bar_of_which_nothing_is_known_has_no_width(cast):
    shown = bars_of(bars("c", "over", "unit", [("a", 2), ("b", None), ("c", 1, "one")]))
    assert [(bar.width, bar.said) for bar in shown] == [("100.0%", "2"), (None, "no record"), ("50.0%", "one")]


def test_states_of_no_region_stand_below_the_others():
    found = tiles_of(tiles("", [("PY", "Paraguay", "of_record"), ("XA", "Aldea", "other")]))
    assert [(tile.code, tile.look) for tile in found] == [("PY", "member"), ("XA", "none")]
    assert found[1].y > found[0].y


def test_the_paper_has_charts_with_their_tables_and_says_what_is_not_approved(cast):
    event("2026")
    paper = report_paper(report_data(compose(opened(cast), NOW)), "en", NOW, number=1, digest="ab" * 32)
    kinds = [type(block).__name__ for block in paper.blocks]
    assert {"Picture", "Grid", "Heading"} <= set(kinds)
    assert kinds[kinds.index("Picture") + 1] in {"Grid", "Prose"}
    assert "page has not been approved" in str(paper.blocks)
    assert len(paper.images) == len({block.digest for block in paper.blocks if hasattr(block, "digest")})


## Who is waited for


def test_the_desk_says_what_waits_for_whom(cast):
    assert list(report_pages(cast.actor(ALDEA), NOW)) == []
    report = opened(cast)
    assert [found.count for found in pages_waiting(cast.secretariat, NOW)] == [3]
    said = {who: [one.what for one in report_pages(cast.actor(who), NOW)] for who in (ALDEA, AUTHORITY, SEC)}
    assert said[ALDEA] == ["Your page of the annual report waits for approval"]
    assert said[AUTHORITY] == ["Your page of the annual report waits for your clearance"]
    assert said[SEC] == ["3 pages of the annual report are not yet approved"]
    assert list(report_pages(cast.actor("XA/representative/JUS"), NOW)) == []
    assert list(report_pages(PUBLIC, NOW)) == []
    approved(cast, report)
    assert [list(report_pages(cast.actor(who), NOW)) for who in (ALDEA, AUTHORITY)] == [[], []]
    assert [found.count for found in pages_waiting(cast.secretariat, NOW)] == [2]
    assert len(list(report_pages(cast.actor(BRISA), NOW))) == 1


def test_who_has_not_approved_is_reminded_a_week_and_two_days_before_and_each_time_once(cast):
    report = opened(cast)
    approved(cast, report)
    assert run_due(NOW + 5 * DAY) == 0
    week = NOW + (DUE - NOW.date() - timedelta(days=7))
    assert run_due(week) > 0
    assert run_due(week + timedelta(hours=1)) == 0
    written = Letter.objects.filter(occasion__contains=report.key, subject__startswith="Recordatorio")
    assert not any("/pages/XA/" in letter.body for letter in written)
    assert run_due(week + 5 * DAY) > 0
    assert run_due(week + 9 * DAY) == 0, "the day is over"


def test_once_issued_and_past_its_day_an_approval_counts_for_the_next_issue(cast):
    report = opened(cast)
    issue(cast, report)
    row, late = again(report), NOW + 21 * DAY
    assert "waits for its approval" in of_report(compose(row, NOW), "XA").text
    assert "Approving it counts for the next issue" in of_report(compose(row, late), "XA").text
    assert "3 pages are not approved; approving them counts" in of_report(compose(row, late), "").text
    approved(cast, row)
    assert "2 pages are not approved; approving them counts" in of_report(compose(row, late), "XA").text


def test_years_stand_once_where_the_title_says_them(cast):
    report = opened(cast, title={"en": "Report 2025–2027"})
    paper = report_paper(report_data(compose(report, NOW)), "en", NOW)
    assert (paper.subtitle, paper.head) == ("", "Report 2025–2027")
    assert paper.contents_depth == 1


def test_a_demonstration_says_what_of_it_is_invented(cast):
    data = report_data(compose(opened(cast), NOW))
    told = dict(data["report"])
    assert not notice_of(told)
    assert notice_of({**told, "is_demonstration": True}) == "Demonstration: all of it is invented"
    data["report"]["in_demonstration"] = True
    said = notice_of(data["report"])
    assert "The facts are from public sources" in said
    assert ("Note", escape(said)) in report_paper(data, "en", NOW, has_notice=True).facts
    del told["in_demonstration"]
    assert not notice_of(told), "an issue from before it was said"


def test_a_source_is_cited_in_the_language_of_the_report():
    told = say(Say.SOURCE_ALONE, source="example.org, page of that meeting (2017-10-16)")
    with override("es"):
        assert plain(told) == "Fuente: example.org, página de esa reunión (16 de octubre de 2017)"
    assert cited("(2017-13-45)") == "(2017-13-45)"


## Who was trained


def test_the_report_has_released_counts_of_training_alone_and_joined_groups_as_joined(cast, text):
    group = counts.cohort(cast, text)
    counts.enter(cast, group, {("female", "PY-7"): 9, ("male", "PY-7"): 8, ("other", "PY-7"): 2})
    counts.released(cast, group.space, dimensions=["sex"])
    report = begun(cast, audience="network")
    assert not [b for b in chapter(report, "impact") if b["t"] == "bars"]
    assert line(report).facts.released == line(begun(cast)).facts.released
    publication = counts.publish(cast)
    chart, missing = chapter(report, "impact")
    assert [value for _name, value in chart["rows"]] == [19, None, None]
    assert chart["caption"] == say(Say.TRAINED_IN, year="2026")
    assert missing["text"]["$"] == Say.NO_TRAINED
    (table,) = [b for b in line(report).facts.released if b.get("caption") == say(Say.TRAINED)]
    year, edition, persons, by_sex = [pieces(cell) for cell in table["rows"][0]]
    assert publication.digest in year[0].note
    assert "".join(piece.words for piece in (*edition, *persons)) == "Texto, Edition 119"
    told = "".join(piece.words for piece in by_sex)
    assert ": 2" not in told
    assert " / " in told
    assert chapter(begun(cast), "impact")[0]["t"] == "gap", "it was shown to the network alone"


def test_counts_of_training_stand_in_the_report_of_their_year(cast, text):
    group = counts.cohort(cast, text)
    counts.enter(cast, group, {("female", "PY-7"): 9})
    counts.released(cast, group.space, dimensions=["sex"])
    counts.publish(cast, audience="public")
    earlier = begun(cast, since=2025, until=2025)
    assert chapter(earlier, "impact")[0]["t"] == "gap"
    assert [b["t"] for b in chapter(begun(cast), "impact")] == ["bars", "gap"]
