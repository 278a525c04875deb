from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "tejido.reviews"

    def ready(self) -> None:
        from . import reactions  # noqa: F401  # connects the receivers
