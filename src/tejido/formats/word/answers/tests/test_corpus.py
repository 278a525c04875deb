"""What is in an edited file lands on the right passage: all of it with ids, 95 in a hundred without."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tejido.formats.word.answers.proposals import Understanding

from .base import NAMES, understanding
from .corpus import EDITS, edited
from .editor import Edited

SOFFICE = shutil.which("soffice")
_TRACKED = re.compile(
    rb"<w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|rPrChange|pPrChange|sectPrChange|tblPrChange|tblPrExChange"
    rb"|tblGridChange|trPrChange|tcPrChange|numberingChange)(?=[\s/>])"
)
_COMMENT = re.compile(rb"<w:comment\s")


def counted(raw: bytes) -> tuple[int, int]:
    """Comments and tracked changes in a file, counted in its bytes: an opinion of its own."""
    with ZipFile(BytesIO(raw)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name.startswith("word/")}
    comments = len(_COMMENT.findall(parts.get("word/comments.xml", b"")))
    return comments, sum(len(_TRACKED.findall(data)) for name, data in parts.items() if name.endswith(".xml"))


def landed(found: Understanding) -> set[tuple[str, str]]:
    return {(proposal.what.value, proposal.passage) for proposal in found.proposals}


def misses(wanted: Edited, found: Understanding) -> list[str]:
    """What did not land where it belongs, or landed without being there."""
    lost = [f"lost {what} {NAMES.get(id, id)}" for what, id in wanted.expected - landed(found)]
    wrong = [f"invented {what} {NAMES.get(id, id)}" for what, id in landed(found) - wanted.expected]
    said = Counter((said.words, said.passage) for said in found.said)
    comments = [f"comment {words!r} not on {NAMES[id]}" for words, id in (Counter(wanted.said) - said)]
    return lost + wrong + comments


def assert_accounts(raw: bytes, found: Understanding) -> None:
    """Nothing is dropped silently: every comment and every change of the file is in the account."""
    account = found.account
    assert (account.comments, account.changes) == counted(raw)
    loose = Counter[str]()
    for item in found.unplaced:
        loose[item.kind.value] += item.count
    assert account.comments == len(found.said) + loose["comment"]
    assert account.changes == account.changes_placed + loose["change"] + account.changes_of_form


@pytest.mark.parametrize("name", EDITS)
@pytest.mark.parametrize("noise", [False, True], ids=["", "noise"])
def test_everything_lands_where_it_belongs(name, noise):
    wanted = edited(name, noise=noise)
    raw = wanted.bytes()
    found = understanding(raw)
    assert misses(wanted, found) == []
    assert found.with_ids
    assert_accounts(raw, found)


def score(results: list[tuple[Edited, Understanding]]) -> tuple[int, int]:
    """How many edits and comments landed, of how many."""
    wanted = sum(len(edit.expected) + len(edit.said) for edit, _ in results)
    missed = sum(
        len(edit.expected - landed(found))
        + (Counter(edit.said) - Counter((said.words, said.passage) for said in found.said)).total()
        for edit, found in results
    )
    return wanted - missed, wanted


def test_files_that_lost_their_ids_are_understood_by_their_words():
    results = []
    for name in EDITS:
        wanted = edited(name, ids=False, noise=True)
        raw = wanted.bytes()
        found = understanding(raw)
        assert not found.with_ids
        assert_accounts(raw, found)
        results.append((wanted, found))
    good, of = score(results)
    assert good >= 0.95 * of, f"{good} of {of}"


def saved_by_libreoffice(files: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    """The files as LibreOffice writes them again, all in one run."""
    for name, raw in files.items():
        (folder / f"{name}.docx").write_bytes(raw)
    command = [SOFFICE or "", f"-env:UserInstallation=file://{folder}/perfil", "--headless", "--convert-to"]
    command += [
        "docx:Office Open XML Text",
        "--outdir",
        str(folder / "otra"),
        *(str(folder / f"{n}.docx") for n in files),
    ]
    environment = {"HOME": str(folder), "PATH": "/usr/bin:/bin"}
    subprocess.run(command, check=True, capture_output=True, timeout=300, env=environment)  # noqa: S603 - ours
    return {name: (folder / "otra" / f"{name}.docx").read_bytes() for name in files}


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed: its files are NOT tested here")
@pytest.mark.parametrize("ids", [True, False], ids=["with ids", "without ids"])
def test_what_libreoffice_saved_again_lands_where_it_belongs(ids, tmp_path):
    made = {f"f{at}": edited(name, ids=ids) for at, name in enumerate(EDITS)}
    saved = saved_by_libreoffice({name: edit.bytes() for name, edit in made.items()}, tmp_path)
    results = [(edit, understanding(saved[name])) for name, edit in made.items()]
    for name, (_, found) in zip(made, results, strict=True):
        assert_accounts(saved[name], found)
    good, of = score(results)
    missed = {name: misses(*result) for name, result in zip(EDITS, results, strict=True) if misses(*result)}
    if ids:
        assert missed == {}
    assert good >= 0.95 * of, (good, of, missed)
