"""The second demonstration network: made beside the first one, each step in the folder that it belongs to."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated

from tejido.config import server
from tejido.config.words import gettext as _

from .console import say
from .house import now, open_house
from .options import Data, argument
from .serve import run_child

FOLDER, FILES = "sister", "between"
Step = Annotated[str, argument("STEP", _("Which step of the two demonstrations."))]
Between = Annotated[Path, argument("DIR", _("Where the files lie that go from one to the other."))]


def step(step: Step, between: Between, data: Data = None) -> None:
    """One step, in the network of this folder."""
    open_house(data)
    from tejido.demonstration.sister.build import STEPS

    STEPS[step](between, now())


def make(folder: Path) -> Path:
    """The folder of the second network, which is made once."""
    own, between = folder / FOLDER, folder / FOLDER / FILES
    if (between / "done").exists():
        return own
    between.mkdir(parents=True, exist_ok=True)
    say(_("A second network, in Africa, begins from a text of the first one…"))
    for name, where in (("give", folder), ("found", own), ("answer", folder), ("conclude", own)):
        run_child("demo-step", name, str(between), "--data", str(where))
    (between / "done").touch()
    return own


def serve_beside(own: Path, address: server.Address) -> "subprocess.Popen[bytes]":
    """Serves the second network on the next port, as long as the first one is served. On this machine it goes by a name
    of its own: browsers keep what they know of a place by its name, and not by its port."""
    beside = server.Address(address.host, address.port + 1)
    origin = f"http://sister.localhost:{beside.port}" if beside.is_local else beside.origin
    environment = {**os.environ, "TEJIDO_DATA": str(own), "TEJIDO_ORIGIN": origin}
    command = [sys.executable, "-m", "tejido.cli", "serve", "--data", str(own), "--bind", str(beside)]
    say(_("The second network is at %(origin)s.") % {"origin": origin})
    return subprocess.Popen([*command, "--workers", "1"], env=environment)  # noqa: S603  # our own command
