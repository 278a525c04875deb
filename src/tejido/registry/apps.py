from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "tejido.registry"
