from django.apps import AppConfig


class AlumniConfig(AppConfig):
    name = "tejido.alumni"

    def ready(self) -> None:
        from . import reactions  # noqa: F401  # connects the receivers
