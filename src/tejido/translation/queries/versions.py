"""The language versions of a text: which there are, and a digest that stands for all words of one."""

import hashlib

from tejido.curriculum.models import Revision, Text
from tejido.engine.document import Document
from tejido.engine.translation import words_digest
from tejido.registry.queries import network

from ..models import Assignment


def languages_of(text: Text, revision: Revision) -> frozenset[str]:
    """The languages into which a text can be translated: those of the network, those that the text has, and those that
    somebody was asked for."""
    served = network()
    asked = Assignment.objects.filter(text=text, ended_at=None).values_list("language", flat=True)
    return frozenset({*(served.languages if served else ()), *revision.languages, *asked})


def revision_by_digest(text: Text, digest: str) -> Revision | None:
    """The revision of a text that a file names; nothing where it is none of this text."""
    return Revision.objects.filter(text=text, digest=digest).order_by("number").last() if digest else None


def version_digest(document: Document, language: str, negotiated: str) -> str:
    """SHA-256, in hexadecimal, over what each passage says in the negotiated language and in this one, in order."""
    told = "\n".join(
        f"{p.id} {words_digest(p.text(negotiated))} {words_digest(p.text(language))}"
        for p in document
        if p.text(negotiated) or p.text(language)
    )
    return hashlib.sha256(told.encode()).hexdigest()
