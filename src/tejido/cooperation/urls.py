from django.urls import path

from .views import ending, postings, projects

app_name = "cooperation"
urlpatterns = [
    path("cooperation/", postings.home, name="home"),
    path("cooperation/wishes/", postings.wishes, name="wishes"),
    path("cooperation/postings/new/<str:side>/", postings.new, name="new"),
    path("cooperation/postings/<str:key>/", postings.posting, name="posting"),
    path("cooperation/postings/<str:key>/words/", postings.words, name="words"),
    path("cooperation/postings/<str:key>/showings/", postings.showings, name="showings"),
    path("cooperation/postings/<str:key>/withdrawals/", postings.withdrawals, name="withdrawals"),
    path("cooperation/postings/<str:key>/closings/", postings.closings, name="closings"),
    path("cooperation/projects/new/", projects.new, name="new_project"),
    path("cooperation/projects/<str:key>/", projects.project, name="project"),
    path("cooperation/projects/<str:key>/terms/", projects.terms, name="terms"),
    path("cooperation/projects/<str:key>/acceptances/", projects.acceptances, name="acceptances"),
    path("cooperation/projects/<str:key>/talks/", projects.talks, name="talks"),
    path("cooperation/projects/<str:key>/steps/", projects.steps, name="steps"),
    path("cooperation/projects/<str:key>/steps/<str:step>/", projects.step_closings, name="step_closings"),
    path("cooperation/projects/<str:key>/meetings/", projects.meetings, name="meetings"),
    path("cooperation/projects/<str:key>/endings/", ending.endings, name="endings"),
    path("cooperation/projects/<str:key>/results/", ending.results, name="results"),
    path("cooperation/projects/<str:key>/confirmations/", ending.confirmations, name="confirmations"),
    path("cooperation/projects/<str:key>/releases/", ending.releases, name="releases"),
    path("cooperation/projects/<str:key>/release-withdrawals/", ending.release_withdrawals, name="release_withdrawals"),
    path("cooperation/projects/<str:key>/practices/", ending.practices, name="practices"),
    path("cooperation/projects/<str:key>/evaluations/", ending.evaluations, name="evaluations"),
]
