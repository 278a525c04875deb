"""The tejido command as a person at a console types it.

`typed` runs it in the process of the test, on the test's database: fast. `console` runs it in a process of its own, on
a data folder of its own, where it matters that everything is as on a real machine.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from tejido.cli import run

COMMAND = [sys.executable, "-m", "tejido.cli"]

# What says something to the command; a test says it itself, or nobody does.
OURS = ("TEJIDO_", "DATABASE_", "DJANGO_", "LANG", "LC_")

SPANISH = "# Prevención\n\nLa prevención empieza antes.\n\n- Memoria\n- Justicia\n"
PORTUGUESE = "# Prevenção\n\nA prevenção começa antes.\n\n- Memória\n- Justiça\n"


@dataclass(frozen=True)
class Said:
    """What a command answered, said, and ended with."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


Typed = Callable[..., Said]


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Typed]:
    """Types a command on the test's database, in English, with a data folder of its own."""
    for name in [name for name in os.environ if name.startswith(("TEJIDO_", "LANG", "LC_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("TEJIDO_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("TEJIDO_ORIGIN", "")  # so that what a command sets is taken away again
    monkeypatch.delenv("TEJIDO_ORIGIN")

    def type_(*arguments: object) -> Said:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        answered = capsys.readouterr()
        return Said(code, answered.out, answered.err)

    with translation.override("en"):  # the command switches to the language of its terminal
        yield type_


@dataclass(frozen=True)
class Console:
    """A terminal whose TEJIDO_DATA is `folder`."""

    folder: Path

    def __call__(self, *arguments: object, **environment: str) -> Said:
        return self.run([*COMMAND, *map(str, arguments)], **environment)

    def run(self, command: list[str], **environment: str) -> Said:
        """Runs any program as in this terminal."""
        done = subprocess.run(
            command,
            capture_output=True,
            check=False,
            encoding="utf-8",
            env=self.environment(**environment),
            stdin=subprocess.DEVNULL,
            timeout=180,
        )
        return Said(done.returncode, done.stdout, done.stderr)

    def environment(self, **more: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        return {**kept, "LC_ALL": "C.UTF-8", "TEJIDO_DATA": str(self.folder), **more}


@pytest.fixture
def console(tmp_path: Path) -> Console:
    """A terminal on a folder that does not exist yet."""
    return Console(tmp_path / "data")


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose database was prepared, made once to be copied."""
    folder = tmp_path_factory.mktemp("pattern") / "data"
    assert Console(folder)("text", "list").code == 0
    return folder


@pytest.fixture
def prepared(pattern: Path, tmp_path: Path) -> Console:
    """A terminal on a folder whose database is there, without a network."""
    shutil.copytree(pattern, tmp_path / "data")
    return Console(tmp_path / "data")
