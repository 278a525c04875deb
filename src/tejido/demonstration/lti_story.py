"""A school's own system in the demonstration: its addresses are invented and lead nowhere, so that the pages can be
looked at."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from tejido.lti import commands
from tejido.lti.commands import Description
from tejido.lti.queries import described
from tejido.registry.commands import open_office
from tejido.registry.names import Role

from .stage import Stage, Step
from .versions_story import MECHANISM, SCHOOL

NAME, ORIGIN = "Moodle (demostración)", "https://moodle.demostracion.example"


def steps(stage: Stage) -> Iterator[Step]:
    """The acts of this part of the story, by their date."""
    yield Step(stage.ago(28), partial(_connect, stage))


def _connect(stage: Stage, at: datetime) -> None:
    """Entered, described and switched on by the representative of the school."""
    actor, member = stage.actor(MECHANISM, Role.REPRESENTATIVE, SCHOOL), stage.members[MECHANISM]
    body = open_office(actor=actor, member=member, institution=stage.institutions[MECHANISM, SCHOOL], at=at)
    row = commands.begin_platform(actor=actor, body=body, name=NAME, at=at, is_demonstration=True)
    given = Description(
        name=NAME, issuer=ORIGIN, client="demostracion", deployments=["1"], authorize=f"{ORIGIN}/mod/lti/auth.php",
        token=f"{ORIGIN}/mod/lti/token.php", audience="", keys_address=f"{ORIGIN}/mod/lti/certs.php", keys="",
        origins=[], wants_names=False,
    )  # fmt: skip  # one form
    commands.describe_platform(actor=actor, platform=row, given=given, seen=described(row), at=at)
    commands.open_platform(actor=actor, platform=row, at=at)
