"""A good bundle is taken in. Change one thing, and it is refused, each time with the reason that is the case."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tejido.engine.exchange import (
    INTRODUCTION_PURPOSE,
    PUBLIC,
    BadBundle,
    Known,
    KnownKey,
    Taken,
    bundle_digest,
    judge,
    read_bundle,
    write_bundle,
)
from tejido.engine.proof import HEAD_PURPOSE, leaf_hash, signed_head_to_data, to_text

from .sample import KEY, LEAVES, ME, NOW, OTHER, OTHER_SECRET, SECRET, bundle, changed, head, known, known_head, signed

GOOD = write_bundle(bundle(), SECRET)
BODY = json.loads(GOOD)["body"]


def answer(raw: bytes, knows: Known | None = None, limit: int = 2**20) -> str:
    """What becomes of a file: "taken in", or the code of the reason against it."""
    try:
        found = read_bundle(raw, limit)
    except BadBundle as problem:
        return problem.code.value
    unfit = judge(found, bundle_digest(found), known() if knows is None else knows, ME, NOW)
    return unfit.code.value if unfit else "taken in"


def body(change: Callable[[Any], object]) -> bytes:
    return changed(GOOD, change)


def put(*path: str | int, value: Any) -> bytes:
    """The good bundle with one value in its place, signed anew by the sender itself."""

    def change(data: Any) -> None:
        for step in path[:-1]:
            data = data[step]
        data[path[-1]] = value

    return body(change)


def written(**changes: Any) -> bytes:
    return write_bundle(bundle(**changes), SECRET)


def deep(levels: int) -> Any:
    return json.loads("[" * levels + "]" * levels)


def forged_under_our_name() -> bytes:
    """Another key signs, and the file still names the sender's."""
    return signed(json.loads(GOOD)["body"], OTHER_SECRET)


def twice_the_sequence() -> bytes:
    return GOOD.replace(b'"sequence":3', b'"sequence":3,"sequence":3')


def rewritten() -> list[bytes]:
    """A ledger whose third line is another one."""
    return [*LEAVES[:2], leaf_hash(b"another"), *LEAVES[3:]]


WEAK_KEY = to_text(bytes(32))
FILES: dict[str, tuple[bytes, str]] = {
    "bytes are cut off": (GOOD[:-9], "not_json"),
    "bytes follow": (GOOD + b"{}", "trailing_bytes"),
    "a line ends the file": (GOOD + b"\n", "trailing_bytes"),
    "it is nested too deep": (put("contents", 0, "data", value=deep(40)), "too_deep"),
    "it is too large": (put("contents", 0, "data", value="x" * 2**20), "too_large"),
    "a key stands twice": (twice_the_sequence(), "duplicate_key"),
    "a number is no integer": (GOOD.replace(b'"sequence":3', b'"sequence":3.0'), "not_an_integer"),
    "it is laid out otherwise": (json.dumps(json.loads(GOOD), indent=1).encode(), "not_canonical"),
    "the keys stand in another order": (
        json.dumps(dict(reversed(json.loads(GOOD).items())), separators=(",", ":"), ensure_ascii=False).encode(),
        "not_canonical",
    ),
    "its name is spelled in another Unicode form": (put("sender", "name", value="A\u0301rea"), "unicode_twin"),
    "its code has a Cyrillic letter": (put("sender", "code", value="R\u0410"), "unicode_twin"),
    "its name has a sign that nobody sees": (put("sender", "name", value="Red\u200b de Aldea"), "unicode_twin"),
    "a field is missing": (body(lambda data: data.pop("expires")), "shape"),
    "a field is too many": (put("algorithm", value="none"), "shape"),
    "a name is a number": (put("sender", "name", value=7), "shape"),
    "it is another kind of file": (put("format", value="tejido-receipt-1"), "other_format"),
    "it claims an older format": (put("format", value="tejido-bundle/0"), "older_format"),
    "it claims a newer format": (put("format", value="tejido-bundle/2"), "newer_format"),
    "its key is one under which anybody signs": (put("sender", "key", value=WEAK_KEY), "bad_key"),
    "its audience is empty": (put("audience", value=[]), "bad_audience"),
    "its audience is everybody and somebody": (put("audience", value=[ME, PUBLIC]), "bad_audience"),
    "it hides what came before": (put("previous", value=None), "broken_chain"),
    "it ends before it begins": (put("expires", value="2026-12-05T09:59:59Z"), "bad_dates"),
    "it is good for ever": (put("expires", value="2036-12-05T10:00:00Z"), "too_long_lived"),
    "its content is missing": (put("contents", value=[]), "no_content"),
    "a content comes twice": (body(lambda data: data["contents"].append(data["contents"][0])), "content_twice"),
    "a content was changed": (put("contents", 0, "data", "passages", 0, value="Castigar"), "content_digest"),
    "a digest was changed": (put("contents", 0, "digest", value="d" * 64), "content_digest"),
    "a ledger has two heads": (body(lambda data: data["heads"].append(data["heads"][0])), "head_twice"),
    "a head is not the sender's": (
        put("heads", 0, "head", value=signed_head_to_data(head(9, secret=OTHER_SECRET).signed)),
        "bad_head",
    ),
    "it was signed as a head": (signed(BODY, SECRET, HEAD_PURPOSE), "other_purpose"),
    "it was signed as an introduction": (signed(BODY, SECRET, INTRODUCTION_PURPOSE), "other_purpose"),
    "somebody else signed it": (forged_under_our_name(), "forged"),
    "the signature is of other words": (
        json.dumps({"body": json.loads(GOOD)["body"], "signature": to_text(bytes(64))}, separators=(",", ":"),
                   sort_keys=True, ensure_ascii=False).encode(),
        "forged",
    ),
}  # fmt: skip  # one table

JUDGED: dict[str, tuple[bytes, Known, str]] = {
    "it is for somebody else": (written(audience=(OTHER,)), known(), "not_for_us"),
    "its key is nobody's": (GOOD, known(keys=(KnownKey(bytes([9] * 32)),)), "unknown_key"),
    "its key was revoked": (GOOD, known(keys=(KnownKey(KEY, is_revoked=True),)), "revoked_key"),
    "its key was replaced before": (GOOD, known(keys=(KnownKey(KEY, "2026-12-05T09:00:00Z"),)), "retired_key"),
    "nobody compared the fingerprint": (GOOD, known(is_verified=False), "not_verified"),
    "the exchange was ended": (GOOD, known(is_ended=True), "ended"),
    "a member speaks as a network": (put("sender", "kind", value="member"), known(), "other_kind"),
    "it names another member": (put("sender", "code", value="RB"), known(), "other_code"),
    "it names another network": (put("sender", "name", value="Red de Bosque"), known(), "other_name"),
    "it is over": (written(expires="2026-12-05T11:59:59Z"), known(), "expired"),
    "it was made in the future": (written(made="2026-12-05T12:10:01Z"), known(), "made_later"),
    "it comes once more": (GOOD, known(ids={bundle().id: bundle_digest(bundle())}), "taken"),
    "its id is that of another one": (GOOD, known(ids={bundle().id: "b" * 64}), "replayed"),
    "its number was used for another one": (GOOD, known(last={ME: Taken(3, "e" * 64)}), "number_used"),
    "a later one is here": (GOOD, known(last={ME: Taken(4, "e" * 64)}), "out_of_order"),
    "one before it is missing": (GOOD, known(last={ME: Taken(1, "e" * 64)}), "gap"),
    "the first ones are missing": (GOOD, known(last={}), "gap"),
    "it follows another one": (GOOD, known(last={ME: Taken(2, "e" * 64)}), "other_previous"),
    "it holds what nobody here knows": (GOOD, known(kinds=frozenset({"edition"})), "unknown_kind"),
    "its edition is older": (GOOD, known(newest={("edition", "curso"): (3, "e" * 64)}), "downgrade"),
    "an edition changed under its number": (
        GOOD, known(newest={("edition", "curso"): (2, "e" * 64)}), "changed_under_number",
    ),
    "lines of its ledger are gone": (GOOD, known(heads={"network": (known_head(12),)}), "head_cut"),
    "its ledger has two versions": (
        written(heads=(head(9, 5, rewritten()),)), known(heads={"network": (known_head(9),)}), "head_split",
    ),
    "it does not prove its ledger": (GOOD, known(heads={"network": (known_head(6),)}), "head_unproved"),
    "its ledger was rewritten": (written(heads=(head(9, 5, rewritten()),)), known(), "head_inconsistent"),
}  # fmt: skip  # one table


def test_the_good_bundle_is_taken_in() -> None:
    assert answer(GOOD) == "taken in"
    assert read_bundle(GOOD) == bundle()


@pytest.mark.parametrize("what", FILES)
def test_a_file_is_refused_where(what: str) -> None:
    raw, reason = FILES[what]
    assert raw != GOOD
    assert answer(raw) == reason


@pytest.mark.parametrize("what", JUDGED)
def test_a_whole_bundle_is_refused_where(what: str) -> None:
    raw, knows, reason = JUDGED[what]
    assert answer(raw, knows) == reason


def test_there_are_more_than_thirty_mutations_and_as_many_reasons() -> None:
    reasons = {case[-1] for case in (*FILES.values(), *JUDGED.values())} - {"taken"}
    assert len(reasons) >= 45
