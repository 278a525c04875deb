from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "tejido.meetings"

    def ready(self) -> None:
        from . import reactions  # noqa: F401  # connects the receivers
