from django.urls import path

from . import views

app_name = "people"
urlpatterns = [
    path("links/<str:token>/", views.link, name="link"),
    path("codes/", views.code, name="code"),
    path("preferences/", views.preferences, name="preferences"),
    path("confirmations/", views.confirm, name="confirm"),
]
