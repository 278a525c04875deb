from django.apps import AppConfig


class ExperienceConfig(AppConfig):
    name = "tejido.experience"

    def ready(self) -> None:
        from . import reactions  # noqa: F401 - listening is their whole purpose
