"""A text of the network stands on a member's own node with the same keys, numbers and digests, or not at all."""

from dataclasses import replace

import pytest

from cast import DOCUMENT, NOW
from tejido.curriculum.commands import SaidText, mirror_text
from tejido.curriculum.models import Picture, Revision, Text
from tejido.curriculum.names import No
from tejido.curriculum.queries import document_of
from tejido.engine.document import Document, digest
from tejido.formats.word import Image
from tejido.ledger.actors import Actor
from tejido.ledger.models import Line
from tejido.ledger.refusals import Refused

OFFICE = Actor(office="network/secretariat/SEC")
NODE = "0000-1111-2222"
SAID = SaidText("0000000000t1", "curriculo", {"es": "Currículo"}, "es", 4, digest(DOCUMENT), NOW, DOCUMENT)


def mirror(cast, said=SAID, body=None):
    return mirror_text(actor=OFFICE, node=NODE, body=body or cast.body, said=said, at=NOW)


def refused(code, act):
    lines = Line.objects.count()
    with pytest.raises(Refused) as problem:
        act()
    assert problem.value.refusal.code == code
    assert problem.value.refusal.sentence
    assert Line.objects.count() == lines


def test_a_text_comes_with_its_key_its_address_and_its_number(cast):
    made = mirror(cast)
    assert (made.text_id, made.text.slug, made.number, made.digest) == (SAID.key, "curriculo", 4, SAID.digest)
    assert document_of(made) == DOCUMENT
    line = Line.objects.get(act="revision-saved")
    assert (line.office, line.facts["node"], line.facts["digest"]) == (OFFICE.office, NODE, SAID.digest)


def test_the_same_revision_again_changes_nothing(cast):
    made = mirror(cast)
    before = Line.objects.count()
    assert mirror(cast) == made
    assert Line.objects.count() == before


def test_a_later_revision_has_the_earlier_one_as_its_parent(cast):
    first = mirror(cast)
    shorter = Document.of(DOCUMENT.passages[:5])
    second = mirror(cast, replace(SAID, number=6, document=shorter, digest=digest(shorter)))
    assert (second.parent, Revision.objects.filter(text=first.text).count()) == (first, 2)


def test_what_contradicts_what_is_here_is_refused(cast, text, mechanism):
    shorter = Document.of(DOCUMENT.passages[:5])
    refused(No.NOT_AS_SAID, lambda: mirror(cast, replace(SAID, document=shorter)))
    refused(No.SLUG_TAKEN, lambda: mirror(cast, replace(SAID, slug=text.slug)))
    refused(No.SLUG_TAKEN, lambda: mirror(cast, replace(SAID, slug="new")))
    mirror(cast)
    refused(No.OTHER_REVISION, lambda: mirror(cast, replace(SAID, document=shorter, digest=digest(shorter))))
    refused(No.OTHER_BODY, lambda: mirror(cast, body=mechanism))
    assert not Text.objects.filter(body=mechanism).exists()


def test_its_pictures_come_with_it(cast):
    made = mirror(cast, replace(SAID, images=(Image("f" * 64, "image/png", b"png"),)))
    assert Picture.objects.get(text=made.text).digest == "f" * 64
