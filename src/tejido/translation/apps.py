from django.apps import AppConfig


class TranslationConfig(AppConfig):
    name = "tejido.translation"

    def ready(self) -> None:
        from tejido.curriculum.freshness import tell_with

        from .freshness import currency_of

        tell_with(currency_of)
