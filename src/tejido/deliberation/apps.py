from django.apps import AppConfig


class DeliberationConfig(AppConfig):
    name = "tejido.deliberation"

    def ready(self) -> None:
        from . import reactions  # noqa: F401  # connects the receivers
