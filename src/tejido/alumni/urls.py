from django.urls import path

from . import views

app_name = "alumni"
urlpatterns = [
    path("alumni/", views.home, name="home"),
    path("alumni/letters/", views.letters, name="letters"),
    path("alumni/<str:key>/letters/", views.letter, name="letter"),
    path("alumni/links/<str:token>/", views.link, name="link"),
    path("alumni/links/<str:token>/departures/", views.departures, name="departures"),
    path("taking-part/alumni/", views.mine, name="mine"),
]
