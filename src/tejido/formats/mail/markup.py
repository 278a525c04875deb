"""HTML of a mail as plain text: blocks as paragraphs, lists with hyphens, what is quoted with ">" as in a text mail.
Nothing of it is ever shown as HTML."""

from html.parser import HTMLParser

_BLOCKS = {"p", "div", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "pre", "section", "article"}
_SILENT = {"style", "script", "head", "title", "template", "svg"}
_DEEPEST = 20  # levels of quotation that are told apart


def as_text(html: str) -> str:
    """The text in the HTML. What a mail client marks as the mail that it answers is quoted."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = [""]
        self._silent = self._quoted = 0
        self._is_over = False

    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self._lines)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        given = dict(attrs)
        if given.get("id") in {"divRplyFwdMsg", "appendonsend"}:  # Outlook: below it stands the mail that is answered
            self._is_over = True
        if tag == "blockquote":
            self._break()
            self._quoted += 1
            self._break()
        elif tag == "br":
            self._break()
        elif tag in _BLOCKS:
            self._begin()
        elif tag == "li":
            self._begin()
            self._add("- ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        if tag == "blockquote":
            self._quoted = max(0, self._quoted - 1)
            self._break()
        elif tag == "p":
            self._begin()
            self._break()
        elif tag in _BLOCKS:
            self._begin()

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        if not words:
            if data and not self._is_empty():
                self._add(" ")
            return
        before = " " if data[0].isspace() and not self._is_empty() else ""
        self._add(before + words + (" " if data[-1].isspace() else ""))

    def _add(self, words: str) -> None:
        if not self._silent and not self._is_over:
            line = self._lines[-1]
            self._lines[-1] = line.rstrip(" ") + words if line.endswith(" ") and words.startswith(" ") else line + words

    def _is_empty(self) -> bool:
        return not self._lines[-1].lstrip("> ")

    def _begin(self) -> None:
        """A new line, unless one has just begun."""
        if not self._is_empty():
            self._break()

    def _break(self) -> None:
        self._lines.append("> " * min(self._quoted, _DEEPEST))
