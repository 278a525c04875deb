from django.urls import path

from .views import issues, pages, preparing

app_name = "annual"
urlpatterns = [
    path("reports/", preparing.home, name="home"),
    path("reports/new/", preparing.beginnings, name="beginnings"),
    path("reports/<str:key>/", preparing.report, name="report"),
    path("reports/<str:key>/chapters/<str:kind>/", preparing.chapter, name="chapter"),
    path("reports/<str:key>/moves/", preparing.moves, name="moves"),
    path("reports/<str:key>/openings/", preparing.openings, name="openings"),
    path("reports/<str:key>/preview/", issues.preview, name="preview"),
    path("reports/<str:key>/preview/report.<str:ending>", issues.preview_file, name="preview_file"),
    path("reports/<str:key>/pages/<str:code>/", pages.page, name="page"),
    path("reports/<str:key>/pages/<str:code>/clearances/", pages.clearances, name="clearances"),
    path("reports/<str:key>/pages/<str:code>/approvals/", pages.approvals, name="approvals"),
    path("reports/<str:key>/pages/<str:code>/withdrawals/", pages.withdrawals, name="withdrawals"),
    path("reports/<str:key>/issues/", issues.issues, name="issues"),
    path("reports/<str:key>/issues/<int:number>/", issues.issue, name="issue"),
    path(
        "reports/<str:key>/issues/<int:number>/report.<str:language>.<str:ending>",
        issues.issue_file,
        name="issue_file",
    ),
]
