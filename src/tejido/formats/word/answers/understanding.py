"""What a file that came back proposes and remarks, passage by passage, and what became of everything in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tejido.engine.change import merge_words
from tejido.engine.document import Document, Kind, Passage, longest_increasing, substance

from ...markdown import plain
from ..writing.names import Mark
from .placing import Placed, placed
from .values import Answer, Change, ChangeKind, Comment, Piece


class What(StrEnum):
    """What is proposed of a passage. `ADD` proposes words to follow it, `MOVE` that it follows another one."""

    AMEND = "amend"
    DELETE = "delete"
    ADD = "add"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class Proposal:
    """`passage` is a passage of the base, empty for words before the first. `after` is where a moved passage goes,
    empty for the beginning. `before` is what the base says, `wording` what is proposed, both Markdown. `is_tracked`
    says that the program marked it as a change; the rest was found by comparison. `edits` counts what people did,
    `changes` the tracked changes that it took. `is_clash` says that the present text changed the same words since.
    """

    what: What
    passage: str
    language: str
    wording: str = ""
    before: str = ""
    after: str = ""
    is_tracked: bool = False
    authors: tuple[str, ...] = ()
    edits: int = 0
    changes: int = 0
    is_clash: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A comment on a passage of the base. `parent` is the place of the comment that it replies to, -1 for none."""

    comment: int
    passage: str
    language: str
    author: str
    initials: str
    words: str
    quoted: str
    at: str
    parent: int = -1
    is_resolved: bool = False


class Loose(StrEnum):
    """What could not be placed."""

    COMMENT = "comment"
    CHANGE = "change"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Something without a passage, with its surroundings: `above` and `below` are the passages of the base that stand
    around it, empty where there are none, `near` is the paragraph that it is in. `place` names a part that is not the
    text ("header"). `count` says how many changes of the file it stands for.
    """

    kind: Loose
    words: str
    near: str
    above: str
    below: str
    author: str = ""
    initials: str = ""
    place: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Account:
    """Every comment and every tracked change of the file, once. `edits` are the tracked changes as people made them:
    the pieces of one edit together.
    """

    comments: int
    comments_placed: int
    changes: int
    changes_placed: int
    changes_of_form: int
    edits: int
    untracked: int

    @property
    def comments_unplaced(self) -> int:
        return self.comments - self.comments_placed

    @property
    def changes_unplaced(self) -> int:
        return self.changes - self.changes_placed - self.changes_of_form


@dataclass(frozen=True, slots=True)
class Understanding:
    """All of it. `with_ids` says whether the passages were found by their ids; `missing` are passages that the file
    lacks and that nobody is taken to have deleted, because most of the text is missing. `already` counts proposals
    that the present text says by now.
    """

    proposals: tuple[Proposal, ...]
    said: tuple[Said, ...]
    unplaced: tuple[Unplaced, ...]
    account: Account
    with_ids: bool
    missing: tuple[str, ...] = ()
    already: int = 0


def understood(base: Document, languages: Sequence[str], echo: Answer, answer: Answer) -> Understanding:
    """What the answer says about the base, whose columns are in these languages; `echo` is the base as read back from
    the file that was handed out.
    """
    return _Reader(base, languages, echo, answer).all()


class _Reader:
    def __init__(self, base: Document, languages: Sequence[str], echo: Answer, answer: Answer) -> None:
        self._base = base
        self._languages = languages
        self._pieces = answer.pieces
        self._answer = answer
        self._places: Placed = placed(echo.pieces, answer.pieces)
        self._echo = _by_passage({p.marks[0]: p for p in echo.pieces if p.marks and p.marks[0].id in base and p.text})
        self._found = _by_passage({mark: answer.pieces[at] for mark, at in self._places.first.items()})
        self._changes: dict[int, list[Change]] = {}
        for change in answer.changes:
            self._changes.setdefault(change.piece, []).append(change)
        self._homes = [mark.id if mark is not None and mark.id in base else None for mark in self._places.marks]
        self._added = self._additions()

    def all(self) -> Understanding:
        amended = list(self._amended())
        absent = list(self._absent())
        is_excerpt = 2 * len(self._found) < len(self._echo)
        deleted = [p for p, is_told in absent if is_told or not is_excerpt]
        missing = tuple(p.passage for p, is_told in absent if is_excerpt and not is_told)
        proposals = self._in_order([*amended, *deleted, *self._moved(), *self._new()])
        said = tuple(self._said())
        unplaced = (*self._loose_comments(), *self._loose_changes(), *self._loose_words())
        untracked = sum(not proposal.is_tracked for proposal in proposals)
        return Understanding(
            proposals, said, unplaced, self._account(len(said), untracked), self._places.with_ids, missing
        )

    def _language(self, column: int) -> str:
        return self._languages[min(column, len(self._languages) - 1)]

    ## Words

    def _amended(self) -> Iterator[Proposal]:
        for (id, column), parts in self._found.items():
            old = self._echo.get((id, column), {})
            passage, language = self._base.passage(id), self._language(column)
            echo, read = _text(passage.kind, old), _text(passage.kind, parts)
            pieces = self._pieces_of(id, column)
            if not read or plain(read) == plain(echo) or not old:
                continue
            is_tracked = any(c.kind is not ChangeKind.FORMAT for at in pieces for c in self._changes.get(at, ()))
            if not is_tracked and _is_typography(echo, read):
                continue
            before = passage.text(language)
            wording = read if echo == before else merge_words(echo, before, read) or read
            yield self._proposal(
                What.AMEND, id, language, pieces, wording=wording, before=before, is_tracked=is_tracked
            )

    def _absent(self) -> Iterator[tuple[Proposal, bool]]:
        """Passages of which nothing is left, and whether the file still tells so itself."""
        for id, column in self._echo:
            if _text(Kind.PARAGRAPH, self._found.get((id, column), {})):
                continue
            pieces = self._pieces_of(id, column)
            language = self._language(column)
            is_tracked = any(c.kind is not ChangeKind.FORMAT for at in pieces for c in self._changes.get(at, ()))
            before = self._base.passage(id).text(language)
            proposal = self._proposal(What.DELETE, id, language, pieces, before=before, is_tracked=is_tracked)
            yield proposal, bool(pieces)

    def _moved(self) -> Iterator[Proposal]:
        """The fewest passages whose moving explains the order of the file."""
        seen = dict.fromkeys(
            self._homes[at] for at in range(len(self._pieces)) if self._pieces[at].text and not self._pieces[at].column
        )
        order = [id for id in seen if id is not None]
        staying = {order[at] for at in longest_increasing([self._base.index[id] for id in order])}
        last = ""
        for id in order:
            if id not in staying:
                pieces = self._pieces_of(id, 0)
                is_tracked = any(
                    c.kind in {ChangeKind.MOVE_TO, ChangeKind.MOVE_FROM, ChangeKind.INSERT, ChangeKind.DELETE}
                    for at in pieces
                    for c in self._changes.get(at, ())
                )
                language = self._language(0)
                text = self._base.passage(id).text(language)
                yield self._proposal(What.MOVE, id, language, pieces, before=text, after=last, is_tracked=is_tracked)
            last = id

    def _new(self) -> Iterator[Proposal]:
        """Words that are nobody's, those that follow each other together."""
        groups: dict[tuple[str, int, int], list[int]] = {}
        run = 0
        for at, home in sorted(self._added.items()):
            run += at - 1 not in self._added
            groups.setdefault((home, self._pieces[at].column, run), []).append(at)
        for (home, column, _), places in groups.items():
            wording = _joined([self._pieces[at] for at in places])
            if wording:
                is_tracked = all(self._changes.get(at) for at in places)
                language = self._language(column)
                yield self._proposal(What.ADD, home, language, places, wording=wording, is_tracked=is_tracked)

    def _proposal(
        self,
        what: What,
        passage: str,
        language: str,
        pieces: Iterable[int],
        *,
        wording: str = "",
        before: str = "",
        after: str = "",
        is_tracked: bool,
    ) -> Proposal:
        changes = [c for at in pieces for c in self._changes.get(at, ()) if c.kind is not ChangeKind.FORMAT]
        authors = tuple(dict.fromkeys(change.author for change in changes if change.author))
        runs = len({change.run for change in changes})
        return Proposal(what, passage, language, wording, before, after, is_tracked, authors, runs, len(changes))

    def _in_order(self, proposals: list[Proposal]) -> tuple[Proposal, ...]:
        order = self._base.index
        return tuple(sorted(proposals, key=lambda p: (order.get(p.passage, -1), p.what is What.ADD, p.language)))

    def _pieces_of(self, id: str, column: int) -> list[int]:
        return [at for at, home in self._by_home.get(id, ()) if self._pieces[at].column == column and home == id]

    @property
    def _by_home(self) -> Mapping[str, Sequence[tuple[int, str]]]:
        if not hasattr(self, "_homes_by_id"):
            found: dict[str, list[tuple[int, str]]] = {}
            for at, home in enumerate(self._homes):
                if home is not None:
                    found.setdefault(home, []).append((at, home))
            self._homes_by_id = found
        return self._homes_by_id

    ## Places

    def _additions(self) -> dict[int, str]:
        """The pieces that are nobody's, with the passage that they follow. What stands among the paper's own front
        matter follows none.
        """
        last_front = max(self._places.front, default=-1)
        first_home = next((at for at, home in enumerate(self._homes) if home is not None), len(self._homes))
        found: dict[int, str] = {}
        last: dict[int, str] = {}
        for at, piece in enumerate(self._pieces):
            home = self._homes[at]
            if home is not None:
                last[piece.column] = home
            elif (
                at not in self._places.front
                and (piece.text or self._changes.get(at))
                and (at > last_front or (at > first_home and last.get(piece.column)))
            ):
                found[at] = last.get(piece.column, "")
        return found

    def _home(self, piece: int) -> str | None:
        """The passage that something in a piece is about; None where there is none."""
        if not 0 <= piece < len(self._pieces):
            return None
        return self._added.get(piece) if self._homes[piece] is None else self._homes[piece]

    def _said(self) -> Iterator[Said]:
        for at, comment in enumerate(self._answer.comments):
            home = self._home(comment.piece)
            if home is not None:
                language = self._language(self._pieces[comment.piece].column)
                yield Said(at, home, language, comment.author, comment.initials, comment.words, comment.quoted,
                           comment.at, comment.parent, comment.is_resolved)  # fmt: skip  # one value, read as one

    def _loose_comments(self) -> Iterator[Unplaced]:
        for comment in self._answer.comments:
            if self._home(comment.piece) is None:
                yield self._unplaced(Loose.COMMENT, comment.words, comment.piece, comment=comment)

    def _loose_changes(self) -> Iterator[Unplaced]:
        """Changes without a passage, those of one edit together."""
        runs: dict[tuple[int, int], list[Change]] = {}
        for change in self._answer.changes:
            if change.kind is not ChangeKind.FORMAT and self._home(change.piece) is None:
                runs.setdefault((change.piece, change.run), []).append(change)
        for (piece, _), changes in runs.items():
            words = " ".join(filter(None, (change.words for change in changes)))
            yield self._unplaced(Loose.CHANGE, words, piece, change=changes[0], count=len(changes))

    def _loose_words(self) -> Iterator[Unplaced]:
        """Words that nobody tracked among the paper's front matter."""
        for at, piece in enumerate(self._pieces):
            is_placed = self._home(at) is not None or at in self._places.front
            if piece.text and not is_placed and not self._changes.get(at):
                yield self._unplaced(Loose.WORDS, plain(piece.text), at)

    def _unplaced(
        self, kind: Loose, words: str, piece: int, *, comment: Comment | None = None, change: Change | None = None,
        count: int = 1,
    ) -> Unplaced:  # fmt: skip  # its arguments are one list
        above = next((home for at in range(piece - 1, -1, -1) if (home := self._homes[at])), "") if piece >= 0 else ""
        below = next((home for home in self._homes[piece + 1 :] if home), "") if piece >= 0 else ""
        inside = 0 <= piece < len(self._pieces)
        near = (plain(self._pieces[piece].text) or self._pieces[piece].before) if inside else ""
        author = comment.author if comment else change.author if change else ""
        place = change.place if change else ""
        return Unplaced(kind, words, near, above, below, author, comment.initials if comment else "", place, count)

    def _account(self, said: int, untracked: int) -> Account:
        changes = self._answer.changes
        form = sum(change.kind is ChangeKind.FORMAT for change in changes)
        placed_ = sum(c.kind is not ChangeKind.FORMAT and self._home(c.piece) is not None for c in changes)
        edits = len({(c.piece, c.run) for c in changes if c.kind is not ChangeKind.FORMAT})
        return Account(len(self._answer.comments), said, len(changes), placed_, form, edits, untracked)


Parts = Mapping[int, Piece]


def _by_passage(pieces: Mapping[Mark, Piece]) -> dict[tuple[str, int], dict[int, Piece]]:
    found: dict[tuple[str, int], dict[int, Piece]] = {}
    for mark, piece in pieces.items():
        found.setdefault((mark.id, mark.column), {})[mark.part] = piece
    return found


def _text(kind: Kind, parts: Parts) -> str:
    """The parts of one passage as its text. The caption of a figure is no part of its Markdown but of its title."""
    if kind in {Kind.TABLE, Kind.FIGURE} and 0 in parts:
        return "\n\n".join(parts[at].text for at in sorted(parts) if parts[at].text)
    return _joined([parts[at] for at in sorted(parts)], plainly=kind is Kind.ITEM)


def _joined(pieces: Sequence[Piece], *, plainly: bool = False) -> str:
    """Pieces as paragraphs, items of a list as a list."""
    parts: list[str] = []
    number = 0
    was_item = False
    for piece in pieces:
        is_item = piece.kind is Kind.ITEM and not plainly
        number = number + 1 if is_item and piece.is_ordered else 0
        if not piece.text:
            continue
        sign = f"{number}. " if number else "- "
        indent = "  " * (piece.level - 1)
        text = f"{indent}{sign}{piece.text}" if is_item else piece.text
        parts.append(("\n" if was_item and is_item else "\n\n" if parts else "") + text)
        was_item = is_item
    only = [piece for piece in pieces if piece.text]
    return only[0].text if len(only) == 1 else "".join(parts)


def _is_typography(old: str, new: str) -> bool:
    """Whether two texts differ only in blanks, quotation marks and dashes, which programs change by themselves."""
    return len({substance(Passage.of("x", Kind.PARAGRAPH, {"x": plain(text)}), ["x"]) for text in (old, new)}) == 1
