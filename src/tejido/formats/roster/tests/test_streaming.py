"""A list is read as a stream in the limited process, and nothing that comes back is trusted."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tejido.formats.bad_file import BadFile, Code
from tejido.formats.process import TooMuch, TooSlow, told_by
from tejido.formats.roster import frames, sandbox
from tejido.formats.roster.checking import Chunk, checked
from tejido.formats.roster.mapping import Mapping
from tejido.formats.roster.reading import rows_in
from tejido.formats.roster.streaming import chunks_of, first_rows
from tejido.formats.roster.suggesting import suggest
from tejido.formats.roster.values import Field, Problem, columns
from tejido.formats.sheet import Sheet, write_xlsx

pytestmark = pytest.mark.anywhere
TODAY = date(2027, 3, 1)
HEAD = ("Cédula", "Nombre", "Fecha", "Sexo")
ROWS = (("1234567", "Núñez, Eva", "25/03/2026", "F"), ("'=1+2345", "=HYPERLINK(1)", "26/03/2026", "M"))
CHUNK = Chunk(
    columns(["national:1", "national:2"], ["Eva", "Leo"], ["2026-03-25", ""], scores=[850, None]),
    (Problem(4, Field.DAY, "unreadable", "nunca"),), 1, 2, 5,
)  # fmt: skip  # one chunk


def text(separator: str = ";") -> str:
    return "\r\n".join(separator.join(f'"{cell}"' for cell in row) for row in (HEAD, *ROWS))


def read(raw: bytes, **given) -> list[Chunk]:
    """Here, without the process."""
    rows = [*rows_in(io.BytesIO(raw))]
    return [*checked(rows, suggest(rows[0], rows[1:]).mapping, TODAY, **given)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_text_is_read_however_it_was_saved(encoding, separator):
    (chunk,) = read(text(separator).encode(encoding))
    assert chunk.columns.documents == ["national:1234567", "national:12345"]
    assert chunk.columns.names == ["Núñez, Eva", "=HYPERLINK(1)"]
    assert chunk.columns.days == ["2026-03-25", "2026-03-26"]


def test_a_workbook_is_read_in_the_process_too():
    raw = write_xlsx([Sheet("Lista", HEAD, (("1234567", "Eva", date(2026, 3, 25), "F"), (7654321, "Leo", None, "M")))])
    header, rows = first_rows([raw])
    (chunk,) = chunks_of([raw], suggest(header, rows).mapping, TODAY)
    assert chunk.columns.documents == ["national:1234567", "national:7654321"]
    assert chunk.columns.days == ["2026-03-25", ""]


def test_chunks_follow_each_other_wherever_one_begins():
    raw = "\n".join([",".join(HEAD), *(f"{1_000_000 + at},Eva,25/03/2026,F" for at in range(10))]).encode()
    mapping = suggest(*first_rows([raw])).mapping
    whole = [row for chunk in chunks_of([raw], mapping, TODAY, size=3) for row in chunk.columns.rows]
    later = [
        row for chunk in chunks_of([raw[:9], raw[9:]], mapping, TODAY, size=3, after=7) for row in chunk.columns.rows
    ]
    assert (whole, later) == ([*range(2, 12)], [8, 9, 10, 11])


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"\0" * 200_000_000)
    return made.getvalue()


def far() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", '<c r="A1048576"/>')
    return made.getvalue()


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (bomb(), Code.BOMB),
        (far(), Code.TOO_BIG),
        (b"PK\3\4 no zip", Code.BROKEN_ZIP),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Code.OLD_WORD),
        (b"a,b\n" + b"x" * 40_000 + b",1\n", Code.BROKEN_CSV),
        (b'a,b\n"never closed', Code.BROKEN_CSV),
        (b"document,name,day\0\n", Code.NOT_TEXT),
        (b",".join([b"a"] * 300), Code.TOO_BIG),
        (b"\n ; \n", Code.NOT_SHEET),
        (b"", Code.NOT_SHEET),
    ],
    ids=["bomb", "far", "zip", "old", "huge cell", "open", "nul", "wide", "blank", "empty"],
)
def test_a_hostile_file_is_one_readable_error(raw, code):
    with pytest.raises(BadFile) as problem:
        first_rows([raw], name="lista")
    assert problem.value.name == "lista"
    assert problem.value.code in {code, Code.OLD_SHEET, Code.NOT_SHEET} if code == Code.OLD_WORD else [code]


def test_a_chunk_comes_back_as_it_was_told():
    assert frames.chunk_from_bytes(frames.chunk_to_bytes(CHUNK)) == CHUNK
    nothing = replace(CHUNK, columns=columns([], [], []))
    assert frames.chunk_from_bytes(frames.chunk_to_bytes(nothing)) == nothing


@given(place=st.integers(0, 2_000), sign=st.integers(0, 255))
def test_a_chunk_that_was_tampered_with_is_refused_or_still_a_chunk(place, sign):
    raw = bytearray(frames.chunk_to_bytes(CHUNK))
    raw[place % len(raw)] = sign
    try:
        chunk = frames.chunk_from_bytes(bytes(raw))
    except (ValueError, BadFile):
        return
    assert all(date.fromisoformat(day) for day in chunk.columns.days if day)
    assert {*chunk.columns.results} <= frames.RESULTS


def told(**changes) -> bytes:
    head, _, body = frames.chunk_to_bytes(CHUNK).partition(b"\n")
    data = json.loads(head)
    for name, value in changes.items():
        (data["words"] if name in data["words"] else data)[name] = value
    return json.dumps(data).encode() + b"\n" + body


@pytest.mark.parametrize(
    "changes",
    [
        {"last": 1}, {"size": 3}, {"size": -1}, {"size": True}, {"days": ["nunca", ""]}, {"results": ["failed"]},
        {"scores": [-1, None]}, {"scores": ["8", None]}, {"cohorts": ["a\x1eb"]}, {"cohorts": ["x" * 201]},
        {"cohorts": [1]},
        {"lengths": [0, 0]}, {"problems": [[1, "nothing", "", ""]]}, {"sexes": []}, {"words": {}},
    ],
)  # fmt: skip  # one table
def test_a_message_that_says_something_impossible_is_refused(changes):
    with pytest.raises(ValueError, match=r"."):
        frames.chunk_from_bytes(told(**changes))


def test_a_head_that_is_none_is_refused():
    for raw in (b"{}", b'{"header":["a"],"rows":[["a","b"]]}', b'{"header":[1],"rows":[]}', b"[]"):
        with pytest.raises(ValueError, match=r"."):
            frames.head_from_bytes(raw)


SAYS = "import sys; w = sys.stdout.buffer.write; "


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (SAYS + "w(b'\\0\\0\\0\\5abc')", ValueError),
        (SAYS + "w(b'\\0\\1')", ValueError),
        (SAYS + "w(b'\\xff\\0\\0\\0')", TooMuch),
        (SAYS + "w(b'\\0\\0\\0\\1a'); sys.stdout.flush(); sys.exit(3)", RuntimeError),
        ("import time; time.sleep(30)", TooSlow),
    ],
    ids=["cut off", "half a length", "too long", "did not end well", "silent"],
)
def test_a_child_that_talks_nonsense_is_not_believed(code, problem):
    with pytest.raises(problem):
        list(told_by(code, [b"x" * 100_000] * 3, seconds=5, patience=1, most=1_000))


def test_a_child_is_fed_as_it_asks_and_its_messages_come_in_order():
    code = SAYS + "[w((1).to_bytes(4) + sys.stdin.buffer.read(1)) for _ in range(5)]"
    assert b"".join(told_by(code, iter([b"ab", b"cd", b"e"]), seconds=5, patience=10, most=10)) == b"abcde"


def test_a_fault_of_ours_is_an_answer_too():
    (message,) = sandbox.answer(io.BytesIO(b"{}\nx,y\n"))
    assert json.loads(message)["bad"] == Code.CRASHED
    with pytest.raises(BadFile):
        frames.chunk_from_bytes(message)


def test_what_a_row_says_is_read_or_told():
    mapping = Mapping(
        (Field.DOCUMENT, Field.PAPER, Field.FAMILY, Field.GIVEN, Field.DAY, Field.RESULT, Field.SCORE, Field.HOURS)
    )
    rows = [
        ["h"], ["AB 123", "pasaporte", "Paz", "Ivo", "2026-03-25", "aprobado", "8,5", "20 h"],
        ["1234567", "", "", "Sola  Una", "2099-01-01", "asistió", "", "-"],
        ["7654321", "C.I.", "Ríos", "", "", "", "", ""], ["1", "?", "x", "y", "2026-03-25", "quizás", "mucho", "mucho"],
        [],
    ]  # fmt: skip  # one table
    (chunk,) = checked(rows, mapping, TODAY)
    assert chunk.columns.documents == ["passport:AB123"]
    assert (chunk.columns.names, chunk.columns.scores, chunk.columns.minutes) == (["Paz, Ivo"], [850], [1200])
    assert (chunk.bad, chunk.left, chunk.last) == (2, 1, 6)
    assert {(each.row, str(each.field)) for each in chunk.problems} == {
        (3, "day"), (5, "document"), (5, "paper"), (5, "result"), (5, "score"), (5, "hours"),
    }  # fmt: skip  # one set
