from django.urls import path

from . import views

app_name = "digest"
urlpatterns = [
    path("weekly/", views.settings, name="settings"),
    path("weekly/<str:key>/<str:token>/", views.ending, name="ending"),
]
