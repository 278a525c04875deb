"""The recorded facts of a text's translations, as the engine reads them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tejido.curriculum.models import Revision, Text
from tejido.curriculum.queries import documents_of
from tejido.engine.document import Document
from tejido.engine.translation import Facts, Mark, Origins, Standing, State, origins, same_meaning, standings
from tejido.web.memory import Memory

from ..models import Propagation, Signatory, TranslationMark

memory: Memory[str, Origins] = Memory(64)


def facts_of(text: Text, revision: Revision) -> Facts:
    """Everything said of the translations of a text, and what its history up to this revision tells. Five queries at
    most."""
    return facts_of_several([(text, revision)])[text.key]


def facts_of_several(pairs: Iterable[tuple[Text, Revision]]) -> dict[str, Facts]:
    """The same of several texts, each at a revision, by the text's key: five queries at most for all of them."""
    revisions = {text.key: (text, revision) for text, revision in pairs}
    marks: dict[str, dict[tuple[str, str], list[Mark]]] = defaultdict(lambda: defaultdict(list))
    for row in TranslationMark.objects.filter(text__in=list(revisions)):
        said = Mark(State(row.state), row.target, row.source, row.who)
        marks[row.text_id][row.passage, row.language].append(said)
    changed: dict[str, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for said_same in Propagation.objects.filter(text__in=list(revisions)):
        changed[said_same.text_id][said_same.passage].append((said_same.before, said_same.after))
    signing, history = _signatories(list(revisions)), origins_of_several(revisions.values())
    return {
        key: Facts(
            history[key], marks[key], {id: same_meaning(found) for id, found in changed[key].items()}, signing[key]
        )
        for key in revisions
    }


def signatories_of(text: Text) -> dict[str, frozenset[str]]:
    """The keys of the seats that sign the concordance, by language."""
    return _signatories([text.key])[text.key]


def _signatories(texts: list[str]) -> dict[str, dict[str, frozenset[str]]]:
    named: dict[str, dict[str, set[str]]] = {key: defaultdict(set) for key in texts}
    rows = Signatory.objects.filter(text__in=texts, ended_at=None)
    for text, language, seat in rows.values_list("text_id", "language", "seat_id"):
        named[text][language].add(seat)
    return {key: {tag: frozenset(seats) for tag, seats in found.items()} for key, found in named.items()}


def writers_of(text: Text, passage: str, language: str, target: str) -> set[str]:
    """The seats that wrote these very words of a passage; `target` is their digest. One query."""
    rows = TranslationMark.objects.filter(
        text=text, passage=passage, language=language, target=target, state=State.HUMAN
    )
    return {row.who for row in rows}


def writers_in(text: Text, language: str) -> dict[tuple[str, str], set[str]]:
    """The same for every passage of a language, by its id and the digest of the words. One query."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in TranslationMark.objects.filter(text=text, language=language, state=State.HUMAN):
        found[row.passage, row.target].add(row.who)
    return dict(found)


def standings_of(text: Text, revision: Revision, languages: Iterable[str]) -> dict[str, dict[str, Standing]]:
    """How every passage of a revision stands in each of these languages."""
    facts, document = facts_of(text, revision), documents_of([revision])[revision.digest]
    return {tag: standings(document, tag, text.negotiated_language, facts) for tag in languages}


def origins_of(text: Text, revision: Revision) -> Origins:
    """When the words of each passage came in, and what the source said then. A revision never changes, so what was
    worked out is kept in memory, and the next revision goes on from there."""
    return origins_of_several([(text, revision)])[text.key]


def origins_of_several(pairs: Iterable[tuple[Text, Revision]]) -> dict[str, Origins]:
    """The same for several texts, each at a revision, by the text's key. Two queries at most."""
    known, open_ = {}, {}
    for text, revision in pairs:
        if (found := memory.recall(revision.key)) is not None:
            known[text.key] = found
        else:
            open_[text.key] = (text, revision)
    if not open_:
        return known
    histories: dict[str, list[Revision]] = {key: [] for key in open_}
    for row in Revision.objects.filter(text__in=list(open_)).order_by("number"):
        if row.number <= open_[row.text_id][1].number:
            histories[row.text_id].append(row)
    unknown = {key: _unknown(rows) for key, rows in histories.items()}
    wanted, begun = {key: rows for key, (rows, _) in unknown.items()}, {key: was for key, (_, was) in unknown.items()}
    by_key = {row.key: row for rows in histories.values() for row in rows}
    made_on = [by_key[row.made_on_id] for rows in wanted.values() for row in rows if row.made_on_id]
    documents = documents_of([*(row for rows in wanted.values() for row in rows), *made_on])
    return known | {
        key: _worked_out(rows, begun[key], by_key, documents, open_[key][0].negotiated_language)
        for key, rows in wanted.items()
    }


def _unknown(rows: list[Revision]) -> tuple[list[Revision], Origins | None]:
    """Those of a history from the last one on whose origins are known, and these: what is kept in memory may be gone
    before it is needed."""
    for place in reversed(range(len(rows))):
        if (found := memory.recall(rows[place].key)) is not None:
            return rows[place:], found
    return rows, None


def _worked_out(
    rows: list[Revision],
    begun: Origins | None,
    by_key: Mapping[str, Revision],
    documents: Mapping[str, Document],
    negotiated: str,
) -> Origins:
    """The origins at the last of these revisions. `begun` are those of the first, where they are known."""
    found: Origins = begun or {}
    old: Document | None = None
    for row in rows:
        new = documents[row.digest]
        if old is not None or begun is None:
            made_on = documents[by_key[row.made_on_id].digest] if row.made_on_id else None
            found = origins(found, old, new, negotiated, made_on)
        memory.keep(row.key, found)
        old = new
    return found
