from django.urls import path

from .views import files, obligations, schools, targets

app_name = "schools"
urlpatterns = [
    path("schools/", schools.home, name="home"),
    path("schools/new/", schools.new, name="new"),
    path("schools/obligations/", obligations.obligations, name="obligations"),
    path("schools/obligations/<str:key>/", obligations.obligation, name="obligation"),
    path("schools/obligations/<str:key>/followers/", obligations.followers, name="followers"),
    path("schools/obligations/<str:key>/ends/", obligations.ends, name="ends"),
    path("schools/obligations/<str:key>/releases/", obligations.releases, name="obligation_releases"),
    path("schools/obligations/<str:key>/withdrawals/", obligations.withdrawals, name="obligation_withdrawals"),
    path("schools/obligations/<str:key>/strikings/", obligations.strikings, name="obligation_strikings"),
    path("schools/populations/", targets.targets, name="targets"),
    path("schools/populations/populations.<str:ending>", files.export, name="export"),
    path("schools/populations/template.<str:ending>", files.template, name="template"),
    path("schools/populations/files/<str:key>/", files.delivery, name="delivery"),
    path("schools/populations/<str:key>/lifts/", targets.lifts, name="lifts"),
    path("schools/spaces/<str:key>/obligations/new/", obligations.new, name="new_obligation"),
    path("schools/spaces/<str:key>/populations/new/", targets.new, name="new_target"),
    path("schools/spaces/<str:key>/populations/files/", files.files, name="files"),
    path("schools/<str:key>/", schools.school, name="school"),
    path("schools/<str:key>/changes/", schools.changes, name="changes"),
    path("schools/<str:key>/spaces/", schools.spaces, name="spaces"),
    path("schools/<str:key>/releases/", schools.releases, name="releases"),
    path("schools/<str:key>/withdrawals/", schools.withdrawals, name="withdrawals"),
    path("schools/<str:key>/strikings/", schools.strikings, name="strikings"),
    path("courses/<str:key>/obligations/", obligations.course, name="course"),
]
