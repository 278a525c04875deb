"""Before somebody acts, the page says what follows: under every formal act, and wherever something is taken away."""

import ast
import re
from collections import defaultdict
from itertools import chain
from pathlib import Path

import pytest

from matrix_tables import FORMAL

SOURCE = Path(__file__).parents[1] / "src" / "tejido"
PAGES = sorted(SOURCE.glob("*/templates/**/*.html"))
FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
SENT_TO = re.compile(r"""action="\{% url ["']([\w:]+)""")
ACT = re.compile(r"\{% formal_act (\w+) ")
SENTENCE = re.compile(r'<p[^>]*>\{% (?:trans "[^"]+\."|blocktrans [^%]*%\}[^<]+\.\{% end)')
WORDS = (
    r'\{%% trans "([^"]*)"(?: context "[^"]*")? as %s %%\}|\{%% blocktrans[^%%]* asvar %s %%\}(.*?)\{%% endblocktrans'
)

# Pages of one formal act, whose form is sent to the page itself.
PAGES_OF_ONE_ACT = {
    "adaptation:core": "adaptation/core.html",
    "api:tokens": "api/tokens.html",
    "deliberation:opening": "deliberation/opening.html",
    "deliberation:proposal": "deliberation/proposal.html",
    "exchange:new_bundle": "exchange/new.html",
    "handover:succession": "handover/succession.html",
    "meetings:convocations": "meetings/form.html",
    "nominations:opening": "nominations/opening.html",
    "nominations:replacements": "nominations/replacement.html",
    "regional:joining": "regional/form.html",
    "regional:leaving": "regional/form.html",
    "regional:proposals": "regional/form.html",
    "registry:appointments": "registry/appointment.html",
    "registry:delivery": "registry/delivery.html",
    "reviews:invitations": "reviews/inviting.html",
    "reviews:summaries": "reviews/summing.html",
    "risk:beginnings": "risk/beginning.html",
    "risk:openings": "risk/opening.html",
    "risk:takings": "risk/taking.html",
    "seminars:announcements": "seminars/form.html",
    "seminars:cancellations": "seminars/form.html",
    "timetable:announcements": "timetable/announcements.html",
    "training:minimums": "training/minimums.html",
}


def forms() -> dict[str, list[tuple[str, str]]]:
    """The page and the markup of each form, by the address it is sent to; by the page where that is the page itself."""
    found = defaultdict(list)
    for page in PAGES:
        name = "/".join(page.parts[-2:])
        for form in FORM.findall(page.read_text("utf-8")):
            sent_to = SENT_TO.search(form)
            found[sent_to[1] if sent_to else name].append((name, form))
    return found


FORMS = forms()


@pytest.mark.parametrize("address", sorted(set(FORMAL.values())))
def test_every_form_of_a_formal_act_says_that_it_is_one_and_what_follows(address):
    own = [(page, form) for page, form in FORMS[PAGES_OF_ONE_ACT.get(address, "")] if ACT.search(form)]
    sent = FORMS[address]
    assert sent or own
    assert [page for page, form in sent if not ACT.search(form)] == []


def test_a_page_of_one_act_is_named_only_where_no_form_leads_to_the_act():
    assert [address for address in PAGES_OF_ONE_ACT if FORMS[address]] == []


def said_in_views() -> list[str]:
    """What views of several acts say follows, where they share a page."""
    trees = (ast.parse(path.read_text("utf-8")) for path in SOURCE.glob("*/views/*.py"))
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, (ast.Call, ast.Dict)))
    told = chain.from_iterable(_named(node) for node in calls)
    return [n.value for part in told for n in ast.walk(part) if isinstance(n, ast.Constant) and n.value]


def _named(node: ast.Call | ast.Dict) -> list[ast.expr]:
    if isinstance(node, ast.Call):
        return [word.value for word in node.keywords if word.arg == "consequence"]
    return [
        v
        for k, v in zip(node.keys, node.values, strict=True)
        if isinstance(k, ast.Constant) and k.value == "consequence"
    ]


def said_on(page: Path) -> list[str]:
    """What stands under each formal act of a page: the words nearest before it, or nothing where there are none."""
    text = page.read_text("utf-8")
    before = [(act[1], text[: act.start()]) for act in ACT.finditer(text)]
    told = [re.findall(WORDS % (name, name), words, re.DOTALL) for name, words in before]
    return ["".join(found[-1]) if found else "" for found in told]


@pytest.mark.parametrize(
    "page", [p for p in PAGES if ACT.search(p.read_text("utf-8")) and p.stem != "form"], ids=lambda p: p.stem
)
def test_what_follows_from_a_formal_act_is_a_whole_sentence(page):
    assert [words for words in said_on(page) if not is_sentence(words)] == []


def test_what_views_say_of_formal_acts_is_whole_sentences():
    assert len(said_in_views()) > 5
    assert [words for words in said_in_views() if not is_sentence(words)] == []


def is_sentence(words: str) -> bool:
    return words[:1].isupper() and words.endswith(".") and len(words.split()) > 3


def test_whatever_takes_something_away_says_what_follows():
    silent = [
        f"{page}: {form[:90]}"
        for page, form in chain.from_iterable(FORMS.values())
        if "button-danger" in form and not (ACT.search(form) or SENTENCE.search(form))
    ]
    assert silent == []
