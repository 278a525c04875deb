"""Fills a node with a cohort that passed a course, issues its certificates and makes the archive of all of them; prints
seconds and memory as JSON. Run by bench/certificates.py, with TEJIDO_DATA set to an empty folder: certified.py SIZE
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime

from prepared import prepare

AT = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)


def main(size: int) -> None:
    prepare()
    from tejido.certificates.papers import zip_of

    cohort, actor = _cohort(size)
    start = time.perf_counter()
    issue = _issue(cohort, actor)
    issued = time.perf_counter() - start
    before = _peak()
    archived, length = _timed(lambda: sum(map(len, zip_of(issue, "es"))))
    told = {"issued": issued, "archived": archived, "bytes": length, "memory": _peak() - before}
    print(json.dumps(told))


def _issue(cohort: object, actor: object) -> object:
    from tejido.certificates import commands, queries
    from tejido.certificates.models import Issue

    seen = queries.able(cohort, queries.wording_of(cohort.space, cohort.course_id)).seen
    issue = commands.issue_certificates_of_cohort(actor=actor, cohort=cohort, seen=seen, at=AT)
    while commands.go_on(issue=issue.key, at=AT):
        pass
    return Issue.objects.select_related("space", "cohort").get(key=issue.key)


def _timed(act: Callable[[], int]) -> tuple[float, int]:
    start = time.perf_counter()
    found = act()
    return time.perf_counter() - start, found


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _cohort(size: int) -> tuple[object, object]:
    from tejido.certificates import commands
    from tejido.formats.roster.values import columns
    from tejido.ledger.actors import Actor
    from tejido.records.commands import enter
    from tejido.records.models import Cohort
    from tejido.registry.names import Role

    space, course, revision = _course()
    actor = Actor(
        account="a", seat="s", office="XA/representative/ESC", role=Role.REPRESENTATIVE, member="XA",
        institution=space.institution_id, is_fresh=True,
    )  # fmt: skip  # one value
    cohort = Cohort.objects.create(
        no=1, space=space, course=course, revision=revision, code="1", method="in_person", starts=date(2026, 1, 1),
        ends=date(2026, 6, 1), minutes=600, at=AT, office=actor.office,
    )  # fmt: skip  # one row of a table, read as one
    for first in range(0, size, 10_000):
        some = range(first, min(first + 10_000, size))
        told = columns(
            [f"national:{n}" for n in some], [f"Persona Número {n}" for n in some], ["2026-06-01"] * len(some)
        )
        enter(actor=actor, cohort=cohort, columns=told, kind="hand", at=AT)
    said = {name: {"es": f"Certificado de un curso ({name})"} for name in ("title", "words", "signatory")}
    commands.word_course(actor=actor, space=space, course=course, at=AT, **said)
    return cohort, actor


def _course() -> tuple[object, object, object]:
    from tejido.adaptation.models import Derivation
    from tejido.curriculum.models import Revision, Text
    from tejido.ledger.actors import CONSOLE
    from tejido.registry.commands import enter_institution, enter_sourced_member, found_network
    from tejido.registry.models import Body
    from tejido.registry.names import BodyKind, Branch
    from tejido.training.models import Course

    found_network(actor=CONSOLE, name={"es": "Red"}, languages=["es"], zone="America/Asuncion", at=AT)
    member = enter_sourced_member(
        actor=CONSOLE, code="XA", name={"es": "Aldea"}, since=date(2006, 1, 1), source="acta", at=AT
    )
    house = enter_institution(
        actor=CONSOLE, member=member, code="ESC", name={"es": "Escuela"}, branch=Branch.EXECUTIVE, at=AT
    )
    office = {"at": AT, "office": "XA/representative/ESC"}
    space = Body.objects.create(kind=BodyKind.OFFICE, member=member, institution=house, name={"es": "Escuela"})
    text = Text.objects.create(
        body=space, slug="version", title={"es": "Versión"}, negotiated_language="es", created_at=AT
    )
    revision = Revision.objects.create(text=text, number=1, digest="0" * 64, manifest=[], **office)
    derivation = Derivation.objects.create(text=text, **office)
    course = Course.objects.create(derivation=derivation, title={"es": "Curso"}, officials="police", **office)
    return space, course, revision


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
