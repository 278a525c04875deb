from django.urls import path

from .views import assessments, convening, helps, parts, plans, profile

app_name = "mechanisms"
urlpatterns = [
    path("mechanisms/", profile.mechanisms, name="mechanisms"),
    path("mechanisms/path/", helps.way, name="path"),
    path("mechanisms/comparison/", helps.comparison, name="comparison"),
    path("mechanisms/modules/", helps.modules, name="modules"),
    path("mechanisms/modules/<str:key>/removals/", helps.module_removals, name="module_removals"),
    path("mechanisms/models/", helps.models, name="models"),
    path("mechanisms/models/<str:key>/removals/", helps.model_removals, name="model_removals"),
    path("mechanisms/parties/<str:key>/endings/", convening.endings, name="endings"),
    path("mechanisms/lines/<str:key>/doings/", plans.doings, name="doings"),
    path("mechanisms/lines/<str:key>/removals/", plans.removals, name="line_removals"),
    path("mechanisms/<str:code>/", profile.mechanism, name="mechanism"),
    path("mechanisms/<str:code>/entries/<str:topic>/", profile.entries, name="entries"),
    path("mechanisms/<str:code>/instruments/", profile.instruments, name="instruments"),
    path("mechanisms/<str:code>/compositions/", profile.compositions, name="compositions"),
    path("mechanisms/<str:code>/convening/", convening.convening, name="convening"),
    path("mechanisms/<str:code>/parties/", convening.parties, name="parties"),
    path("mechanisms/<str:code>/assessments/", assessments.assessments, name="assessments"),
    path("mechanisms/<str:code>/plan/", plans.plan, name="plan"),
    path("assessments/<str:key>/", assessments.assessment, name="assessment"),
    path("assessments/<str:key>/<str:criterion>/", assessments.answers, name="answers"),
    path("parts/<str:kind>/<str:key>/releases/", parts.releases, name="releases"),
    path("parts/<str:kind>/<str:key>/withdrawals/", parts.withdrawals, name="withdrawals"),
    path("parts/<str:kind>/<str:key>/strikings/", parts.strikings, name="strikings"),
    path("parts/<str:kind>/<str:key>/file/", parts.file, name="file"),
]
