"""Lets Schemathesis make up requests of the OpenAPI description, as every role, against a demonstration that is served.

python tools/fuzz.py [CASES_PER_ADDRESS [ROLE ...]]

Each role has a node of its own, freshly copied: whoever may do much soon ends mandates. What is written in
tools/fuzz.toml is what the description cannot say. Reports lie in .peers/fuzz/.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "journeys"))

import node
from node import serving, tejido

TOOLS = Path(__file__).parent
PEERS = TOOLS.parent / ".peers"
VERSION = "schemathesis==4.32.5"
ROLES = {
    "public": "",
    "observer": "network/observer/OBS",
    "registrar": "PY/registrar/EDU",
    "representative": "PY/representative/JUS",
    "focal_point": "PY/focal_point/MRE",
    "secretariat": "network/secretariat/SEC",
}
FEW = os.environ.get("FUZZ", "").split()  # more words for Schemathesis
node.READY_WITHIN = 300  # a machine that fuzzes has much else to do
TOKENS = 20  # as many as a person may have: each keeps a pace of its own


def main() -> int:
    cases, wanted = (sys.argv[1:2] or ["12"])[0], sys.argv[2:] or list(ROLES)
    program = _installed()
    if program is None:
        print(f"SKIPPED: {VERSION} could not be installed (no PyPI?), so NOTHING was fuzzed", file=sys.stderr)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        made = tejido("demo", "--no-serve", "--data", f"{folder}/data", data=Path(folder) / "data")
        if made.returncode:
            print(made.stderr, file=sys.stderr)
            return 1
        return max(_fuzz(program, Path(folder), role, cases) for role in wanted)


def _installed() -> Path | None:
    """The program in a folder of its own: nothing of it gets into what the project locks."""
    home = PEERS / "schemathesis"
    program, mark = home / "bin" / "schemathesis", home / VERSION
    if mark.exists():
        return program
    pip = [home / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", VERSION]
    for command in ([sys.executable, "-m", "venv", "--clear", home], pip):
        if subprocess.run(command, check=False).returncode:
            return None
    mark.touch()
    return program


def _fuzz(program: Path, folder: Path, role: str, cases: str) -> int:
    """Zero where nothing was found. Says what was asked and answered, so that a token that died early is seen."""
    data = folder / role
    shutil.copytree(folder / "data", data)
    tokens = _tokens(data, ROLES[role]) if ROLES[role] else []
    report = PEERS / "fuzz" / f"{role}.json"
    report.parent.mkdir(parents=True, exist_ok=True)
    os.environ["TEJIDO_BEHIND_PROXY"] = "1"  # wrong tokens are counted by address, and each request has its own
    with serving(data) as served:
        done = subprocess.run(
            [program, "--config-file", TOOLS / "fuzz.toml", "run", f"{served.origin}/api/v1/openapi.json",
             "--url", served.origin, "--max-examples", cases, "--report", "json", "--report-json-path", report, *FEW,
             *(["-H", f"Authorization: Bearer {tokens[0]}"] if tokens else [])],
            env={**os.environ, "SCHEMATHESIS_HOOKS": "fuzz_hooks", "PYTHONPATH": str(TOOLS),
                 "FUZZ_TOKENS": json.dumps(tokens), "FUZZ_COUNTS": str(report.with_suffix(".counts"))},
            cwd=report.parent,
            check=False,
        )  # fmt: skip  # one command, read as one
    counts = Counter(json.loads(report.with_suffix(".counts").read_text(encoding="utf-8")))
    print(f"{role}: {counts.total()} requests, answered {dict(sorted(counts.items()))}")
    return done.returncode


def _tokens(data: Path, office: str) -> list[str]:
    """Tokens to act with, of whoever is in a seat."""
    script = [sys.executable, __file__, "tokens", str(data), office]
    done = subprocess.run(script, check=True, capture_output=True, text=True)
    found: list[str] = json.loads(done.stdout.splitlines()[-1])
    return found


def _make_tokens(data: str, office: str) -> None:
    os.environ["TEJIDO_DATA"] = data
    os.environ.pop("DATABASE_URL", None)
    from tejido.cli.house import set_up

    set_up()
    from tejido.api.commands import make_token
    from tejido.api.names import Scope
    from tejido.registry.models import Mandate
    from tejido.registry.queries import actor_of

    member, role, institution = office.split("/")
    now = datetime.now(UTC)
    rows = Mandate.objects.select_related("seat__institution__member").filter(until=None, seat__role=role)
    rows = rows.filter(seat__institution__code=institution)
    (mandate,) = rows.filter(seat__institution__member__code=None if member == "network" else member)
    actor = actor_of(mandate, is_fresh=True)
    until = now + timedelta(days=1)
    made = [
        make_token(actor=actor, name=f"fuzz {number}", scope=Scope.ACT, areas=(), expires_at=until, at=now)
        for number in range(TOKENS)
    ]
    print(json.dumps([each.shown for each in made]))


if __name__ == "__main__":
    if sys.argv[1:2] == ["tokens"]:
        _make_tokens(*sys.argv[2:])
    else:
        sys.exit(main())
