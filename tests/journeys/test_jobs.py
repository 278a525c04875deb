"""The way from the desk to the place where each job is done: what is pressed, and how many words stand on the pages.

docs/jobs.md tells it; whatever gets longer fails here. Job 22 is walked on two nodes (test_sister.py).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hands import Hands

TABLE = Path(__file__).parents[2] / "docs" / "jobs.md"
ROW = re.compile(r"^\| (\d+) \|.*\| (\d+) \| (\d+) \|$", re.MULTILINE)
WORDS = "() => document.querySelector('main').innerText.split(/\\s+/).length"
FOCAL_POINT, SECRETARIAT = "PY/focal_point/MRE", "network/secretariat/SEC"
REGISTRAR, TRANSLATOR = "PY/registrar/EDU", "network/translator/TRA"
COURSE, CURRICULUM = "Mandatory course of the police academy", "Plan de formación común (texto de demostración)"


@dataclass(frozen=True)
class Job:
    """Who does it, what is pressed from the desk, and what is on the page where it is done."""

    number: int
    office: str
    presses: tuple[str, ...]
    there: str


JOBS = (
    Job(1, FOCAL_POINT, ("One national position; 13 remarks",), "Copy into our position"),
    Job(2, SECRETARIAT, ("28 comments to answer",), "Passages with unanswered comments"),
    Job(3, FOCAL_POINT, (CURRICULUM,), "revision"),
    Job(4, SECRETARIAT, ("A member asked for more time",), "Extend the silence"),
    Job(5, FOCAL_POINT, ("Brief of this seat",), "What we said and promised"),
    Job(6, TRANSLATOR, ("to translate",), "Only what my seat was given"),
    Job(7, FOCAL_POINT, ("A report is awaited",), "As a file of"),
    Job(8, FOCAL_POINT, ("Training", COURSE), "Coverage"),
    Job(9, REGISTRAR, ("Bring in a file",), "File"),
    Job(10, FOCAL_POINT, ("Who is trained",), "Paraguay"),
    Job(11, SECRETARIAT, ("Calls to nominate", "Second part"), "Nominations"),
    Job(12, SECRETARIAT, ("1 matter discussed without an outcome",), "Matters"),
    Job(13, FOCAL_POINT, ("Adoption: agree, object",), "Make a reservation or declaration"),
    Job(14, FOCAL_POINT, ("Meetings", "National Mechanism (demonstration)"), "Who takes part"),
    Job(15, "BR/focal_point/MRE", ("Mechanisms side by side",), "Show side by side"),
    Job(16, FOCAL_POINT, ("A commitment to keep",), "Report"),
    Job(17, FOCAL_POINT, ("Bring an initiative up to date", "Early warning in a pilot department"), "Who reads what"),
    Job(18, FOCAL_POINT, ("Cooperation", "Dialogue tables"), "adapted"),
    Job(19, FOCAL_POINT, (CURRICULUM, "The brief, to print"), "Texts"),
    Job(20, FOCAL_POINT, ("Its dates have passed",), "How it stands"),
    Job(21, SECRETARIAT, ("17 pages of the annual report",), "approved"),
    Job(23, FOCAL_POINT, ("Risk analysis",), "Who reads it, and who does not"),
    Job(24, "network/observer/OBS", (CURRICULUM, "Comments and answers"), "Contents"),
    Job(25, FOCAL_POINT, ("Seminars", "Former participants"), "Former participants"),
)


def reckoned() -> dict[int, tuple[int, int]]:
    """What the page in docs says: by job how much is pressed, and how many words are read at most."""
    return {int(job): (int(presses), int(words)) for job, presses, words in ROW.findall(TABLE.read_text("utf-8"))}


@pytest.mark.parametrize("job", JOBS, ids=lambda job: str(job.number))
def test_each_job_begins_near_the_desk(sit: Callable[..., Hands], job: Job) -> None:
    hands, words = sit(job.office), 0
    for name in job.presses:
        hands.press(name)
        words += int(hands.page.evaluate(WORDS))
    assert job.there in hands.page.inner_text("main")
    presses, most = reckoned()[job.number]
    assert len(job.presses) == presses <= 2
    assert words <= most
    assert hands.errors == []


def test_every_job_of_the_page_is_walked_here_or_elsewhere() -> None:
    assert set(reckoned()) == {job.number for job in JOBS} | {22}
