"""Images with their alternative text, text boxes, and what is drawn in other ways."""

import hashlib

import pytest

from tejido.formats.markdown import read as read_markdown
from tejido.formats.markdown import write as write_markdown
from tejido.formats.word import Notice, NoticeCode

from .sample import OOXML, codes, either, p, parts, picture, png, read_body, reading, shapes, texts, zipped
from .test_tables import tbl, tc, tr

LINKS = {"i": ("image", "media/mapa.png"), "j": ("image", "/word/media/mapa.png"), "e": ("image", "media/viejo.emf")}
MEDIA = {"mapa.png": png(), "viejo.emf": b"\x01\0\0\0 EMF"}
DIGEST = hashlib.sha256(png()).hexdigest()
DECORATIVE = '<a:extLst><a:ext><adec:decorative val="1"/></a:ext></a:extLst>'


def drawn(inner: str, uri: str = "x") -> str:
    return (
        '<w:r><w:drawing><wp:anchor><wp:docPr id="1" name="n" descr="lo que dice"/><a:graphic>'
        f'<a:graphicData uri="{uri}">{inner}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'
    )


def boxed(*paragraphs: str) -> str:
    return f"<wps:wsp><wps:txbx><w:txbxContent>{''.join(paragraphs)}</w:txbxContent></wps:txbx></wps:wsp>"


def test_an_image_alone_is_a_figure_and_comes_along_once():
    body = p(picture("i", "Mapa de la región")) + p("Véase ", picture("j", "el mapa"), " aquí")
    found = read_body(body, links=LINKS, media=MEDIA)
    assert shapes(found) == [
        ("figure", 0, f"![Mapa de la región](media:{DIGEST})"),
        ("paragraph", 0, f"Véase ![el mapa](media:{DIGEST}) aquí"),
    ]
    [image] = found.images
    assert (image.digest, image.media_type, image.data) == (DIGEST, "image/png", png())
    assert found.notices == ()


@pytest.mark.parametrize("style", ["Heading1", "Quote"])
def test_an_image_alone_is_a_figure_whatever_its_style(style):
    found = read_body(p(picture("i", "x"), style=style), links=LINKS, media=MEDIA)
    assert [kind for kind, *_ in shapes(found)] == ["figure"]


def test_two_images_in_a_paragraph_are_a_paragraph():
    found = read_body(p(picture("i", "a"), picture("i", "b"), style="Heading1"), links=LINKS, media=MEDIA)
    assert shapes(found) == [("paragraph", 0, f"![a](media:{DIGEST})![b](media:{DIGEST})")]


def test_an_image_without_alternative_text_is_noted_unless_it_only_decorates():
    found = read_body(p(picture("i")) + p(picture("i", extra=DECORATIVE)), links=LINKS, media=MEDIA)
    assert texts(found) == [f"![](media:{DIGEST})"] * 2
    assert found.notices == (Notice(NoticeCode.NO_ALTERNATIVE, "", (("name", "mapa.png"),)),)


def test_an_image_in_a_link_stays_in_it():
    links = {**LINKS, "l": ("hyperlink", "https://example.org/")}
    inside = f'<w:hyperlink r:id="l">{picture("i", "mapa")}<w:r><w:t>texto</w:t></w:r></w:hyperlink>'
    alone = f'<w:hyperlink r:id="l">{picture("i", "mapa")}</w:hyperlink>'
    found = read_body(p("a", inside) + p(alone), links=links, media=MEDIA)
    assert shapes(found) == [
        ("paragraph", 0, f"a[![mapa](media:{DIGEST})texto](https://example.org/)"),
        ("paragraph", 0, f"[![mapa](media:{DIGEST})](https://example.org/)"),
    ]
    assert read_markdown(write_markdown(found.document, "es"), "es", iter(["p0", "p1"]).__next__) == found.document


def test_a_link_that_hangs_on_an_image_is_noted():
    links = {**LINKS, "l": ("hyperlink", "https://example.org/")}
    hanging = '<a:hlinkClick r:id="l"/>'
    found = read_body(p(picture("i", "x", hanging)) + p(picture("i", "y", "<a:hlinkClick/>")), links=links, media=MEDIA)
    assert found.notices == (
        Notice(NoticeCode.LINK, "", (("target", "https://example.org/"),)),
        Notice(NoticeCode.LINK, "", (("target", ""),)),
    )


def test_alternative_text_is_words():
    found = read_body(p(picture("i", "a [b] *c*&#10;d")), links=LINKS, media=MEDIA)
    assert texts(found) == [rf"![a \[b\] \*c\* d](media:{DIGEST})"]


@pytest.mark.parametrize(
    "inner",
    [
        '<w:pict><v:shape alt="Mapa"><v:imagedata r:id="i"/></v:shape></w:pict>',
        '<w:pict><v:shape><v:imagedata r:id="i" o:title="Mapa"/></v:shape></w:pict>',
    ],
)
def test_images_of_the_old_kind_come_along(inner):
    found = read_body(p(f"<w:r>{inner}</w:r>"), links=LINKS, media=MEDIA)
    assert shapes(found) == [("figure", 0, f"![Mapa](media:{DIGEST})")]


def test_a_format_that_browsers_do_not_show_is_noted_with_its_alternative_text():
    found = read_body(p("a", picture("e", "Gráfico viejo")), links=LINKS, media=MEDIA)
    assert texts(found) == ["a"]
    assert found.images == ()
    assert found.notices == (
        Notice(NoticeCode.PICTURE_FORMAT, "a", (("name", "viejo.emf"), ("words", "Gráfico viejo"))),
    )


@pytest.mark.parametrize(
    ("links", "media", "name"),
    [
        ({}, {}, ""),
        ({"i": ("image", "media/falta.png")}, {}, "falta.png"),
        ({"i": ("image", "file:///C:\\Users\\ana\\foto.png")}, {}, "foto.png"),
        ({"i": ("image", "media/roto.png")}, {"roto.png": png()[:40]}, "roto.png"),
        ({"i": ("image", "media/nada.png")}, {"nada.png": b""}, "nada.png"),
    ],
)
def test_an_image_that_is_not_there_or_damaged_is_noted(links, media, name):
    found = read_body(p("a", picture("i", "x")), links=links, media=media)
    assert texts(found) == ["a"]
    assert found.notices == (Notice(NoticeCode.PICTURE_MISSING, "a", (("name", name), ("words", "x"))),)


def test_a_box_of_text_follows_its_paragraph_once_and_is_noted():
    box = boxed(p("en la caja"), p("Título", style="Heading1"))
    old = f"<w:pict><v:textbox><w:txbxContent>{p('en la caja')}</w:txbxContent></v:textbox></w:pict>"
    both = either("wps", drawn(box).removeprefix("<w:r>").removesuffix("</w:r>"), old)
    found = read_body(p("antes ", f"<w:r>{both}</w:r>", "y después") + p("fin"))
    assert shapes(found) == [
        ("paragraph", 0, "antes y después"),
        ("paragraph", 0, "en la caja"),
        ("heading", 1, "Título"),
        ("paragraph", 0, "fin"),
    ]
    assert found.notices == (Notice(NoticeCode.TEXT_BOX, "en la caja"),)


def test_boxes_and_images_of_a_group_are_all_read_in_order():
    nested = boxed(p("dos"), p(drawn(boxed(p("tres")))))
    group = f'<wps:grp>{boxed(p("uno"))}<pic:pic><a:blip r:embed="i"/></pic:pic>{nested}</wps:grp>'
    found = read_body(p(drawn(group)), links=LINKS, media=MEDIA)
    assert texts(found) == [f"![lo que dice](media:{DIGEST})", "uno", "dos", "tres"]


def test_a_box_in_a_cell_is_in_the_cell():
    assert texts(read_body(tbl(tr("a", "b"), tr(tc(p("x", drawn(boxed(p("y"))))), "z")))) == [
        "| a | b |\n| --- | --- |\n| x<br>y | z |"
    ]


def test_alternatives_inside_a_drawing_are_read_once():
    choice = either("wps", boxed(p("sí")), boxed(p("no")))
    assert texts(read_body(p(drawn(choice + "<mc:AlternateContent/>")))) == ["sí"]


@pytest.mark.parametrize(
    ("run", "kind", "words"),
    [
        (drawn("<c:chart/>", f"{OOXML}/drawingml/2006/chart"), "chart", "lo que dice"),
        (
            drawn("<wps:wsp/>", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
            "wordprocessingShape",
            "lo que dice",
        ),
        ('<w:r><w:pict><v:rect alt="una línea"/></w:pict></w:r>', "shape", "una línea"),
    ],
)
def test_charts_and_shapes_are_noted_with_what_is_said_of_them(run, kind, words):
    found = read_body(p("a", run))
    assert texts(found) == ["a"]
    assert found.notices == (Notice(NoticeCode.DRAWING, "a", (("drawing", kind), ("words", words))),)


def test_an_embedded_object_is_noted_and_its_image_taken():
    run = '<w:r><w:object><v:shape alt="Hoja"><v:imagedata r:id="i"/></v:shape><o:OLEObject/></w:object></w:r>'
    found = read_body(p(run, "<w:r><w:object/></w:r>"), links=LINKS, media=MEDIA)
    assert texts(found) == [f"![Hoja](media:{DIGEST})"]
    assert codes(found) == [NoticeCode.EMBEDDED]


def test_an_image_that_stands_everywhere_is_read_once():
    made = parts(p(picture("i", "x")) * 3000, links=LINKS, media={"mapa.png": png((b"tEXt", b"x" * 2_000_000))})
    found = reading(zipped(made))
    assert len(found.document) == 3000
    assert [image.data for image in found.images] == [png()]


def test_a_hidden_image_leaves_a_notice():
    hidden = picture("i", "x").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    found = read_body(p("a", hidden), links=LINKS, media=MEDIA)
    assert (texts(found), codes(found), found.images) == (["a"], [NoticeCode.HIDDEN], ())
