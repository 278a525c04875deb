"""XLIFF and TMX: what is written reads back, what others write is read, and nothing that is hostile is."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tejido.formats import BadFile, Code
from tejido.formats.bitext import Bitext, Unit, read, write_tmx, write_xliff
from tejido.formats.bitext.frames import from_bytes, to_bytes
from tejido.formats.child import parse_bitext

settings.register_profile("laws", deadline=None)
settings.load_profile("laws")

WORDS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0\r"), min_size=1, max_size=30)
IDS = st.lists(st.from_regex(r"[0-9a-z]{1,12}", fullmatch=True), unique=True, max_size=6)
UNIT = Unit("000000000p01", (("es", "Una **ley** & <otra>"), ("pt", "Uma *lei*")), "§ 1", "human")
SAID = Bitext("es", ("pt",), (UNIT, Unit("000000000p02", (("es", "  Dos\n"),), "§ 2", "missing")), "texto", "a" * 64)
CORE = 'xmlns="urn:oasis:names:tc:xliff:document:2.0"'


def xliff(units: str, head: str = f'{CORE} version="2.0" srcLang="es" trgLang="PT-br"') -> bytes:
    return f'<xliff {head}><file id="f1">{units}</file></xliff>'.encode()


def tmx(units: str, before: str = "", head: str = 'srclang="es"') -> bytes:
    return f'{before}<tmx version="1.4"><header {head}/><body>{units}</body></tmx>'.encode()


@st.composite
def bitexts(draw: st.DrawFn) -> Bitext:
    units = [Unit(id, tuple((tag, draw(WORDS)) for tag in ("es", "pt")[: draw(st.integers(1, 2))])) for id in draw(IDS)]
    return Bitext("es", ("pt",), tuple(units), "texto", "0" * 64)


@given(bitexts())
def test_an_xliff_file_reads_back_with_every_id_and_every_sign(said):
    found = read(write_xliff(said))
    assert [(unit.id, unit.texts) for unit in found.units] == [(unit.id, unit.texts) for unit in said.units]
    assert (found.source, found.targets, found.original, found.revision) == ("es", ("pt",), "texto", "0" * 64)


@given(bitexts())
def test_a_tmx_file_reads_back_with_every_id_and_every_word(said):
    found = read(write_tmx(said))
    cleaned = [
        (
            unit.id,
            tuple(
                (tag, re.sub("[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", words)) for tag, words in unit.texts
            ),
        )
        for unit in said.units
    ]
    assert [(unit.id, unit.texts) for unit in found.units] == cleaned


def test_states_and_addresses_go_out_as_the_standard_says():
    root = etree.fromstring(write_xliff(SAID))
    segments = root.findall(".//{*}segment")
    assert [segment.get("state") for segment in segments] == ["translated", "initial"]
    assert root.get("version") == "2.1"
    assert [unit.get("id") for unit in root.findall(".//{*}unit")] == ["000000000p01", "000000000p02"]
    assert [unit.place for unit in read(write_xliff(SAID)).units] == ["§ 1", "§ 2"]
    assert segments[1].find("{*}target") is None


def test_a_machine_s_words_are_told_apart():
    unit = Unit("p1", (("es", "a"), ("pt", "b")), "", "machine")
    assert read(write_xliff(Bitext("es", ("pt",), (unit,)))).units[0].state == "machine"


def test_segments_of_other_programs_are_joined_and_their_codes_taken_off():
    unit = (
        '<unit id="000000000p01"><segment state="translated"><source>Una <pc id="1">ley</pc>.</source>'
        '<target order="3">Segunda<ph id="2"/>.</target></segment><ignorable><source> </source></ignorable>'
        '<segment state="translated"><source>Otra.</source><target order="1">Primeira<cp hex="000B"/>'
        '<cp hex="D800"/><cp hex="x"/><mrk id="m" type="term">!</mrk></target></segment></unit>'
    )
    found = read(xliff(unit))
    assert found.targets == ("pt-BR",)
    assert found.units[0].text("es") == "Una ley. Otra."
    assert found.units[0].text("pt-BR") == "Primeira\x0b! Segunda."
    assert found.units[0].state == "human"


def test_a_group_is_looked_into_and_an_id_that_is_none_of_ours_is_left_out():
    found = read(xliff('<group id="g"><unit id="U-1"><segment><source>a</source></segment></unit></group>'))
    assert found.units == (Unit("", (("es", "a"),), "", ""),)


def test_a_tmx_file_of_another_program_is_read_with_its_document_type_and_without_its_codes():
    unit = (
        '<tu><tuv xml:lang="ES"><seg>Una <bpt i="1">&lt;b&gt;</bpt>ley<ept i="1">&lt;/b&gt;</ept></seg></tuv>'
        '<tuv lang="pt-br"><seg>Uma <hi>lei</hi></seg></tuv><tuv xml:lang="??"><seg>x</seg></tuv>'
        '<tuv xml:lang="fr"/><note/></tu>'
    )
    for before in ('<!DOCTYPE tmx SYSTEM "tmx14.dtd">', '<!DOCTYPE tmx PUBLIC "-//LISA//DTD" "tmx14.dtd">', ""):
        found = read(tmx(unit, before, 'srclang="*all*"'))
        assert found.units == (Unit("", (("es", "Una ley"), ("pt-BR", "Uma lei"))),)
        assert (found.source, found.targets) == ("es", ("pt-BR",))
    assert read(tmx(unit).decode().encode("utf-16")).source == "es"


BOMB = b'<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><tmx>&b;</tmx>'
FAR = b'<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tmx>&x;</tmx>'
DEEP = b"<tmx>" + b"<tu>" * 5000 + b"</tu>" * 5000 + b"</tmx>"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", Code.BROKEN_XML),
        (b"no", Code.BROKEN_XML),
        (b"\xff\xfe\x00\xd8", Code.BROKEN_XML),
        (b"<a/>", Code.NOT_BITEXT),
        (b'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>', Code.NOT_BITEXT),
        (xliff("", f"{CORE} srcLang='es'"), Code.NO_LANGUAGES),
        (tmx("", head=""), Code.NO_LANGUAGES),
        (b"<tmx/>", Code.NO_LANGUAGES),
        (BOMB, Code.DECLARATIONS),
        (FAR, Code.DECLARATIONS),
        (DEEP, Code.TOO_DEEP),
        (tmx("<tu/>" * 50_001), Code.TOO_MANY_UNITS),
        (tmx(f'<tu><tuv xml:lang="es"><seg>{"a" * 100_001}</seg></tuv></tu>'), Code.TOO_BIG),
    ],
)
def test_what_is_broken_hostile_or_something_else_is_one_refusal(raw, code):
    with pytest.raises(BadFile) as refused:
        read(raw)
    assert refused.value.code is code


def test_a_file_is_read_in_the_limited_process():
    assert parse_bitext(write_xliff(SAID), name="a.xlf").units[0].texts == UNIT.texts
    with pytest.raises(BadFile) as refused:
        parse_bitext(BOMB, name="a.tmx")
    assert (refused.value.code, refused.value.name) == (Code.DECLARATIONS, "a.tmx")


def test_an_answer_comes_back_as_it_was_and_is_not_trusted():
    said = Bitext("es", ("pt",), (Unit("p1", (("es", "a"),), "§ 1", "human"),), "t", "r")
    assert from_bytes(to_bytes(said)) == said


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"id":"p1"', '"id":"P 1"'),
        ('"id":"p1"', '"id":1'),
        ('"state":"human"', '"state":"authentic"'),
        ('"source":"es"', '"source":"../x"'),
        ('"place":"', '"place":"' + "x" * 60),
        ('"original":"t"', '"original":[]'),
        ('"units":', '"other":'),
        ('"bitext"', '"text"'),
    ],
)
def test_an_answer_that_is_none_is_refused(old, new):
    data = to_bytes(Bitext("es", ("pt",), (Unit("p1", (("es", "a"),), "§ 1", "human"),), "t", "r")).decode()
    assert old in data
    with pytest.raises(ValueError, match=r"this is|no answer"):
        from_bytes(data.replace(old, new).encode())


def test_an_answer_with_too_many_units_is_refused():
    data = to_bytes(Bitext("es", ("pt",), (Unit("p1", (), "", ""),) * 50_001))
    with pytest.raises(BadFile):
        from_bytes(data)


def test_words_of_an_answer_hold_nothing_that_a_database_cannot():
    data = to_bytes(Bitext("es", ("pt",), (Unit("p1", (("es", "a\0b"),)),)))
    assert from_bytes(data).units[0].text("es") == "ab"
