from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "tejido.search"

    def ready(self) -> None:
        from . import reactions  # noqa: F401  # connects the receivers
