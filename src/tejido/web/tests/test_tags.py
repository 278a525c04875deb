"""The template tags, as pages use them."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django import forms
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from tejido.web import icons
from tejido.web.components import Sentence, State, Strip, StripCell, Tab

NOON = datetime(2026, 5, 3, 15, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def drawn(text, **values):
    return Template(text).render(Context(values))


## Languages


def test_said_filter_gives_the_interface_language():
    assert drawn("{{ name|said }}", name={"es": "Argentina (es)", "en": "Argentina"}) == "Argentina"


def test_said_filter_survives_nothing():
    assert drawn("{{ name|said }}", name=None) == ""


def test_said_tag_marks_another_language():
    assert drawn("{% said name %}", name={"es": "Módulo"}) == '<span lang="es" dir="ltr">Módulo</span>'


def test_said_tag_does_not_mark_the_same_language():
    assert drawn("{% said name %}", name={"en": "Module", "es": "Módulo"}) == "Module"


def test_said_tag_escapes():
    assert "<b>" not in drawn("{% said name %}{{ name|said }}", name={"es": "<b>"})
    assert "<b>" not in drawn("{% said name %}", name={"en": "<b>"})


def test_language_own_name_survives_load_i18n():
    assert drawn("{% load i18n %}{{ 'pt'|language_own_name }}") == "português"
    assert drawn("{% load i18n %}{{ 'gn'|language_own_name }}") == "gn"


@pytest.mark.parametrize(
    ("language", "words"),
    [("es", "portugués gn"), ("pt", "português gn"), ("fr", "portugais gn"), ("en", "Portuguese gn")],
)
def test_a_language_is_named_in_the_language_of_the_reader(language, words):
    with translation.override(language):
        assert drawn("{{ 'pt-BR'|language_in_mine }} {{ 'gn'|language_in_mine }}") == words


def test_direction():
    assert drawn("{{ 'ar'|direction }} {{ 'es'|direction }}") == "rtl ltr"


## Sources


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("Nota 4, <b>", "Nota 4, &lt;b&gt;"),
        (
            "Ver https://a.org/b?c=1&d=2.",
            'Ver <a href="https://a.org/b?c=1&amp;d=2" {}>https://a.org/b?c=1&amp;d=2</a>.',
        ),
        ("(http://a.org/x); y", '(<a href="http://a.org/x" {}>http://a.org/x</a>); y'),
        ("http://a.org/news/cut-…", "http://a.org/news/cut-…"),
        ("javascript:alert(1) ftp://a.org data:text/html,x", "javascript:alert(1) ftp://a.org data:text/html,x"),
        ('https://a.org/"onclick="x', '<a href="https://a.org/" {}>https://a.org/</a>&quot;onclick=&quot;x'),
    ],
)
def test_a_source_shows_its_whole_addresses_as_links_and_nothing_else(source, shown):
    assert drawn("{{ source|linked }}", source=source) == shown.format('rel="noopener noreferrer"')


## Time


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (date(2012, 3, 9), "desde el 9 de marzo de 2012"),
        ("2012-03-09", "desde el 9 de marzo de 2012"),
        ("2012-03", "desde marzo de 2012"),
        ("2012", "desde 2012"),
        ("<b>", "desde &lt;b&gt;"),
    ],
)
def test_an_article_stands_before_a_day_and_not_before_a_year(value, words):
    with translation.override("es"):
        assert re.sub("</?time[^>]*>", "", drawn("{{ value|since }}", value=value)) == words


@pytest.mark.parametrize(
    ("zone", "clock", "words"),
    [
        ("America/Argentina/Buenos_Aires", "12:00", "(Buenos Aires, UTC−3)"),
        ("America/New_York", "11:00", "(New York, UTC−4)"),
        ("America/Caracas", "11:00", "(Caracas, UTC−4)"),
        ("Asia/Kolkata", "20:30", "(Kolkata, UTC+5:30)"),
        ("UTC", "15:00", "(UTC)"),
        ("Nowhere/At_All", "15:00", "(UTC)"),
    ],
)
def test_instant_shows_clock_and_zone(zone, clock, words):
    html = drawn("{% instant at zone %}", at=NOON, zone=zone)
    assert clock in html
    assert words in html
    assert 'datetime="2026-05-03T15:00:00Z"' in html


def test_instant_is_localised():
    with translation.override("es"):
        assert "3 de mayo de 2026" in drawn("{% instant at 'UTC' %}", at=NOON)


def test_instant_at_the_end_of_the_day_is_not_called_midnight():
    assert "00:00" in drawn("{% instant at 'UTC' %}", at=datetime(2026, 5, 3, tzinfo=UTC))


@pytest.mark.parametrize(
    ("language", "since", "until", "words"),
    [
        ("es", "2012-03-29", "2012-03-30", "29–30 de marzo de 2012"),
        ("es", "2012-03-29", "2012-04-02", "29 de marzo de 2012 – 2 de abril de 2012"),
        ("es", "2012-03-29", "", "29 de marzo de 2012"),
        ("es", "2012", "2014", "2012 – 2014"),
        ("es", "2012", "2012", "2012"),
        ("es", "2012-03", "2012-03", "marzo de 2012"),
        ("es", "2012-03-29", "2012-03", "29 de marzo de 2012 – marzo de 2012"),
        ("es", "2012-02-30", "2012-02-31", "2012-02-30 – 2012-02-31"),
        ("en", "2012-03-29", "2012-03-30", "March 29, 2012 – March 30, 2012"),
    ],
)
def test_days_say_only_once_what_both_have(language, since, until, words):
    with translation.override(language):
        assert re.sub("<[^>]*>", "", drawn("{% days since until %}", since=since, until=until)) == words


def test_instant_of_nothing_is_nothing():
    assert drawn("{% instant at 'UTC' %}", at=None) == ""


@pytest.mark.parametrize(
    ("value", "machine", "words"),
    [
        (date(2026, 5, 3), "2026-05-03", "May 3, 2026"),
        (NOON, "2026-05-03", "May 3, 2026"),
        ("2012-03-19", "2012-03-19", "March 19, 2012"),
        ("2012-03", "2012-03", "March 2012"),
        ("2012", "2012", "2012"),
    ],
)
def test_day_is_as_exact_as_its_source(value, machine, words):
    assert drawn("{{ value|day }}", value=value) == f'<time datetime="{machine}">{words}</time>'


@pytest.mark.parametrize("value", ["2013-02-31", "2013-13", "2013-W01-1", "0000", "20130417", "٢٠١٣", "mayo"])
def test_what_is_in_no_calendar_is_shown_as_it_stands(value):
    assert drawn("{{ value|day }}", value=value) == value


def test_day_of_nothing_is_nothing():
    assert drawn("{{ value|day }}", value="") == ""


## Texts


@dataclass(frozen=True)
class Span:
    op: str
    text: str


def test_spans_mark_and_escape():
    html = drawn("{% spans pieces %}", pieces=[Span("equal", "a <"), Span("delete", "b"), Span("insert", "<i>c")])
    assert html == (
        'a &lt;<del><span class="aloud">removed: </span>b</del><ins><span class="aloud">added: </span>&lt;i&gt;c</ins>'
    )


def test_a_wording_is_drawn_with_its_marks_lines_and_notes_and_nothing_else():
    html = drawn("{{ words|inline }}", words=" Un **plan** *firme*^[Nota.]\nen [línea](https://a.example) <b>x</b> ")
    assert html == (
        ' Un <strong>plan</strong> <em>firme</em><small class="notes" role="note"> (Nota.)</small><br>'
        'en <a href="https://a.example" rel="noopener noreferrer">línea</a> &lt;b&gt;x&lt;/b&gt; '
    )
    assert drawn("{{ words|inline }}", words="2 < 3 & **") == "2 &lt; 3 &amp; **"
    assert drawn("{{ words|inline }}", words="[x](javascript:alert(1))\n\ny") == "[x](javascript:alert(1))<br><br>y"
    assert drawn("{{ words|inline }}", words="") == ""


## Forms


class Wording(forms.Form):
    wording = forms.CharField(label="Wording", widget=forms.Textarea, help_text="In Spanish.")
    kind = forms.ChoiceField(label="Kind", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    sure = forms.BooleanField(label="Sure", required=False)
    day = forms.DateField(label="Day", required=False)
    hidden = forms.CharField(widget=forms.HiddenInput, required=False)


def test_form_fields_label_every_field():
    html = drawn("{% form_fields form %}", form=Wording())
    assert '<label for="id_wording">Wording</label>' in html
    assert 'aria-describedby="id_wording_helptext"' in html
    assert 'id="id_wording_helptext">In Spanish.' in html
    assert "<legend>Kind</legend>" in html
    assert '<label for="id_sure">Sure</label>' in html
    assert "(optional)" in html
    assert 'role="alert"' not in html
    assert html.count('name="hidden"') == 1


def test_form_fields_sum_up_errors_with_links():
    html = drawn("{% form_fields form %}", form=Wording({"day": "never"}))
    assert "Please look at 3 entries again." in html
    assert '<a href="#id_wording">Wording</a>' in html
    assert '<a href="#id_kind_0">Kind</a>' in html
    assert 'aria-describedby="id_wording_helptext id_wording_error"' in html
    assert 'id="id_wording_error"' in html
    assert 'aria-invalid="true"' in html


def test_formal_act_says_the_consequence_and_where_to_return():
    request = RequestFactory().get("/rounds/x/?y=1")
    html = drawn("{% formal_act 'It is final.' 'Release' %}", request=request)
    assert "It is final." in html
    assert ">Release</button>" in html
    assert 'name="next" value="/rounds/x/?y=1"' in html


@pytest.mark.parametrize(
    ("named", "back"),
    [("/rounds/x/", "/rounds/x/"), ("https://elsewhere.example/", "/"), ("//elsewhere.example/", "/"), ("", "/")],
)
def test_way_back_never_leaves_the_house(named, back):
    request = RequestFactory().post("/acts/", {"next": named})
    assert drawn("{% way_back as back %}{{ back }}", request=request) == back


def test_editor_carries_its_sentences():
    html = drawn("{% editor form.wording '/preview/' '/draft/' 'ar' %}", form=Wording())
    assert 'data-preview-url="/preview/"' in html
    assert 'data-draft-url="/draft/"' in html
    assert 'data-kept="Draft kept at {time}"' in html
    assert 'id="id_wording_preview"' in html
    assert 'lang="ar" dir="rtl"' in html


## Components


def test_strip_tells_every_state_in_words():
    cells = tuple(StripCell(f"{at:02}", f"Member {at}", state) for at, state in enumerate(State))
    html = drawn("{% member_strip strip %}", strip=Strip(cells))
    assert html.count('class="cell is-') == len(State)
    assert "Member 0: Drafting" in html
    assert html.count('<li class="is-') == len(State)


def test_strip_prefers_the_label_and_links():
    html = drawn(
        "{% member_strip strip %}", strip=Strip((StripCell("PY", "Paraguay", "late", "Released on 9 May", "/py/"),))
    )
    assert "Paraguay: Released on 9 May" in html
    assert 'href="/py/"' in html
    assert "Released late" in html


def test_strip_refuses_an_unknown_state():
    with pytest.raises(ValueError, match="sleeping"):
        drawn("{% member_strip strip %}", strip=Strip((StripCell("PY", "Paraguay", "sleeping"),)))


def test_every_state_but_none_has_its_own_drawing():
    drawings = [StripCell("", "", state).icon for state in State]
    assert len(set(drawings)) == len(State)


@pytest.mark.parametrize("tone", ["calm", "waiting", "alert", "done"])
def test_status_sentence(tone):
    html = drawn("{% status_sentence sentence %}", sentence=Sentence("All is <said>.", tone))
    assert f'class="sentence {tone}" role="status"' in html
    assert "All is &lt;said&gt;." in html


@pytest.mark.parametrize("name", icons.PATHS)
def test_icons_are_hidden_from_screen_readers(name):
    assert 'aria-hidden="true"' in drawn("{% icon name %}", name=name)


def test_empty_state_says_what_to_do_next():
    assert '<a class="button" href="/new/">Open</a>' in drawn("{% empty_state 'No round' 'Body' '/new/' 'Open' %}")
    assert "<a" not in drawn("{% empty_state 'No round' %}")


def test_progress_has_words():
    html = drawn("{% progress 14 18 'Released' %}")
    assert '<progress value="14" max="18" aria-label="Released">' in html
    assert "14 of 18" in html


def test_subnav_marks_the_current_page():
    html = drawn("{% subnav items %}", items=[Tab("Text", "/t/", True, 3), ("Round", "/r/", False)])
    assert '<a href="/t/" aria-current="page">Text <span class="count">3</span></a>' in html
    assert '<a href="/r/">Round</a>' in html


def test_keyboard_help_can_switch_the_keys_off():
    assert "data-keyboard-on" in drawn("{% keyboard_help %}")


def test_every_drawing_that_a_page_asks_for_is_there():
    pages = [path.read_text(encoding="utf-8") for path in Path(icons.__file__).parents[1].rglob("*.html")]
    assert {name for page in pages for name in re.findall(r'{% icon "([\w-]+)"', page)} <= icons.PATHS.keys()
