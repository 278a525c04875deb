"""tejido demo: the demonstration network, ready to be tried."""

from typing import Annotated

from tejido.config.words import gettext as _

from .console import progress, say
from .house import now, open_house
from .options import Data, flag
from .serve import DEFAULT_BIND, DEFAULT_WORKERS, Bind, Workers, listen, ready_to_listen, run_child

NoServe = Annotated[bool, flag("--no-serve", _("Only make the network; “tejido serve” serves it later."))]


def demo(
    data: Data = None, no_serve: NoServe = False, bind: Bind = DEFAULT_BIND, workers: Workers = DEFAULT_WORKERS
) -> None:
    if no_serve:
        _build(data)
        return
    folder, address = ready_to_listen(data, bind)
    run_child("demo", "--no-serve")
    run_child("prepare")
    listen(folder, address, workers)


def _build(data: Data) -> None:
    folder = open_house(data)
    _refuse_beside_a_real_one()
    from tejido.demonstration.build import build

    with progress() as show:
        build(at=now(), progress=show)
    say(_("The demonstration network is in %(folder)s.") % {"folder": folder})


def _refuse_beside_a_real_one() -> None:
    """A folder holds one network, and a real one is never mixed with invented institutions."""
    from tejido.ledger.refusals import Refusal, Refused
    from tejido.registry.names import No
    from tejido.registry.queries import network
    from tejido.web.languages import in_my_language

    served = network()
    if served is not None and not served.is_demonstration:
        raise Refused(Refusal(No.NETWORK_EXISTS, {"name": in_my_language(served.name)}))
