"""Work on an older revision, brought to the present one: nothing is lost, and what clashes says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tejido.engine.change import TextConflict, merge
from tejido.engine.document import Document, Passage

from ...markdown import plain
from .proposals import Loose, Proposal, Said, Understanding, Unplaced, What


def rebased(base: Document, present: Document, found: Understanding) -> Understanding:
    """What was understood on the base, as it reads on the present text.

    Both sides' changes of a passage are merged by words. Where they clash the proposal keeps its own wording and is
    marked; where the passage is gone, comments and proposals have no place any more; where the present text says
    already what is proposed, there is nothing left to propose.
    """
    return _Rebase(base, present, found).all()


class _Rebase:
    def __init__(self, base: Document, present: Document, found: Understanding) -> None:
        self._base = base
        self._present = present
        self._found = found
        theirs = _with_amendments(base, found.proposals)
        self._merge = merge(base, present, theirs)
        self._clashes = {(c.id, c.language) for c in self._merge.conflicts if isinstance(c, TextConflict)}
        self._loose: list[Unplaced] = []
        self._already = 0

    def all(self) -> Understanding:
        proposals = tuple(self._proposals())
        said = tuple(self._said())
        account = self._found.account
        lost_changes = sum(item.count for item in self._loose if item.kind is Loose.CHANGE)
        account = replace(
            account,
            comments_placed=len(said),
            changes_placed=account.changes_placed - lost_changes,
            untracked=sum(not proposal.is_tracked for proposal in proposals),
        )
        unplaced = (*self._found.unplaced, *self._loose)
        return replace(
            self._found, proposals=proposals, said=said, unplaced=unplaced, account=account, already=self._already
        )

    def _proposals(self) -> Iterator[Proposal]:
        for proposal in self._found.proposals:
            moved = self._proposal(proposal)
            if moved is not None:
                yield moved

    def _proposal(self, proposal: Proposal) -> Proposal | None:
        if proposal.what is What.ADD:
            return replace(proposal, passage=self._standing(proposal.passage))
        if proposal.passage not in self._present:
            self._gone(proposal)
            return None
        before = self._present.passage(proposal.passage).text(proposal.language)
        match proposal.what:
            case What.MOVE:
                return replace(proposal, after=self._standing(proposal.after), before=before)
            case What.DELETE:
                return replace(proposal, before=before, is_clash=before != proposal.before)
            case _:
                return self._amended(proposal, before)

    def _amended(self, proposal: Proposal, before: str) -> Proposal | None:
        if before == proposal.before:
            return proposal
        if (proposal.passage, proposal.language) in self._clashes:
            return replace(proposal, before=before, is_clash=True)
        wording = self._merge.document.passage(proposal.passage).text(proposal.language)
        if plain(wording) == plain(before):
            self._already += 1
            return None
        return replace(proposal, before=before, wording=wording)

    def _gone(self, proposal: Proposal) -> None:
        if proposal.what is What.DELETE:
            self._already += 1
            return
        kind = Loose.CHANGE if proposal.changes else Loose.WORDS
        author = proposal.authors[0] if proposal.authors else ""
        words = plain(proposal.wording or proposal.before)
        count = max(proposal.changes, 1)
        self._loose.append(self._unplaced(kind, words, proposal.language, proposal.passage, author, "", count))

    def _said(self) -> Iterator[Said]:
        for said in self._found.said:
            if not said.passage or said.passage in self._present:
                yield said
            else:
                loose = self._unplaced(
                    Loose.COMMENT, said.words, said.language, said.passage, said.author, said.initials, 1
                )
                self._loose.append(loose)

    def _unplaced(
        self, kind: Loose, words: str, language: str, id: str, author: str, initials: str, count: int
    ) -> Unplaced:
        at = self._base.index[id]
        near = plain(next((text for _, text in self._base.passage(id).texts), ""))
        below = next((p.id for p in self._base.passages[at + 1 :] if p.id in self._present), "")
        return Unplaced(kind, words, language, near, self._standing(id), below, author, initials, "", count)

    def _standing(self, id: str) -> str:
        """The passage, or the nearest before it that the present text still has; empty for the beginning."""
        if not id or id in self._present:
            return id
        before = self._base.passages[: self._base.index[id]]
        return next((p.id for p in reversed(before) if p.id in self._present), "")


def _with_amendments(base: Document, proposals: tuple[Proposal, ...]) -> Document:
    """The base as it would read if every amendment were taken."""
    amended: dict[str, Passage] = {}
    for proposal in proposals:
        if proposal.what is What.AMEND:
            passage = amended.get(proposal.passage, base.passage(proposal.passage))
            amended[proposal.passage] = passage.with_text(proposal.language, proposal.wording)
    return Document.of(amended.get(passage.id, passage) for passage in base)
