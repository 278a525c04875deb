from django.apps import AppConfig


class TakeoutConfig(AppConfig):
    name = "tejido.takeout"
