"""A text of 200 sections as a Word file against python-docx writing the same paragraphs, and reading it back."""

import random
import resource
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import docx
from change import vocabulary
from measure import memory, seconds
from row import Row, show

from tejido.engine.document import Document, Kind, Passage, passage_id
from tejido.formats.paper import Identity, Paper, Text, Words
from tejido.formats.word.answers.reading import read_answer
from tejido.formats.word.answers.understanding import understood
from tejido.formats.word.writing import write

SECTIONS = 200
PARAGRAPHS = 6
WRITING_MOST = 1.5
