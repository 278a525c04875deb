"""What a participant answers is nobody's: not a word of it on any page, in any line or letter before it is released,
and no row that tells whose it was."""

import json

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client

from tejido.evaluation.models import OpenAnswer, SealedAnswer, Urn
from tejido.ledger.models import Line
from tejido.nominations.tests.made import participant
from tejido.people.models import Letter

from .doings import answer, ballot, close, code, open_, release, urn_of, written

pytestmark = pytest.mark.django_db
CANARY = "CANARY-XA-answer-7f3"


@pytest.fixture
def answered(cast, seminar, call, people):
    """Six of Aldea and six of Brisa; somebody of Aldea wrote the canary."""
    others = [participant(cast, call, "XB", number) for number in range(1, 7)]
    row, questions = written(cast, seminar)
    open_(cast, row)
    for number, person in enumerate([*people[:6], *others]):
        answer(row, person, ballot(questions, number, CANARY if number == 0 else ""))
    return row, questions


def everything_written():
    """The ledger and the letters, as text."""
    lines = [f"{line.facts} {line.details} {bytes(line.canonical)}" for line in Line.objects.all()]
    return "\n".join([*lines, *(f"{letter.subject} {letter.body}" for letter in Letter.objects.all())])


def pages_of(client, row, seminar):
    at = f"/questionnaires/{row.key}/"
    several = ["/questionnaires/", f"/seminars/{seminar.key}/evaluation/", at, f"{at}results/"]
    several += [f"{at}results/files/{name}" for name in ("shares.csv", "means.csv", "observations.csv")]
    several += [f"{at}answers/", "/", "/memory/", f"/search/?q={CANARY}"]
    return {
        path: client.get(path).content.decode(errors="replace").replace(f'value="{CANARY}"', "") for path in several
    }


WATCHING = ("XA/focal_point", "XB/focal_point", "network/observer", "network/secretariat")


def test_an_answer_is_on_no_page_and_in_no_line_while_it_is_open(cast, seminar, answered):
    row, _questions = answered
    for who in WATCHING:
        for path, page in pages_of(cast.client(who), row, seminar).items():
            assert path.startswith("/search/") or CANARY not in page, (who, path)
    assert CANARY not in everything_written()


def test_after_closing_only_who_codes_reads_it_and_what_is_withheld_is_erased(cast, seminar, answered):
    row, _questions = answered
    close(cast, row)
    for who in WATCHING[:3]:
        for path, page in pages_of(cast.client(who), row, seminar).items():
            assert path.startswith("/search/") or CANARY not in page, (who, path)
    assert CANARY in pages_of(cast.client("network/secretariat"), row, seminar)[f"/questionnaires/{row.key}/answers/"]
    code(cast, OpenAnswer.objects.get(), is_withheld=True)
    release(cast, row)
    for browser in (*(cast.client(who) for who in WATCHING), Client()):
        for path, page in pages_of(browser, row, seminar).items():
            assert path.startswith("/search/") or CANARY not in page, path
    assert CANARY not in everything_written()
    assert not OpenAnswer.objects.filter(words__contains=CANARY).exists()


def test_no_row_tells_who_answered_what(answered, people):
    """While it is open the roll knows that they did, in the order of keys; nothing else names anybody."""
    row, _questions = answered
    urn = urn_of(row)
    assert list(urn.roll) == sorted(urn.roll)
    found = json.dumps([urn.cells, urn.counts, urn.papers])
    for person in people:
        assert person.key not in found
        assert person.member_id not in found
    assert "XA" not in found


def test_after_closing_no_row_of_evaluation_names_anybody(cast, answered, people):
    row, _questions = answered
    close(cast, row)
    assert not Urn.objects.exists()
    assert not SealedAnswer.objects.exists()
    with connection.cursor() as cursor:
        for model in apps.get_app_config("evaluation").get_models():
            cursor.execute(f"SELECT * FROM {model._meta.db_table}")  # noqa: S608  # our own names
            told = repr(cursor.fetchall())
            for person in people:
                assert person.key not in told
                assert person.name not in told


def test_what_is_published_does_not_depend_on_the_order_of_answers(cast, seminar, people):
    """Who came first, and who came last, is not in it."""
    kept = []
    for order in (people, people[::-1]):
        row, questions = written(cast, seminar)
        open_(cast, row)
        for person in order:
            answer(row, person, ballot(questions, person.place))
        urn = urn_of(row)
        roots = {question.key: place for place, question in enumerate(questions)}
        kept.append((urn.cells, {roots[key]: told for key, told in urn.counts.items()}, sorted(urn.roll)))
    assert kept[0] == kept[1]
