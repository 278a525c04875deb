import pytest
from django.conf import LazySettings

from tejido.engine.sealing import Cost
from tejido.risk import proof


@pytest.fixture(autouse=True)
def _cheap_passphrases_and_own_folder(
    monkeypatch: pytest.MonkeyPatch, settings: LazySettings, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """No test is about what scrypt costs; and each has a folder of keys of its own."""
    monkeypatch.setattr(proof, "COST", Cost(n=16, r=1, p=1))
    settings.KEY_FOLDER = tmp_path_factory.mktemp("keys")
