from django.urls import path

from . import views

app_name = "packages"
urlpatterns = [
    path("packages/", views.home, name="home"),
    path("texts/<slug:slug>/editions/<int:number>/packages/", views.edition, name="edition"),
    path(
        "texts/<slug:slug>/editions/<int:number>/packages/<str:language>/<slug:format>/",
        views.edition_file,
        name="edition_file",
    ),
    path("versions/<str:key>/packages/", views.version, name="version"),
    path("versions/<str:key>/packages/<str:language>/<slug:format>/", views.version_file, name="version_file"),
    path("courses/<str:key>/packages/", views.course, name="course"),
    path("courses/<str:key>/packages/<str:language>/<slug:format>/", views.course_file, name="course_file"),
]
