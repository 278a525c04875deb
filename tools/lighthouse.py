"""Lighthouse over the ten pages that are used most, as a phone and as a computer.

Takes Lighthouse from the npm registry into .peers/, which is never committed, and serves a demonstration of its own
unless one is named that is served already: python tools/lighthouse.py [ORIGIN DATA]. Fails where a page is under LEAST.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "journeys"))

from node import CHROMIUM, FLAGS, Node, serving, tejido

from visitor import Visitor

ROOT = Path(__file__).parents[1]
PROGRAM, VERSION = ROOT / ".peers" / "lighthouse", "lighthouse@12.8.2"
LEAST = 95
OPEN = {"front", "members", "edition"}  # what search engines may list: elsewhere their mark says nothing
TEXT, SEAT = "curriculo-demostracion", "PY/focal_point/MRE"
ROUND = (
    "SELECT r.key FROM deliberation_round r JOIN curriculum_text t ON t.key = r.text_id WHERE t.slug = ?"
    " ORDER BY r.number DESC"
)
KINDS = ("performance", "accessibility", "best-practices", "seo")
WAYS = {"phone": [], "computer": ["--preset=desktop"]}
# Name: (who looks, at which page).
PAGES = {
    "front": ("", "/es/"),
    "members": ("", "/es/members/"),
    "edition": ("", f"/texts/{TEXT}/editions/1/"),
    "search": ("", "/search/?q=memoria"),
    "desk": (SEAT, "/"),
    "round": (SEAT, "/rounds/{round}/"),
    "reading": (SEAT, "/rounds/{round}/reading/"),
    "comments": (SEAT, "/rounds/{round}/comments/"),
    "position": (SEAT, "/rounds/{round}/position/"),
    "history": (SEAT, f"/texts/{TEXT}/history/"),
}


def main() -> int:
    if shutil.which("npm") is None or CHROMIUM is None:
        print("SKIPPED: without npm and Chromium no page was looked at by Lighthouse", file=sys.stderr)
        return 0
    if not (PROGRAM / "node_modules" / "lighthouse").is_dir():
        PROGRAM.mkdir(parents=True, exist_ok=True)
        asked = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(PROGRAM), VERSION]
        subprocess.run(asked, check=True, timeout=600)
    with _node() as node:
        return _look(node)


@contextmanager
def _node() -> Iterator[Node]:
    if len(sys.argv) > 2:
        yield Node(sys.argv[1], Path(sys.argv[2]), 0)
        return
    with tempfile.TemporaryDirectory() as data:
        made = tejido("demo", "--no-serve", data=Path(data))
        if made.returncode:
            sys.exit(made.stderr)
        with serving(Path(data)) as node:
            yield node


def _look(node: Node) -> int:
    """The table of all marks; how many of them are too low."""
    round_ = node.one(ROUND, TEXT)
    cookies = {"": "", SEAT: _cookies(node)}
    low = 0
    print("page", "way", *KINDS, "first paint", "largest paint", "blocked", "moved", "kB", sep="\t", flush=True)
    for name, (office, path) in PAGES.items():
        for way, more in WAYS.items():
            found = _run(node.origin + path.format(round=round_), cookies[office], more)
            marks = [round(100 * (found["categories"][kind]["score"] or 0)) for kind in KINDS]
            counted = marks if name in OPEN else marks[:3]
            low += sum(mark < LEAST for mark in counted)
            print(name, way, *marks[:3], marks[3] if name in OPEN else "–", *_figures(found), sep="\t", flush=True)
            for kind, mark in zip(KINDS, counted, strict=False):
                if mark < 100:
                    print("", kind, *_reasons(found, kind), sep="\t", flush=True)
    return low


def _cookies(node: Node) -> str:
    visitor = Visitor(node.origin)
    visitor.get("/trying/")
    visitor.post(f"/trials/{node.seat(SEAT)}/")
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in visitor.cookies)


def _run(address: str, cookies: str, more: list[str]) -> dict:
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        asked = [
            str(PROGRAM / "node_modules" / ".bin" / "lighthouse"), address, "--quiet", "--output=json",
            f"--output-path={file.name}", f"--only-categories={','.join(KINDS)}", *more,
            f"--chrome-flags=--headless=new {' '.join(FLAGS)}",
            "--extra-headers", json.dumps({"Cookie": cookies} if cookies else {}),
        ]  # fmt: skip  # a command line
        subprocess.run(asked, check=True, timeout=300, env={**os.environ, "CHROME_PATH": str(CHROMIUM)})
        return json.load(file)


def _figures(found: dict) -> list[str]:
    audits = found["audits"]
    names = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
    weight = audits["total-byte-weight"].get("numericValue", 0) / 1000
    return [*(audits[name].get("displayValue", "?").replace("\xa0", " ") for name in names), f"{weight:.0f}"]


def _reasons(found: dict, kind: str) -> list[str]:
    """The audits that took marks away."""
    audits = found["audits"]
    asked = [one["id"] for one in found["categories"][kind]["auditRefs"] if one["weight"]]
    return [f"{one} {audits[one]['score']}" for one in asked if (audits[one]["score"] or 0) < 0.995]


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
