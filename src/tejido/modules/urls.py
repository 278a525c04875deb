from django.urls import path

from .views import drawing, leading, overview, speaking, steps

app_name = "modules"
urlpatterns = [
    path("modules/", overview.home, name="home"),
    path("modules/new/", leading.new, name="new"),
    path("modules/steps/<str:key>/", steps.step, name="step"),
    path("modules/steps/<str:key>/plan/", steps.plan, name="step_plan"),
    path("modules/steps/<str:key>/removals/", steps.removals, name="step_removals"),
    path("modules/steps/<str:key>/readings/", steps.readings, name="readings"),
    path("modules/steps/<str:key>/questions/", steps.questions, name="questions"),
    path("modules/steps/<str:key>/progress/", speaking.progress, name="progress"),
    path("modules/readings/<str:key>/removals/", steps.reading_removals, name="reading_removals"),
    path("modules/questions/<str:key>/removals/", steps.question_removals, name="question_removals"),
    path("modules/questions/<str:key>/contributions/", speaking.contributions, name="contributions"),
    path("modules/contributions/<str:key>/withdrawals/", speaking.withdrawals, name="withdrawals"),
    path("modules/contributions/<str:key>/hidings/", speaking.hidings, name="hidings"),
    path("modules/proposals/<str:key>/takings/", drawing.takings, name="takings"),
    path("modules/proposals/<str:key>/declines/", drawing.declines, name="declines"),
    path("modules/<str:key>/", overview.module, name="module"),
    path("modules/<str:key>/plan/", leading.plan, name="plan"),
    path("modules/<str:key>/steps/", leading.steps, name="steps"),
    path("modules/<str:key>/openings/", leading.openings, name="openings"),
    path("modules/<str:key>/following/", speaking.following, name="following"),
    path("modules/<str:key>/summary/", drawing.summary, name="summary"),
    path("modules/<str:key>/practices/", drawing.practices, name="practices"),
    path("modules/<str:key>/proposals/", drawing.proposals, name="proposals"),
]
