"""tejido init --plan and tejido network: a network with its own languages, tiers and rules, from the command line."""

from pathlib import Path

import pytest

from at_console import Typed
from cast import Cast
from tejido.registry.models import Body, Network

pytestmark = [pytest.mark.django_db, pytest.mark.anywhere]

PLAN = """
languages = ["en", "fr", "pt", "ar", "sw"]
zone = "Africa/Addis_Ababa"
members = "members.csv"

[name]
en = "Network of the South"
ar = "شبكة الجنوب"

[secretariat]
name = "Technical Secretariat"
email = "st@example.org"
person = "Secretariat"

[rules]
silence_hours = 96
decided = "Founding meeting"

[tiers]
community = "Regional economic community"

[communities.EAST]
en = "Community of the East"
"""
MEMBERS = """code,name_en,name_ar,since,source,communities
XA,Aldea,ألديا,2027-01-01,a treaty,EAST
XB,Brisa,,2027-01-01,a treaty,
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "members.csv").write_text(MEMBERS, "utf-8")
    (tmp_path / "network.toml").write_text(PLAN, "utf-8")
    return tmp_path / "network.toml"


def test_a_plan_founds_a_network_in_its_own_languages(typed: Typed, plan: Path) -> None:
    said = typed("init", "--plan", plan, "--json")
    assert (said.code, said.data["network"]) == (0, "Network of the South")
    assert said.data["languages"] == ["en", "fr", "pt", "ar", "sw"]
    assert "/in/" in said.data["link"] or said.data["link"].startswith("http")
    shown = typed("network", "show")
    assert "Regional economic community" in shown.out
    assert "96 hours" in shown.out
    assert Body.objects.filter(kind="community").count() == 1


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ('zone = "Africa/Addis_Ababa"\n', "", "zone"),
        ("languages = [", "languages = 7 #", "languages"),
        ("silence_hours = 96", 'silence_hours = "long"', "rules.silence_hours"),
        ('person = "Secretariat"', "person = 3", "secretariat.person"),
        ('[communities.EAST]\nen = "Community of the East"', "communities = 4", "communities"),
        ('[name]\nen = "Network of the South"\nar = "شبكة الجنوب"', "[name]\nen = 1", "name"),
        ("[tiers]", "[surprise]", "surprise"),
        ("languages", "= =", "TOML"),
        ('members = "members.csv"', 'members = "nowhere.csv"', "nowhere.csv"),
    ],
)
def test_a_slip_in_a_plan_is_named_and_nothing_is_founded(
    typed: Typed, plan: Path, old: str, new: str, word: str
) -> None:
    plan.write_text(PLAN.replace(old, new, 1), "utf-8")
    said = typed("init", "--plan", plan)
    assert said.code == 2
    assert word in said.err
    assert not Network.objects.exists()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("a treaty,EAST", ",EAST", "row 2: column source is empty"),
        ("2027-01-01,a treaty,EAST", "soon,a treaty,EAST", "“soon” is no day"),
        ("a treaty,EAST", "a treaty,WEST", "Row 2 of the members: The regional community WEST is not in the plan."),
    ],
)
def test_a_row_that_cannot_stand_is_named_and_nothing_is_founded(
    typed: Typed, plan: Path, old: str, new: str, words: str
) -> None:
    (plan.parent / "members.csv").write_text(MEMBERS.replace(old, new, 1), "utf-8")
    said = typed("init", "--plan", plan)
    assert said.code in {1, 2}
    assert words in said.err
    assert not Network.objects.exists()


def test_an_empty_table_and_words_beside_a_plan_are_refused(typed: Typed, plan: Path) -> None:
    assert typed("init", "--plan", plan, "--name", "Other").code == 2
    (plan.parent / "members.csv").write_text("", "utf-8")
    assert typed("init", "--plan", plan).code != 0
    plan.write_text(PLAN.replace('members = "members.csv"\n', ""), "utf-8")
    assert typed("init", "--plan", plan, "--bind", "127.0.0.1:8123").code == 0


def test_rules_are_written_down_at_the_console(typed: Typed, cast: Cast, tmp_path: Path, plan: Path) -> None:
    said = typed("network", "rules", "--silence-hours", 120, "--tier", "local=Comité", "--decided", "una reunión")
    assert (said.code, Network.objects.get().silence_hours) == (0, 120)
    typed("network", "rules", "--plan", plan, "--decided", "otra", "--json")
    served = Network.objects.get()
    assert (served.silence_hours, set(served.tiers)) == (96, {"local", "community"})
    assert typed("network", "rules", "--tier", "local").code == 2
    assert typed("network", "rules", "--silence-hours", 1, "--decided", "x").code == 1
    assert typed("network", "rules").code == 1


def test_without_a_network_there_is_nothing_to_show(typed: Typed) -> None:
    assert typed("network", "show").code == 1
