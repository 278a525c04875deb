"""The registrar of a school enters what obliges, and who may teach; the focal point of the state reads neither: by
keyboard only, and without a barrier on the way."""

from hands import Hands

REGISTRAR, FOCAL_POINT = "PY/registrar/EDU", "PY/focal_point/MRE"


def test_a_school_enters_the_norm_that_obliges_and_who_may_teach(sit) -> None:
    school: Hands = sit(REGISTRAR)
    school.open("/schools/obligations/")
    school.press("Enter a norm")
    school.write("Norm", "Plan 7 del recorrido", nth=2)
    school.to("Teachers and education officials")
    school.page.keyboard.press("Space")
    school.write("A completion counts for so many months", "36")
    school.press("Enter it")
    school.sees("Plan 7 del recorrido", "a completion counts for 3 years")
    assert school.barriers() == []
    norm = school.page.url.removeprefix(school.origin)
    school.open("/lineage/")
    school.press("Enter a trainer")
    school.write("Name", "Persona del recorrido")
    school.write("Number of the identity document", "7 654 321")
    school.press("Enter it")
    school.sees("Persona del recorrido", "not authorised")
    school.press("Authorise to teach")
    school.pick("What it rests on", "A document")
    school.write("Document", "Acta del recorrido")
    school.press("Write it down")
    school.sees("generation 1", "Acta del recorrido")
    assert school.barriers() == []
    state: Hands = sit(FOCAL_POINT)
    state.open(norm)
    state.sees_not("Plan 7 del recorrido")
    state.open("/lineage/")
    state.sees_not("Persona del recorrido")
    assert state.barriers() == []
    assert school.errors == []
