from django.urls import path

from . import views

app_name = "registry"
urlpatterns = [
    path("members/", views.members, name="members"),
    path("members/new/", views.new_member, name="new_member"),
    path("members/<str:code>/", views.member, name="member"),
    path("members/<str:code>/standings/", views.standings, name="standings"),
    path("members/<str:code>/institutions/", views.institutions, name="institutions"),
    path("past/", views.past, name="past"),
    path("past/new/", views.new_event, name="new_event"),
    path("past/<str:key>/corrections/", views.corrections, name="corrections"),
    path("network/", views.network, name="network"),
    path("institutions/<str:key>/seats/", views.seats, name="seats"),
    path("seats/", views.seat, name="seat"),
    path("seats/<str:key>/appointments/", views.appointments, name="appointments"),
    path("seats/<str:key>/endings/", views.endings, name="endings"),
    path("trials/<str:key>/", views.trial, name="trial"),
]
