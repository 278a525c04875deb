from django.apps import AppConfig


class TrainingConfig(AppConfig):
    name = "tejido.training"
