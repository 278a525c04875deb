from django.urls import path

from .views import courses, coverage, minimums, objectives, sessions, statements

app_name = "training"
urlpatterns = [
    path("courses/", courses.home, name="home"),
    path("versions/<str:key>/courses/", courses.courses, name="courses"),
    path("courses/<str:key>/", courses.course, name="course"),
    path("courses/<str:key>/descriptions/", courses.descriptions, name="descriptions"),
    path("courses/<str:key>/sessions/new/", sessions.new, name="new_session"),
    path("courses/<str:key>/sessions/<str:session>/", sessions.session, name="session"),
    path("courses/<str:key>/sessions/<str:session>/moves/", sessions.moves, name="moves"),
    path("courses/<str:key>/sessions/<str:session>/removals/", sessions.removals, name="session_removals"),
    path("courses/<str:key>/coverage/", coverage.coverage, name="coverage"),
    path("courses/<str:key>/coverage/files/<str:name>", coverage.export, name="export"),
    path("courses/<str:key>/statements/", statements.statements, name="statements"),
    path("statements/<str:key>/", statements.statement, name="statement"),
    path("statements/<str:key>/statement.<str:ending>", statements.file, name="file"),
    path("statements/<str:key>/releases/", statements.releases, name="releases"),
    path("statements/<str:key>/withdrawals/", statements.withdrawals, name="withdrawals"),
    path("texts/<slug:slug>/editions/<int:number>/objectives/", objectives.objectives, name="objectives"),
    path("texts/<slug:slug>/editions/<int:number>/minimums/", minimums.minimums, name="minimums"),
    path("texts/<slug:slug>/editions/<int:number>/minimums/<str:key>/removals/", minimums.removals, name="lifts"),
]
