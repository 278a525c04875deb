from django.urls import path

from .views import history, importing, papers, reading, writing

app_name = "curriculum"
urlpatterns = [
    path("texts/", reading.texts, name="texts"),
    path("texts/new/", importing.new, name="new"),
    path("texts/<slug:slug>/", reading.text, name="text"),
    path("texts/<slug:slug>/pictures/<str:digest>/", reading.picture, name="picture"),
    path("texts/<slug:slug>/history/", history.history, name="history"),
    path("texts/<slug:slug>/changes/", history.changes, name="changes"),
    path("texts/<slug:slug>/languages/", importing.languages, name="languages"),
    path("texts/<slug:slug>/previews/", writing.preview, name="preview"),
    path("texts/<slug:slug>/sections/<str:section>/", writing.section, name="section"),
    path("texts/<slug:slug>/sections/<str:section>/drafts/", writing.draft, name="draft"),
    path("texts/<slug:slug>/files/<str:language>.md", importing.export, name="export"),
    path("texts/<slug:slug>/papers/<str:language>.<str:ending>", papers.paper, name="paper"),
    path("texts/<slug:slug>/changes/<int:old>-<int:new>.<str:language>.pdf", papers.changes_paper, name="changes_pdf"),
    path(
        "texts/<slug:slug>/editions/<int:number>/papers/<str:language>.<str:ending>",
        papers.edition_paper,
        name="edition_paper",
    ),
    path("texts/<slug:slug>/editions/<int:number>/", reading.edition, name="edition"),
    path("texts/<slug:slug>/editions/<int:number>/releases/", reading.edition_releases, name="edition_releases"),
    path(
        "texts/<slug:slug>/editions/<int:number>/withdrawals/", reading.edition_withdrawals, name="edition_withdrawals"
    ),
    path("texts/<slug:slug>/editions/<int:number>/<str:name>.json", reading.edition_file, name="edition_file"),
    path("texts/<slug:slug>/editions/<int:number>/record.<str:ending>", papers.adoption_paper, name="record_paper"),
]
