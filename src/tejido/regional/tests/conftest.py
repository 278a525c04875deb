import pytest

from cast import Cast
from tejido.programmes.models import Initiative
from tejido.programmes.names import Field
from tejido.programmes.tests.doings import initiative


@pytest.fixture
def own_initiative(cast: Cast) -> Initiative:
    """What Aldea does at home, shown to nobody else."""
    return initiative(cast, {Field.TITLE: {"es": "Iniciativa propia"}})
