"""A note reads as it was written: its lists stay lists, and nothing typed becomes HTML."""

import pytest

from tejido.handover.pages import note_html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("- a\n  - b\n  - c\n- d", "<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>"),
        ("1. a\n2. b", '<ol start="1"><li>a</li><li>b</li></ol>'),
        ("4. a\n5. b", '<ol start="4"><li>a</li><li>b</li></ol>'),
        ("1. a\n   - b\n2. c", '<ol start="1"><li>a<ul><li>b</li></ul></li><li>c</li></ol>'),
        ("- a\n  1. b\n  2. c", '<ul><li>a<ol start="1"><li>b</li><li>c</li></ol></li></ul>'),
        ("1. a\n\n1) b", '<ol start="1"><li>a</li></ol><ol start="1"><li>b</li></ol>'),
        ("- a\n\n1. b", '<ul><li>a</li></ul><ol start="1"><li>b</li></ol>'),
        ("- a\n\nb\n\n- c", "<ul><li>a</li></ul><p>b</p><ul><li>c</li></ul>"),
        ("# a\n\n> b", "<h3>a</h3><blockquote><p>b</p></blockquote>"),
        ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>"),
        ("", ""),
    ],
)
def test_a_note_reads_as_it_was_written(markdown, html):
    assert note_html(markdown, "es") == html


def test_a_table_stays_a_table():
    assert "<td>1</td>" in note_html("| a |\n| --- |\n| 1 |", "es")
