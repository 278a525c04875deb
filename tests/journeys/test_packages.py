"""Lessons inside a learning system, in a real browser: what they tell it, by keyboard, and what they do without one."""

import json
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from axe_playwright_python.sync_playwright import Axe
from campus import Campus, campus
from hands import Hands
from playwright.sync_api import Browser, Frame, Page

from peers import interpreter, peer
from tejido.formats import cartridge, cmi5, scorm
from tejido.formats.course.tests.courses import course, written
from tejido.formats.course.tests.test_lessons import HOSTILE

LESSON = "lesson-003.html"
SCHOOL = "PY/representative/EDU"
SPENT = re.compile(r"PT\d+H\d+M\d+S")
SAYS = "document.getElementById('standing').textContent"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A browser of one's own, in which nothing may go wrong unsaid."""
    context = browser.new_context(viewport={"width": 1000, "height": 800})
    shown = context.new_page()
    shown.set_default_timeout(10_000)
    yield shown
    context.close()


def lesson(page: Page, address: str, name: str = "lesson") -> Frame:
    page.goto(address)
    frame = page.frame(name)
    assert frame is not None
    frame.wait_for_function(f"{SAYS} || !document.getElementById('read')?.hidden")
    return frame


def calls(page: Page) -> list[list[str]]:
    return page.evaluate("calls")


def until(holds: Callable[[], object]) -> None:
    """A request that outlives its page comes when it comes."""
    end = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.05)


def read_by_keyboard(frame: Frame) -> None:
    """To the button at the end, and press it."""
    frame.locator("body").press("Tab")
    frame.locator("#read").focus()
    frame.locator("#read").press("Enter")


def test_a_school_takes_its_version_and_asks_what_is_new(sit: Callable[..., Hands]) -> None:
    hands = sit(SCHOOL)
    hands.open("/packages/")
    hands.press("Curso obligatorio de formación docente")
    hands.to("Take a package")
    kinds = ("Common Cartridge 1.3", "SCORM 2004, a lesson for each section")
    cartridge_, scorm_ = (taken(hands, f"Download {kind}") for kind in kinds)
    assert "imsmanifest.xml" in cartridge_
    assert b"2004 4th Edition" in scorm_["imsmanifest.xml"]
    digest = re.search(rb"since=([0-9a-f]{64})", scorm_["about.html"])
    assert digest
    hands.write("Digest of the text in your package", digest[1].decode())
    hands.press("Compare")
    assert "Your package holds the current text." in hands.page.inner_text("main")
    assert hands.errors == []


def taken(hands: Hands, name: str) -> dict[str, bytes]:
    """The files of a package that is downloaded by keyboard."""
    hands.to(name)
    with hands.page.expect_download() as download:
        hands.page.keyboard.press("Enter")
    with ZipFile(download.value.path()) as archive:
        return {each: archive.read(each) for each in archive.namelist()}


def test_a_lesson_tells_scorm_what_was_read(page: Page) -> None:
    with campus(scorm.write(course())) as served:
        frame = lesson(page, served.frame(LESSON))
        assert calls(page)[:3] == [
            ["Initialize", ""],
            ["SetValue", "cmi.completion_status", "incomplete"],
            ["SetValue", "cmi.exit", "suspend"],
        ]
        assert "completed" not in str(calls(page))
        read_by_keyboard(frame)
        frame.wait_for_function(f"{SAYS} === 'Registrada como leída.'")
        assert page.evaluate("kept")["cmi.completion_status"] == "completed"
        frame.goto("about:blank")
        told = page.evaluate("kept")
        assert SPENT.fullmatch(told["cmi.session_time"])
        assert told["cmi.location"].startswith("p-")
        assert calls(page)[-2:] == [["Commit", ""], ["Terminate", ""]]
        assert "success" not in str(calls(page))


def test_a_reader_goes_on_where_they_stopped(page: Page) -> None:
    with campus(scorm.write(course())) as served:
        kept = {"cmi.completion_status": "incomplete", "cmi.location": "p-m00000000004"}
        frame = lesson(page, served.frame(LESSON, kept=kept))
        assert frame.locator("#again a").get_attribute("href") == "#p-m00000000004"
        assert not frame.locator("#read").is_hidden()


@pytest.mark.parametrize(
    ("kept", "says"),
    [
        ({"cmi.completion_status": "completed"}, "Registrada como leída."),
        ({"cmi.mode": "review"}, "Solo consulta."),
        ({"cmi.mode": "browse"}, "Solo consulta."),
    ],
)
def test_what_is_read_already_or_only_looked_at_asks_for_nothing(page: Page, kept: dict[str, str], says: str) -> None:
    with campus(scorm.write(course())) as served:
        frame = lesson(page, served.frame(LESSON, kept=kept))
        assert frame.evaluate(SAYS) == says
        assert frame.locator("#read").is_hidden()
        assert not [call for call in calls(page) if "cmi.completion_status" in call]


def test_without_a_system_a_lesson_is_read_and_says_so(page: Page) -> None:
    for made in (scorm.write(course()), cmi5.write(course())):
        with campus(made) as served:
            frame = lesson(page, served.frame(LESSON, has_api=False))
            assert frame.evaluate(SAYS) == "No hay plataforma conectada."
            assert frame.locator("#read").is_hidden()
            assert "Lean el caso." in frame.locator("main").inner_text()


@pytest.mark.parametrize("is_opener", [False, True])
def test_the_api_is_found_above_and_behind(page: Page, is_opener: bool) -> None:
    """In the window above the frame above, and in that which opened this one."""
    with campus(scorm.write(course())) as served:
        if not is_opener:
            served.pages["between.html"] = f'<iframe name="within" src="/{LESSON}"></iframe>'.encode()
            lesson(page, served.frame("between.html"), "within")
        else:
            page.goto(served.frame("about:blank"))
            with page.expect_popup() as opened:
                page.evaluate(f"window.open('/{LESSON}')")
            opened.value.wait_for_function("!document.getElementById('read').hidden")
        assert calls(page)[0] == ["Initialize", ""]


def test_a_run_time_of_others_takes_it(page: Page) -> None:
    """scorm-again is what several learning systems answer SCORM with."""
    script = (peer("scorm-again") / "dist" / "scorm2004.min.js").read_bytes()
    with campus(scorm.write(course())) as served:
        served.pages["again.js"] = script
        begin = "window.API_1484_11 = new Scorm2004API({autocommit: false, logLevel: 5})"
        head = f"<script src='again.js'></script><script>{begin}</script>"
        frame = lesson(page, served.frame(LESSON, has_api=False, head=head))
        read_by_keyboard(frame)
        frame.wait_for_function(f"{SAYS} === 'Registrada como leída.'")
        frame.goto("about:blank")
        cmi = "API_1484_11.cmi"
        found = page.evaluate(f"[{cmi}.completion_status, {cmi}.success_status, {cmi}.location]")
        assert found[:2] == ["completed", "unknown"]
        assert found[2].startswith("p-")
        assert page.evaluate("API_1484_11.lastErrorCode") in {"0", 0}


NORMAL = {
    "launchMode": "Normal",
    "returnURL": "",
    "contextTemplate": {
        "contextActivities": {"grouping": [{"id": "https://red.example/grupo"}]},
        "extensions": {"https://w3id.org/xapi/cmi5/context/extensions/sessionid": "sesion-1"},
    },
}
CATEGORIES = "https://w3id.org/xapi/cmi5/context/categories/"


def launched(page: Page, served: Campus, lesson: str = LESSON, **wanted: object) -> None:
    served.launched = {**NORMAL, "returnURL": f"{served.origin}/style.css", **wanted}
    page.goto(served.launch(lesson))
    page.wait_for_function(f"{SAYS} || !(document.getElementById('read')?.hidden ?? true)")


def test_a_lesson_tells_cmi5_what_was_read(page: Page) -> None:
    with campus(cmi5.write(course())) as served:
        launched(page, served)
        assert [(method, path) for method, path, *_ in served.asked] == [
            ("POST", "/fetch"), ("GET", "/xapi/activities/state"), ("GET", "/xapi/agents/profile"),
            ("PUT", "/xapi/statements"),
        ]  # fmt: skip  # one list
        assert served.asked[1][2]["stateId"] == "LMS.LaunchData"
        page.locator("#read").press("Enter")
        page.wait_for_function(f"{SAYS} === 'Registrada como leída.'")
        page.locator("#back").press("Enter")
        page.wait_for_url("**/style.css")
        until(lambda: len(served.statements) == 3)
        assert served.verbs == ["initialized", "completed", "terminated"]
        first, second, third = served.statements
        context = first["context"]
        assert context["contextActivities"] == {
            "grouping": [{"id": "https://red.example/grupo"}], "category": [{"id": f"{CATEGORIES}cmi5"}],
        }  # fmt: skip  # one value
        assert context["extensions"] == NORMAL["contextTemplate"]["extensions"]
        assert context["registration"] == "0fa7d4b1-3a3c-4a39-b7d4-3b2b6f6f5c11"
        assert {"id": f"{CATEGORIES}moveon"} in second["context"]["contextActivities"]["category"]
        assert second["result"]["completion"] is True
        assert re.fullmatch(r"PT[\d.]+S", third["result"]["duration"])
        assert len({said["id"] for said in served.statements}) == 3
        assert all(headers["authorization"] for method, _path, headers, _body in served.asked if method != "POST")


def test_a_session_that_is_only_looked_at_completes_nothing(page: Page) -> None:
    with campus(cmi5.write(course())) as served:
        launched(page, served, launchMode="Review")
        assert page.evaluate(SAYS) == "Solo consulta."
        assert page.locator("#read").is_hidden()
        page.goto("about:blank")
        until(lambda: len(served.statements) == 2)
        assert served.verbs == ["initialized", "terminated"]


def test_a_session_that_is_over_says_so_when_it_is_loaded_again(page: Page) -> None:
    with campus(cmi5.write(course())) as served:
        launched(page, served)
        page.reload()
        page.wait_for_function(f"{SAYS} === 'La sesión terminó.'")
        until(lambda: len(served.statements) == 2)
        assert served.verbs == ["initialized", "terminated"]


def test_where_every_lesson_has_the_same_token_each_is_a_session_of_its_own(page: Page) -> None:
    with campus(cmi5.write(course())) as served:
        served.is_generous = True
        for lesson in (LESSON, "lesson-002.html", LESSON):
            launched(page, served, lesson)
            assert page.evaluate(SAYS) == ""
            page.goto("about:blank")
        until(lambda: len(served.statements) == 6)
        assert served.verbs == ["initialized", "terminated"] * 3


def test_the_block_of_open_edx_reads_the_package_and_what_a_lesson_tells(page: Page, tmp_path: Path) -> None:
    package, program = cmi5.write(course()), Path(__file__).parents[1] / "programs" / "openedx_cmi5.py"
    with campus(package) as served:
        launched(page, served)
        page.locator("#read").press("Enter")
        page.wait_for_function(f"{SAYS} === 'Registrada como leída.'")
        page.goto("about:blank")
        until(lambda: len(served.statements) == 3)
        told = json.dumps(served.statements)
    (tmp_path / "package.zip").write_bytes(package)
    command = [interpreter("openedx"), str(program), str(tmp_path / "package.zip"), str(tmp_path / "media")]
    done = subprocess.run(command, input=told, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["course"]["course_id"], found["course"]["title"]) == (course().address, course().title)
    assert [unit["url"] for unit in found["units"]][:3] == ["about.html", "lesson-001.html", "lesson-002.html"]
    assert found["standing"] == ["unknown", "completed", "completed"]


def test_a_system_that_does_not_answer_is_told_of(page: Page) -> None:
    with campus(cmi5.write(course())) as served:
        served.tokens = 1  # the token was given to somebody already
        launched(page, served)
        assert page.evaluate(SAYS) == "No se registró."
        assert served.statements == []


def test_nothing_that_a_writer_wrote_runs(page: Page) -> None:
    said: list[str] = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    for made in (cartridge.write(written(HOSTILE)), scorm.write(written(HOSTILE)), cmi5.write(written(HOSTILE))):
        with campus(made) as served:
            for name in [name for name in served.pages if name.endswith(".html")]:
                page.goto(f"{served.origin}/{name}")
                page.wait_for_load_state("load")
                own = page.locator("script").evaluate_all("several => several.map((one) => one.getAttribute('src'))")
                assert own in ([], ["record.js", "lesson.js"])
                assert page.locator("[onerror], [onload], [onmouseover], iframe, svg").count() == 0
    assert said == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lessons_are_accessible(browser: Browser, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    with campus(scorm.write(course())) as served:
        for name in ("about.html", "lesson-002.html", LESSON):
            page.goto(f"{served.origin}/{name}")
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()
