from django.apps import AppConfig


class CertificatesConfig(AppConfig):
    name = "tejido.certificates"
