"""What a page costs does not grow with the members, the remarks or the comments; nor the desk with the texts."""

import pytest

from cast import FIRST, NOW, make_text
from counting import queries_of
from tejido.deliberation import commands
from tejido.deliberation.pages.released import memory
from tejido.deliberation.reminders import due_reminders
from tejido.registry.models import Party

from .doings import (
    DAY,
    HOUR,
    agree,
    change_text,
    declare,
    dispose,
    fill_cumbre,
    lines,
    object_to,
    propose,
    reply,
    revise,
)
from .stage import opened, prepare, speak

MOST = 12  # statements of the page on which institutions read and remark


def course(cast, size):
    """A round and a procedure in which everything was done `size` times: by two members, or by three."""
    members = ("XA", "XB", "XC")[: 2 + size // 3]
    Party.objects.filter(body__member=None).update(until=None)
    Party.objects.filter(body__member=None).exclude(code__in=members).update(until=NOW.date())
    text, tabled = make_text(cast, slug=f"texto-{size}"), make_text(cast, slug=f"mesa-{size}")
    round_ = opened(cast, text)
    prepare(cast, round_, times=size)
    for state in members[1:]:
        speak(cast, round_, state, times=size)
    for line in lines(round_).values():
        dispose(cast, round_, line.comment)
        reply(cast, line.comment, f"{line.comment.party.code}/focal_point")
    procedure = propose(cast, tabled)
    for state in members:
        who = f"{state}/focal_point"
        agree(cast, procedure, who)
        declare(cast, procedure, who)
        commands.request_extension(actor=cast.actor(who), procedure=procedure, reason="Falta.", at=NOW + HOUR)
        object_to(cast, procedure, who)
    for place in range(size):
        change_text(cast, procedure, revise(cast, tabled, es=f"Otra cosa {place}."), at=NOW + (2 + place) * HOUR)
    return round_, procedure


def pages_of(round_, procedure):
    at = f"/rounds/{round_.key}/"
    return {
        "round": at,
        "reading": f"{at}reading/",
        "form": f"{at}reading/?at={FIRST}",
        "margin": f"{at}reading/{FIRST}/",
        "position": f"{at}position/",
        "position_paper": f"{at}position/paper.docx",
        "comments": f"{at}comments/",
        "comments_paper": f"{at}comments/paper.docx",
        "own_table": f"{at}tables/own.docx",
        "released_table": f"{at}tables/released.xlsx",
        "blank_table": f"{at}tables/blank.docx",
        "brief": f"{at}brief/brief.docx",
        "passage": f"{at}comments/{FIRST}/",
        "procedure": f"/procedures/{procedure.key}/",
        "changes": f"/procedures/{procedure.key}/changes/",
        "course": f"/texts/{round_.text.slug}/course/",
        "adoption": f"/texts/{procedure.text.slug}/course/",
        "desk": "/",
        "memory": "/memory/",
    }


def cost(client, address):
    """The queries of a page whose texts were read lately, and whose comments were not."""
    client.get(address)
    memory.forget()
    return queries_of(lambda: client.get(address))


@pytest.fixture
def sizes(cast, at_now):
    """The pages of a course of size 1 and of one of size 3, as long as each was the last that was begun."""
    at_now(NOW + 6 * HOUR)
    fill_cumbre(cast)
    client = cast.client("XA/focal_point")

    def measured(size):
        return {name: cost(client, address) for name, address in pages_of(*course(cast, size)).items()}

    return measured


def test_no_page_costs_more_with_more_members_comments_and_remarks(sizes):
    small = sizes(1)
    assert sizes(3) == small
    assert small["reading"] <= MOST


def test_a_second_reader_of_the_comments_pays_nothing_for_them(cast, at_now):
    at_now(NOW + 6 * HOUR)
    fill_cumbre(cast)
    round_, _ = course(cast, 3)
    client, address = cast.client("XB/focal_point"), f"/rounds/{round_.key}/comments/"
    first = cost(client, address)
    assert queries_of(lambda: client.get(address)) < first


def test_the_clock_pays_the_same_for_one_text_and_for_many(cast):
    def begun(slug):
        opened(cast, make_text(cast, slug=slug))
        propose(cast, make_text(cast, slug=f"mesa-{slug}"))

    begun("uno")
    small = queries_of(lambda: due_reminders(NOW + DAY))
    begun("dos")
    begun("tres")
    assert queries_of(lambda: due_reminders(NOW + DAY)) == small
