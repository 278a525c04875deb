"""Who takes part is on no page and in no file of those who do not read the nominations: these are the same whoever it
is, at risk or not, named or not."""

import io
import re
import zipfile

import pytest
from django.test import Client

from tejido.nominations.models import Nominee

from .doings import AFTER, completed, enter, seminar

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]
CANARY = "canaria-xa-5e1"
HOST_SEAT = "XA/representative/JUS"  # of the member that hosts and nominated, and no reader of nominations
WATCHING = (HOST_SEAT, "XB/focal_point", "XB/representative/JUS", "network/chair", "network/observer", "")
TOKEN = re.compile(r'csrfmiddlewaretoken" value="[^"]*"|X-CSRFToken[^}]*')


def words_of(answer):
    if answer["Content-Type"].startswith("text/html"):
        return TOKEN.sub("", answer.content.decode())
    return zipfile.ZipFile(io.BytesIO(answer.content)).read("word/document.xml").decode()


def pages(cast, held, rows, watching=WATCHING):
    at = f"/seminars/{held.seminar.key}/"
    several = ("attendance/", "attendance/sessions/1/", "attendance/sessions/1/sheet.docx", "certificates/")
    paths = [*(f"{at}{path}" for path in several), *(f"{at}certificates/{row.key}/" for row in rows)]
    found = {}
    for who in watching:
        client = cast.client(who) if who else Client(headers={"accept-language": "en"})
        found |= {(who, path): words_of(client.get(path)) for path in paths}
    return found


def test_nobody_else_can_tell_who_of_aldea_takes_part_nor_who_is_at_risk(cast, at_now):
    at_now(AFTER)
    held = seminar(cast)
    rows = completed(held, "XA1", "XA2")
    enter(held, 1, XA1="excused")
    before = pages(cast, held, rows)
    sheets = pages(cast, held, [], ("network/secretariat",))
    people = Nominee.objects.filter(member__code="XA")
    people.update(name=f"{CANARY} Uno", withheld=["name"])
    withheld = pages(cast, held, rows)
    asked = pages(cast, held, [], ("network/secretariat",))
    people.update(withheld=[], is_at_risk=True)
    assert withheld == pages(cast, held, rows) == before
    at_risk = pages(cast, held, [], ("network/secretariat",))
    assert at_risk == asked
    for (_who, path), words in at_risk.items():
        assert (CANARY in words) == (not path.endswith("docx")), path
    (path,) = [at for at in sheets if at[1].endswith("docx")]
    assert at_risk[path] == sheets[path].replace("Participante de Aldea 01", "—").replace(
        "Participante de Aldea 02", "—"
    )
    own = pages(cast, held, rows, ("XA/focal_point", "XA/alternate", "XA/validating_authority"))
    assert all(CANARY in words for (_who, path), words in own.items() if not path.endswith("docx"))
