"""An analysis of Aldea, begun by the focal point and open in a browser of theirs."""

from datetime import date, datetime

from cast import NOW, Cast
from tejido.risk import commands
from tejido.risk.models import Admission, Analysis
from tejido.risk.queries import access
from tejido.risk.queries.access import Browser, Opened

LAST_DAY = date(2030, 3, 1)
BROWSER = Browser("session", b"s" * 32)
FP, ALT, VA, JUS = "XA/focal_point", "XA/alternate", "XA/validating_authority", "XA/representative/JUS"


def begun(cast: Cast, who: str = FP, *, passphrase: str = "", at: datetime = NOW, **cells: str) -> Analysis:
    beginning = commands.Beginning({"title": "Primer análisis"} | cells, "es", LAST_DAY, passphrase)
    actor = cast.actor(who)
    member = cast.members[actor.member]
    return commands.begin_analysis(actor=actor, member=member, beginning=beginning, at=at)


def admission(cast: Cast, row: Analysis, who: str = FP) -> Admission:
    return access.admission_for(cast.actor(who), row.key)


def unlock(
    cast: Cast, row: Analysis, who: str = FP, *, passphrase: str = "", browser: Browser = BROWSER, at: datetime = NOW
) -> Opened:
    """The analysis, opened in a browser of that seat."""
    own = admission(cast, row, who)
    commands.open_analysis(actor=cast.actor(who), admission=own, browser=browser, passphrase=passphrase, at=at)
    return opened(cast, row, who, browser=browser, at=at)


def opened(cast: Cast, row: Analysis, who: str = FP, *, browser: Browser = BROWSER, at: datetime = NOW) -> Opened:
    return access.opened_for(cast.actor(who), row.key, browser, at)


def admitted(cast: Cast, row: Analysis, who: str = ALT, *, by: str = FP) -> Admission:
    seat = cast.seats[cast.office(who)]
    return commands.admit(actor=cast.actor(by), analysis=row, seat=seat, at=NOW)


def saved(
    cast: Cast, row: Analysis, who: str = FP, *, base: int = 0, browser: Browser = BROWSER, **cells: object
) -> Opened:
    """Writes cells, named with _ for the dot: _3_words="…"."""
    found = opened(cast, row, who, browser=browser)
    changes = {name.strip("_").replace("_", ".", 1): value for name, value in cells.items()}
    commands.save_cells(
        actor=cast.actor(who), opened=found, base=base or found.analysis.version, changes=changes, at=NOW
    )
    return opened(cast, row, who, browser=browser)
