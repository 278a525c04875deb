"""Which clocks a page is read by."""

from types import SimpleNamespace

import pytest

from cast import ZONE
from tejido.config.frame import Frame

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("is_signed_in", "zone"), [(False, ZONE), (True, "")])
def test_whoever_has_no_clocks_here_reads_those_of_the_network(cast, is_signed_in, zone):
    frame = Frame(SimpleNamespace(user=SimpleNamespace(is_authenticated=is_signed_in)))
    assert frame.zone == zone


def test_before_there_is_a_network_there_are_no_clocks_of_it():
    assert Frame(SimpleNamespace()).zone == ""
