from django.urls import path

from .views import core, deriving, matrices, taking, versions

app_name = "adaptation"
urlpatterns = [
    path("versions/", versions.home, name="home"),
    path("versions/new/", deriving.new, name="new"),
    path("versions/files/", deriving.files, name="files"),
    path("versions/<str:key>/", versions.version, name="version"),
    path("versions/<str:key>/sections/<str:section>/", versions.section, name="section"),
    path("versions/<str:key>/departures/", versions.departures, name="departures"),
    path("versions/<str:key>/approvals/", versions.approvals, name="approvals"),
    path("versions/<str:key>/releases/", versions.releases, name="releases"),
    path("versions/<str:key>/withdrawals/", versions.withdrawals, name="withdrawals"),
    path("versions/<str:key>/uptakes/", taking.uptakes, name="uptakes"),
    path("versions/<str:key>/undoings/", taking.undoings, name="undoings"),
    path("versions/<str:key>/editions/", deriving.editions, name="editions"),
    path("texts/<slug:slug>/versions/", matrices.matrix, name="matrix"),
    path("texts/<slug:slug>/versions/files/<str:name>", matrices.export, name="export"),
    path("texts/<slug:slug>/versions/<str:section>/", matrices.section, name="row"),
    path("texts/<slug:slug>/editions/<int:number>/core/", core.core, name="core"),
    path(
        "texts/<slug:slug>/editions/<int:number>/core/<str:passage>/confirmations/",
        core.confirmations,
        name="core_confirmations",
    ),
    path("texts/<slug:slug>/editions/<int:number>/core/<str:passage>/removals/", core.removals, name="core_removals"),
]
