"""The text format of Prometheus, version 0.0.4: families of samples with their help and type."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .counting import BOUNDS, Totals

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

Labels = Mapping[str, str]


@dataclass(frozen=True)
class Family:
    """One name with what is said of it. `kind` is counter or gauge."""

    name: str
    kind: str
    help: str
    samples: Iterable[tuple[Labels, float]]


def text(families: Iterable[Family]) -> str:
    return "".join(f"{line}\n" for family in families for line in _lines(family))


def _lines(family: Family) -> Iterator[str]:
    yield f"# HELP {family.name} {family.help}"
    yield f"# TYPE {family.name} {family.kind}"
    for labels, value in family.samples:
        yield f"{family.name}{_labels(labels)} {_number(value)}"


def _labels(labels: Labels) -> str:
    said = ",".join(f'{name}="{_escaped(value)}"' for name, value in labels.items())
    return f"{{{said}}}" if said else ""


def _escaped(value: str) -> str:
    return value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def requests(totals: Totals) -> str:
    """What was answered, by method, kind of address and status; and how long it took, by kind of address."""
    name = "tejido_requests_total"
    counts = [
        ({"method": method, "pattern": pattern, "status": str(status)}, number)
        for (method, pattern, status), number in sorted(totals.counts.items())
    ]
    return text([Family(name, "counter", "Requests answered.", counts)]) + "".join(
        f"{line}\n" for line in _durations(totals)
    )


def _durations(totals: Totals) -> Iterator[str]:
    name = "tejido_request_seconds"
    yield f"# HELP {name} Seconds until an answer began."
    yield f"# TYPE {name} histogram"
    for pattern, several in sorted(totals.durations.items()):
        so_far = 0
        for bound, number in zip([*map(str, BOUNDS), "+Inf"], several, strict=True):
            so_far += number
            yield f"{name}_bucket{_labels({'pattern': pattern, 'le': bound})} {so_far}"
        yield f"{name}_sum{_labels({'pattern': pattern})} {_number(totals.seconds[pattern])}"
        yield f"{name}_count{_labels({'pattern': pattern})} {so_far}"
