"""What the node does by itself, and when it last did it: not wrong, but what somebody looks for first."""

from dataclasses import dataclass

from ..words import gettext as _


@dataclass(frozen=True, slots=True)
class Work:
    """One kind of work. `at` and `done_at` are RFC 3339 instants, when it was last begun and when it last succeeded."""

    work: str
    at: str
    done_at: str | None
    seconds: float
    failures: int
    problem: str

    @property
    def sentence(self) -> str:
        values = {"work": self.work, "at": self.at, "seconds": f"{self.seconds:.2f}", "problem": self.problem}
        if self.problem:
            return _("%(work)s: failed at %(at)s (%(problem)s).") % values
        return _("%(work)s: done at %(at)s, in %(seconds)s s.") % values


def work_done() -> list[Work]:
    """Of every kind that was ever done, by its name. Needs a database that can be read."""
    from tejido.running.queries import pulses

    return [
        Work(
            row.work,
            row.at.isoformat(timespec="seconds"),
            row.done_at.isoformat(timespec="seconds") if row.done_at else None,
            round(row.seconds, 3),
            row.failures,
            row.problem,
        )
        for row in pulses()
    ]
