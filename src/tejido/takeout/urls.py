from django.urls import path

from . import views

app_name = "takeout"
urlpatterns = [path("taking-out/", views.taking_out, name="taking_out")]
