"""The day for which a page of the register is shown."""

from dataclasses import dataclass

from tejido.ledger.requests import ActorRequest

from .. import queries
from ..forms import DayForm


@dataclass(frozen=True, slots=True)
class Shown:
    """The day and its form, which keeps what else the address says and leads to the same page, `here`."""

    on: queries.AsOf
    form: DayForm
    kept: tuple[tuple[str, str], ...]
    here: str

    @property
    def query(self) -> str:
        return self.on.query


def shown_day(request: ActorRequest, here: str = "") -> Shown:
    """Today where no day is asked for, or none that there is; the form says then what was wrong."""
    form = DayForm(request.GET or None)
    day = form.cleaned_data.get("on") if form.is_bound and form.is_valid() else None
    kept = tuple((name, str(value)) for name, value in request.GET.items() if name not in {"on", "page"} and value)
    return Shown(queries.as_of(day, request.now), form, kept, here or request.path)
