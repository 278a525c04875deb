"""The client that is made from the description: its types hold, and a node answers it."""

import importlib.util
import json
import sys
from pathlib import Path

import pytest
from mypy import api as mypy

from cast import FIRST
from tejido.api.openapi import described
from tejido.api.tests.programs import token_for
from tejido.deliberation.models import Remark

TOOLS = Path(__file__).parents[1] / "tools"
OF_ALDEA = "XA/representative/JUS"


def module(path, name):
    spec = importlib.util.spec_from_file_location(name, path)
    made = importlib.util.module_from_spec(spec)
    sys.modules[name] = made
    spec.loader.exec_module(made)
    return made


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The file of the client."""
    made = module(TOOLS / "client.py", "client").client(json.loads(json.dumps(described())))
    path = tmp_path_factory.mktemp("client") / "tejido_client.py"
    path.write_text(made, encoding="utf-8")
    return path


USE = """
from tejido_client import Problem, Tejido

def numbers(node: Tejido) -> list[int]:
    return [round["number"] for round in node.list_rounds(text="x", limit=5)]

def remark(node: Tejido, key: str) -> str:
    done = node.deliberation_remarks(key, {"body": "x", "type": "technical", "language": "es"})
    return done["acts"][0]["key"]
"""
MISUSE = """
from tejido_client import Tejido

def wrong(node: Tejido) -> None:
    node.deliberation_remarks("key", {"type": "technical"})
    node.get_rounds(1)
    node.get_rounds("key")["unheard"]
"""


def checked(folder, words):
    """What mypy says of a module beside the client, strictly."""
    path = folder / "use.py"
    path.write_text(words, encoding="utf-8")
    options = ["--strict", "--config-file=", f"--cache-dir={folder / 'cache'}"]
    said, _errors, _status = mypy.run([*options, str(path), str(folder / "tejido_client.py")])
    return [line for line in said.splitlines() if ": error:" in line]


def test_its_types_hold_what_a_node_gives_and_takes(written, monkeypatch):
    monkeypatch.setenv("MYPYPATH", str(written.parent))
    assert checked(written.parent, USE) == []
    assert len(checked(written.parent, MISUSE)) == 3


def test_it_lists_reads_acts_and_says_why_not(written, cast, round_, live_server, at_now):
    at_now(cast.now)
    made = module(written, "tejido_client")
    node = made.Tejido(live_server.url, token_for(cast, OF_ALDEA))
    assert [member["key"] for member in node.list_members(limit=1)] == ["XA", "XB", "XC"]
    (listed,) = node.list_rounds()
    assert node.get_rounds(listed["key"])["number"] == 1
    said = {"body": "Falta la fuente.", "type": "technical", "language": "es"}
    done = node.deliberation_remarks(round_.key, said, more={"passage": FIRST})
    assert Remark.objects.get().key == done["acts"][0]["key"]
    with pytest.raises(made.Problem) as wrong:
        node.deliberation_remarks(round_.key, {**said, "body": ""})
    assert (wrong.value.status, set(wrong.value.errors)) == (422, {"body"})
    with pytest.raises(made.Problem, match="403 not_yours"):
        node.deliberation_releases(round_.key, {"seen": "x"})
    with pytest.raises(made.Problem, match="401 token"):
        next(made.Tejido(live_server.url).list_rounds())
    with pytest.raises(ValueError, match="no address of the node"):
        node._read("https://elsewhere.example/")
