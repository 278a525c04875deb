"""Charts as SVG: a pure function from values to text, for a page, a PDF or a file.

    from tejido.formats.chart import Frame, Level, Line, draw_lines

    frame = Frame(
        key="officials",                # unique on the page: the ids of title and description begin with it
        title="Officials trained",      # read aloud first
        description="Rises from 40 to 120; 2026-Q2 is missing.",
        labels=("2026-Q1", "2026-Q2", "2026-Q3"),    # one for each place along the axis
        say=number,                     # Decimal -> text, in the number format of the reader
        gap="no data",                  # what is said of a place without a value
    )
    svg = draw_lines(frame, [Line("", (Decimal(40), None, Decimal(120)))], [Level("Target", Decimal(150), "target")])

`None` is a gap: the line ends before it and begins anew behind it; nothing is ever drawn through. `is_step` draws
values that hold for the whole of their place. `marks` names the heights of an axis that counts nothing: yes and no, the
steps of a scale. Whatever the words are, they leave escaped. There is no style attribute: everything is drawn with
`currentColor`, and a page that has `.chart` in its style sheet may colour `.line`, `.dot`, `.level.target`,
`.level.baseline`, `.gap` and `.grid`. A chart never stands alone: put its table beside it.

`draw_course` draws what lasts and what happens in an instant along time.

`axis.ticks` and `frame.svg` serve other kinds of charts as well.

What is set on paper has no style sheet and no reader's colours: `svg` draws `Bars` and `Tiles` with colours of its own,
`placing` has the place of each State, and `rastering.rastered` makes PNGs of them for programs that show no SVG.
"""

from .axis import Scale, ticks
from .course import Ended, Lane, draw_course
from .frame import Frame, Level
from .lines import Line, draw_lines
from .placing import AFRICA, AMERICAS, ONLY_AS_MEMBERS
from .printing import svg
from .values import Bar, Bars, Look, Square, Tiles

__all__ = [
    "AFRICA",
    "AMERICAS",
    "ONLY_AS_MEMBERS",
    "Bar",
    "Bars",
    "Ended",
    "Frame",
    "Lane",
    "Level",
    "Line",
    "Look",
    "Scale",
    "Square",
    "Tiles",
    "draw_course",
    "draw_lines",
    "svg",
    "ticks",
]
