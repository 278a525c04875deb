"""A school's representative sees what would leave and what was joined, and releases it; the focal point shows it to the
network; another member reads it, and everybody else does not."""

from hands import Hands

SCHOOL, FOCAL_POINT, OTHER = "PY/representative/POL", "PY/focal_point/MRE", "BR/focal_point/MRE"
BEFORE, AFTER = "351", "468"


def test_counts_go_up_from_a_school_and_a_small_department_stands_joined(sit) -> None:
    other: Hands = sit(OTHER)
    other.open("/figures/PY/")
    other.sees(BEFORE, "PY-7 or PY-ASU", "of 256")
    school: Hands = sit(SCHOOL)
    school.open("/figures/school/")
    school.press("Look at what would be seen")
    school.unfold("1 thing was joined")
    school.sees("PY-7 or PY-ASU", "has fewer than 5 persons")
    assert school.barriers() == []
    school.press("Release these counts")
    school.sees("Released.", "117 persons")
    other.open("/figures/PY/")
    other.sees(BEFORE)
    member: Hands = sit(FOCAL_POINT)
    member.open("/figures/received/")
    member.sees(AFTER)
    assert member.barriers() == []
    member.unfold("Show them to others")
    member.pick("Who may read it", "Seats of the network")
    member.press("Look at what they would see")
    assert member.barriers() == []
    member.press("Show these counts")
    member.sees("Shown.")
    other.open("/figures/PY/")
    other.sees(AFTER)
    assert other.barriers() == []
    everybody = sit("")
    everybody.open("/figures/PY/")
    everybody.sees(BEFORE)
    assert school.errors + member.errors + other.errors == []
