from django.urls import path

from .views import coding, guests, keeping, opening, questions, results

app_name = "evaluation"
_ONE = "questionnaires/<str:key>/"
_OWN = "taking-part/questionnaires/"
urlpatterns = [
    path("questionnaires/", keeping.home, name="home"),
    path("questionnaires/new/", keeping.new_template, name="new_template"),
    path("seminars/<str:key>/evaluation/", keeping.evaluation, name="evaluation"),
    path("seminars/<str:key>/evaluation/new/", keeping.new, name="new"),
    path(_ONE, keeping.questionnaire, name="questionnaire"),
    path(f"{_ONE}removals/", keeping.removals, name="removals"),
    path(f"{_ONE}preview/", questions.preview, name="preview"),
    path(f"{_ONE}questions/new/", questions.new, name="new_question"),
    path(f"{_ONE}questions/<str:question>/", questions.question, name="question"),
    path(f"{_ONE}questions/<str:question>/moves/", questions.moves, name="moves"),
    path(f"{_ONE}questions/<str:question>/removals/", questions.removals, name="question_removals"),
    path(f"{_ONE}openings/", opening.openings, name="openings"),
    path(f"{_ONE}papers/", opening.papers, name="papers"),
    path(f"{_ONE}closings/", opening.closings, name="closings"),
    path(f"{_ONE}releases/", opening.releases, name="releases"),
    path(f"{_ONE}answers/", coding.coding, name="coding"),
    path(f"{_ONE}answers/<str:answer>/", coding.answer, name="answer"),
    path(f"{_ONE}results/", results.results, name="results"),
    path(f"{_ONE}results/files/<str:name>", results.export, name="export"),
    path("topics/", coding.topics, name="topics"),
    path("topics/<str:key>/removals/", coding.topic_removals, name="topic_removals"),
    path(_OWN, guests.own, name="own"),
    path(f"{_OWN}<str:key>/", guests.answering, name="answering"),
    path(f"{_OWN}<str:key>/results/", guests.summary, name="summary"),
]
