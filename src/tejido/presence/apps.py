from django.apps import AppConfig


class PresenceConfig(AppConfig):
    name = "tejido.presence"

    def ready(self) -> None:
        from . import reactions  # noqa: F401 - listening is their whole purpose
