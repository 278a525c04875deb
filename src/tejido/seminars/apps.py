from django.apps import AppConfig


class SeminarsConfig(AppConfig):
    name = "tejido.seminars"

    def ready(self) -> None:
        from . import reactions  # noqa: F401  # connects the receivers
