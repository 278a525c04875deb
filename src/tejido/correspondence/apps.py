from django.apps import AppConfig


class CorrespondenceConfig(AppConfig):
    name = "tejido.correspondence"

    def ready(self) -> None:
        from . import adapter, reactions

        adapter.connect()
        reactions.connect()
