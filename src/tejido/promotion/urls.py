from django.urls import path

from .views import entries, forums, parts, register

app_name = "promotion"
urlpatterns = [
    path("promotion/", register.home, name="home"),
    path("promotion/register.<str:ending>", register.export, name="export"),
    path("promotion/forums/", forums.forums, name="forums"),
    path("promotion/forums/<str:key>/", forums.forum, name="forum"),
    path("promotion/entries/", entries.entries, name="entries"),
    path("promotion/entries/<str:key>/", register.entry, name="entry"),
    path("promotion/entries/<str:key>/corrections/", entries.corrections, name="corrections"),
    path("promotion/entries/<str:key>/strikings/", entries.strikings, name="strikings"),
    path("promotion/entries/<str:key>/showings/", entries.showings, name="showings"),
    path("promotion/entries/<str:key>/hidings/", entries.hidings, name="hidings"),
    path("promotion/entries/<str:key>/documents/", parts.documents, name="documents"),
    path("promotion/entries/<str:key>/quotes/", parts.quotes, name="quotes"),
    path("promotion/documents/<str:key>/file/", parts.file, name="file"),
    path("promotion/documents/<str:key>/removals/", parts.document_removals, name="document_removals"),
    path("promotion/quotes/<str:key>/removals/", parts.quote_removals, name="quote_removals"),
]
