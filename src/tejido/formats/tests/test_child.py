"""A file is read by a process that can take nothing, keep nothing and stop nothing; what goes wrong is one refusal with
its name.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from itertools import count

import pytest

from tejido.engine.document import Document, Kind, Passage
from tejido.formats import BadFile, Code, child
from tejido.formats.child import parse
from tejido.formats.frames import reading_to_parts, refusal_to_bytes
from tejido.formats.word import Reading
from tejido.formats.word.tests.hostile import REFUSED, document
from tejido.formats.word.tests.sample import p, part, parts, picture, png, r, zipped

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="only POSIX limits what a process may take")
MODULES = "import sys; sys.path += sys.argv[2:]; from tejido.formats import BadFile, Code, frames, sandbox; "


def minter() -> Callable[[], str]:
    numbers = count()
    return lambda: f"id{next(numbers)}"


def read(raw: bytes, format: str = "word", **more: int) -> Reading:
    return parse(format, raw, "es", mint=minter(), name="texto.docx", **more)


def refusal(raw: bytes = b"", format: str = "word", **more: int) -> BadFile:
    with pytest.raises(BadFile) as refused:
        read(raw, format, **more)
    return refused.value


@pytest.fixture
def instead(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Lets the child run something else than what it should."""
    return lambda code: monkeypatch.setattr(child, "_START", code)


def told(code: str) -> str:
    """A child that tells something about itself as the place of a refusal."""
    return f"{MODULES}sys.stdout.buffer.write(frames.refusal_to_bytes(BadFile(Code.CRASHED, str({code}))))"


def test_a_word_file_comes_back_with_its_images_and_notices():
    body = p("Título", style="Heading1") + p(picture("i")) + p("a ", r("b", "<w:strike/>"))
    raw = zipped(parts(body, links={"i": ("image", "media/i.png")}, media={"i.png": png((b"tEXt", b"secreto"))}))
    found = read(raw)
    assert [passage.id for passage in found.document] == ["id0", "id1", "id2"]
    assert [passage.text("es") for passage in found.document][::2] == ["Título", "a b"]
    assert [(image.media_type, image.data) for image in found.images] == [("image/png", png())]
    assert [(notice.code, notice.where) for notice in found.notices] == [
        ("no_alternative", "Título"),
        ("struck", "a b"),
    ]


def test_markdown_keeps_the_ids_that_it_names_and_gets_new_ones_elsewhere():
    numbers = iter(["abc", "abc", "n1", "n2"])
    source = "# Uno\n\n<!-- p:abc -->\ndos\n\n<!-- p:abc -->\ntres\n"
    found = parse("markdown", source.encode(), "es", mint=lambda: next(numbers), name="x.md")
    assert [(passage.id, passage.text("es")) for passage in found.document] == [
        ("n1", "Uno"),
        ("abc", "dos"),
        ("n2", "tres"),
    ]
    assert (found.images, found.notices) == ((), ())


def test_nothing_is_nothing():
    assert len(read(b"", "markdown").document) == 0


@pytest.mark.parametrize(
    "name",
    [
        "random bytes",
        "a bomb",
        "a million entries",
        "a billion laughs",
        "deep XML",
        "tables in tables in tables",
        "no body part",
    ],
)
def test_a_hostile_file_is_refused_with_its_name_and_its_own_reason(name):
    make, code = REFUSED[name]
    problem = refusal(make())
    assert (problem.code, problem.name) == (code, "texto.docx")


def test_the_refusal_of_a_markdown_file_keeps_its_values():
    problem = refusal(b"ab\xff", "markdown")
    assert (problem.code, problem.values, problem.name) == (Code.NOT_UTF8, {"position": 2}, "texto.docx")
    assert str(problem).startswith("texto.docx: ")


def test_a_format_that_nobody_reads_is_refused():
    problem = refusal(b"x", "pdf")
    assert (problem.code, problem.values) == (Code.UNKNOWN_FORMAT, {"format": "pdf"})


def test_a_file_that_is_too_big_starts_no_process(monkeypatch, instead):
    monkeypatch.setattr(child, "MAX_FILE", 10)
    monkeypatch.setattr(sys, "executable", "/nowhere")
    assert refusal(b"x" * 11).code is Code.TOO_BIG


def test_a_server_that_cannot_start_a_process_says_so(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    problem = refusal(b"x")
    assert (problem.code, problem.name, problem.values) == (
        Code.CRASHED,
        "texto.docx",
        {"problem": "FileNotFoundError"},
    )


@pytest.mark.parametrize(
    "code",
    ["import time; time.sleep(600)", "while True: pass", "import os, time; os.close(1); time.sleep(600)"],
    ids=["sleeps", "works for ever", "hangs up"],
)
def test_a_child_that_takes_too_long_is_ended(instead, code):
    instead(code)
    problem = refusal(b"x" * 10_000_000, seconds=1)
    assert (problem.code, problem.values, problem.name) == (Code.TOO_SLOW, {"seconds": 1}, "texto.docx")


@POSIX
def test_a_child_that_the_system_ends_for_its_time_was_too_slow(instead):
    instead("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)")
    assert refusal().code is Code.TOO_SLOW


@pytest.mark.parametrize(
    "code",
    [
        "",
        "raise SystemExit(3)",
        "import os; os.abort()",
        "print('nonsense')",
        "print('{}')",
        "print('[]')",
        "import sys; sys.stdout.buffer.write(b'\\x80\\x04.')",
    ],
)
def test_a_child_that_dies_or_talks_nonsense_has_crashed(instead, code):
    instead(code)
    problem = refusal(b"x" * 1_000_000)
    assert (problem.code, problem.name) == (Code.CRASHED, "texto.docx")


def test_a_child_that_never_stops_talking_is_cut_off(instead, monkeypatch):
    monkeypatch.setattr(child, "MAX_ANSWER", 100_000)
    instead("while True: print('x' * 1000)")
    assert refusal().code is Code.TOO_BIG


def test_the_child_gets_nothing_of_the_environment(instead, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "canario")
    monkeypatch.setenv("PYTHONPATH", "/canario")
    instead(told("(dict(__import__('os').environ), sys.path, sys.flags.isolated)"))
    where = refusal().where
    assert "canario" not in where
    assert where.endswith("1)")


def test_the_child_reads_both_formats_without_django():
    modules = (
        f"{MODULES}sandbox.answer(frames.request_to_bytes('markdown', 'es', b'# a'));"
        "sandbox.answer(frames.request_to_bytes('word', 'es', open(sys.argv[1], 'rb').read()));"
        "print(*(name in sys.modules for name in ('lxml.etree', 'markdown_it', 'django')))"
    )
    assert _run(modules, __file__) == "True True False"


def test_the_server_never_loads_the_reader_of_word_files():
    assert _run(f"{MODULES}import tejido.formats.child; print('lxml' in sys.modules)", "") == "False"


def _run(code: str, argument: str) -> str:
    command = [sys.executable, "-I", "-c", code, argument, *sys.path]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own interpreter
    return done.stdout.strip()


@POSIX
@pytest.mark.parametrize(
    ("attempt", "outcome"),
    [
        ("bytearray(2 * sandbox.MEMORY)", Code.TOO_BIG),
        ("[open(__file__) for _ in range(40)]", Code.CRASHED),
    ],
    ids=["memory", "open files"],
)
def test_the_child_cannot_take_more_than_its_share(instead, attempt, outcome):
    instead(f"{MODULES}__file__ = frames.__file__; sandbox._read = lambda *_: {attempt}; sandbox.main(10)")
    assert refusal().code is outcome


@POSIX
def test_the_child_leaves_nothing_on_the_disk(instead, tmp_path):
    left = tmp_path / "left"
    writing = f"open({str(left)!r}, 'wb', buffering=0).write(b'canario')"
    instead(f"{MODULES}sandbox._read = lambda *_: {writing}; sandbox.main(10)")
    assert refusal().code is Code.CRASHED
    assert left.read_bytes() == b""


@POSIX
@pytest.mark.slow
def test_a_file_that_only_unfolds_in_memory_is_too_big():
    raw = document(part("document", "<w:body><w:p>" + "<w:r/>" * 8_000_000 + "</w:p></w:body>"))
    assert refusal(raw).code in {Code.TOO_BIG, Code.BOMB}


@pytest.mark.parametrize(
    ("id", "language"), [("<script>", "es"), ("A", "es"), ("", "es"), ("x" * 41, "es"), ("a", "fr")]
)
def test_an_answer_about_something_else_is_none(instead, id, language):
    document = Document.of([Passage.of(id, Kind.PARAGRAPH, {language: "x"})])
    answer = b"".join(reading_to_parts(Reading(document)))
    instead(f"import sys; sys.stdout.buffer.write({answer!r})")
    assert refusal().code is Code.CRASHED


def test_a_refusal_of_the_child_cannot_name_another_file(instead):
    line = refusal_to_bytes(BadFile(Code.BOMB, name="otro.docx"))
    instead(f"import sys; sys.stdout.buffer.write({line!r})")
    assert refusal().name == "texto.docx"
