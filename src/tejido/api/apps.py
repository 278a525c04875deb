from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "tejido.api"

    def ready(self) -> None:
        from . import reactions  # noqa: F401  # connects the receivers
