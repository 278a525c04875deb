from django.urls import path

from . import views

app_name = "registry"
urlpatterns = [
    path("members/", views.members, name="members"),
    path("members/<str:code>/", views.member, name="member"),
    path("seats/", views.seat, name="seat"),
    path("trials/<str:key>/", views.trial, name="trial"),
]
