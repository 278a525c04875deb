"""What Aldea does among its own is in no file that Brisa takes out, and the other way round; its own has it."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest

from matrix_handover import hand_over
from matrix_world import AT, CANARY, prepare_in_private, private_world, shared_world, speak
from tejido.custody.commands import take_out
from tejido.deliberation.tests.doings import remark
from tejido.engine.proof import verify_files
from tejido.takeout.papers import Taking, write_member

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]
BRISA = "SOLO-DE-BRISA"
OF_THE_ACT = ("ledger/", "manifest.json")  # that it was taken out again
ITS_ACTS = (b"member-taken-out", b"receipt-handed")
LEDGER = "collections/ledger.jsonl"  # tells it too


def taken(cast, who):
    """The files of what a seat takes out, by name, those inside Word files as well."""
    actor, file = cast.actor(who), BytesIO()
    receipt = take_out(actor=actor, member=actor.member, network="Red", at=AT)
    write_member(file, Taking(actor, AT, receipt))
    return dict(files_in(file))


def acts(files):
    """What the desk tells of the ledger, but for the act itself, which may push older ones off the list."""
    return {line for line in files.pop(LEDGER).splitlines() if not any(code in line for code in ITS_ACTS)}


def files_in(file, within=""):
    with ZipFile(file) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            yield f"{within}{name}", content
            if name.endswith(".docx"):
                yield from files_in(BytesIO(content), f"{name}/")


def telling(files, words):
    sought = words.lower()
    return [name for name, said in files.items() if sought in f"{name} {said.decode(errors='ignore')}".lower()]


def proven(files):
    """The names of the adopted texts whose record and text are verified by these files alone."""
    key, stems = json.loads(files["manifest.json"])["key"], []
    for name, record in files.items():
        if name.endswith(".record.json"):
            stem = name.removesuffix(".record.json")
            report = verify_files(record, files[f"{stem}.text.json"], key)
            assert report.ok, stem
            assert report.is_trusted, stem
            stems.append(stem)
    return stems


@pytest.mark.thorough  # two members take out a whole world
def test_no_member_takes_out_what_another_keeps_to_itself(db, at_now):
    at_now(AT)
    cast, network = shared_world()
    speak(network)
    before = taken(cast, "XB/focal_point")
    prepare_in_private(network)
    hand_over(cast, CANARY)
    private_world(cast)
    after = taken(cast, "XB/focal_point")
    assert telling(after, CANARY) == []
    assert acts(after) - acts(before) == set()
    changed = [name for name in before.keys() | after.keys() if before.get(name) != after.get(name)]
    assert [name for name in changed if not name.startswith(OF_THE_ACT)] == []
    remark(cast, network.rounds["preparing"], "XB/representative/JUS", body=f"{BRISA} falta algo.", at=AT)
    assert telling(taken(cast, "XB/focal_point"), BRISA) == ["collections/remarks.jsonl"]
    own = taken(cast, "XA/focal_point")
    assert telling(own, BRISA) == []
    told = telling(own, CANARY)
    assert {"collections/remarks.jsonl", "collections/positions.jsonl", "collections/texts.jsonl"} <= set(told)
    assert [CANARY.lower() in stem for stem in proven(own)].count(True) > 0
    assert [name for name in told if name.endswith(".docx/word/document.xml")] != []
