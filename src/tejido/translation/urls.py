from django.urls import path

from .views import desk, files, glossary, translating

app_name = "translation"
_TEXT = "texts/<slug:slug>/translation/"
_VERSION = f"{_TEXT}<str:language>/"
_PASSAGE = f"{_VERSION}passages/<str:passage>/"
urlpatterns = [
    path("glossary/", glossary.glossary, name="glossary"),
    path("glossary/new/", glossary.new, name="concept_new"),
    path("glossary/<str:key>/", glossary.concept, name="concept"),
    path("glossary/<str:key>/retirements/", glossary.retirements, name="retirements"),
    path(_TEXT, desk.desk, name="desk"),
    path(f"{_TEXT}assignments/", desk.assignments, name="assignments"),
    path(f"{_TEXT}assignments/<str:key>/endings/", desk.assignment_endings, name="assignment_endings"),
    path(_VERSION, desk.version, name="version"),
    path(f"{_VERSION}reviews/", desk.reviews, name="reviews"),
    path(f"{_VERSION}signatories/", desk.signatories, name="signatories"),
    path(f"{_VERSION}signatures/", desk.signatures, name="signatures"),
    path(f"{_VERSION}declarations/", desk.declarations, name="declarations"),
    path(f"{_VERSION}files/<str:ending>", files.files, name="files"),
    path(f"{_VERSION}imports/", files.imports, name="imports"),
    path(f"{_VERSION}landings/", files.landings, name="landings"),
    path(_PASSAGE, translating.passage, name="passage"),
    path(f"{_PASSAGE}drafts/", translating.draft, name="draft"),
    path(f"{_PASSAGE}checks/", translating.checks, name="checks"),
    path(f"{_PASSAGE}propagations/", translating.propagations, name="propagations"),
]
