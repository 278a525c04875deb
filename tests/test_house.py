"""What holds for the whole house: apps do not reach into each other, and every act has one name and words for it."""

import ast
import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import AppConfig, apps
from django.db.models import ForeignObjectRel, TextChoices
from django.utils import translation

from tejido.desk.acts import WORDS, words

OURS = [app for app in apps.get_app_configs() if app.name.startswith("tejido.")]
ACTS = [getattr(import_module(f"{app.name}.names"), "Act", None) for app in OURS if Path(app.path, "names.py").exists()]


TRANSLATING = {"_", "gettext", "ngettext", "pgettext", "gettext_lazy", "pgettext_lazy"}


def hidden_words(path: Path) -> list[str]:
    """Words to be translated inside an f-string, where the tool that gathers them does not look."""
    inside = (
        n for f in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(f, ast.JoinedStr) for n in ast.walk(f)
    )
    calls = (n for n in inside if isinstance(n, ast.Call) and isinstance(n.func, ast.Name))
    return [f"{path}:{n.lineno}" for n in calls if n.func.id in TRANSLATING]


def test_no_words_hide_in_an_f_string(tmp_path):
    (tmp_path / "x.py").write_text("said = f\"{_('Hidden')} {name}\"\n")
    assert len(hidden_words(tmp_path / "x.py")) == 1
    assert [found for app in OURS for path in Path(app.path).rglob("*.py") for found in hidden_words(path)] == []


@pytest.mark.parametrize(
    ("words", "door"), [("Content-Disposition", "web/downloads.py"), ("settings.MAX_UPLOAD", "web/uploads.py")]
)
def test_files_come_in_and_go_out_by_one_door(words, door):
    """A file of a seat is kept by nobody on the way, and what is given is bounded: by `saved` and by `SizedFile`."""
    paths = [path for app in OURS for path in Path(app.path).rglob("*.py") if "tests" not in path.parts]
    found = ["/".join(path.parts[-2:]) for path in paths if words in path.read_text("utf-8")]
    assert found == [door], f"use what is in tejido/{door}"


def relations(app: AppConfig) -> list[ForeignObjectRel]:
    """What the models of an app point at: foreign keys and one-to-one relations."""
    return [field.remote_field for model in app.get_models() for field in model._meta.fields if field.remote_field]


def reached(app: AppConfig) -> list[str]:
    """The relations of an app to another one of ours that the other one can follow backwards."""
    return [
        f"{relation.related_model._meta.label}.{relation.field.name}"
        for relation in relations(app)
        if relation.model._meta.app_config is not app
        and relation.model._meta.app_config in OURS
        and not relation.hidden
    ]


@pytest.mark.parametrize("app", OURS, ids=lambda app: app.label)
def test_no_app_can_be_followed_backwards_from_the_app_it_points_at(app):
    assert reached(app) == []


def test_apps_do_point_at_each_other_so_that_the_test_above_has_something_to_hold():
    assert sum(len(relations(app)) for app in OURS) > 10


def acts() -> list[TextChoices]:
    return [act for kind in ACTS if kind for act in kind]


def test_every_act_has_a_name_of_its_own():
    repeated = [name for name, times in Counter(act.value for act in acts()).items() if times > 1]
    assert repeated == []


def test_every_act_has_words_for_those_who_read_the_ledger():
    assert {act.value for act in acts()} == set(WORDS)
    with translation.override("en"):
        assert [act.value for act in acts() if words(act) != act.label or not str(act.label)[0].isupper()] == []


def test_an_act_of_a_later_version_is_told_by_its_name():
    assert words("something-new") == "something-new"


def test_the_name_of_an_act_fits_the_ledger_and_an_address():
    assert [act.value for act in acts() if len(act.value) > 40 or act.value.strip("abcdefghijklmnopqrstuvwxyz-")] == []


# What is the same in every language: names of formats and keys.
EVERYWHERE = {
    "Tejido",
    "Word",
    "PDF",
    "CSV",
    "JSON",
    "JSON-LD",
    "xAPI",
    "Ctrl+B",
    "Ctrl+I",
    "Ctrl+K",
    "csv",
    "xlsx",
    "values.xlsx",
}
NO_WORDS = re.compile(
    r"{% comment %}.*?{% endcomment %}|{% blocktrans.*?{% endblocktrans %}|{% block main_class %}.*?{% endblock %}"
    r"|{%.*?%}|{{.*?}}|{#.*?#}|<!.*?>|&\w+;|<(script|style|code)\b.*?</\1>",
    re.DOTALL,
)
SAID_ALOUD = re.compile(r'\b(?:title|alt|placeholder|aria-label|aria-description)="([^"]*)"')


def untranslated(template: str) -> list[str]:
    """The words of a template that no translation reaches, in the text and in what is read aloud of it."""
    plain = NO_WORDS.sub(" ", template)
    said = [*re.split(r"<[^>]*>", plain), *SAID_ALOUD.findall(plain)]
    found = (word.strip(".") for text in said for word in re.findall(r"[^\W\d_][\w.+-]+", text))
    return [word for word in found if word not in EVERYWHERE]


def test_every_word_of_a_template_is_said_in_the_language_of_its_reader():
    bad = (
        '<p title="Save">{% trans "Saved" %} {{ at }} {% blocktrans %}by {{ n }}{% endblocktrans %} PDF &nbsp; now</p>'
    )
    assert untranslated(bad) == ["now", "Save"]
    places = sorted(Path(OURS[0].path).parent.glob("*/templates/**/*.html"))
    assert len(places) > 300
    assert {str(place): words for place in places if (words := untranslated(place.read_text("utf-8")))} == {}


def passed_over(source: str) -> list[str]:
    """Views that do something where a form is valid, and where it is not go on as if it had been done."""
    found = []
    for view in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)):
        for node in ast.walk(view):
            if (
                not isinstance(node, ast.If)
                or node.orelse
                or not (asked := re.fullmatch(r"(?:.* )?(\w+)\.is_valid\(\)", ast.unparse(node.test)))
            ):
                continue
            later = (
                each for each in ast.walk(view) if isinstance(each, ast.Name) and each.lineno > (node.end_lineno or 0)
            )
            does = "commands." in ast.unparse(node) and "not " not in ast.unparse(node.test)
            if does and asked[1] not in {each.id for each in later}:
                found.append(view.name)
    return found


def test_no_view_says_that_it_did_what_a_form_refused():
    bad = (
        "def saved(request):\n    if form.is_valid():\n        commands.save(form)\n    return back(request, 'Saved.')"
    )
    assert passed_over(bad) == ["saved"]
    assert passed_over(bad.replace("back(request,", "render(request, form,")) == []
    places = [place for app in OURS for place in sorted(Path(app.path).glob("views/*.py"))]
    assert len(places) > 100
    assert {str(place): names for place in places if (names := passed_over(place.read_text("utf-8")))} == {}
