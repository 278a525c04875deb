"""A school's desk says that something of its systems did not arrive, and nobody else's does."""

from cast import NOW, Cast
from tejido.desk.queries.systems import systems_in_trouble
from tejido.lti.models import Score
from tejido.lti.names import Sending
from tejido.lti.tests.doings import JUSTICE, begin


def test_the_desk_of_the_school_says_that_something_did_not_arrive(cast: Cast) -> None:
    row = begin(cast)
    assert list(systems_in_trouble(cast.actor(JUSTICE), NOW)) == []
    Score.objects.create(
        platform=row, link="34", person="a", line="", sealed=b"x", given=1, most=1, state=Sending.FAILED, at=NOW,
        due_at=NOW,
    )  # fmt: skip  # one row
    (line,) = systems_in_trouble(cast.actor(JUSTICE), NOW)
    assert (line.text, line.url) == ("Moodle", f"/lti/systems/{row.key}/")
    for who in ("XA/representative/DEF", "XA/focal_point", "XB/focal_point", "network/secretariat"):
        assert list(systems_in_trouble(cast.actor(who), NOW)) == []
