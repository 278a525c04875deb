"""One file with everything that a member has in the network, in open formats."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import IO

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from tejido import __version__
from tejido.api.encoding import as_json
from tejido.api.openapi import written
from tejido.engine.proof import (
    Receipt,
    SignedHead,
    fingerprint,
    leaf_hash,
    rfc3339,
    signed_head_to_data,
    write_canonical,
    write_receipt,
)
from tejido.ledger.actors import Actor
from tejido.ledger.names import tree_of
from tejido.ledger.queries import canonical_lines
from tejido.web.instants import clocks

from ..words import CHECKS, HOLDS, LACKS
from .archive import Archive
from .collections import Reading, collections
from .texts import texts

FORMAT = "tejido-member-1"


@dataclass(frozen=True, slots=True)
class Taking:
    """What is taken out: by whose reading, when, and the receipt that was handed out with it."""

    actor: Actor
    at: datetime
    receipt: Receipt

    @property
    def head(self) -> SignedHead:
        """The head of the member's own ledger."""
        own = tree_of(self.actor.member)
        return next(signed for signed in self.receipt.heads if signed.head.tree == own)


def write_member(target: IO[bytes], taking: Taking) -> int:
    """Writes the archive and returns how many files it has. Memory holds one list, one text, one line of the rest."""
    with Archive(target, taking.at) as archive:
        _fill(archive, taking)
        archive.end(_said(taking))
    return len(archive.entries) + 1


def _fill(archive: Archive, taking: Taking) -> None:
    with timezone.override(clocks("UTC")):
        for tag, _name in settings.LANGUAGES:
            archive.put(f"README.{tag}.txt", "readme", [_readme(taking, tag)])
        archive.put("collections/openapi.json", "description", [written()])
        for name, lines in collections(Reading(taking.actor, taking.at)):
            archive.put(f"collections/{name}.jsonl", "collection", lines)
        for made in texts(taking.actor):
            archive.put(f"texts/{made.name}", made.what, [made.content])
    archive.put("ledger/member.jsonl", "ledger", _ledger(taking))
    archive.put("ledger/member.head.json", "head", [write_canonical(signed_head_to_data(taking.head))])
    archive.put("ledger/receipt.json", "receipt", [write_receipt(taking.receipt)])


def _said(taking: Taking) -> dict[str, str]:
    return {
        "format": FORMAT,
        "network": taking.receipt.network,
        "member": taking.actor.member,
        "seat": taking.actor.office,
        "at": rfc3339(taking.at),
        "version": __version__,
        "key": fingerprint(taking.receipt.public_key),
    }


def _ledger(taking: Taking) -> Iterator[bytes]:
    """As long as the signed head says; what is written meanwhile is in the next one."""
    for place, canonical in canonical_lines(taking.head.head.tree, taking.head.head.size):
        yield as_json({"place": place, "hash": leaf_hash(canonical).hex(), "line": canonical.decode()}) + b"\n"


def _readme(taking: Taking, language: str) -> bytes:
    with override(language):
        values = {
            "member": taking.actor.member,
            "network": taking.receipt.network,
            "at": rfc3339(taking.at),
            "key": fingerprint(taking.receipt.public_key),
        }
        parts = [
            _("Everything that %(member)s has in %(network)s, taken out on %(at)s") % values,
            _listed(_("What it holds"), HOLDS),
            _listed(_("How it is checked"), CHECKS),
            _("The key of this node has the fingerprint %(key)s.") % values,
            _listed(_("What it does not hold"), LACKS),
        ]
    return ("\n\n".join(parts) + "\n").encode()


def _listed(title: str, sentences: tuple[object, ...]) -> str:
    return "\n".join([title, *(f"- {sentence}" for sentence in sentences)])
