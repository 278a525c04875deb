"""A longer list, a longer history and a longer text cost no more queries."""

import pytest

from cast import NOW, SECTION_A, make_text
from counting import queries_of
from tejido.curriculum.commands import seal_edition
from tejido.curriculum.queries import documents, latest_revision

from .writing import save, shown

pytestmark = pytest.mark.django_db
MOST = 12  # statements of any page, whatever the size


def cost(client, address: str) -> int:
    """The queries of a page whose texts are not in memory."""

    def visit():
        documents.memory.forget()
        assert client.get(address).status_code == 200

    return queries_of(visit)


def grow(cast, text, round_: int) -> None:
    """One text more, and in this one a revision, an edition and ten passages more."""
    make_text(cast, slug=f"texto-{round_}")
    more = "\n\n".join(f"Párrafo {round_}.{number}." for number in range(10))
    save(cast, text, SECTION_A, f"{shown(text, SECTION_A)}\n\n{more}\n", reason=f"vuelta {round_}")
    seal_edition(actor=cast.secretariat, revision=latest_revision(text), at=NOW)


PAPERS = [
    *(f"texto/papers/es.{ending}" for ending in ("md", "xml", "epub", "docx", "docx?beside=pt", "pdf")),
    "texto/changes/1-2.es.pdf", "texto/editions/1/papers/es.docx",
]  # fmt: skip  # one list, read as one


@pytest.fixture
def unset(monkeypatch):
    """What is set is beside the point where queries are counted."""
    monkeypatch.setattr("tejido.formats.pdf.typeset", lambda _book: b"%PDF")


@pytest.mark.usefixtures("unset")
@pytest.mark.parametrize("who", ["XB/focal_point", "network/secretariat"])
@pytest.mark.parametrize("page", ["", "texto/", "texto/history/", "texto/changes/", "texto/languages/", *PAPERS])
def test_a_page_costs_the_same_at_every_size(cast, text, page, who):
    client, address = cast.client(who), f"/texts/{page}"
    grow(cast, text, 1)
    cost(client, address)
    small = cost(client, address)
    for number in (2, 3):
        grow(cast, text, number)
    assert cost(client, address) == small
    assert small <= MOST


def test_a_text_that_was_read_lately_is_not_fetched_again(cast, text):
    client = cast.client("XB/focal_point")
    first = cost(client, "/texts/texto/")
    assert queries_of(lambda: client.get("/texts/texto/")) == first - 1
