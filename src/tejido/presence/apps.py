from django.apps import AppConfig


class PresenceConfig(AppConfig):
    name = "tejido.presence"
