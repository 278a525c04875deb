"""The endpoint in the hands of clients that are not ours. Skipped, and said to be, where `make peers` has not fetched
them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from cast import Cast
from peers import FOLDER, interpreter, peer
from tejido.experience.tests.doings import key

PROGRAMS = Path(__file__).with_name("programs")
PATIENCE = 120  # seconds: how long is not what these tests are about


@pytest.fixture
def endpoint(cast: Cast, live_server: Any) -> list[str]:
    """Where a school's system sends to, and with what it shows that it may."""
    made = key(cast, "all")
    return [f"{live_server.url}/xapi/", made.credential.login, made.secret]


# Where they and we do not agree, and the clients are not right: what is said to them.
KNOWN = {
    # In Node, axios puts application/octet-stream in the place of the Content-Type that xapijs has given.
    "xapijs axios: an attachment": "expected: application/json or multipart/mixed",
    "xapijs axios: two attachments": "expected: application/json or multipart/mixed",
    # It leaves the line break out between one attachment and the next boundary.
    "xapijs fetch: two attachments": "do not have the length or the hash that the statement says",
    # A parameter that the specification does not know has to be refused (XAPI-00325).
    "xapijs axios: a parameter against caches": "expected: no others than",
    "xapijs fetch: a parameter against caches": "expected: no others than",
}


def tried(command: list[str], **environment: str) -> dict[str, str]:
    """What went wrong, by what was tried; what is KNOWN only where something else is said."""
    done = subprocess.run(
        command, capture_output=True, check=False, timeout=PATIENCE, text=True, env={**os.environ, **environment}
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, str] = json.loads(done.stdout)
    assert len(found) > 15
    return {name: said for name, said in found.items() if bool(said or name in KNOWN) and not _is_known(name, said)}


def _is_known(name: str, said: str) -> bool:
    return name in KNOWN and KNOWN[name] in said


@pytest.mark.parametrize("version", ["1.0.3", "1.0.0"])
def test_the_client_of_rustici_for_python_finds_all_that_it_asks_for(endpoint: list[str], version: str) -> None:
    command = [interpreter("tincan"), str(PROGRAMS / "xapi_tincan.py"), *endpoint, version]
    assert tried(command) == {}


def test_the_clients_that_lessons_are_written_with_find_all_that_they_ask_for(endpoint: list[str]) -> None:
    for name in ("tincanjs", "xhr2", "@xapi/xapi"):
        peer(name)
    node = shutil.which("node") or pytest.skip("node is not there: lessons' clients did NOT try us")
    assert tried([node, str(PROGRAMS / "xapi_node.cjs"), *endpoint], NODE_PATH=str(FOLDER)) == {}
