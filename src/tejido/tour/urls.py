from django.urls import path

from . import views

app_name = "tour"
urlpatterns = [
    path("help/", views.help_page, name="help"),
    path("tour/steps/", views.steps, name="steps"),
    path("tour/farewells/", views.farewells, name="farewells"),
    path("tour/returns/", views.returns, name="returns"),
]
