from django.apps import AppConfig


class LessonsConfig(AppConfig):
    name = "tejido.lessons"

    def ready(self) -> None:
        from . import reactions  # noqa: F401  # connects the receivers
