from django.apps import AppConfig


class NominationsConfig(AppConfig):
    name = "tejido.nominations"
