from django.urls import path

from . import views

app_name = "custody"
urlpatterns = [
    path("persons/", views.persons, name="persons"),
    path("persons/<str:key>/", views.person, name="person"),
    path("erasings/<str:key>/", views.erasing, name="erasing"),
    path("erasings/<str:key>/agreements/", views.agreements, name="agreements"),
    path("erasings/<str:key>/withdrawals/", views.withdrawals, name="withdrawals"),
    path("seats/<str:key>/second-factor/", views.factor, name="factor"),
    path("resets/<str:key>/", views.reset, name="reset"),
    path("resets/<str:key>/agreements/", views.reset_agreements, name="reset_agreements"),
    path("resets/<str:key>/stops/", views.reset_stops, name="reset_stops"),
    path("second-factor/stops/<str:token>/", views.stopping, name="stopping"),
    path("keys/", views.keys, name="keys"),
    path("keys/changes/", views.key_changes, name="key_changes"),
    path("keys/changes/<str:key>/agreements/", views.key_agreements, name="key_agreements"),
    path("keys/changes/<str:key>/withdrawals/", views.key_withdrawals, name="key_withdrawals"),
    path("keys/statement/", views.key_statement, name="key_statement"),
    path("restoration/", views.restoration, name="restoration"),
    path("restoration/confirmations/", views.confirmations, name="confirmations"),
]
