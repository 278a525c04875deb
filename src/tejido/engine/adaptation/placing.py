"""Putting passages back to how an earlier text had them."""

from collections.abc import Collection

from ..document import Document, Passage, longest_increasing


def reverted(document: Document, base: Document, ids: Collection[str]) -> Document:
    """The document with these passages as the base has them: words and place; gone where the base has none.

    A passage that was not moved stays where it is. What was moved or removed goes behind the last passage before it in
    the base that was not. Invariants: other passages keep their words and their order; with every id that differs the
    result is the base. Cost: n log n.
    """
    return _put_back(document, base, frozenset(ids), is_content=True)


def replaced(document: Document, base: Document, ids: Collection[str]) -> Document:
    """The document with these passages at the places that the base gives them, and the words that they have."""
    return _put_back(document, base, frozenset(ids), is_content=False)


def _put_back(document: Document, base: Document, ids: frozenset[str], *, is_content: bool) -> Document:
    shared = [p.id for p in document if p.id in base]
    steady = {shared[at] for at in longest_increasing([base.index[id] for id in shared])}
    back: dict[str, Passage] = {}
    for id in ids:
        if is_content and id in base:
            back[id] = base.passage(id)
        elif not is_content and id in document:
            back[id] = document.passage(id)
    loose = {id for id in back if id not in steady and id in base}
    hanging = _hanging(base, steady, loose)
    found = [back[id] for id in hanging.get("", ())]
    for passage in document:
        if passage.id in loose or (passage.id in ids and passage.id not in back):
            continue
        found.append(back.get(passage.id, passage))
        found += [back[id] for id in hanging.get(passage.id, ())]
    return Document.of(found)


def _hanging(base: Document, steady: Collection[str], loose: Collection[str]) -> dict[str, list[str]]:
    """What comes back behind each steady passage, in the order of the base; behind "" at the beginning."""
    found: dict[str, list[str]] = {}
    anchor = ""
    for passage in base:
        if passage.id in steady:
            anchor = passage.id
        elif passage.id in loose:
            found.setdefault(anchor, []).append(passage.id)
    return found
