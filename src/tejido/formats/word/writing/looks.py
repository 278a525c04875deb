"""The styles of our Word files, one table: what each is called, based on, and looks like.

Every style has the English name under which Word knows it in any language, so that headings are headings in the
navigation pane and the table of contents. Cambria and Calibri are on every machine with Word; LibreOffice has fonts of
the same widths for both. Sizes are in half points, distances in twentieths of a point.
"""

from __future__ import annotations

from dataclasses import dataclass

from .tongues import tongue

INK, ACCENT, QUIET, RULE, TINT = "1F2328", "1F4E5F", "5A6470", "B9C2C9", "EEF3F4"
BOX = 227  # by how much an activity is set in
SERIF, SANS, FIXED = "Cambria", "Calibri", "Consolas"
_HEADINGS = ((34, 480, 160), (28, 400, 120), (24, 320, 100), (22, 280, 80), (21, 240, 60), (21, 240, 60))


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph's style; `paragraph` and `run` are the properties that it adds to the one it is based on."""

    id: str
    name: str
    paragraph: str = ""
    run: str = ""
    based_on: str = "Normal"
    following: str = ""
    is_listed: bool = True


def _space(before: int, after: int, line: int = 0) -> str:
    height = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def _font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


_BOLD, _ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
_BESIDE = f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="{RULE}"/></w:pBdr>'
_BELOW = f'<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="4" w:color="{RULE}"/></w:pBdr>'
_ABOVE = f'<w:pBdr><w:top w:val="single" w:sz="6" w:space="4" w:color="{RULE}"/></w:pBdr>'
_TABS = '<w:tabs><w:tab w:val="right" w:pos="9354"/></w:tabs>'
_RUNNING = _font(SANS) + _colour(QUIET) + _size(17)


def _headings() -> list[_Style]:
    return [
        _Style(
            f"Heading{level}",
            f"heading {level}",
            f'<w:keepNext/><w:keepLines/>{_space(before, after)}<w:outlineLvl w:val="{level - 1}"/>',
            _font(SANS) + _BOLD + (_ITALIC if level == 6 else "") + _colour(ACCENT if level < 4 else INK) + _size(size),
            following="BodyText",
        )
        for level, (size, before, after) in enumerate(_HEADINGS, 1)
    ]


def _contents() -> list[_Style]:
    return [
        _Style(f"TOC{level}", f"toc {level}",
               f'{_space(20 if level > 1 else 100, 0)}<w:ind w:left="{(level - 1) * 283}"/>',
               _font(SANS) + (_BOLD if level == 1 else "") + _size(21), is_listed=False)
        for level in (1, 2, 3)
    ]  # fmt: skip  # one style, read as one


_STYLES = [
    _Style("BodyText", "Body Text", _space(0, 140)),
    _Style("Title", "Title", f"<w:keepNext/>{_space(0, 80, 252)}", _font(SANS) + _BOLD + _colour(ACCENT) + _size(48),
           following="BodyText"),
    _Style("Subtitle", "Subtitle", f"<w:keepNext/>{_space(0, 200)}", _font(SANS) + _colour(QUIET) + _size(26)),
    _Style("Network", "Network", f"<w:keepNext/>{_BELOW}{_space(0, 360)}",
           _font(SANS) + "<w:caps/>" + _colour(QUIET) + '<w:spacing w:val="20"/>' + _size(18)),
    *_headings(),
    _Style("TOCHeading", "TOC Heading", f"<w:keepNext/>{_space(360, 80)}",
           _font(SANS) + _BOLD + _colour(ACCENT) + _size(28)),
    *_contents(),
    _Style("ListParagraph", "List Paragraph", f"{_space(0, 80)}"),
    _Style("Quote", "Quote", f'{_BESIDE}{_space(60, 140)}<w:ind w:left="567" w:right="567"/>', _ITALIC),
    _Style("Activity", "Activity",
           f'{_BESIDE.replace(RULE, ACCENT)}<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>'
           f'{_space(0, 0, 300)}<w:ind w:left="{BOX}" w:right="{BOX}"/>'),
    _Style("ActivityHead", "Activity Head", "<w:keepNext/>", _font(SANS) + _BOLD + _colour(ACCENT) + _size(19),
           based_on="Activity", following="Activity"),
    _Style("Figure", "Figure", f'<w:keepNext/>{_space(160, 80)}<w:jc w:val="center"/>'),
    _Style("Caption", "caption", f"<w:keepLines/>{_space(120, 120)}", _font(SANS) + _colour(QUIET) + _size(19)),
    _Style("TableText", "Table Text", _space(40, 40, 252), _font(SANS) + _size(19)),
    _Style("TableHead", "Table Head", "<w:keepNext/>", _BOLD + _colour(ACCENT), based_on="TableText"),
    _Style("Small", "Small Print", _space(0, 100), _font(SANS) + _colour(QUIET) + _size(18)),
    _Style("Spacer", "Spacer", _space(0, 0), _size(8), is_listed=False),
    _Style("FootnoteText", "footnote text", _space(0, 40, 240), _size(18)),
    _Style("Header", "header", _BELOW + _TABS + _space(0, 0), _RUNNING),
    _Style("Footer", "footer", _ABOVE + _TABS + _space(0, 0), _RUNNING),
]  # fmt: skip  # one table, read as one

_CHARACTERS = f"""
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>
<w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr>
{_colour(ACCENT)}<w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr>
<w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="Literal"><w:name w:val="Literal"/><w:rPr>{_font(FIXED)}
<w:noProof/>{_size(19)}</w:rPr></w:style>
""".replace("\n", "")

_CELLS = (
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>'
    '<w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
)


def _line(side: str, size: int) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{RULE}"/>'


_TABLES = f"""
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>
<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_CELLS}</w:tblPr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="Ruled"><w:name w:val="Ruled"/><w:basedOn w:val="TableNormal"/>
<w:tblPr><w:tblBorders>{_line("top", 8)}{_line("bottom", 8)}{_line("insideH", 4)}</w:tblBorders></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr></w:tblStylePr>
</w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="SideBySide"><w:name w:val="Side by Side"/>
<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{_line("insideV", 4)}</w:tblBorders></w:tblPr></w:style>
""".replace("\n", "")


def styles(language: str) -> str:
    """What stands in styles.xml, without its outermost element."""
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_font(SERIF)}{_colour(INK)}{_size(22)}"
        f'<w:lang w:val="{tongue(language)}" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{_space(0, 140, 283)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        "<w:pPr><w:widowControl/></w:pPr></w:style>"
    )
    return defaults + normal + "".join(map(_style, _STYLES)) + _CHARACTERS + _TABLES


def _style(style: _Style) -> str:
    own = ' w:customStyle="1"' if style.name in _OWN else ""
    following = f'<w:next w:val="{style.following}"/>' if style.following else ""
    listed = "<w:qFormat/>" if style.is_listed else ""
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on}"/>{following}{listed}'
        f"<w:pPr>{style.paragraph}</w:pPr><w:rPr>{style.run}</w:rPr></w:style>"
    )


_OWN = frozenset({
    "Network", "Activity", "Activity Head", "Figure", "Table Text", "Table Head", "Small Print", "Spacer",
})  # fmt: skip  # one set, read as one
