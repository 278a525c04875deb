from django.urls import path

from .views import attendance, certificates, mine, room

app_name = "presence"
_ATTENDANCE = "seminars/<str:key>/attendance/"
_CERTIFICATES = "seminars/<str:key>/certificates/"
urlpatterns = [
    path(_ATTENDANCE, attendance.attendance, name="attendance"),
    path(f"{_ATTENDANCE}numbers/", attendance.numbers, name="numbers"),
    path(f"{_ATTENDANCE}rules/", attendance.rule, name="rule"),
    path(f"{_ATTENDANCE}sessions/<int:number>/", attendance.session, name="session"),
    path(f"{_ATTENDANCE}sessions/<int:number>/lists/", attendance.lists, name="lists"),
    path(f"{_ATTENDANCE}sessions/<int:number>/papers/", attendance.papers, name="papers"),
    path(f"{_ATTENDANCE}sessions/<int:number>/sheet.<str:ending>", attendance.sheet, name="sheet"),
    path(f"{_ATTENDANCE}sessions/<int:number>/screen/", room.screen, name="screen"),
    path(_CERTIFICATES, certificates.certificates, name="certificates"),
    path(f"{_CERTIFICATES}wording/", certificates.wording, name="wording"),
    path(f"{_CERTIFICATES}issues/", certificates.issues, name="issues"),
    path(f"{_CERTIFICATES}<str:certificate>/", certificates.certificate, name="certificate"),
    path(f"{_CERTIFICATES}<str:certificate>/revocations/", certificates.revocations, name="revocations"),
    path("taking-part/attendance/", mine.attendance, name="my_attendance"),
    path("taking-part/attendance/entries/", mine.entries, name="entries"),
    path("taking-part/certificate/", mine.certificate, name="my_certificate"),
    path("taking-part/certificate/certificate.<str:ending>", mine.file, name="my_file"),
]
