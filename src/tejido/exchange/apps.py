from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "tejido.exchange"

    def ready(self) -> None:
        from . import adapter

        adapter.connect()
