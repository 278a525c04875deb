from django.urls import path

from .views import matters, overview, telling, traces

app_name = "lessons"
urlpatterns = [
    path("seminars/<str:key>/lessons/", overview.lessons, name="lessons"),
    path("seminars/<str:key>/lessons/openings/", overview.openings, name="openings"),
    path("seminars/<str:key>/lessons/rounds/", overview.rounds, name="rounds"),
    path("seminars/<str:key>/lessons/rounds/links/", overview.round_links, name="round_links"),
    path("seminars/<str:key>/lessons/meetings/", overview.meetings, name="meetings"),
    path("seminars/<str:key>/lessons/meetings/links/", overview.meeting_links, name="meeting_links"),
    path("seminars/<str:key>/lessons/placings/", overview.placings, name="placings"),
    path("seminars/<str:key>/lessons/sections/", matters.sections, name="sections"),
    path("seminars/<str:key>/lessons/matters/", matters.matters, name="matters"),
    path("seminars/<str:key>/lessons/matters/gatherings/", matters.gatherings, name="gatherings"),
    path("seminars/<str:key>/lessons/matters/<int:number>/", matters.matter, name="matter"),
    path("seminars/<str:key>/lessons/matters/<int:number>/decisions/", matters.decisions, name="decisions"),
    path("seminars/<str:key>/lessons/matters/<int:number>/dissolutions/", matters.dissolutions, name="dissolutions"),
    path("seminars/<str:key>/trace/", traces.trace, name="trace"),
    path("seminars/<str:key>/trace/trace.<str:ending>", traces.trace_file, name="trace_file"),
    path("seminars/<str:key>/changes/", telling.told, name="told"),
    path("seminars/<str:key>/changes/changes.<str:ending>", telling.told_file, name="told_file"),
    path("seminars/<str:key>/changes/preview/", telling.preview, name="preview"),
    path("seminars/<str:key>/changes/releases/", telling.releases, name="releases"),
    path("seminars/<str:key>/changes/withdrawals/", telling.withdrawals, name="withdrawals"),
    path("taking-part/changes/", telling.told_to_me, name="told_to_me"),
    path("cycles/<str:key>/lessons/", traces.cycle, name="cycle"),
    path("texts/<slug:slug>/origins/", traces.origins, name="origins"),
    path("texts/<slug:slug>/origins/<str:passage>/", traces.origin, name="origin"),
]
