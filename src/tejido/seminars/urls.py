from django.urls import path

from .views import budget, checklist, copies, cycles, seminars

app_name = "seminars"
urlpatterns = [
    path("seminars/", cycles.home, name="home"),
    path("cycles/new/", cycles.new, name="new_cycle"),
    path("cycles/<str:key>/", cycles.cycle, name="cycle"),
    path("cycles/<str:key>/descriptions/", cycles.descriptions, name="descriptions"),
    path("cycles/<str:key>/structures/", cycles.structures, name="structures"),
    path("cycles/<str:key>/seminars/new/", cycles.preparation, name="preparation"),
    path("cycles/<str:key>/past/", cycles.pasts, name="pasts"),
    path("cycles/<str:key>/copies/", copies.of_cycle, name="cycle_copies"),
    path("seminars/checklist/", checklist.template, name="template"),
    path("seminars/checklist/<str:key>/strikings/", checklist.template_strikings, name="template_strikings"),
    path("seminars/<str:key>/", seminars.seminar, name="seminar"),
    path("seminars/<str:key>/seminar.ics", seminars.calendar, name="calendar"),
    path("seminars/<str:key>/details/", seminars.details, name="details"),
    path("seminars/<str:key>/announcements/", seminars.announcements, name="announcements"),
    path("seminars/<str:key>/cancellations/", seminars.cancellations, name="cancellations"),
    path("seminars/<str:key>/completions/", seminars.completions, name="completions"),
    path("seminars/<str:key>/takings/", seminars.takings, name="takings"),
    path("seminars/<str:key>/releases/", seminars.releases, name="releases"),
    path("seminars/<str:key>/withdrawals/", seminars.withdrawals, name="withdrawals"),
    path("seminars/<str:key>/copies/", copies.of_seminar, name="copies"),
    path("seminars/<str:key>/budget/", budget.budget, name="budget"),
    path("seminars/<str:key>/budget/releases/", budget.releases, name="budget_releases"),
    path("seminars/<str:key>/budget/withdrawals/", budget.withdrawals, name="budget_withdrawals"),
    path("seminars/<str:key>/budget/<str:line>/", budget.line, name="line"),
    path("seminars/<str:key>/budget/<str:line>/strikings/", budget.line_strikings, name="line_strikings"),
    path("seminars/<str:key>/checklist/", checklist.checklist, name="checklist"),
    path("seminars/<str:key>/checklist/takings/", checklist.takings, name="template_takings"),
    path("seminars/<str:key>/checklist/<str:task>/", checklist.task, name="task"),
    path("seminars/<str:key>/checklist/<str:task>/strikings/", checklist.task_strikings, name="task_strikings"),
    path("seminars/<str:key>/checklist/<str:task>/doings/", checklist.doings, name="doings"),
    path("seminars/<str:key>/checklist/<str:task>/reopenings/", checklist.reopenings, name="reopenings"),
]
