"""Whatever somebody writes in Word is what is read."""

from __future__ import annotations

from io import BytesIO

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from tejido.formats.markdown import canonical, plain
from tejido.formats.markdown import read as read_markdown
from tejido.formats.markdown import write as write_markdown
from tejido.formats.markdown.cleaning import clean, collapse

from .sample import p, r, read_body, reading, texts
from .test_tables import tbl, tc, tr

# What XML can hold at all.
characters = st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff").filter(
    lambda c: c >= " " or c in "\t\n"
)
words = st.text(characters, max_size=40) | st.text(st.sampled_from("ab *_`[]()<>!^&;#\\.-+1|~:=\n\t"), max_size=25)


def written(text: str) -> str:
    """What the words of a text are once blanks and Unicode forms are the usual ones."""
    return collapse(clean(text)).strip()


@settings(max_examples=60, deadline=None)
@given(st.lists(words, min_size=1, max_size=4))
def test_the_words_of_a_paragraph_are_those_that_were_written(said):
    document = docx.Document()
    for text in said:
        document.add_paragraph(text)
    file = BytesIO()
    document.save(file)
    found = texts(reading(file.getvalue()))
    assert [plain(text) for text in found] == [text for text in map(written, said) if text]
    assert [canonical(text) for text in found] == found


@settings(max_examples=60, deadline=None)
@given(st.lists(words, min_size=1, max_size=3), words)
def test_the_words_of_headings_items_cells_and_notes_are_those_that_were_written(cells, said):
    def xml(text: str) -> str:
        return r("".join(f"&#{ord(letter)};" for letter in text))

    table = tbl(tr(*["x"] * len(cells)), tr(*(tc(p(xml(cell))) for cell in cells)))
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = p("a", xml(said), "z", style="Heading1") + p("a", note, "z") + table + p(xml("a" + said), style="Quote")
    found = read_body(body, footnotes=f'<w:footnote w:id="1">{p(xml("n" + said))}</w:footnote>')
    spoken = [plain(text) for text in texts(found)]
    assert spoken[0] == written(f"a{said}z")
    assert spoken[1] == f"a ({written('n' + said)})z"
    assert spoken[3] == written(f"a{said}")
    ids = iter("abcd")
    assert texts_of(read_markdown(write_markdown(found.document, "es"), "es", lambda: next(ids))) == texts(found)


def texts_of(document) -> list[str]:
    return [passage.text("es") for passage in document]
