from django.apps import AppConfig


class CooperationConfig(AppConfig):
    name = "tejido.cooperation"
