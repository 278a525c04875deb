from django.apps import AppConfig


class NominationsConfig(AppConfig):
    name = "tejido.nominations"

    def ready(self) -> None:
        from . import reactions  # noqa: F401  # connects the receivers
