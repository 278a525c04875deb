from django.apps import AppConfig


class LineageConfig(AppConfig):
    name = "tejido.lineage"

    def ready(self) -> None:
        from . import reactions  # noqa: F401 - listening is their whole purpose
