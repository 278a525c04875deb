"""tejido letters: those that were given up, and another try for them."""

from typing import Annotated, Any

import typer

from tejido.config.words import gettext as _
from tejido.config.words import ngettext

from .console import answer
from .house import now, open_house
from .options import Data, Json, option

Again = Annotated[list[str] | None, option("--again", "KEY", _("Send this one again; can be said several times."))]
All = Annotated[bool, typer.Option("--all", help=_("Send again whatever was given up."))]
HELP = _(
    "Lists the letters that were given up, by their keys and occasions and never by whom they are for, and sends them "
    "again. How many wait is said too."
)


def letters(again: Again = None, every: All = False, data: Data = None, json: Json = False) -> None:
    open_house(data)
    from tejido.people.commands import try_again
    from tejido.people.queries import letters_in, stuck_letters

    begun = try_again(keys=None if every else again) if every or again else 0
    stuck, queue = [_told(letter) for letter in stuck_letters()], letters_in(now())
    lines = [f"{one['key']}  {one['queued_at']}  {one['occasion']}  {one['problem']}" for one in stuck]
    counts = _("%(waiting)s wait for their turn, %(put_off)s for another try; %(given_up)s were given up.") % queue
    again_ = ngettext("%(count)s letter is sent again.", "%(count)s letters are sent again.", begun) % {"count": begun}
    said = [*lines, *([again_] if begun else []), counts]
    answer({"again": begun, "queue": queue, "given_up": stuck}, "\n".join(said), as_json=json)


def _told(letter: Any) -> dict[str, object]:
    """An occasion begins with what happened; keys follow."""
    return {
        "key": letter.key,
        "queued_at": letter.queued_at.isoformat(timespec="seconds"),
        "occasion": letter.occasion.partition(":")[0],
        "problem": letter.problem,
        "failures": letter.failures,
    }
