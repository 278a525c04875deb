"""The annual report of a large network: 60 members, 200 initiatives each, ten years of values. Its dashboards, and the
whole report in four languages as PDF and Word. Run: python bench/annual.py

Ours is the whole way from the database to the page or the files; the peer reads the same rows from the same database
and does nothing with them. The aims are a page in 200 ms and a report in a minute.
"""

import os
import random
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from measure import seconds
from row import Row, show

MEMBERS, INITIATIVES, YEARS, QUESTIONS = (18, 60), 200, 10, 5
LANGUAGES = ("es", "pt", "en", "fr")
PAGE, REPORT = 0.2, 60.0  # seconds
NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
FIRST = NOW.year - YEARS
BATCH = 2_000


def rows() -> Iterator[Row]:
    for members in MEMBERS:
        with tempfile.TemporaryDirectory() as folder:
            yield from _of_size(folder, members)


def _of_size(folder: str, members: int) -> Iterator[Row]:
    """In a process of its own: Django keeps the first database that it is given."""
    import subprocess
    import sys
    from pathlib import Path

    environment = {**os.environ, "TEJIDO_DATA": folder, "DJANGO_SETTINGS_MODULE": "tejido.config.settings"}
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, str(Path(__file__).resolve()), str(members)]
    made = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    initiatives, report, pages, files, bare_page, bare_report = map(float, made.stdout.split()[-6:])
    size = members * INITIATIVES
    yield Row("initiatives, page", initiatives, "counting the same titles", bare_page, size=size)
    yield Row("report in preparation, page", report, "counting the same titles", bare_page, size=size)
    yield Row("report, whole, page", pages, "reading the same rows", bare_report, size=size)
    yield Row("report, 4 languages, PDF and Word", files, "reading the same rows", bare_report, size=size)
    yield Row("initiatives, page (aim)", initiatives, "200 ms", PAGE, limit=1.0, size=size)
    yield Row("report in preparation (aim)", report, "200 ms", PAGE, limit=1.0, size=size)
    yield Row("report, 4 languages (aim)", files, "60 s", REPORT, limit=1.0, size=size)


def measure(account: Any, report: Any) -> tuple[float, ...]:
    """Processor time of the pages, of the files, and of reading bare, in seconds."""
    from django.test import Client
    from django.urls import reverse

    client = Client(headers={"host": "localhost"})
    client.force_login(account)
    paths = [reverse("programmes:home"), reverse("annual:report", args=[report.key])]
    paths.append(reverse("annual:preview", args=[report.key]))
    pages = [seconds(lambda path=path: _got(client, path)) for path in paths]
    files = seconds(lambda: _files(report), runs=1)
    return (*pages, files, seconds(_counted), seconds(_read))


def _got(client: Any, path: str) -> None:
    answer = client.get(path, follow=True)
    if answer.status_code != 200:
        raise RuntimeError(f"{path} answered {answer.status_code}")


def _files(report: Any) -> None:
    """Composed once, then set in each language twice."""
    from tejido.annual.papers import report_paper
    from tejido.annual.queries import compose, report_data
    from tejido.formats import pdf
    from tejido.formats.chart.rastering import rastered
    from tejido.formats.word.writing import write

    data = report_data(compose(report, NOW))
    for language in LANGUAGES:
        paper = report_paper(data, language, NOW)
        pdf.typeset(pdf.Book(paper))
        write(rastered(paper))


def _counted() -> list[Any]:
    from django.db.models import Count

    from tejido.programmes.models import Release

    titles = Release.objects.filter(field="title", withdrawn_at=None)
    return list(titles.values_list("initiative__member__code").annotate(n=Count("key")))


def _read() -> None:
    """The released values that the report tells of."""
    from tejido.indicators.models import Release as Answer
    from tejido.programmes.models import Release

    list(Release.objects.filter(withdrawn_at=None).values_list("value", flat=True))
    list(Answer.objects.filter(withdrawn_at=None, indicator__member=None).values_list("value__value", flat=True))


## Filling


def _fill(members: int) -> tuple[Any, Any]:
    """Who looks, and a report whose pages every member has approved."""
    from network import _members, _seated
    from tejido.annual import commands
    from tejido.ledger.actors import CONSOLE
    from tejido.registry.commands import enter_sourced_member
    from tejido.registry.names import Role
    from tejido.registry.queries import actor_of

    mandates = _members(NOW)
    secretary = actor_of(mandates["secretariat"], is_fresh=True)
    from tejido.registry.models import Member

    for number in range(members - Member.objects.count()):
        code = f"{chr(65 + number // 26)}{chr(65 + number % 26)}"
        row = enter_sourced_member(
            actor=CONSOLE, code=f"Z{code}", name={"es": f"Estado {code}"}, since=date(2010, 1, 1), source="acta", at=NOW
        )
        _seated(row, "MRE", Role.FOCAL_POINT, NOW)
    states = list(Member.objects.all())
    _initiatives(states)
    _answers(states)
    report = commands.begin_report(
        actor=secretary, title={"es": "Informe"}, since=FIRST, until=NOW.year, audience="network", at=NOW
    )
    commands.open_pages(actor=secretary, report=report, due=(NOW + timedelta(days=20)).date(), at=NOW)
    _approve(report)
    return mandates["secretariat"].account, report


def _initiatives(states: Sequence[Any]) -> None:
    """Each with a title, a status and dates that are released, and an indicator with a value a year."""
    from tejido.indicators.models import Indicator
    from tejido.indicators.models import Value as Measured
    from tejido.programmes.models import Initiative, Release, Value

    chance = random.Random(3)
    given = {"at": NOW, "office": "bench"}
    made = Initiative.objects.bulk_create(
        (Initiative(member=state, code=f"I{n}", **given) for state in states for n in range(INITIATIVES)),
        batch_size=BATCH,
    )
    told: list[dict[str, Any]] = []
    for number, row in enumerate(made):
        since = FIRST + chance.randrange(YEARS)
        title = {"es": f"Formación de funcionarios en prevención número {number}"}
        status = [{"state": "running", "since": str(since)}]
        for field, value in (("title", title), ("status", status), ("dates", {"since": str(since)})):
            told.append({"initiative": row, "field": field, "value": value, "folded": f"formacion {number:06}"})
    Value.objects.bulk_create((Value(**one, revision=1, **given) for one in told), batch_size=BATCH)
    Release.objects.bulk_create(
        (Release(**one, audience="network", digest="0" * 64, **given) for one in told), batch_size=BATCH
    )
    rows = Indicator.objects.bulk_create(
        (
            Indicator(
                member=row.member, initiative=row, name={"es": "Personas formadas"}, kind="number", frequency="year",
                since=date(FIRST, 1, 1), **given,
            )
            for row in made
        ),
        batch_size=BATCH,
    )  # fmt: skip  # one row of a table, read as one
    Measured.objects.bulk_create(
        (_value(row, row.member, FIRST + year, chance) for row in rows for year in range(YEARS)), batch_size=BATCH
    )


def _value(row: Any, member: Any, year: int, chance: random.Random) -> Any:
    from tejido.indicators.models import Value

    return Value(
        indicator=row, member=member, period=str(year), first=date(year, 1, 1),
        value={"number": str(chance.randrange(900))}, source="acta", at=NOW, office="bench",
    )  # fmt: skip  # one row of a table, read as one


def _answers(states: Sequence[Any]) -> None:
    """Questions that are asked of all; two members in three have answered and released."""
    from tejido.indicators.models import Indicator, Release, Value

    chance = random.Random(4)
    questions = Indicator.objects.bulk_create(
        Indicator(
            name={"es": f"Pregunta {n}"}, kind="number", frequency="year", since=date(FIRST, 1, 1), at=NOW,
            office="bench",
        )
        for n in range(QUESTIONS)
    )  # fmt: skip  # one row of a table, read as one
    values = Value.objects.bulk_create(
        (
            _value(row, state, FIRST + year, chance)
            for row in questions
            for place, state in enumerate(states)
            for year in range(YEARS)
            if place % 3
        ),
        batch_size=BATCH,
    )
    Release.objects.bulk_create(
        (
            Release(
                value=row, indicator=row.indicator, member=row.member, period=row.period,
                shown={"name": {"es": "Pregunta"}, "unit": {}, "kind": "number", "steps": []}, audience="network",
                digest="0" * 64, at=NOW, office="bench",
            )
            for row in values
        ),
        batch_size=BATCH,
    )  # fmt: skip  # one row of a table, read as one


def _approve(report: Any) -> None:
    """Every page as it stands, so that every digest has to be made again when somebody looks."""
    from tejido.annual.models import Consent
    from tejido.annual.proof import page_digest
    from tejido.annual.queries import compose

    Consent.objects.bulk_create(
        Consent(
            report=report, member=line.member, step="approved", number=1, at=NOW, office="bench", seat="",
            digest=page_digest(report.key, line.member.code, line.facts.all, {}),
        )
        for line in compose(report, NOW).pages
    )  # fmt: skip  # one row of a table, read as one


def _child(members: int) -> None:
    from prepared import prepare

    prepare()
    account, report = _fill(members)
    print(*measure(account, report))


if __name__ == "__main__":
    import sys

    if len(sys.argv) > 1:
        _child(int(sys.argv[1]))
    else:
        show(rows())
