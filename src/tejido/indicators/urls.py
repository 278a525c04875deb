from django.urls import path

from .views import defining, indicator, initiatives, overview, releases, reporting, sheets

app_name = "indicators"
urlpatterns = [
    path("indicators/", overview.home, name="home"),
    path("indicators/new/", defining.new, name="new"),
    path("indicators/questions/new/", defining.new_question, name="new_question"),
    path("indicators/sheets/", sheets.sheets, name="sheets"),
    path("indicators/sheets/values.xlsx", sheets.sheet_file, name="sheet_file"),
    path("indicators/sheets/<str:key>/", sheets.handed, name="handed"),
    path("indicators/initiatives/<str:key>/", initiatives.initiative, name="initiative"),
    path("indicators/initiatives/<str:key>/milestones/", initiatives.new_milestone, name="new_milestone"),
    path("indicators/milestones/<str:key>/", initiatives.milestone, name="milestone"),
    path("indicators/milestones/<str:key>/droppings/", initiatives.droppings, name="droppings"),
    path("indicators/milestones/<str:key>/file/", initiatives.evidence_file, name="evidence_file"),
    path("indicators/values/<str:key>/releases/", releases.releases, name="releases"),
    path("indicators/values/<str:key>/withdrawals/", releases.withdrawals, name="withdrawals"),
    path("indicators/values/<str:key>/file/", releases.file, name="file"),
    path("indicators/<str:key>/", indicator.indicator, name="indicator"),
    path("indicators/<str:key>/definition/", defining.definition, name="definition"),
    path("indicators/<str:key>/endings/", defining.endings, name="endings"),
    path("indicators/<str:key>/together/", indicator.together, name="together"),
    path("indicators/<str:key>/periods/<str:period>/", reporting.report, name="report"),
]
