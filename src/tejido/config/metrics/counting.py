"""Counts and durations of what was answered: kept in each process, and left in a file that the others read.

A process adds in memory and writes its totals every few seconds as a whole. What is asked of one process is the sum of
the files. A process that was killed leaves its file, so that no count goes back; `tejido serve` begins with none.
Files that are written whole can fail on a full disk and nothing else happens. A file that is mapped into memory, as
prometheus_client keeps its values across processes, ends the process there.
"""

import json
import os
import shutil
import threading
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

BOUNDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)  # seconds; the last place is for what took longer
PERIOD = 2.0  # seconds between two writings
FOLDER = "metrics"

Key = tuple[str, str, int]  # method, pattern, status


class Totals:
    """What was answered: how often, how long all of it took, and how many of each duration."""

    def __init__(self) -> None:
        self.counts: Counter[Key] = Counter()
        self.seconds: dict[str, float] = {}
        self.durations: dict[str, list[int]] = {}

    def add(self, key: Key, seconds: float) -> None:
        pattern = key[1]
        self.counts[key] += 1
        self.seconds[pattern] = self.seconds.get(pattern, 0.0) + seconds
        self.durations.setdefault(pattern, [0] * (len(BOUNDS) + 1))[bisect_left(BOUNDS, seconds)] += 1

    def take(self, other: "Totals") -> None:
        """Adds what another process counted."""
        self.counts.update(other.counts)
        for pattern, seconds in other.seconds.items():
            self.seconds[pattern] = self.seconds.get(pattern, 0.0) + seconds
        for pattern, several in other.durations.items():
            mine = self.durations.setdefault(pattern, [0] * (len(BOUNDS) + 1))
            self.durations[pattern] = [a + b for a, b in zip(mine, several, strict=True)]

    def written(self) -> str:
        counts = [[*key, number] for key, number in self.counts.items()]
        return json.dumps({"counts": counts, "seconds": self.seconds, "durations": self.durations})

    @classmethod
    def read(cls, text: str) -> "Totals":
        said, totals = json.loads(text), cls()
        totals.counts.update({(method, pattern, status): n for method, pattern, status, n in said["counts"]})
        totals.seconds, totals.durations = said["seconds"], said["durations"]
        return totals


class Counting:
    """The totals of this process, and their file in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.totals, self.began = folder, Totals(), time.time()
        self._lock, self._changed = threading.Lock(), False
        self._file = folder / f"{os.getpid()}-{time.time_ns()}.json"

    def add(self, key: Key, seconds: float) -> None:
        with self._lock:
            self.totals.add(key, seconds)
            self._changed = True

    def write(self) -> None:
        """Leaves the totals for the others. On a disk that takes nothing they wait for the next time."""
        with self._lock:
            if not self._changed:
                return
            text, self._changed = self.totals.written(), False
        draft = self._file.with_suffix(".part")
        try:
            self.folder.mkdir(exist_ok=True, mode=0o700)
            draft.write_text(text, encoding="utf-8")
            draft.replace(self._file)
        except OSError:
            with self._lock:
                self._changed = True
            with suppress(OSError):
                draft.unlink(missing_ok=True)

    def start(self) -> threading.Thread:
        thread = threading.Thread(target=self._keep, name="metrics", daemon=True)
        thread.start()
        return thread

    def _keep(self) -> None:
        while True:
            time.sleep(PERIOD)
            self.write()

    def sum(self) -> Totals:
        """Of all processes: this one as it is now, the others as they last wrote."""
        found = Totals()
        for other in self._others():
            found.take(other)
        with self._lock:
            found.take(self.totals)
        return found

    def _others(self) -> Iterator[Totals]:
        for file in sorted(self.folder.glob("*.json")):
            if file != self._file:
                with suppress(OSError, ValueError, KeyError):
                    yield Totals.read(file.read_text(encoding="utf-8"))


def begin_anew(folder: Path) -> None:
    """Takes away what the processes of an earlier start counted."""
    shutil.rmtree(folder / FOLDER, ignore_errors=True)
