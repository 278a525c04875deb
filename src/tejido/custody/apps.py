from django.apps import AppConfig


class CustodyConfig(AppConfig):
    name = "tejido.custody"

    def ready(self) -> None:
        from tejido.exchange.kinds import register

        from . import reactions  # noqa: F401  # connects the receiver
        from .kinds import KEY

        register(KEY)
