from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client

from cast import Cast
from tejido.adaptation.tests.doings import adopt
from tejido.curriculum.models import Edition, Text
from tejido.lti.models import Platform

from .doings import system
from .simulated import Simulated, simulated


@pytest.fixture
def school_system(settings) -> Iterator[Simulated]:
    """A system that this node may reach although it is on this machine."""
    with simulated() as made:
        settings.PRIVATE_HOSTS = [made.origin.removeprefix("http://")]
        cache.clear()
        yield made


@pytest.fixture
def edition(cast: Cast, text: Text) -> Edition:
    return adopt(cast, text)


@pytest.fixture
def platform(cast: Cast, school_system: Simulated, edition: Edition) -> Platform:
    return system(cast, school_system.origin)


@pytest.fixture
def browser(at_now) -> Client:
    """A browser inside a page of the system, whose clock stands at NOW."""
    return Client(headers={"accept-language": "en"})
