from django.apps import AppConfig


class CustodyConfig(AppConfig):
    name = "tejido.custody"

    def ready(self) -> None:
        from . import reactions  # noqa: F401  # connects the receiver
