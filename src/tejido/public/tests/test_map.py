"""The map: one tile per State, none twice, each a link; the table says the same."""

import re

import pytest

from tejido.formats.chart.placing import AFRICA_ROWS, AMERICAS_ROWS, ONLY_AS_MEMBERS
from tejido.public.maps.grids import GRIDS
from tejido.registry.models import Member
from tejido.registry.names import MemberKind, Status

from .visiting import enter, read

pytestmark = pytest.mark.usefixtures("at_noon")


def test_every_state_of_a_region_has_one_place_and_shares_it_with_nobody():
    codes = [code for grid in GRIDS for code in grid.cells]
    assert len(codes) == len(set(codes))
    for grid, picture, states in ((GRIDS[0], AMERICAS_ROWS, 35), (GRIDS[1], AFRICA_ROWS, 54)):
        assert len(set(grid.cells.values())) == len(grid.cells)
        assert len(grid.cells.keys() - ONLY_AS_MEMBERS) == states
        assert len({len(line.split()) for line in picture.strip().splitlines()}) == 1
    assert all(re.fullmatch("[A-Z]{2}", code) for code in codes)


@pytest.mark.django_db
def test_each_state_of_the_register_is_a_named_link_and_its_neighbours_are_not(cast):
    enter("BO", {"status": Status.MEMBER}, {"status": Status.UNLISTED}, name="Bolivia")
    enter("KE", {"status": Status.OBSERVER}, name="Kenia")
    html = read("/es/members/")
    titles = re.findall(r'<title id="map-\d-title">([^<]+)</title>', html)
    assert titles == ["Las Américas", "África", "En otros lugares"]
    links = re.findall(r'<a href="/es/members/(\w\w)/" aria-label="([^"]+)"><title>\2</title>', html)
    assert links == [
        ("BO", "Bolivia · Fuentes discrepantes"),
        ("KE", "Kenia · Entidad observadora"),
        *((code, f"{name} · Miembro") for code, name in (("XA", "Aldea"), ("XB", "Brisa"), ("XC", "Cumbre"))),
    ]
    assert html.count("url(#map-1-hatch)") == 1
    assert ">UY</text>" in html
    assert "/es/members/UY/" not in html
    assert ">EH</text>" not in html


@pytest.mark.django_db
def test_a_place_that_is_not_agreed_on_is_drawn_where_the_register_names_it(cast):
    enter("EH", {"status": Status.OBSERVER})
    assert ">EH</text>" in read("/es/members/")


@pytest.mark.django_db
def test_an_organisation_is_in_the_table_and_not_on_the_map(cast):
    enter("OEA", {"status": Status.OBSERVER})
    Member.objects.filter(code="OEA").update(kind=MemberKind.ORGANISATION)
    html = read("/es/members/")
    assert 'aria-label="OEA' not in html
    assert 'href="/es/members/OEA/">OEA</a>' in html
