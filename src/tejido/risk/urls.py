from django.urls import path

from .views import access, factors, overview, summaries

app_name = "risk"
_asking = "risk/<str:key>/summary/askings/<str:asking>/"
urlpatterns = [
    path("risk/", overview.home, name="home"),
    path("risk/beginnings/", overview.beginnings, name="beginnings"),
    path("risk/comparison/", overview.comparison, name="comparison"),
    path("risk/summaries/<str:key>/", summaries.summary, name="summary"),
    path("risk/summaries/<str:key>/withdrawals/", summaries.withdrawals, name="withdrawals"),
    path("risk/summaries/<str:key>/<str:ending>", summaries.summary_file, name="summary_file"),
    path("risk/<str:key>/", factors.analysis, name="analysis"),
    path("risk/<str:key>/openings/", overview.openings, name="openings"),
    path("risk/<str:key>/closings/", overview.closings, name="closings"),
    path("risk/<str:key>/takings/", overview.takings, name="takings"),
    path("risk/<str:key>/frame/", factors.frames, name="frame"),
    path("risk/<str:key>/parts/<str:place>/", factors.factors, name="factor"),
    path("risk/<str:key>/parts/<str:place>/evidence/", factors.evidence, name="evidence"),
    path("risk/<str:key>/parts/<str:place>/removals/", factors.evidence_removals, name="evidence_removals"),
    path("risk/<str:key>/access/", access.access, name="access"),
    path("risk/<str:key>/admissions/", access.admissions, name="admissions"),
    path("risk/<str:key>/removals/", access.removals, name="removals"),
    path("risk/<str:key>/leads/", access.leads, name="leads"),
    path("risk/<str:key>/renewals/", access.renewals, name="renewals"),
    path("risk/<str:key>/forgettings/", access.forgettings, name="forgettings"),
    path("risk/<str:key>/last-days/", access.last_days, name="last_days"),
    path("risk/<str:key>/destructions/", access.destructions, name="destructions"),
    path("risk/<str:key>/exports/", access.exports, name="exports"),
    path("risk/<str:key>/summary/", summaries.composing, name="composing"),
    path("risk/<str:key>/summary/preview/", summaries.preview, name="preview"),
    path("risk/<str:key>/summary/askings/", summaries.askings, name="askings"),
    path(_asking, summaries.asking, name="asking"),
    path(f"{_asking}agreements/", summaries.answers, {"answer": "agreements"}, name="agreements"),
    path(f"{_asking}refusals/", summaries.answers, {"answer": "refusals"}, name="refusals"),
    path(f"{_asking}takings-back/", summaries.answers, {"answer": "takings_back"}, name="takings_back"),
    path(f"{_asking}<str:ending>", summaries.asking_file, name="asking_file"),
]
