from django.urls import path

from .views import lineages, trainers

app_name = "lineage"
urlpatterns = [
    path("lineage/", lineages.home, name="home"),
    path("lineage/trainers.<str:ending>", lineages.export, name="export"),
    path("lineage/trainers/new/", trainers.new, name="new"),
    path("lineage/trainers/<str:key>/", trainers.trainer, name="trainer"),
    path("lineage/trainers/<str:key>/authorisations/", trainers.authorisations, name="authorisations"),
    path("lineage/authorisations/<str:key>/withdrawals/", trainers.withdrawals, name="authorisation_withdrawals"),
    path("lineage/cohorts/<str:key>/", trainers.cohort, name="cohort"),
    path("lineage/releases/", lineages.releases, name="releases"),
    path("lineage/releases/<str:key>/showings/", lineages.showings, name="showings"),
    path("lineage/releases/<str:key>/withdrawals/", lineages.withdrawals, name="withdrawals"),
]
