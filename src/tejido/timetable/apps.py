from django.apps import AppConfig


class TimetableConfig(AppConfig):
    name = "tejido.timetable"

    def ready(self) -> None:
        from . import reactions  # noqa: F401  # it listens from then on
