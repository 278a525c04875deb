"""Whether a bundle that was read is to be taken in here and now. It changes nothing and asks nobody."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from tejido.engine.proof import SignedHead, rfc3339, verify_consistency

from .names import UnfitCode
from .values import Bundle, Content, Known, KnownHead, KnownKey, SentHead

CLOCKS_DIFFER = timedelta(minutes=10)
"""By how much the clocks of two nodes may differ."""


@dataclass(frozen=True, slots=True)
class Unfit:
    """`where` names the place in the bundle, `said` what stands there and `known` what is known here; empty where the
    code says it all."""

    code: UnfitCode
    where: str = ""
    said: str = ""
    known: str = ""


def judge(bundle: Bundle, digest: str, known: Known | None, me: str, now: datetime) -> Unfit | None:
    """The first reason against taking in a bundle, or None.

    `digest` is that of the bundle's body, `me` the fingerprint of this node's key, `now` aware. `known` is None where
    no peer has the key. The order is that of what matters most to whoever reads the answer: whose it is, whether it is
    here already, in which order, what it holds, and what it tells of its sender's ledger. That it is over comes last:
    a bundle that is nothing but over was the next one, and its number counts.
    """
    for found in _reasons(bundle, digest, known, me, now):
        return found
    return None


def _reasons(bundle: Bundle, digest: str, known: Known | None, me: str, now: datetime) -> Iterator[Unfit]:
    if bundle.sender.fingerprint == me:
        yield Unfit(UnfitCode.OWN_BUNDLE, "body.sender.key")
    if not bundle.is_public and me not in bundle.audience:
        yield Unfit(UnfitCode.NOT_FOR_US, "body.audience", ", ".join(bundle.audience), me)
    if known is None:
        yield Unfit(UnfitCode.UNKNOWN_KEY, "body.sender.key", bundle.sender.fingerprint)
        return
    yield from _of_sender(bundle, known)
    yield from _of_identity(bundle, digest, known)
    if datetime.fromisoformat(bundle.made) > now + CLOCKS_DIFFER:
        yield Unfit(UnfitCode.MADE_LATER, "body.made", bundle.made, _here(now))
    yield from _of_order(bundle, digest, known)
    yield from _of_contents(bundle.contents, known)
    yield from _of_heads(bundle, known)
    if datetime.fromisoformat(bundle.expires) <= now:
        yield Unfit(UnfitCode.EXPIRED, "body.expires", bundle.expires, _here(now))


def judge_heads(bundle: Bundle, known: Known) -> Unfit | None:
    """What speaks against the heads that a bundle tells of its sender's ledgers, and nothing else; or None."""
    return next(_of_heads(bundle, known), None)


def _of_sender(bundle: Bundle, known: Known) -> Iterator[Unfit]:
    sender, party = bundle.sender, known.party
    key = next((each for each in known.keys if each.key == sender.key), None)
    if key is None:
        yield Unfit(UnfitCode.UNKNOWN_KEY, "body.sender.key", sender.fingerprint)
        return
    yield from _of_key(key, bundle)
    if known.is_ended:
        yield Unfit(UnfitCode.ENDED, "body.sender", known=party.name)
    if not known.is_verified:
        yield Unfit(UnfitCode.NOT_VERIFIED, "body.sender", known=party.name)
    if sender.kind != party.kind:
        yield Unfit(UnfitCode.OTHER_KIND, "body.sender.kind", sender.kind, party.kind)
    if sender.code != party.code:
        yield Unfit(UnfitCode.OTHER_CODE, "body.sender.code", sender.code, party.code)
    if sender.name != party.name:
        yield Unfit(UnfitCode.OTHER_NAME, "body.sender.name", sender.name, party.name)


def _of_key(key: KnownKey, bundle: Bundle) -> Iterator[Unfit]:
    """Whoever has a stolen key can write any date: what a revoked one signs is never taken in."""
    if key.is_revoked:
        yield Unfit(UnfitCode.REVOKED_KEY, "body.sender.key", bundle.sender.fingerprint)
    elif key.until and bundle.made > key.until:
        yield Unfit(UnfitCode.RETIRED_KEY, "body.sender.key", bundle.made, key.until)


def _of_identity(bundle: Bundle, digest: str, known: Known) -> Iterator[Unfit]:
    """The same bundle once more is no fault, however late; another one under its id is."""
    held = known.ids.get(bundle.id)
    if held == digest:
        yield Unfit(UnfitCode.TAKEN, "body.id", bundle.id)
    elif held is not None:
        yield Unfit(UnfitCode.REPLAYED, "body.id", bundle.id)


def _here(now: datetime) -> str:
    return rfc3339(now.replace(microsecond=0))


def _of_order(bundle: Bundle, digest: str, known: Known) -> Iterator[Unfit]:
    """What is for everybody may be met at any number, and then only goes on; what is for named ones comes one by one,
    and each names the one before."""
    last = known.last.get(bundle.channel)
    number, held = bundle.sequence, last.sequence if last else 0
    if last and number == held and digest != last.digest:
        yield Unfit(UnfitCode.NUMBER_USED, "body.sequence", str(number), str(held))
    if number <= held:
        yield Unfit(UnfitCode.OUT_OF_ORDER, "body.sequence", str(number), str(held))
    is_next = number == held + 1
    if not is_next and not bundle.is_public:
        yield Unfit(UnfitCode.GAP, "body.sequence", str(number), str(held))
    if last and is_next and bundle.previous != last.digest:
        yield Unfit(UnfitCode.OTHER_PREVIOUS, "body.previous", bundle.previous, last.digest)


def _of_contents(contents: Iterable[Content], known: Known) -> Iterator[Unfit]:
    for place, content in enumerate(contents):
        where = f"body.contents.{place}"
        if content.kind not in known.kinds:
            yield Unfit(UnfitCode.UNKNOWN_KIND, where, content.kind)
        version, digest = known.newest.get((content.kind, content.name), (0, ""))
        if content.version < version:
            yield Unfit(UnfitCode.DOWNGRADE, where, str(content.version), str(version))
        if content.version == version and content.digest != digest:
            yield Unfit(UnfitCode.CHANGED_UNDER_NUMBER, where, content.digest, digest)


def _of_heads(bundle: Bundle, known: Known) -> Iterator[Unfit]:
    for place, sent in enumerate(bundle.heads):
        yield from _of_head(sent, known.heads.get(sent.signed.head.tree, ()), f"body.heads.{place}")


def _of_head(sent: SentHead, held: tuple[KnownHead, ...], where: str) -> Iterator[Unfit]:
    """The ledger of now is that of then, and more. Where something is known of it, that has to be proved."""
    head = sent.signed.head
    if not held:
        return
    if same := next((each for each in held if each.size == head.size), None):
        if same.root != head.root:
            yield Unfit(UnfitCode.HEAD_SPLIT, where, head.root, same.root)
        return
    newest = max(held, key=lambda each: each.size)
    if head.size < newest.size and _instant(head.at) > _instant(newest.at):
        yield Unfit(UnfitCode.HEAD_CUT, where, str(head.size), str(newest.size))
    base = next((each for each in held if each.size == sent.since), None)
    if base is None:
        yield Unfit(UnfitCode.HEAD_UNPROVED, where, str(sent.since), str(newest.size))
    elif not _is_extension(base, sent.signed, sent.proof):
        yield Unfit(UnfitCode.HEAD_INCONSISTENT, where, head.root, base.root)


def _is_extension(base: KnownHead, signed: SignedHead, proof: tuple[bytes, ...]) -> bool:
    head = signed.head
    if not base.size:
        return not proof
    roots = bytes.fromhex(base.root), bytes.fromhex(head.root)
    return verify_consistency(base.size, head.size, *roots, proof)


def _instant(said: str) -> datetime:
    return datetime.fromisoformat(said)
