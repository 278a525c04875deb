from django.urls import path

from .views import areas, files, reading, showing, vocabulary, writing

app_name = "programmes"
urlpatterns = [
    path("initiatives/", reading.home, name="home"),
    path("initiatives/members/<str:code>/", reading.member, name="member"),
    path("initiatives/members/<str:code>/new/", writing.new, name="new"),
    path("initiatives/members/<str:code>/areas/", areas.new_area, name="new_area"),
    path("initiatives/areas/<str:key>/", areas.area, name="area"),
    path("initiatives/areas/<str:key>/closings/", areas.closings, name="closings"),
    path("initiatives/areas/<str:key>/releases/", areas.area_releases, name="area_releases"),
    path("initiatives/areas/<str:key>/withdrawals/", areas.area_withdrawals, name="area_withdrawals"),
    path("initiatives/files/", files.files, name="files"),
    path("initiatives/files/<str:key>/", files.delivery, name="delivery"),
    path("initiatives/initiatives.<str:ending>", files.export, name="export"),
    path("initiatives/template.<str:ending>", files.template, name="template"),
    path("initiatives/vocabulary/", vocabulary.vocabulary, name="vocabulary"),
    path("initiatives/vocabulary/<str:key>/names/", vocabulary.names, name="names"),
    path("initiatives/vocabulary/<str:key>/retirements/", vocabulary.retirements, name="retirements"),
    path("initiatives/vocabulary/<str:key>/decisions/", vocabulary.decisions, name="decisions"),
    path("initiatives/<str:key>/", reading.initiative, name="initiative"),
    path("initiatives/<str:key>/steps/<str:step>/", writing.step, name="step"),
    path("initiatives/<str:key>/statuses/", writing.statuses, name="statuses"),
    path("initiatives/<str:key>/strikings/", writing.strikings, name="strikings"),
    path("initiatives/<str:key>/revisions/", reading.revisions, name="revisions"),
    path("initiatives/<str:key>/releases/", showing.releases, name="releases"),
    path("initiatives/<str:key>/releases/preview/", showing.preview, name="preview"),
]
