"""Three-way merge, case by case. Passages are letters; the laws are in test_laws."""

import pytest

from tejido.engine.change import (
    AttributeConflict,
    Form,
    KindConflict,
    OrderConflict,
    Reason,
    RemovedAndChanged,
    Side,
    TextConflict,
    merge,
)
from tejido.engine.document import Document, Kind, Passage


def passage(
    id: str, kind: Kind = Kind.PARAGRAPH, level: int = 0, attributes: dict[str, str] | None = None, **texts: str
) -> Passage:
    return Passage.of(id, kind, texts or {"es": f"Texto {id}"}, level=level, attributes=attributes)


def text(ids: str, **changes: Passage) -> Document:
    """A text of one-letter passages; capitals are headings of level 2, digits headings of level 3."""
    return Document.of(changes.get(id) or _plain(id) for id in ids)


def _plain(id: str) -> Passage:
    if id.isupper() or id.isdecimal():
        return passage(id, Kind.HEADING, 2 if id.isupper() else 3)
    return passage(id)


def order(document: Document) -> str:
    return "".join(passage.id for passage in document)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected"),
    [
        ("abc", "axbc", "abyc", "axbyc"),
        ("abc", "abc", "cab", "cab"),
        ("abc", "ac", "abxc", "axc"),
        ("abc", "", "abc", ""),
        ("abcd", "acdb", "abxcd", "acdbx"),
        ("abcd", "acdb", "xabcd", "xacdb"),
        ("aBcDe", "aDeBc", "aBcxDe", "aDeBcx"),
        ("abc", "abxc", "abyc", "abxyc"),
        ("aBc", "axBc", "aDyBc", "axDyBc"),
        ("aBc", "aDyBc", "axBc", "axDyBc"),
        ("aBc", "aDyBc", "a1zBc", "a1zDyBc"),
        ("abcdef", "aefbcd", "abcdef", "aefbcd"),
        ("abcdef", "aefbcd", "aefbcd", "aefbcd"),
        ("Habc", "abcH", "Haxbc", "axbcH"),
    ],
)
def test_order(base: str, ours: str, theirs: str, expected: str) -> None:
    joined = merge(text(base), text(ours), text(theirs))
    assert (order(joined.document), joined.conflicts) == (expected, ())
    assert merge(text(base), text(theirs), text(ours)) == joined


def test_an_addition_into_a_block_that_the_other_side_moved_stays_right_behind_its_predecessor() -> None:
    joined = merge(text("aBcdeFghijk"), text("aFghijkBcde"), text("aBczdeFghijk"))
    assert order(joined.document) == "aFghijkBczde"


def test_both_moved_the_same_passage_elsewhere() -> None:
    joined = merge(text("abcdefgh"), text("acdebfgh"), text("acdefghb"))
    assert order(joined.document) == "acdebfgh"
    assert joined.conflicts == (OrderConflict(("b",)),)
    assert order(merge(text("abcdefgh"), text("acdefghb"), text("acdebfgh")).document) == "acdefghb"


def test_two_passages_moved_behind_each_other_follow_ours_and_are_named() -> None:
    joined = merge(text("abcdefg"), text("acdbefg"), text("abdcefgx"))
    assert order(joined.document) == "acdbefgx"
    assert joined.conflicts == (OrderConflict(("d", "b")),)
    other = merge(text("abcdefg"), text("abdcefgx"), text("acdbefg"))
    assert order(other.document) == "abdcefgx"
    assert other.conflicts == (OrderConflict(("b", "d")),)


def test_what_stood_between_two_passages_that_followed_each_other_goes_with_one_of_them() -> None:
    """Ours put x behind y, theirs y behind x with an addition between: a circle, in which ours is followed."""
    joined = merge(text("aybcxde"), text("ayxbcde"), text("abcxtyde"))
    assert order(joined.document) == "ayxtbcde"
    assert joined.conflicts == (OrderConflict(("y", "x")),)


def test_an_addition_of_one_side_before_what_both_moved_is_no_clash() -> None:
    joined = merge(text("abcdefgh"), text("acdezbfgh"), text("acdebfgh"))
    assert (order(joined.document), joined.conflicts) == ("acdezbfgh", ())
    assert merge(text("abcdefgh"), text("acdebfgh"), text("acdezbfgh")) == joined


def test_words_of_both_sides_in_one_passage() -> None:
    base = text("ab", b=passage("b", es="El Estado previene y la red coopera.", pt="O Estado."))
    ours = text("ab", b=passage("b", es="Todo Estado previene y la red coopera.", pt="O Estado."))
    theirs = text("ab", b=passage("b", es="El Estado previene y la red ayuda.", pt="O Estado, sempre."))
    joined = merge(base, ours, theirs)
    assert joined.document.passage("b").texts == (
        ("es", "Todo Estado previene y la red ayuda."),
        ("pt", "O Estado, sempre."),
    )
    assert joined.conflicts == ()
    assert joined.blended == (("b", "es"),)


def test_the_same_words_changed_by_both_keep_ours_and_hold_theirs() -> None:
    base, ours, theirs = (text("a", a=passage("a", es=f"La red {word}.", en=word)) for word in ("ve", "oye", "habla"))
    joined = merge(base, ours, theirs)
    assert joined.document == ours
    assert joined.conflicts == (
        TextConflict("a", "en", "ve", "oye", "habla"),
        TextConflict("a", "es", "La red ve.", "La red oye.", "La red habla."),
    )


def test_a_language_removed_by_one_and_changed_by_the_other_is_kept() -> None:
    base = text("a", a=passage("a", es="uno", pt="um"))
    ours, theirs = text("a", a=passage("a", es="uno")), text("a", a=passage("a", es="uno", pt="um só"))
    joined = merge(base, ours, theirs)
    assert joined.document == theirs
    assert joined.conflicts == (TextConflict("a", "pt", "um", "", "um só"),)


def test_two_languages_added_by_two_sides_are_both_there() -> None:
    joined = merge(
        text("a"), text("a", a=passage("a", es="Texto a", pt="um")), text("a", a=passage("a", es="Texto a", fr="un"))
    )
    assert joined.document.passage("a").languages == ("es", "fr", "pt")
    assert joined.conflicts == ()


@pytest.mark.parametrize("removed_by", list(Side))
def test_removed_here_and_changed_there_is_kept_as_changed(removed_by: Side) -> None:
    changed, removed = text("abc", b=passage("b", es="Otro")), text("ac")
    sides = (removed, changed) if removed_by is Side.OURS else (changed, removed)
    joined = merge(text("abc"), *sides)
    assert joined.document == changed
    assert joined.conflicts == (RemovedAndChanged("b", removed_by),)


def test_kinds_and_attributes() -> None:
    base = text("ab", a=passage("a", attributes={"minutes": "10", "method": "debate"}))
    ours = text("ab", a=passage("a", Kind.ITEM, 1, {"minutes": "20", "method": "debate"}))
    theirs = text("ab", a=passage("a", Kind.QUOTATION, 0, {"minutes": "30", "place": "aula"}))
    joined = merge(base, ours, theirs)
    assert joined.document.passage("a") == passage("a", Kind.ITEM, 1, {"minutes": "20", "place": "aula"})
    assert joined.conflicts == (
        KindConflict("a", Form(Kind.PARAGRAPH, 0), Form(Kind.ITEM, 1), Form(Kind.QUOTATION, 0)),
        AttributeConflict("a", "minutes", "10", "20", "30"),
    )


def test_one_side_changes_the_kind_the_other_the_words() -> None:
    ours, theirs = text("a", a=passage("a", Kind.ITEM, 1)), text("a", a=passage("a", es="Otro"))
    joined = merge(text("a"), ours, theirs)
    assert joined.document.passage("a") == passage("a", Kind.ITEM, 1, es="Otro")
    assert joined.conflicts == ()


def test_the_same_passage_added_by_both_with_other_words() -> None:
    joined = merge(text("a"), text("ax", x=passage("x", es="uno")), text("ax", x=passage("x", es="dos")))
    assert order(joined.document) == "ax"
    assert joined.conflicts == (TextConflict("x", "es", "", "uno", "dos"),)


def test_every_conflict_has_its_reason_code() -> None:
    kinds = (TextConflict, RemovedAndChanged, KindConflict, AttributeConflict, OrderConflict)
    assert [kind.reason for kind in kinds] == list(Reason)


def test_a_long_moved_block_with_an_addition_behind_each_passage() -> None:
    """Deeper than the interpreter's stack."""
    block = [f"m{at}" for at in range(3000)]
    rest = [f"r{at}" for at in range(4000)]
    base = Document.of(passage(id) for id in [*block, *rest])
    ours = Document.of(passage(id) for id in [*rest, *block])
    theirs = Document.of(passage(id) for id in [*(name for id in block for name in (id, f"{id}+")), *rest])
    expected = [*rest, *(name for id in block for name in (id, f"{id}+"))]
    assert [p.id for p in merge(base, ours, theirs).document] == expected
