"""What an act costs: processor time, which a busy machine does not change, and memory."""

import resource
import tracemalloc
from collections.abc import Callable
from statistics import median


def seconds(act: Callable[[], object], runs: int = 5) -> float:
    """The median processor time of several runs, with that of the processes that the act starts and waits for."""
    return median(_once(act) for _ in range(runs))


def _once(act: Callable[[], object]) -> float:
    start = _used()
    act()
    return _used() - start


def _used() -> float:
    usages = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def memory(act: Callable[[], object]) -> int:
    """The most bytes that Python objects made by the act took at once. A run of its own, because counting is slow."""
    tracemalloc.start()
    try:
        act()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
