"""Edits a Word file as a person in Word would, in its XML: tracked or not, with comments and replies, by two authors.

Every edit says what has to come of it, so that a test needs no second opinion.
"""

from __future__ import annotations

import copy
import random
import re
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DAY = "2026-11-20T10:00:00Z"
ANA, LUIS = "Ana Invented", "Luis Invented"
_INITIALS = {ANA: "AI", LUIS: "LI"}


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def element(name: str, **attributes: str) -> etree._Element:
    return etree.Element(w(name), {w(key): value for key, value in attributes.items()})


@dataclass
class Edited:
    """A file that is being edited, with what it must come back as."""

    raw: bytes
    expected: set[tuple[str, str]] = field(default_factory=set)  # (what, passage)
    said: list[tuple[str, str]] = field(default_factory=list)  # (words of a comment, passage)

    def __post_init__(self) -> None:
        with ZipFile(BytesIO(self.raw)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])
        self.body = self.root[0]
        self._id = 9000
        self._comments: list[etree._Element] = []
        self._extended: list[tuple[str, str, bool]] = []

    ## Finding

    def paragraph(self, id: str, part: int = 0) -> etree._Element:
        name = f"_p_{id}_0_{part}" if part else f"_p_{id}"
        start = next(e for e in self.root.iter(w("bookmarkStart")) if e.get(w("name")) == name)
        return next(e for e in start.iterancestors() if e.tag == w("p"))

    def block(self, id: str) -> etree._Element:
        """The paragraph, or the table that holds it."""
        tables = [e for e in self.paragraph(id).iterancestors() if e.tag == w("tbl")]
        return tables[-1] if tables else self.paragraph(id)

    def words(self, paragraph: etree._Element) -> str:
        return "".join(t.text or "" for t in paragraph.iter(w("t")))

    def _run_with(self, paragraph: etree._Element, words: str) -> etree._Element:
        """The run of exactly these words, split off where it is part of a longer one."""
        for run in list(paragraph.iter(w("r"))):
            text = run.find(w("t"))
            if text is None or words not in (text.text or "") or run.getparent().tag in {w("del"), w("moveFrom")}:
                continue
            before, _, after = text.text.partition(words)
            twins = [copy.deepcopy(run), copy.deepcopy(run)]
            for twin, piece, put in zip(twins, (before, after), (run.addprevious, run.addnext), strict=True):
                twin.find(w("t")).text = piece
                if piece:
                    put(twin)
            text.text = words
            return run
        raise AssertionError(f"{words!r} is not in one run")

    def _change(self, name: str, author: str) -> etree._Element:
        self._id += 1
        return element(name, id=str(self._id), author=author, date=_DAY)

    def _wrapped(self, run: etree._Element, name: str, author: str) -> None:
        change = self._change(name, author)
        run.getparent().replace(run, change)
        change.append(run)
        if name in {"del", "moveFrom"}:
            for text in run.iter(w("t")):
                text.tag = w("delText") if name == "del" else w("t")

    def _mark(self, paragraph: etree._Element, name: str, author: str) -> None:
        properties = paragraph.find(w("pPr"))
        if properties is None:
            properties = element("pPr")
            paragraph.insert(0, properties)
        run = properties.find(w("rPr"))
        if run is None:
            run = element("rPr")
            properties.append(run)
        run.insert(0, self._change(name, author))

    ## Tracked changes

    def replace(self, id: str, old: str, new: str, author: str = ANA, part: int = 0, pieces: int = 1) -> Edited:
        """Words for words; `pieces` cuts the insertion as programs do, with an empty one between."""
        run = self._run_with(self.paragraph(id, part), old)
        return self._replaced(id, run, new, author, pieces)

    def _replaced(self, id: str, run: etree._Element, new: str, author: str, pieces: int) -> Edited:
        inserted = copy.deepcopy(run)
        self._wrapped(run, "del", author)
        place = run.getparent()
        size = max(1, len(new) // pieces)
        cuts = [new[at : at + size] for at in range(0, len(new), size)]
        for cut in cuts:
            twin = copy.deepcopy(inserted)
            twin.find(w("t")).text = cut
            change = self._change("ins", author)
            change.append(twin)
            place.addnext(change)
            place = change
            if pieces > 1:
                empty = self._change("ins", author)
                place.addnext(empty)
                place = empty
        self.expected.add(("amend", id))
        return self

    def cell(self, id: str, old: str, new: str, author: str = ANA) -> Edited:
        for paragraph in self.block(id).iter(w("p")):
            if old in self.words(paragraph):
                return self._replaced(id, self._run_with(paragraph, old), new, author, 1)
        raise AssertionError(old)

    def cut(self, id: str, words: str, author: str = ANA) -> Edited:
        self._wrapped(self._run_with(self.paragraph(id), words), "del", author)
        self.expected.add(("amend", id))
        return self

    def insert(self, id: str, after: str, new: str, author: str = ANA) -> Edited:
        run = self._run_with(self.paragraph(id), after)
        twin = copy.deepcopy(run)
        twin.find(w("t")).text = new
        change = self._change("ins", author)
        change.append(twin)
        run.addnext(change)
        self.expected.add(("amend", id))
        return self

    def delete(self, id: str, author: str = ANA, kind: str = "del") -> Edited:
        """A whole paragraph with its mark; a table row by row."""
        block = self.block(id)
        for row in block.iter(w("tr")):
            properties = row.find(w("trPr"))
            if properties is None:
                properties = element("trPr")
                row.insert(0, properties)
            properties.append(self._change(kind, author))
        for paragraph in [block] if block.tag == w("p") else block.iter(w("p")):
            for run in list(paragraph.iter(w("r"))):
                if run.getparent().tag == w("p"):
                    self._wrapped(run, kind, author)
            self._mark(paragraph, kind, author)
        if kind == "del":
            self.expected.add(("delete", id))
        return self

    def delete_row(self, id: str, words: str, author: str = ANA) -> Edited:
        row = next(row for row in self.block(id).iter(w("tr")) if words in self.words(row))
        properties = row.find(w("trPr"))
        if properties is None:
            properties = element("trPr")
            row.insert(0, properties)
        properties.append(self._change("del", author))
        for run in list(row.iter(w("r"))):
            self._wrapped(run, "del", author)
        self.expected.add(("amend", id))
        return self

    def add(self, id: str, text: str, author: str = ANA, style: str = "BodyText", before: bool = False) -> Edited:
        """A new paragraph after a passage, or before it."""
        paragraph = element("p")
        properties = element("pPr")
        properties.append(element("pStyle", val=style))
        paragraph.append(properties)
        self._mark(paragraph, "ins", author)
        change = self._change("ins", author)
        run = element("r")
        words = element("t")
        words.text = text
        run.append(words)
        change.append(run)
        paragraph.append(change)
        block = self.block(id)
        (block.addprevious if before else block.addnext)(paragraph)
        return self

    def added(self, id: str) -> Edited:
        self.expected.add(("add", id))
        return self

    def move(self, id: str, after: str, author: str = ANA) -> Edited:
        """A tracked move: the old place and the new one; Word takes the bookmark along."""
        block = self.block(id)
        twin = copy.deepcopy(block)
        for e in list(block.iter(w("bookmarkStart"), w("bookmarkEnd"))):
            e.getparent().remove(e)
        for run in list(block.iter(w("r"))):
            if run.getparent().tag == w("p"):
                self._wrapped(run, "moveFrom", author)
        self._mark(block, "moveFrom", author)
        for run in list(twin.iter(w("r"))):
            if run.getparent().tag == w("p"):
                self._wrapped(run, "moveTo", author)
        self._mark(twin, "moveTo", author)
        self.block(after).addnext(twin)
        self.expected.add(("move", id))
        return self

    def join(self, id: str, following: str, author: str = ANA) -> Edited:
        """The end of a paragraph deleted: the next one continues it."""
        self._mark(self.paragraph(id), "del", author)
        self.expected |= {("amend", id), ("delete", following)}
        return self

    def embolden(self, id: str, words: str, author: str = ANA) -> Edited:
        """A change of form only."""
        run = self._run_with(self.paragraph(id), words)
        properties = run.find(w("rPr"))
        properties.insert(0, element("b"))
        properties.append(self._change("rPrChange", author))
        properties[-1].append(element("rPr"))
        return self

    ## Edits that nobody tracks

    def overwrite(self, id: str, old: str, new: str) -> Edited:
        self._run_with(self.paragraph(id), old).find(w("t")).text = new
        self.expected.add(("amend", id))
        return self

    def drop(self, id: str) -> Edited:
        names = [e.get(w("name")) for e in self.root.iter(w("bookmarkStart"))]
        parts = [name for name in names if name.startswith(f"_p_{id}_0_")]
        blocks = {self.block(id), *(self.paragraph(id, int(name.rpartition("_")[2])) for name in parts)}
        for block in blocks:
            if block.getparent() is not None:
                block.getparent().remove(block)
        self.expected.add(("delete", id))
        return self

    def paste(self, id: str, texts: list[tuple[str, str]]) -> Edited:
        """Paragraphs of (style, words) after a passage."""
        place = self.block(id)
        for style, text in reversed(texts):
            self.add(id, text, style=style)
        for at in range(len(texts)):
            paragraph = place.getnext()
            for _ in range(at):
                paragraph = paragraph.getnext()
            self._accept(paragraph)
        self.expected.add(("add", id))
        return self

    def shift(self, id: str, after: str) -> Edited:
        block = self.block(id)
        self.block(after).addnext(block)
        self.expected.add(("move", id))
        return self

    def accept(self, id: str) -> Edited:
        """The changes in a passage as if the author had accepted them: they are still proposals, untracked."""
        self._accept(self.block(id))
        return self

    def _accept(self, block: etree._Element) -> None:
        for change in list(block.iter(w("ins"), w("moveTo"))):
            parent = change.getparent()
            for inner in list(change):
                change.addprevious(inner)
            parent.remove(change)
        for change in list(block.iter(w("del"), w("moveFrom"))):
            change.getparent().remove(change)

    ## Comments

    def comment(self, id: str, text: str, words: str = "", author: str = ANA, part: int = 0) -> int:
        """On some words of a passage, or on all of it; the comment's id."""
        paragraph = self.paragraph(id, part)
        runs = [self._run_with(paragraph, words)] if words else [e for e in paragraph if e.tag == w("r")]
        return self._commented(runs, id, text, author)

    def comment_span(self, first: str, last: str, text: str, author: str = ANA) -> int:
        """From one passage into another: it belongs to the first."""
        start = next(e for e in self.paragraph(first) if e.tag == w("r"))
        stop = [e for e in self.paragraph(last) if e.tag == w("r")][-1]
        return self._commented([start, stop], first, text, author)

    def comment_cell(self, id: str, words: str, text: str, author: str = ANA) -> int:
        for paragraph in self.block(id).iter(w("p")):
            if words in self.words(paragraph):
                return self._commented([self._run_with(paragraph, words)], id, text, author)
        raise AssertionError(words)

    def _commented(self, runs: list[etree._Element], id: str, text: str, author: str) -> int:
        number = self._new_comment(text, author)
        self._anchor(runs, number)
        self.said.append((text, id))
        return number

    def _anchor(self, runs: list[etree._Element], number: int) -> None:
        runs[0].addprevious(element("commentRangeStart", id=str(number)))
        end = element("commentRangeEnd", id=str(number))
        runs[-1].addnext(end)
        reference = element("r")
        reference.append(element("commentReference", id=str(number)))
        end.addnext(reference)

    def _new_comment(self, text: str, author: str) -> int:
        number = len(self._comments)
        comment = element("comment", id=str(number), author=author, initials=_INITIALS[author], date=_DAY)
        paragraph = element("p")
        paragraph.set(f"{{{W14}}}paraId", f"{0x10000000 + number:08X}")
        run = element("r")
        words = element("t")
        words.text = text
        run.append(words)
        paragraph.append(run)
        comment.append(paragraph)
        self._comments.append(comment)
        self._extended.append((f"{0x10000000 + number:08X}", "", False))
        return number

    def reply(self, to: int, id: str, text: str, author: str = LUIS, *, settled: bool = False) -> int:
        """Word gives a reply the same range as what it replies to."""
        number = self._new_comment(text, author)
        self._extended[number] = (self._extended[number][0], self._extended[to][0], False)
        self._extended[to] = (*self._extended[to][:2], settled or self._extended[to][2])
        for name, place in (("commentRangeStart", "addnext"), ("commentRangeEnd", "addnext")):
            own = next(e for e in self.root.iter(w(name)) if e.get(w("id")) == str(to))
            getattr(own, place)(element(name, id=str(number)))
        reference = element("r")
        reference.append(element("commentReference", id=str(number)))
        next(e for e in self.root.iter(w("commentReference")) if e.get(w("id")) == str(to)).getparent().addnext(
            reference
        )
        self.said.append((text, id))
        return number

    ## What programs do

    def without_ids(self) -> Edited:
        """As Google Docs and mail programs leave a file: no bookmarks, no properties."""
        for e in list(self.root.iter(w("bookmarkStart"), w("bookmarkEnd"))):
            e.getparent().remove(e)
        empty = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
        self.parts["docProps/custom.xml"] = empty.encode()
        self.parts["docProps/core.xml"] = re.sub(
            rb"<dc:identifier>[^<]*</dc:identifier>", b"", self.parts["docProps/core.xml"]
        )
        return self

    def noise(self, seed: int = 1) -> Edited:
        """Word's own: ids of sessions, runs cut for no reason, marks of the spelling checker."""
        chance = random.Random(seed)
        for run in list(self.root.iter(w("r"))):
            run.set(w("rsidR"), f"{chance.randrange(1 << 32):08X}")
            text = run.find(w("t"))
            if text is not None and len(text.text or "") > 8 and chance.random() < 0.5:
                cut = chance.randrange(1, len(text.text))
                twin = copy.deepcopy(run)
                twin.find(w("t")).text = text.text[cut:]
                text.text = text.text[:cut]
                for t in (text, twin.find(w("t"))):
                    t.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                run.addnext(twin)
                twin.addprevious(element("proofErr", type="spellStart"))
        for paragraph in self.root.iter(w("p")):
            paragraph.set(w("rsidRDefault"), f"{chance.randrange(1 << 32):08X}")
            paragraph.set(f"{{{W14}}}paraId", f"{chance.randrange(1 << 31):08X}")
        return self

    def bytes(self) -> bytes:
        parts = dict(self.parts)
        parts["word/document.xml"] = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8")
        if self._comments:
            self._put_comments(parts)
        file = BytesIO()
        with ZipFile(file, "w", ZIP_DEFLATED) as archive:
            for name, data in parts.items():
                archive.writestr(name, data)
        return file.getvalue()

    def _put_comments(self, parts: dict[str, bytes]) -> None:
        root = etree.Element(w("comments"), nsmap={"w": W, "w14": W14})
        root.extend(self._comments)
        parts["word/comments.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
        extended = etree.Element(f"{{{W15}}}commentsEx", nsmap={"w15": W15})
        for id, parent, settled in self._extended:
            entry = etree.SubElement(
                extended, f"{{{W15}}}commentEx", {f"{{{W15}}}paraId": id, f"{{{W15}}}done": str(int(settled))}
            )
            if parent:
                entry.set(f"{{{W15}}}paraIdParent", parent)
        parts["word/commentsExtended.xml"] = etree.tostring(extended, xml_declaration=True, encoding="UTF-8")
        own = "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{name}+xml"/>'
            for name in ("comments", "commentsExtended")
        )
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", own.encode() + b"</Types>")
        related = (
            f'<Relationship Id="rIdC" Type="{_R}/comments" Target="comments.xml"/><Relationship Id="rIdX" '
            'Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" '
            'Target="commentsExtended.xml"/></Relationships>'
        )
        name = "word/_rels/document.xml.rels"
        parts[name] = parts[name].replace(b"</Relationships>", related.encode())
