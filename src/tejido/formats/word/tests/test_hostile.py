"""Whatever a file is, it is read or refused with exactly one reason; it never takes more than it may."""

import random
from contextlib import suppress

import pytest

from tejido.formats import BadFile

from .hostile import GOOD, READ, REFUSED
from .sample import NAMESPACES, OOXML, p, parts, reading, texts, zipped


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_or_damaged_file_is_refused_for_its_own_reason(name):
    make, code = REFUSED[name]
    with pytest.raises(BadFile) as refused:
        reading(make())
    assert refused.value.code is code


@pytest.mark.parametrize("name", READ)
def test_a_strange_file_is_read(name):
    assert "texto" in texts(reading(READ[name]()))[0] or name.startswith("tables")


def test_nothing_outside_the_file_is_ever_read(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("canario")
    body = GOOD["word/document.xml"].replace(
        b"<w:document",
        f'<?xml-stylesheet href="{secret}"?><w:document xmlns:xi="http://www.w3.org/2001/XInclude"'.encode(),
        1,
    )
    body = body.replace(b"<w:body>", f'<w:body><xi:include href="{secret}" parse="text"/>'.encode())
    assert "canario" not in repr(reading(zipped({**GOOD, "word/document.xml": body})))


@pytest.mark.parametrize("seed", range(40))
def test_a_file_with_a_few_changed_bytes_is_read_or_refused(seed):
    chance = random.Random(seed)
    raw = bytearray(zipped(parts(p("texto") * 30, styles="", numbering="")))
    for _ in range(chance.randrange(1, 12)):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    with suppress(BadFile):
        reading(bytes(raw))


def test_a_strict_file_says_the_same_as_a_transitional_one():
    def strict(data: bytes) -> bytes:
        for transitional, other in (
            (f"{OOXML}/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"),
            (f"{OOXML}/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"),
        ):
            data = data.replace(transitional.encode(), other.encode())
        return data

    made = parts(
        p("Uno", style="h")
        + p(f"<w:hyperlink r:id='l'><w:r><w:t>{OOXML}/wordprocessingml/2006/main</w:t></w:r></w:hyperlink>"),
        links={"l": ("hyperlink", "https://example.org")},
        styles='<w:style w:styleId="h"><w:name w:val="heading 1"/></w:style>',
    )
    changed = {name: strict(data) for name, data in made.items()}
    assert changed != made
    assert NAMESPACES.split('"')[1] in made["word/document.xml"].decode()
    found = reading(zipped(changed))
    assert [(x.kind, x.level) for x in found.document] == [("heading", 1), ("paragraph", 0)]
    assert texts(found)[1] == "[http://purl.oclc.org/ooxml/wordprocessingml/main](https://example.org)"
