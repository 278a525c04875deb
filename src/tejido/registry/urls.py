from django.urls import path

from . import views

app_name = "registry"
urlpatterns = [
    path("members/", views.members, name="members"),
    path("members/new/", views.new_member, name="new_member"),
    path("members/<str:code>/", views.member, name="member"),
    path("members/<str:code>/standings/", views.standings, name="standings"),
    path("members/<str:code>/departures/", views.departures, name="departures"),
    path("members/<str:code>/institutions/", views.institutions, name="institutions"),
    path("past/", views.past, name="past"),
    path("past/new/", views.new_event, name="new_event"),
    path("past/<str:key>/corrections/", views.corrections, name="corrections"),
    path("network/", views.network, name="network"),
    path("institutions/", views.directory, name="directory"),
    path("institutions/<str:key>/", views.institution, name="institution"),
    path("institutions/<str:key>/names/", views.names, name="names"),
    path("institutions/<str:key>/closings/", views.closings, name="closings"),
    path("register/", views.files, name="files"),
    path("register/files/<str:name>", views.export, name="export"),
    path("register/deliveries/<str:key>/", views.delivery, name="delivery"),
    path("sectors/", views.sectors, name="sectors"),
    path("register/<str:kind>/<str:key>/corrections/", views.entry_corrections, name="entry_corrections"),
    path("structure/", views.structure, name="structure"),
    path("structure/communities/", views.communities, name="communities"),
    path("structure/local-committees/", views.local_committees, name="local_committees"),
    path("structure/<str:key>/", views.tier_body, name="tier_body"),
    path("structure/<str:key>/parties/", views.parties, name="parties"),
    path("structure/<str:key>/departures/", views.party_departures, name="party_departures"),
    path("institutions/<str:key>/seats/", views.seats, name="seats"),
    path("seats/", views.seat, name="seat"),
    path("seats/<str:key>/", views.history, name="seat_history"),
    path("seats/<str:key>/closings/", views.seat_closings, name="seat_closings"),
    path("seats/<str:key>/appointments/", views.appointments, name="appointments"),
    path("seats/<str:key>/endings/", views.endings, name="endings"),
    path("trials/<str:key>/", views.trial, name="trial"),
]
