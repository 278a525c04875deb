from django.urls import path

from . import views

app_name = "desk"
urlpatterns = [
    path("", views.home, name="home"),
    path("trying/", views.trying, name="trying"),
    path("memory/", views.memory, name="memory"),
    path("proof/", views.proof, name="proof"),
    path("proof/receipts/", views.receipts, name="receipts"),
    path("proof/comparisons/", views.comparisons, name="comparisons"),
]
