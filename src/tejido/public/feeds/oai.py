"""Answers of OAI-PMH 2.0, by which catalogues of libraries gather what is public here.

https://www.openarchives.org/OAI/openarchivesprotocol.html
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import translation
from lxml import etree

from tejido.engine.proof import rfc3339
from tejido.formats.escaping import sayable

from ..forms import Asked, Place, Unanswered, token_of
from ..names import Form, Shelf, Verb, Wrong
from ..queries import Item
from .records import SCHEMAS, XSI, Publisher, described

OAI = "http://www.openarchives.org/OAI/2.0/"
MOST = 100  # records in one page
_SPACES: dict[Any, str] = {None: OAI, "xsi": XSI}
_SAID = {
    Wrong.VERB: "Ask one of these, once: " + ", ".join(Verb),
    Wrong.ARGUMENT: "This argument is missing, too many, or not of its form: {about}",
    Wrong.TOKEN: "The token is not one of this repository, is for another verb, or has ended. Begin the list again.",
    Wrong.FORMAT: "Records are there as: " + ", ".join(Form),
    Wrong.IDENTIFIER: "There is no such record.",
    Wrong.NOTHING: "No record is in this list.",
}


@dataclass(frozen=True, slots=True)
class Repository:
    """The network of this node. `network` is its key; `begun` lies before everything that is in it."""

    address: str
    network: str
    publisher: Publisher
    mail: str
    begun: datetime

    def identifier(self, item: Item) -> str:
        return item.identifier(self.network)


def failure(address: str, wrong: Unanswered, said: dict[str, str], at: datetime) -> bytes:
    """An error of the protocol. What was asked is told again only where it was a question at all."""
    root = _begun(address, {} if wrong.wrong in {Wrong.VERB, Wrong.ARGUMENT} else said, at)
    _add(root, "error", _SAID[wrong.wrong].format(about=wrong.about)).set("code", wrong.wrong)
    return _written(root)


def reply(repository: Repository, asked: Asked, items: Sequence[Item], at: datetime) -> bytes:
    """Unanswered where there is nothing to answer with."""
    root = _begun(repository.address, {"verb": asked.verb, **asked.said}, at)
    _ANSWERS[asked.verb](etree.SubElement(root, f"{{{OAI}}}{asked.verb}"), repository, asked, items, at)
    return _written(root)


def _begun(address: str, said: dict[str, str], at: datetime) -> etree._Element:
    root = etree.Element(f"{{{OAI}}}OAI-PMH", nsmap=_SPACES)
    root.set(f"{{{XSI}}}schemaLocation", f"{OAI} {OAI}OAI-PMH.xsd")
    _add(root, "responseDate", rfc3339(at.replace(microsecond=0)))
    request = _add(root, "request", address)
    for name, value in said.items():
        request.set(name, sayable(value))
    return root


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _add(parent: etree._Element, name: str, words: str = "") -> etree._Element:
    element = etree.SubElement(parent, f"{{{OAI}}}{name}")
    element.text = sayable(words) or None
    return element


def _identify(
    parent: etree._Element, repository: Repository, asked: Asked, items: Sequence[Item], at: datetime
) -> None:
    del asked, at
    names = repository.publisher.names
    _add(parent, "repositoryName", names.get(repository.publisher.language) or next(filter(None, names.values()), "–"))
    _add(parent, "baseURL", repository.address)
    _add(parent, "protocolVersion", "2.0")
    _add(parent, "adminEmail", repository.mail)
    _add(parent, "earliestDatestamp", rfc3339(min([repository.begun, *(item.at for item in items)])))
    _add(parent, "deletedRecord", "persistent")
    _add(parent, "granularity", "YYYY-MM-DDThh:mm:ssZ")


def _formats(parent: etree._Element, repository: Repository, asked: Asked, items: Sequence[Item], at: datetime) -> None:
    del at
    if asked.identifier:
        _found(repository, asked, items)
    for form, (schema, space) in SCHEMAS.items():
        one = _add(parent, "metadataFormat")
        _add(one, "metadataPrefix", form)
        _add(one, "schema", schema)
        _add(one, "metadataNamespace", space)


def _sets(parent: etree._Element, repository: Repository, asked: Asked, items: Sequence[Item], at: datetime) -> None:
    del asked, at
    names = dict(settings.LANGUAGES)
    tags = sorted({tag for item in items for tag in item.languages})
    with translation.override(repository.publisher.language):
        found = [("kind", "kind"), *((f"kind:{shelf}", str(shelf.label)) for shelf in Shelf)]
        found += [("language", "language"), *((f"language:{tag}", str(names.get(tag, tag))) for tag in tags)]
    for code, name in found:
        one = _add(parent, "set")
        _add(one, "setSpec", code)
        _add(one, "setName", name)


def _found(repository: Repository, asked: Asked, items: Sequence[Item]) -> Item:
    for item in items:
        if repository.identifier(item) == asked.identifier:
            return item
    raise Unanswered(Wrong.IDENTIFIER)


def _record(parent: etree._Element, repository: Repository, asked: Asked, items: Sequence[Item], at: datetime) -> None:
    del at
    _one(parent, repository, asked.form, _found(repository, asked, items))


def _one(parent: etree._Element, repository: Repository, form: Form, item: Item) -> None:
    record = _add(parent, "record")
    _header(record, repository, form, item)
    if not item.is_deleted:
        _add(record, "metadata").append(described(form, item, repository.publisher))


def _header(parent: etree._Element, repository: Repository, form: Form, item: Item) -> None:
    del form  # a header is the same in every form
    header = _add(parent, "header")
    if item.is_deleted:
        header.set("status", "deleted")
    _add(header, "identifier", repository.identifier(item))
    _add(header, "datestamp", rfc3339(item.at))
    for each in item.sets:
        _add(header, "setSpec", each)


def _list(parent: etree._Element, repository: Repository, asked: Asked, items: Sequence[Item], at: datetime) -> None:
    """The page behind where the last one ended. What became public meanwhile stands behind that, so that nothing is
    left out; what changed comes once more, as it is now."""
    held = sorted((item.at, repository.identifier(item), item) for item in items if asked.holds(item))
    where, passed = asked.place, asked.place.passed if asked.place else 0
    rest = [row for row in held if where is None or row[:2] > (where.at, where.identifier)]
    if not rest:
        raise Unanswered(Wrong.TOKEN if where else Wrong.NOTHING)
    write = _one if asked.verb == Verb.RECORDS else _header
    for _at, _identifier, item in rest[:MOST]:
        write(parent, repository, asked.form, item)
    if where is None and len(rest) <= MOST:
        return
    token = _add(parent, "resumptionToken")
    if len(rest) > MOST:
        last_at, last, _item = rest[MOST - 1]
        token.text, end = token_of(asked, Place(passed + MOST, last_at, last), at)
        token.set("expirationDate", rfc3339(end))
    token.set("completeListSize", str(max(len(held), passed + len(rest))))
    token.set("cursor", str(passed))


_ANSWERS: dict[Verb, Callable[[etree._Element, Repository, Asked, Sequence[Item], datetime], None]] = {
    Verb.IDENTIFY: _identify,
    Verb.FORMATS: _formats,
    Verb.SETS: _sets,
    Verb.RECORD: _record,
    Verb.IDENTIFIERS: _list,
    Verb.RECORDS: _list,
}
