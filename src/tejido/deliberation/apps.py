from django.apps import AppConfig


class DeliberationConfig(AppConfig):
    name = "tejido.deliberation"

    def ready(self) -> None:
        from tejido.curriculum.papers import chapters

        from . import reactions  # noqa: F401  # connects the receivers
        from .papers import lifted_objections

        chapters.append(lifted_objections)
