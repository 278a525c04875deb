"""The documentation is complete and true where a machine can tell."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest
import typer
from django.apps import apps
from django.db.models import TextChoices
from django.utils import translation

from tejido.cli.app import app as command_line
from tejido.ledger.refusals import No as Shared
from tejido.registry.names import Role

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "tejido"
DOCS = ROOT / "docs"
HANDBOOK = DOCS / "handbook"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
DECISIONS = sorted((DOCS / "decisions").glob("[0-9]*.md"))
DECISION_HEADINGS = ["Context", "Decision", "Consequences", "Alternatives"]
OURS = [config.label for config in apps.get_app_configs() if config.name.startswith("tejido.")]

TOOLS = run_path(str(ROOT / "tools" / "catalogues.py"))

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"^ {4}.*$|`[^`]*`", re.MULTILINE)
SETTING = re.compile(r"TEJIDO_[A-Z_]+|DATABASE_URL")
FILE_NAMED = re.compile(r"`([\w./-]+\.(?:py|html|js|css|toml|txt|po|sh)|[\w./-]+/)`")
NAMED = re.compile(r"`([\w/]+\.py): ([\w.]+)`")
PLACE = re.compile(r"%\(\w+\)s|%s")
BOLD = re.compile(r"\*\*([^*]+)\*\*")


def rows(page: str) -> dict[str, list[str]]:
    """The rows of all tables of a page by the code in their first cell."""
    found = {}
    for line in (DOCS / page).read_text(encoding="utf-8").splitlines():
        if line.startswith("| `"):
            first, *others = (cell.strip() for cell in line.strip("|").split(" | "))
            found[first.split("`")[1]] = others
    return found


def words_of(code: TextChoices) -> str:
    """A label as the handbook writes it: in English, with dots where values stand."""
    with translation.override("en"):
        return PLACE.sub("…", str(code.label))


NAMES = {label: import_module(f"tejido.{label}.names") for label in OURS if (SOURCE / label / "names.py").exists()}
ACTS = [act for module in NAMES.values() for act in getattr(module, "Act", ())]
REFUSALS: dict[str, type[TextChoices]] = {label: m.No for label, m in NAMES.items() if hasattr(m, "No")}
REFUSALS["ledger"] = Shared


## Acts and refusals


@pytest.mark.parametrize("act", ACTS, ids=str)
def test_every_act_stands_in_the_handbook_with_its_words(act: TextChoices) -> None:
    assert rows("handbook/acts.md").get(act.value, [""])[0] == words_of(act)


def test_the_handbook_names_no_act_that_is_not_there() -> None:
    assert rows("handbook/acts.md").keys() <= {act.value for act in ACTS}


@pytest.mark.parametrize("label", REFUSALS)
def test_every_refusal_stands_in_the_handbook_under_its_app(label: str) -> None:
    page = (HANDBOOK / "refusals.md").read_text(encoding="utf-8")
    section = page.partition(f"(app `{label}`)\n")[2].partition("\n## ")[0]
    missing = [code for code in REFUSALS[label] if f"| `{code.value}` | {words_of(code)} |" not in section]
    assert missing == []


def test_the_handbook_names_no_refusal_that_is_not_there() -> None:
    assert rows("handbook/refusals.md").keys() <= {code.value for codes in REFUSALS.values() for code in codes}


## Settings and commands


def settings_read() -> set[str]:
    """The names of settings that stand as texts of their own in the code: those that are asked for."""
    found: set[str] = set()
    for path in [*(SOURCE / "config").rglob("*.py"), *(SOURCE / "cli").rglob("*.py")]:
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        texts = (node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))
        found.update(text for text in texts if SETTING.fullmatch(text))
    return found


def settings_explained() -> set[str]:
    return {name for name in rows("deployment.md") if SETTING.fullmatch(name)}


def test_every_setting_that_is_read_from_the_environment_is_explained() -> None:
    assert settings_read() - settings_explained() == set()


def test_no_setting_is_explained_that_is_not_read() -> None:
    assert settings_explained() - settings_read() == set()


def shown(command: Any, name: str) -> Iterator[tuple[str, set[str]]]:
    """Every command that is not hidden, with its options."""
    inner = getattr(command, "commands", {})
    if not inner or name == "tejido" or command.invoke_without_command:
        yield name, {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
    for word, part in inner.items():
        if not part.hidden:
            yield from shown(part, f"{name} {word}")


COMMANDS = dict(shown(typer.main.get_command(command_line), "tejido"))


@pytest.mark.parametrize(("name", "options"), COMMANDS.items())
def test_every_command_stands_in_the_handbook_with_its_options(name: str, options: set[str]) -> None:
    described = {re.sub(r" \[?[A-Z].*", "", key): cells[0] for key, cells in rows("handbook/apps/cli.md").items()}
    assert set(re.findall(r"--[\w-]+", described.get(name, ""))) == options


def test_the_handbook_names_no_command_that_is_not_there() -> None:
    assert {re.sub(r" \[?[A-Z].*", "", key) for key in rows("handbook/apps/cli.md")} <= COMMANDS.keys()


## Pages


@pytest.mark.parametrize("label", [*OURS, "cli"])
def test_every_app_has_a_page_in_the_handbook(label: str) -> None:
    assert (HANDBOOK / "apps" / f"{label}.md").is_file()
    assert f"(apps/{label}.md)" in (HANDBOOK / "README.md").read_text(encoding="utf-8")


# The pages by role in the other languages, in the order in which the index has them.
TRANSLATED = {
    "es": "punto-focal punto-focal-alterno autoridad-validadora representante registro-de-la-escuela secretaria-tecnica"
    " presidencia traduccion entidad-observadora nuevo-titular lectura-publica operacion-del-nodo",
    "pt": "ponto-focal ponto-focal-suplente autoridade-validadora representante secretaria-da-escola secretaria-tecnica"
    " presidencia traducao entidade-observadora novo-titular leitura-publica operacao-do-no",
    "fr": "point-focal point-focal-suppleant autorite-de-validation representant registre-de-l-ecole"
    " secretariat-technique presidence traduction entite-observatrice nouveau-titulaire lecture-publique"
    " exploitation-du-noeud",
}


def shape(page: Path) -> tuple[int, int, int, int]:
    """How many headings, steps, rows of tables and words of the interface a page has."""
    text = page.read_text(encoding="utf-8")
    return (
        *(len(re.findall(start, text, re.MULTILINE)) for start in ("^#", r"^\d\.", r"^\|")),
        len(BOLD.findall(text)),
    )


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_handbook_by_role_tells_the_same_in_every_language(language: str) -> None:
    english = re.findall(r"\| \[[^]]+\]\(roles/([\w-]+\.md)\)", (HANDBOOK / "README.md").read_text(encoding="utf-8"))
    names = [f"{name}.md" for name in TRANSLATED[language].split()]
    index = (HANDBOOK / language / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| \[[^]]+\]\(([\w-]+\.md)\)", index, re.MULTILINE) == names
    pairs = dict(zip(english, names, strict=True))
    shapes = {name: shape(HANDBOOK / "roles" / name) for name in english}
    assert {name: shape(HANDBOOK / language / other) for name, other in pairs.items()} == shapes


@pytest.mark.parametrize("language", ["en", *TRANSLATED])
def test_every_page_by_role_shows_a_picture_in_its_language_but_the_one_on_a_terminal(language: str) -> None:
    folder = HANDBOOK / ("roles" if language == "en" else language)
    shown = {
        page.name: re.findall(r"^!\[.{20,}\]\(\.\./\.\./pictures/handbook/(\w\w)/[\w-]+\.webp\)$", text, re.MULTILINE)
        for page in folder.glob("*.md")
        if page.stem not in {"README", "versiones"} and (text := page.read_text(encoding="utf-8"))
    }
    without = {"en": "operator", "es": "operacion-del-nodo", "pt": "operacao-do-no", "fr": "exploitation-du-noeud"}
    assert shown.pop(f"{without[language]}.md") == []
    assert set(map(tuple, shown.values())) == {(language,)}


@pytest.mark.parametrize("role", Role, ids=str)
def test_every_role_has_a_page_in_the_handbook(role: Role) -> None:
    name = f"{role.value.replace('_', '-')}.md"
    assert (HANDBOOK / "roles" / name).is_file()
    assert f"(roles/{name})" in (HANDBOOK / "README.md").read_text(encoding="utf-8")


def anchors(page: Path) -> set[str]:
    """The headings of a page as addresses: lower case, blanks as hyphens, other signs left out."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken_links(page: Path) -> list[str]:
    """Relative links and pictures that lead nowhere, and anchors that no heading has."""
    found = []
    for target in LINK.findall(CODE.sub("", page.read_text(encoding="utf-8"))):
        path, _, anchor = target.partition("#")
        place = (page.parent / path).resolve() if path else page
        if re.match(r"[a-z]+:", target):
            continue
        if not place.exists() or (anchor and anchor not in anchors(place)):
            found.append(target)
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_relative_link_and_picture_leads_somewhere(page: Path) -> None:
    assert broken_links(page) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_file_of_the_code_that_is_named_is_there(page: Path) -> None:
    """Names are given from the root or from the package; `locale/` and `APP/` stand for what is made or chosen."""
    named = FILE_NAMED.findall(page.read_text(encoding="utf-8"))
    missing = [
        name
        for name in named
        if "/" in name and not name.startswith(("/", "APP/", "locale/", "backups/", "static/", "mail/"))
        if not any((base / name).exists() for base in (ROOT, SOURCE, page.parent))
    ]
    assert missing == []


def named_in(tree: ast.AST) -> set[str]:
    """What a module or a class defines: functions, classes with what is in them as `Class.name`, and values."""
    found = set()
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            found.add(node.name)
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}.{name}" for name in named_in(node)}
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        found |= {target.id for target in targets if isinstance(target, ast.Name)}
    return found


def test_every_function_on_the_way_of_one_request_is_where_the_page_says() -> None:
    told = NAMED.findall((DOCS / "one-request.md").read_text(encoding="utf-8"))
    assert len(told) > 30
    files = {path: SOURCE / path for path, _name in told}
    assert [path for path, file in files.items() if not file.is_file()] == []
    defined = {path: named_in(ast.parse(file.read_text(encoding="utf-8"))) for path, file in files.items()}
    assert [f"{path}: {name}" for path, name in told if name not in defined[path]] == []


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_its_headings_its_number_and_its_line_in_the_index(decision: Path) -> None:
    text = decision.read_text(encoding="utf-8")
    assert text.startswith(f"# {decision.name[:4]}: ")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == DECISION_HEADINGS
    assert f"]({decision.name}) |" in (DECISIONS[0].parent / "README.md").read_text(encoding="utf-8")


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


## Security

# Of ASVS 5.0.0 the requirements of levels 1 and 2, by section: from the first to the last number.
ASVS = """1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2
4.4:4 5.1:1 5.2:3 5.3:2 5.4:3 6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2
7.6:2 8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 9.2:4 10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3 11.1:2 11.2:3
11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4 13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3 15.1:3
15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2"""


def test_every_requirement_of_asvs_at_level_2_has_its_line() -> None:
    sections = (entry.split(":") for entry in ASVS.split())
    asked = {f"{section}.{number}" for section, last in sections for number in range(1, int(last) + 1)}
    assert len(asked) == 253
    assert asked - rows("asvs.md").keys() == set()


def test_every_line_of_asvs_names_what_holds_it_or_says_why_nothing_does() -> None:
    told = {id: cells[1] for id, cells in rows("asvs.md").items()}
    assert [id for id, how in told.items() if not how.strip(" |")] == []


THREATS = [
    line for line in (DOCS / "security.md").read_text("utf-8").partition("\n## Threats")[2].splitlines()
    if line.startswith("| ") and not line.startswith(("| threat", "| #"))
]  # fmt: skip


@pytest.mark.parametrize("line", THREATS, ids=lambda line: re.sub(r"\W+", "-", line[2:50]).strip("-"))
def test_every_threat_names_a_test_that_is_there(line: str) -> None:
    """Or is crossed by “not built”, which the end of the page explains."""
    tests = re.findall(r"`([\w/]+/test_\w+\.py|[\w/]+/matrix_\w+\.py)`", line)
    assert tests or "not built" in line
    assert [name for name in tests if not ((ROOT / name).is_file() or (SOURCE / name).is_file())] == []


## The words of the interface


@cache
def interface(language: str) -> frozenset[str]:
    """Every string of the interface in a language, with dots where values stand."""
    is_source = language == "en"
    catalogue = TOOLS["extracted"]() if is_source else TOOLS["catalogue_of"](language)
    strings = [message.id if is_source else message.string for message in catalogue]
    forms = [form for string in strings for form in (string if isinstance(string, (tuple, list)) else [string])]
    return frozenset(re.sub(r"\s+", " ", PLACE.sub("…", str(form))) for form in forms if form)


def is_of_interface(words: str, language: str) -> bool:
    """A string of the interface, or the whole words that one begins with."""
    beginning = re.compile(re.escape(words) + r"(?!\w)")
    return any(map(beginning.match, interface(language)))


@pytest.mark.parametrize("page", [p for p in PAGES if HANDBOOK in p.parents], ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_words_in_bold_are_words_of_the_interface(page: Path) -> None:
    language = page.parent.name if page.parent.name in TRANSLATED else "en"
    text = re.sub(r"\s+", " ", page.read_text(encoding="utf-8"))
    assert [words for words in BOLD.findall(text) if not is_of_interface(words, language)] == []


def test_the_front_page_of_the_repository_names_files_that_the_demonstration_lets_one_download():
    from tejido.demonstration.curriculum_story.story import SLUG

    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    assert f"tejido verify {SLUG}-1.record.json {SLUG}-1.text.json" in readme
    assert "The first page says what to try" not in readme
