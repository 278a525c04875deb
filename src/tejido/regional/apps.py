from django.apps import AppConfig


class RegionalConfig(AppConfig):
    name = "tejido.regional"
