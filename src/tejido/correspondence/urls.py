from django.urls import path

from . import views

app_name = "correspondence"
_LETTER = "correspondence/<str:key>/"
urlpatterns = [
    path("correspondence/", views.home, name="home"),
    path("correspondence/drafts/", views.drafts, name="drafts"),
    path(_LETTER, views.letter, name="letter"),
    path(f"{_LETTER}words/", views.words, name="words"),
    path(f"{_LETTER}sendings/", views.sendings, name="sendings"),
    path(f"{_LETTER}discardings/", views.discardings, name="discardings"),
    path(f"{_LETTER}answers/", views.answers, name="answers"),
    path(f"{_LETTER}duties/", views.duties, name="duties"),
    path(f"{_LETTER}files/<str:name>", views.paper, name="paper"),
    path("correspondence/duties/<str:key>/endings/", views.duty_endings, name="duty_endings"),
]
