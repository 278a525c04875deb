"""The frame of every page, and the pages of trouble."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from tejido.web import components
from tejido.web.storage import StaticFiles

WEB = Path(components.__file__).parent
STYLE = (WEB / "static/tejido/tejido.css").read_text(encoding="utf-8")
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def seat(key, office, institution):
    return SimpleNamespace(key=key, title={"en": office}, institution=SimpleNamespace(name={"en": institution}))


def frame(**values):
    held = [seat("a", "Focal point", "Ministry"), seat("b", "Chair", "Network")]
    network = SimpleNamespace(is_demonstration=True)
    return SimpleNamespace(
        **{"network": network, "network_name": "A network", "seat": held[0], "seats": held, **values}
    )


def page(template="web/base.html", user=None, **values):
    request = RequestFactory().get("/somewhere/")
    request.user = user or AnonymousUser()
    return render_to_string(template, {"frame": frame(), **values}, request=request)


def test_base_names_language_network_and_main():
    html = page()
    assert '<html lang="en" dir="ltr">' in html
    assert "A network</title>" in html
    assert '<a class="skip" href="#main">' in html
    assert '<main id="main"' in html


def test_base_warns_that_a_demonstration_is_invented():
    assert "texts and positions here are invented" in page()
    assert "are invented" not in page(frame=frame(network=SimpleNamespace(is_demonstration=False)))
    assert "are invented" not in page(frame=frame(network=None))


def test_base_offers_four_languages_and_where_to_return():
    html = page()
    assert [f'value="{tag}" lang="{tag}"' in html for tag in ("es", "pt", "en", "fr")] == [True] * 4
    assert "português" in html
    assert 'name="next" value="/somewhere/"' in html


def test_base_offers_sign_in_to_a_stranger_and_a_seat_to_a_member():
    assert "Sign in" in page()
    html = page(user=SimpleNamespace(is_authenticated=True))
    assert "Focal point" in html
    assert "Sign out" in html
    assert "Sign in" not in html


def test_navigation_shows_only_addresses_that_exist():
    known = {"desk:home": "/", "registry:members": "/members/"}
    tabs = components.navigation("/members/py/", "registry", lambda name: known.get(name, ""))
    assert [(str(tab.label), tab.url, tab.is_current) for tab in tabs] == [
        ("Desk", "/", False),
        ("Members", "/members/", True),
    ]


def test_a_round_belongs_to_the_texts():
    tabs = components.navigation("/rounds/x/", "deliberation", lambda name: f"/{name}/")
    assert [str(tab.label) for tab in tabs if tab.is_current] == ["Texts"]


def test_refused_says_why_and_offers_the_second_factor():
    refusal = SimpleNamespace(code="not_fresh", sentence="Confirm that it is you.")
    html = page("web/refused.html", refusal=refusal)
    assert "Confirm that it is you." in html
    assert "Nothing was changed" in html
    assert "/confirmations/?next=%2Fsomewhere%2F" in html


def test_refused_for_another_reason_does_not():
    html = page("web/refused.html", refusal=SimpleNamespace(code="stale", sentence="Changed meanwhile."))
    assert "confirmations" not in html


@pytest.mark.parametrize("template", ["400.html", "403_csrf.html", "413.html", "500.html"])
def test_pages_of_trouble_need_no_request_and_no_database(template):
    html = render_to_string(template)
    assert re.search(r"<h1>[^<]+</h1>", html)
    assert "tejido.css" in html


@pytest.mark.parametrize("template", ["403.html", "404.html"])
def test_other_pages_of_trouble_keep_the_frame(template):
    assert "A network" in page(template)


def test_too_large_says_the_limit():
    assert "25" in render_to_string("413.html", {"limit": 25 * 1024 * 1024})


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_to_the_strict_policy(path):
    """style-src and script-src are 'self': an inline style, script or handler would silently do nothing."""
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|hx-on|javascript:|<script(?![^>]*src=)", text)


def test_style_is_written_for_both_directions():
    physical = r"(?<![-\w])(?:margin|padding|border)-(?:left|right)|text-align:\s*(?:left|right)|float:"
    assert not re.findall(physical, STYLE)


def test_every_state_and_tone_has_a_style():
    assert [state for state in components.State if f".is-{state}" not in STYLE] == []


def _luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _contrast(one, other):
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _tokens():
    """The colours of the light and of the dark theme."""
    blocks = re.findall(r":root \{\s*(.*?)\}", STYLE, re.DOTALL)
    found = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", block)) for block in blocks]
    themes = [{name: _long(colour) for name, colour in theme.items()} for theme in found if "accent" in theme]
    return themes[0], themes[0] | themes[1]


def _long(colour):
    return colour if len(colour) == 7 else "#" + "".join(letter * 2 for letter in colour[1:])


TEXT_PAIRS = [
    *[(ink, paper) for ink in ("ink", "quiet", "accent", "alert", "waiting") for paper in ("paper", "surface")],
    ("quiet", "sunk"),
    ("ink", "sunk"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("ink", "accent-soft"),
    ("quiet", "accent-soft"),
    ("accent", "accent-soft"),
    ("alert", "alert-soft"),
    ("waiting", "waiting-soft"),
    ("added-ink", "added"),
]


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "paper"), TEXT_PAIRS)
def test_text_can_be_read(theme, ink, paper):
    tokens = _tokens()[theme]
    assert _contrast(tokens[ink], tokens[paper]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("paper", ["paper", "surface", "sunk"])
def test_edges_of_fields_can_be_seen(theme, paper):
    tokens = _tokens()[theme]
    assert _contrast(tokens["edge"], tokens[paper]) >= 3


def test_a_missing_file_of_the_look_is_served_plain(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    assert StaticFiles(location=tmp_path, base_url="/static/").url("tejido/none.css") == "/static/tejido/none.css"
