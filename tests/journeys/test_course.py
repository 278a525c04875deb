"""A school plans a course of its version, sees what it covers, its authority states it, and another state reads the
statement: by keyboard only, and without a barrier on the way."""

from hands import Hands

SCHOOL, AUTHORITY, OTHER = "UY/focal_point/MRE", "UY/validating_authority/MRE", "BR/focal_point/MRE"


def test_a_course_is_planned_laid_against_the_text_stated_and_read_by_another_state(sit) -> None:
    school: Hands = sit(SCHOOL)
    school.press("Versions")
    school.press("Guía breve: versión del Uruguay")
    school.press("Courses", nth=1)
    school.sees("No course yet")
    school.write("Title (español)", "Curso de facilitación")
    school.press("Begin the course")
    school.sees("No session yet")
    _plan(school, "Preparar", "1 Before the session")
    _plan(school, "Facilitar", "2 During the session")
    assert school.barriers() == []
    school.press("See what the course covers")
    school.sees("neither treated nor left out with an approved reason", "3 After the session", "0 of 2")
    assert school.barriers() == []
    course = school.page.url.removeprefix(school.origin)
    authority: Hands = sit(AUTHORITY)
    authority.open(course)
    authority.unfold("State what the course covers")
    authority.press("Issue the statement")
    authority.sees("Stated. Only your own space reads it yet.")
    statement = authority.page.url.removeprefix(authority.origin)
    other: Hands = sit(OTHER)
    other.open("/courses/")
    other.sees_not("Curso de facilitación")
    authority.unfold("Show it to others")
    authority.pick("Who may read it", "Seats")
    authority.press("Show this statement")
    authority.sees("Shown to: Seats of the network.")
    other.open("/courses/")
    other.press("Curso de facilitación")
    other.sees("Statement of coverage", "Preparar", "neither treated nor left out", "Facilitar")
    assert other.page.url.endswith(statement)
    other.sees_not("Show it to others")
    assert other.barriers() == []
    assert school.errors + authority.errors + other.errors == []


def _plan(hands: Hands, title: str, section: str) -> None:
    hands.press("Plan a session")
    hands.write("Title (español)", title)
    hands.write("Minutes", "60")
    hands.to(section)
    hands.page.keyboard.press("Space")
    assert hands.page.locator("input[name=treats]:checked").count() == 1
    hands.press("Save the session")
    hands.sees("The session is kept.", title)
