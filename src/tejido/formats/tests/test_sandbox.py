"""The child limits itself before it reads, and answers whatever happens."""

from __future__ import annotations

import io
import sys
from types import SimpleNamespace

import pytest

from tejido.formats import BadFile, Code, sandbox
from tejido.formats.frames import reading_from_bytes, request_to_bytes
from tejido.formats.limits import limit
from tejido.formats.word.tests.sample import p, parts, zipped


def answered(request: bytes):
    return reading_from_bytes(b"".join(sandbox.answer(request)))


@pytest.mark.parametrize(("format", "raw"), [("markdown", b"uno\n\ndos"), ("word", zipped(parts(p("uno") + p("dos"))))])
def test_passages_get_ids_that_no_file_can_name(format, raw):
    found = answered(request_to_bytes(format, "pt", raw))
    assert [(passage.id, passage.text("pt")) for passage in found.document] == [("~0", "uno"), ("~1", "dos")]


@pytest.mark.parametrize(
    ("problem", "code", "values"),
    [
        (BadFile(Code.BOMB), Code.BOMB, {}),
        (MemoryError(), Code.TOO_BIG, {}),
        (RecursionError(), Code.TOO_DEEP, {}),
        (KeyError("secreto"), Code.CRASHED, {"problem": "KeyError"}),
    ],
)
def test_whatever_goes_wrong_is_one_refusal(monkeypatch, problem, code, values):
    def fail(*_):
        raise problem

    monkeypatch.setattr(sandbox, "_read", fail)
    with pytest.raises(BadFile) as refused:
        answered(request_to_bytes("word", "es", b""))
    assert (refused.value.code, refused.value.values) == (code, values)
    assert "secreto" not in repr(refused.value.values)


def test_a_format_that_nobody_reads_is_refused():
    with pytest.raises(BadFile) as refused:
        answered(request_to_bytes("pdf", "es", b""))
    assert (refused.value.code, refused.value.values) == (Code.UNKNOWN_FORMAT, {"format": "pdf"})


def test_a_request_that_is_none_is_answered_too():
    with pytest.raises(BadFile) as refused:
        answered(b"nonsense")
    assert refused.value.code is Code.CRASHED


def limits_set(monkeypatch: pytest.MonkeyPatch, *names: str) -> dict[str, tuple[int, int]]:
    """What the child asks of a system that knows these limits, of which it refuses to set the number of open files."""
    limits = {}

    def setrlimit(name, pair):
        if name == "NOFILE":
            raise ValueError(name)
        limits[name] = pair

    known = {f"RLIMIT_{name}": name for name in names}
    monkeypatch.setitem(sys.modules, "resource", SimpleNamespace(setrlimit=setrlimit, **known))
    limit(7, sandbox.MEMORY, NOFILE=sandbox.OPEN_FILES, NPROC=0)
    return limits


def test_every_limit_is_set_and_a_missing_one_stops_none_of_the_others(monkeypatch):
    kept = {"CPU": (7, 8), "FSIZE": (0, 0), "CORE": (0, 0), "NPROC": (0, 0)}
    assert limits_set(monkeypatch, "NOFILE", "AS", *kept) == {"AS": (sandbox.MEMORY,) * 2, **kept}
    assert limits_set(monkeypatch, "NOFILE", *kept) == kept


def test_where_the_system_has_no_limits_the_child_still_reads(monkeypatch):
    monkeypatch.setitem(sys.modules, "resource", None)
    out = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(request_to_bytes("markdown", "es", b"hola"))))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=out))
    sandbox.main(7)
    assert len(reading_from_bytes(out.getvalue()).document) == 1
