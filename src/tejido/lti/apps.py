from django.apps import AppConfig


class LtiConfig(AppConfig):
    name = "tejido.lti"

    def ready(self) -> None:
        from . import reactions  # noqa: F401 - listening is their whole purpose
