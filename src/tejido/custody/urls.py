from django.urls import path

from . import views

app_name = "custody"
urlpatterns = [
    path("persons/", views.persons, name="persons"),
    path("persons/<str:key>/", views.person, name="person"),
    path("erasings/<str:key>/", views.erasing, name="erasing"),
    path("erasings/<str:key>/agreements/", views.agreements, name="agreements"),
    path("erasings/<str:key>/withdrawals/", views.withdrawals, name="withdrawals"),
    path("restoration/", views.restoration, name="restoration"),
    path("restoration/confirmations/", views.confirmations, name="confirmations"),
]
