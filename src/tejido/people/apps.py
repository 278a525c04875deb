from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "tejido.people"

    def ready(self) -> None:
        from . import reactions  # noqa: F401  # connects the receivers
