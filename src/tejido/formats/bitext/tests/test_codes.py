"""Marks of the text travel as codes: they come back exactly, and what came back damaged is refused."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tejido.formats import BadFile, Code
from tejido.formats.bitext import Bitext, Unit, read, write_tmx, write_xliff
from tejido.formats.markdown import Mark, canonical, pieces

settings.register_profile("laws", deadline=None)
settings.load_profile("laws")

ID = "000000000p01"
MARKED = "Una **ley** con *dos [vías](https://a.example)*^[Nota **bis**.] y `código`\\\nfin"
TRANSLATED = "Uma **lei** com *duas [vias](https://a.example)*^[Nota **bis**.] e `código`\\\nfim"
SAMPLES = [
    MARKED,
    "| **a** | b |\n| --- | --- |\n| x<br>y | [z](#p) |",
    "Uno **dos**.\n\nTres *cuatro*.",
    f"![Un mapa](media:{'0' * 64})",
    f'![Un mapa](media:{"0" * 64} "El *mapa*")',
    "2 \\* 3 y **x",
    "<https://a.example>",
    "**a***b*",
    "[](https://a.example) ** a **",
]
SIGNS = [*"ab *_`[]()^!\\<>|\n", "**", "^[", "](https://a.example)", "media:", "é"]
WORDS = st.lists(st.sampled_from(SIGNS), max_size=20)
TARGET_CODE = r'(<target[^>]*>Uma )<pc id="1" dataRefStart="d1" dataRefEnd="d1"([^>]*)>lei</pc>'


def bitext(*texts):
    return Bitext("es", ("pt",), (Unit(ID, tuple(zip(("es", "pt"), texts, strict=False)), "§ 1", "human"),))


def texts_of(raw):
    return read(raw).units[0].texts


@given(WORDS.map("".join))
def test_marks_and_words_together_are_the_text(words):
    for text in (words, canonical(words)):
        assert "".join(p.source if isinstance(p, Mark) else p for p in pieces(text)) == text


@given(WORDS.map("".join).map(canonical).filter(bool), WORDS.map("".join).filter(str.strip))
def test_a_marked_text_comes_back_exactly(first, second):
    for write in (write_xliff, write_tmx):
        assert texts_of(write(bitext(first, second))) == (("es", first), ("pt", second))


@pytest.mark.parametrize("text", SAMPLES)
def test_each_kind_of_mark_comes_back_exactly(text):
    for write in (write_xliff, write_tmx):
        assert texts_of(write(bitext(text, text))) == (("es", text), ("pt", text))


def test_a_translator_sees_words_and_codes_and_no_marks():
    unit = etree.fromstring(write_xliff(bitext(MARKED, TRANSLATED))).find(".//{*}unit")
    source, target = (unit.find(f".//{{*}}{name}") for name in ("source", "target"))
    assert "".join(source.itertext()) == "Una ley con dos víasNota bis. y fin"
    sorts = [(code.get("id"), code.get("type"), code.get("subType")) for code in source.iter("{*}pc", "{*}ph")]
    assert sorts == [
        ("1", "fmt", "tejido:strong"), ("2", "fmt", "tejido:emphasis"), ("3", "link", "tejido:link"),
        ("4", "other", "tejido:note"), ("5", "fmt", "tejido:strong"), ("6", "other", "tejido:code"),
        ("7", "fmt", "tejido:break"),
    ]  # fmt: skip
    assert [code.get("id") for code in target.iter("{*}pc", "{*}ph")] == list("1234567")
    assert [child.tag.rpartition("}")[2] for child in unit] == ["notes", "originalData", "segment"]
    seg = etree.fromstring(write_tmx(bitext(MARKED))).find(".//seg")
    assert [(code.tag, code.text) for code in seg][:3] == [("bpt", "**"), ("ept", "**"), ("bpt", "*")]
    assert [code.get("i") for code in seg][:2] == ["1", "1"]


def test_what_is_said_within_a_mark_that_is_words_as_well_stays_to_be_translated():
    unit = write_xliff(bitext(f'![Un mapa](media:{"0" * 64} "El mapa")')).decode()
    assert "<pc" not in unit
    assert ">Un mapa</pc>" in write_xliff(bitext(f"![Un mapa](media:{'0' * 64})")).decode()


def test_a_code_that_a_translator_moves_takes_away_or_parts_is_taken_as_it_is():
    raw = write_xliff(bitext("Una **ley** y *otra*", "Uma **lei** e *outra*")).decode()
    moved = raw.replace(">lei</pc> e ", "> lei </pc>e ")
    assert texts_of(moved.encode())[1][1] == "Uma  **lei** e *outra*"
    gone = re.sub(r"<pc ([^>]*)>outra</pc>", "outra", raw)
    assert texts_of(gone.encode())[1][1] == "Uma **lei** e outra"
    empty = raw.replace(">lei</pc>", "></pc>")
    assert texts_of(empty.encode())[1][1] == "Uma  e *outra*"
    parted = re.sub(
        r'<pc id="1" dataRefStart="d1" dataRefEnd="d1" ([^>]*)>lei</pc>',
        r'<sc id="9" dataRef="d1" \1/>lei<ec startRef="9" dataRef="d1"/>',
        raw,
    )
    assert "<sc" in parted
    assert texts_of(parted.encode())[1][1] == "Uma **lei** e *outra*"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r"<originalData>.*</originalData>", ""),
        (r' dataRefEnd="d\d"', ""),
        (TARGET_CODE, r'\1<sc id="9" dataRef="d1"\2/>lei'),
        (TARGET_CODE, r'\1lei<ec dataRef="d1"\2/>'),
    ],
)  # fmt: skip
def test_damaged_codes_of_xliff_are_refused_with_the_passage(old, new):
    raw = write_xliff(bitext("Una **ley**", "Uma **lei**")).decode()
    broken = re.sub(old, new, raw)
    assert broken != raw
    with pytest.raises(BadFile) as refused:
        read(broken.encode())
    assert (refused.value.code, refused.value.where) == (Code.DAMAGED_CODES, "§ 1")


@pytest.mark.parametrize(
    ("old", "new"),
    [(r"<ept[^>]*>[^<]*</ept>", ""), (r"(<bpt[^>]*>)[^<]*", r"\1"), (r"<bpt([^>]*)>([^<]*)</bpt>", r"<it\1>\2</it>")],
)
def test_damaged_codes_of_tmx_are_refused_with_the_passage(old, new):
    broken = re.sub(old, new, write_tmx(bitext("Una **ley**", "Uma **lei**")).decode())
    with pytest.raises(BadFile) as refused:
        read(broken.encode())
    assert (refused.value.code, refused.value.where) == (Code.DAMAGED_CODES, ID)


def test_crossing_codes_are_refused():
    raw = write_tmx(bitext("Una **ley** *y*")).decode()
    parts = re.findall(r"<[be]pt[^>]*>[^<]*</[be]pt>", raw)
    crossed = raw.replace(f"{parts[1]} {parts[2]}", f"{parts[2]} {parts[1]}")
    assert crossed != raw
    with pytest.raises(BadFile):
        read(crossed.encode())


def test_codes_of_other_programs_are_taken_off_with_what_they_stand_for():
    unit = (
        '<unit id="000000000p01"><originalData><data id="d1">&lt;b&gt;</data></originalData><segment><source>Una '
        '<pc id="1" dataRefStart="d1" dataRefEnd="d1">ley</pc> <sc id="2" dataRef="d1"/>y<ec startRef="2" '
        'dataRef="d1"/><ph id="3" dataRef="d1"/></source></segment></unit>'
    )
    head = 'xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="es" trgLang="pt"'
    assert texts_of(f'<xliff {head}><file id="f">{unit}</file></xliff>'.encode()) == (("es", "Una ley y"),)


def test_a_file_from_before_codes_is_read_as_ever():
    head = 'xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="es" trgLang="pt"'
    unit = f'<unit id="{ID}"><segment><source>Una **ley**</source><target>Uma *lei*</target></segment></unit>'
    found = texts_of(f'<xliff {head}><file id="f">{unit}</file></xliff>'.encode())
    assert found == (("es", "Una **ley**"), ("pt", "Uma *lei*"))
