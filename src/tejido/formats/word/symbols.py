"""Characters that Word stores as places in a symbol font, and raised or lowered ones, as Unicode."""

UNKNOWN = "\ufffd"

# The font Symbol, place by place from 0x20, as its encoding is published; a blank where it has no character of its own.
_SYMBOL = {
    0x20: " !∀#∃%&∋()∗+,−./0123456789:;<=>?",
    0x40: "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_",
    0x60: "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
    0xA0: "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵",
    0xC0: "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓",
    0xE0: "◊〈®©™∑",
    0xF1: "〉∫",
}
_WINGDINGS = {
    0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x74: "⧫", 0x75: "◆", 0x76: "❖",
    0x77: "⬥", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDC: "➲", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓",
    0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip  # one table, read as one
_FONTS = {
    "symbol": {start + place: letter for start, letters in _SYMBOL.items() for place, letter in enumerate(letters)},
    "wingdings": _WINGDINGS,
}
SYMBOL_FONTS = frozenset({*_FONTS, "wingdings 2", "wingdings 3", "webdings"})
_RAISED = str.maketrans("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
_RAISED_ALONE = {"n": "ⁿ", "i": "ⁱ", "o": "º", "a": "ª", "º": "º", "ª": "ª", "°": "°", "®": "®", "™": "™"}
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def symbol(font: str, code: str) -> str:
    """The character at a hexadecimal place of a symbol font; UNKNOWN where it has none in Unicode that we know of."""
    try:
        place = int(code, 16)
    except ValueError:
        return UNKNOWN
    # Word moves the places of symbol fonts to F000 in the private use area.
    if 0xF000 <= place <= 0xF0FF or font.lower() in _FONTS:
        return _FONTS.get(font.lower(), {}).get(place & 0xFF, UNKNOWN)
    return chr(place) if 0x20 <= place <= 0xFFFF and not 0xD800 <= place <= 0xF8FF else UNKNOWN


def moved(text: str, direction: str) -> str | None:
    """Text as raised or lowered characters; None where Unicode has not all of them, or where it is moved otherwise."""
    table = {"superscript": _RAISED, "subscript": _LOWERED}.get(direction, {})
    if table is _RAISED and text in _RAISED_ALONE:
        return _RAISED_ALONE[text]
    return text.translate(table) if all(ord(letter) in table or letter.isspace() for letter in text) else None
