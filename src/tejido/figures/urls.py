from django.urls import path

from .views import boards, publishing, releasing

app_name = "figures"
urlpatterns = [
    path("figures/", boards.home, name="home"),
    path("figures/trained.<str:ending>", boards.file, name="file"),
    path("figures/school/", releasing.school, name="school"),
    path("figures/school/<str:key>/drafts/", releasing.drafts, name="drafts"),
    path("figures/drafts/<str:key>/", releasing.draft, name="draft"),
    path("figures/drafts/<str:key>/releases/", releasing.releases, name="releases"),
    path("figures/releases/<str:key>/", releasing.release, name="release"),
    path("figures/releases/<str:key>/counts.json", releasing.release_file, name="release_file"),
    path("figures/releases/<str:key>/corrections/", releasing.corrections, name="corrections"),
    path("figures/releases/<str:key>/withdrawals/", releasing.withdrawals, name="withdrawals"),
    path("figures/received/", publishing.received, name="received"),
    path("figures/received/preview/", publishing.preview, name="preview"),
    path("figures/publications/", publishing.publications, name="publications"),
    path("figures/publications/<str:key>/withdrawals/", publishing.endings, name="endings"),
    path("figures/<str:code>/", boards.member, name="member"),
    path("figures/<str:code>/trained.<str:ending>", boards.member_file, name="member_file"),
]
