from django.apps import AppConfig


class CertificatesConfig(AppConfig):
    name = "tejido.certificates"

    def ready(self) -> None:
        from . import reactions  # noqa: F401 - listening is their whole purpose
