"""Many people at once on the real server with SQLite, and what is left when it is killed among them."""

import html
import re
import sqlite3
import sys
import time
import urllib.error
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from node import Node, demonstration, serving, tejido

from visitor import Visitor

pytestmark = [pytest.mark.slow, pytest.mark.sqlite, pytest.mark.thorough]
TEXT = "curriculo-demostracion"
ROUND = (
    "SELECT r.key FROM deliberation_round r JOIN curriculum_text t ON t.key = r.text_id"
    " WHERE t.slug = 'curriculo-demostracion' AND r.number = 2"
)
PASSAGE = "SELECT passage FROM deliberation_comment WHERE passage <> ''"
REPRESENTATIVES = (
    "SELECT s.key FROM registry_seat s JOIN registry_mandate m ON m.seat_id = s.key"
    " WHERE s.role = 'representative' AND m.until IS NULL ORDER BY s.key LIMIT 28"
)
REMARKS_EACH, SAVES_EACH = 4, 3
LONGEST = 60


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demonstration(tmp_path_factory, "crowd")


@pytest.fixture
def crowded(data: Path) -> Iterator[Node]:
    with serving(data) as node:
        yield node


def test_thirty_two_people_remark_and_save_at_once_without_an_error_and_nothing_is_lost(
    crowded: Node, capsys: pytest.CaptureFixture[str]
) -> None:
    round_, passage = crowded.one(ROUND), crowded.one(PASSAGE)
    seats = [key for (key,) in crowded.rows(REPRESENTATIVES)]
    people = [Visitor(crowded.origin).sit(seat) for seat in seats]
    editors = [Visitor(crowded.origin).sit(crowded.seat("network/secretariat/SEC")) for _ in range(4)]
    sections = _sections(editors[0])
    before = int(crowded.one("SELECT count(*) FROM deliberation_remark"))
    with ThreadPoolExecutor(32) as crowd:
        remarking = [crowd.submit(_remark, visitor, round_, passage, str(at)) for at, visitor in enumerate(people)]
        saving = [crowd.submit(_save, editor, sections[at], at) for at, editor in enumerate(editors)]
        answers = [answer for work in (*remarking, *saving) for answer in work.result()]
    assert {status for status, _seconds in answers} == {302}
    with capsys.disabled():
        sys.stdout.write(f"\n{len(answers)} writes of 32 people on SQLite: {spread(answers)}\n")
    assert int(crowded.one("SELECT count(*) FROM deliberation_remark")) == before + len(people) * REMARKS_EACH
    page = editors[0].get(f"/texts/{TEXT}/")
    for at in range(len(editors)):
        assert f"Frase {at}-{SAVES_EACH - 1} escrita entre muchas." in page
    assert tejido("ledger", "verify", data=crowded.data).returncode == 0


def spread(answers: Sequence[tuple[int, float]]) -> str:
    seconds = sorted(taken for _status, taken in answers)
    return f"median {seconds[len(seconds) // 2]:.2f} s, p95 {seconds[len(seconds) * 95 // 100]:.2f} s"


def timed(post: Callable[[], int]) -> tuple[int, float]:
    """The status of what was sent, and the seconds until it came."""
    began = time.monotonic()
    return post(), time.monotonic() - began


def _remark(visitor: Visitor, round_: str, passage: str, who: str) -> list[tuple[int, float]]:
    return [
        timed(
            partial(
                visitor.post,
                f"/rounds/{round_}/remarks/",
                passage=passage,
                body=f"Observación {number} de {who}",
                wording="",
                type="technical",
                language="es",
            )
        )
        for number in range(REMARKS_EACH)
    ]


def _sections(editor: Visitor) -> list[str]:
    """Four sections that share no passage: leaves of the outline, far from each other."""
    found = re.findall(rf"/texts/{TEXT}/sections/(\w+)/", editor.get(f"/texts/{TEXT}/"))
    return [found[-1], found[-8], found[-15], found[-22]]


def _save(editor: Visitor, section: str, who: int) -> list[tuple[int, float]]:
    """Opens a section, adds a sentence, saves: on a base that others have moved on from by then."""
    statuses = []
    for number in range(SAVES_EACH):
        page = editor.get(f"/texts/{TEXT}/sections/{section}/?fresh=1")
        base = re.search(r'name="base" value="(\d+)"', page)
        written = re.search(r"<textarea[^>]*>\n?(.*?)</textarea>", page, re.DOTALL)
        assert base is not None
        assert written is not None
        markdown = f"{_unescaped(written[1])}\n\nFrase {who}-{number} escrita entre muchas.\n"
        fields = {"markdown": markdown, "base": base[1], "reason": "", "language": "es"}
        statuses.append(timed(partial(editor.post, f"/texts/{TEXT}/sections/{section}/", **fields)))
    return statuses


def _unescaped(text: str) -> str:

    return html.unescape(text)


def test_a_server_killed_among_many_writers_keeps_what_it_acknowledged_and_half_of_nothing(data: Path) -> None:
    acknowledged: list[str] = []
    for turn in range(3):
        with serving(data) as node:
            round_, passage = node.one(ROUND), node.one(PASSAGE)
            people = [Visitor(node.origin).sit(seat) for (seat,) in node.rows(REPRESENTATIVES)[:6]]
            with ThreadPoolExecutor(6) as crowd:
                work = [
                    crowd.submit(_until_killed, visitor, round_, passage, f"{turn}-{at}")
                    for at, visitor in enumerate(people)
                ]
                time.sleep(0.4 + 0.2 * turn)
                node.kill()
                for done in work:
                    acknowledged += done.result()
        _is_whole(data)
    with sqlite3.connect(data / "tejido.sqlite3") as connection:
        kept = {body for (body,) in connection.execute("SELECT body FROM deliberation_remark")}
    assert acknowledged
    assert set(acknowledged) <= kept


def _until_killed(visitor: Visitor, round_: str, passage: str, who: str) -> list[str]:
    """What the server acknowledged before it went away."""
    kept, until = [], time.monotonic() + LONGEST
    while time.monotonic() < until:
        body = f"Observación {who}-{len(kept)}"
        try:
            status = visitor.post(
                f"/rounds/{round_}/remarks/", passage=passage, body=body, wording="", type="technical", language="es"
            )
        except (urllib.error.URLError, ConnectionError, TimeoutError, OSError):
            return kept
        if status == 302:
            kept.append(body)
    return kept


def _is_whole(data: Path) -> None:
    """The file is sound, the ledger holds, and each remark has its line."""
    with sqlite3.connect(data / "tejido.sqlite3") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (remarks,) = connection.execute("SELECT count(*) FROM deliberation_remark").fetchone()
        (lines,) = connection.execute("SELECT count(*) FROM ledger_line WHERE act = 'remark-made'").fetchone()
    assert remarks == lines
    said = tejido("ledger", "verify", data=data)
    assert said.returncode == 0, said.stdout + said.stderr
