"""What is in `deploy/` is read by the programs that it is for, and names only settings and metrics that there are."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tejido.config.environment import KNOWN

DEPLOY = Path(__file__).parents[1] / "deploy"
ROOT = DEPLOY.parent
SETTING = re.compile(r"\b(?:TEJIDO|DATABASE)_[A-Z_]+\b")
OF_OTHERS = {"TEJIDO_UPSTREAM"}  # a variable of Caddy's own file
FILES = sorted(path for path in DEPLOY.iterdir())


def runs(program: str) -> str:
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"SKIPPED: there is no {program} here, so its file is not read by it")
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
def test_every_setting_that_is_named_is_one(file: Path) -> None:
    from django.conf import settings

    assert settings.DATA  # reading the settings fills what is known
    assert set(SETTING.findall(file.read_text("utf-8"))) - KNOWN - OF_OTHERS == set()


def test_every_metric_of_an_alarm_is_one_that_is_told() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "src/tejido/config/metrics").glob("*.py"))
    named = set(re.findall(r"\btejido_[a-z_]+\b", (DEPLOY / "alarms.yaml").read_text("utf-8")))
    assert {name for name in named if name.removesuffix("_bucket") not in code} == set()


def test_every_alarm_is_explained_for_whoever_is_called() -> None:
    alarms = set(re.findall(r"alert: (\w+)", (DEPLOY / "alarms.yaml").read_text("utf-8")))
    explained = set(re.findall(r"^\| `(Tejido\w+)` \|", (ROOT / "docs/alarms.md").read_text("utf-8"), re.MULTILINE))
    assert explained == alarms


def test_nginx_reads_its_file(tmp_path: Path) -> None:
    nginx, openssl = runs("nginx"), runs("openssl")
    made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=x", "-days", "1"]
    key, certificate = tmp_path / "x.key", tmp_path / "x.crt"
    subprocess.run([openssl, *made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    ours = (DEPLOY / "nginx.conf").read_text("utf-8")
    ours = ours.replace("/etc/ssl/tejido.crt", str(certificate)).replace("/etc/ssl/tejido.key", str(key))
    whole = tmp_path / "nginx.conf"
    whole.write_text(f"pid {tmp_path}/pid;\nevents {{}}\nhttp {{\n{ours}\n}}\n", "utf-8")
    said = subprocess.run([nginx, "-t", "-q", "-c", whole], capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr


def test_caddy_reads_its_file() -> None:
    words = [runs("caddy"), "adapt", "--validate", "--adapter", "caddyfile", "--config", DEPLOY / "Caddyfile"]
    said = subprocess.run(words, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr


def test_systemd_reads_its_file(tmp_path: Path) -> None:
    words = [runs("systemd-analyze"), "verify", "--man=no"]
    unit = tmp_path / "tejido.service"
    unit.write_text((DEPLOY / "tejido.service").read_text("utf-8").replace("/opt/tejido/bin/tejido", "/bin/true"))
    said = subprocess.run([*words, unit], capture_output=True, text=True, check=False)
    assert "Unknown" not in said.stderr
    assert said.returncode == 0, said.stderr


def test_compose_reads_its_file() -> None:
    words = [runs("docker"), "compose", "-f", str(DEPLOY / "compose.yaml"), "config", "--quiet"]
    said = subprocess.run(words, capture_output=True, text=True, check=False)
    if "is not a docker command" in said.stderr or "unknown shorthand flag" in said.stderr:
        pytest.skip("SKIPPED: this docker has no compose, so its file is not read by it")
    assert said.returncode == 0, said.stderr


def test_the_image_runs_as_nobody_in_particular_and_installs_by_hashes() -> None:
    image = (DEPLOY / "Containerfile").read_text("utf-8")
    assert re.search(r"^USER 10001$", image, re.MULTILINE)
    assert image.count("--require-hashes") == 2
