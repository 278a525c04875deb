"""tejido erasures: the list that keeps erased persons from coming back with an older backup."""

from pathlib import Path
from typing import Annotated

from tejido.config.words import gettext as _
from tejido.config.words import ngettext

from .console import answer
from .house import now, open_house
from .options import Data, Json, examples, option

HELP = _(
    "Writes the list of everything that was ever erased here: keys and instants, no names. Keep it outside this "
    "machine and write it anew often, for example after each erasure.\n\n"
    "“tejido restore --erasures” erases again what an older backup brings back."
)
EXAMPLES = examples("tejido erasures --to /mnt/elsewhere/tejido-erasures.json")
To = Annotated[Path, option("--to", "FILE", _("The file to write, over the one that is there."))]


def erasures(to: To, data: Data = None, json: Json = False) -> None:
    open_house(data)
    from tejido.keeping.erasures import write_list

    count = write_list(to, at=now())
    sentence = ngettext("%(count)s erasure is on the list.", "%(count)s erasures are on the list.", count)
    answer({"file": str(to), "erasures": count}, sentence % {"count": count}, as_json=json)
