from django.apps import AppConfig


class AnnualConfig(AppConfig):
    name = "tejido.annual"
