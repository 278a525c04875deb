from django.apps import AppConfig


class LineageConfig(AppConfig):
    name = "tejido.lineage"
