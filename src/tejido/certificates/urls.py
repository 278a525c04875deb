from django.urls import path

from .views import checking

app_name = "certificates"
urlpatterns = [
    path("certificates/", checking.checks, name="checks"),
    path("certificates/files/", checking.files, name="files"),
    path("certificates/revoked/", checking.revoked, name="revoked"),
    path("certificates/<str:code>/", checking.check, name="check"),
    path("certificates/<str:code>/names/", checking.names, name="names"),
    path(".well-known/certificate-keys.json", checking.keys, name="keys"),
]
