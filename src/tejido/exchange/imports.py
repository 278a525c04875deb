"""Files of other nodes to values, in the limited child process."""

from datetime import datetime

from tejido.adaptation.commands import SignedEdition, read_signed
from tejido.adaptation.rules import is_signed_by
from tejido.engine.exchange import CLOCKS_DIFFER, Acceptance, Bundle, Content, Introduction, Invitation
from tejido.engine.proof import is_named, to_text, write_canonical
from tejido.formats.child import parse_acceptance, parse_bundle, parse_introduction, parse_invitation
from tejido.ledger.refusals import Refusal, Refused, ask
from tejido.web.failures import Failures

from .kinds import BadContent
from .kinds.edition_data import EditionData, from_data
from .names import No
from .refusals import Why

FAILURES = Failures("exchange", most=30, seconds=3600)
"""What comes by HTTPS and is not what it should be. A file by hand always remains."""

__all__ = ["FAILURES", "acceptance_in", "bundle_in", "founding_edition", "introduction_in", "invitation_in"]
FOUNDING = frozenset({"edition", "structure"})  # what a network can begin with


def introduction_in(raw: bytes, name: str) -> Introduction:
    """BadBundle or BadFile where it is none."""
    return parse_introduction(raw, name=name)


def invitation_in(raw: bytes, name: str) -> Invitation:
    """BadBundle or BadFile where it is none."""
    return parse_invitation(raw, name=name)


def acceptance_in(raw: bytes, name: str) -> Acceptance:
    """BadBundle or BadFile where it is none."""
    return parse_acceptance(raw, name=name)


def bundle_in(raw: bytes, name: str) -> Bundle:
    """BadBundle or BadFile where it is none."""
    return parse_bundle(raw, name=name)


def founding_edition(bundle: Bundle, thing: str, key: str, at: datetime) -> SignedEdition:
    """The edition in a bundle with which a new network begins. `key` names the sender's, as it was compared; `thing` is
    "KIND NAME" where the bundle holds several. A node that is not there yet can be named by no bundle, so this one is
    for everybody. Refused where it is not, is over, or proves nothing."""
    sender = bundle.sender
    ask(is_signed_by(is_it=is_named(sender.key, key), said=key, found=sender.fingerprint))
    if not bundle.is_public:
        raise _unfit(Why.NOT_FOR_US)
    if datetime.fromisoformat(bundle.expires) <= at:
        raise _unfit(Why.EXPIRED, said=bundle.expires)
    if datetime.fromisoformat(bundle.made) > at + CLOCKS_DIFFER:
        raise _unfit(Why.MADE_LATER, said=bundle.made, known=at.isoformat(timespec="seconds"))
    content = _chosen(bundle, thing)
    edition = _proved(content, to_text(sender.key))
    found = read_signed(write_canonical(dict(edition.record)), write_canonical(content.data["text"]))
    return SignedEdition(found.record, found.document, found.file, edition.images)


def _unfit(why: Why, **told: str) -> Refused:
    return Refused(Refusal(No.UNFIT, {"why": str(why.label) % {"where": "", "said": "", "known": "", **told}}))


def _chosen(bundle: Bundle, thing: str) -> Content:
    several = {f"{each.kind} {each.name}": each for each in bundle.contents if each.kind in FOUNDING}
    wanted = thing or (next(iter(several)) if len(several) == 1 else "")
    if wanted not in several:
        raise Refused(Refusal(No.NO_FOUNDING_TEXT, {"things": ", ".join(several) or "–"}))
    return several[wanted]


def _proved(content: Content, key: str) -> EditionData:
    try:
        return from_data(content.data, content.name, content.version, [key])
    except BadContent as problem:
        raise Refused(Refusal(No.BAD_CONTENT, {"where": f"{content.kind}, {problem.where}"})) from problem
