from django.urls import path

from .views import certificates, checking, cohorts, mine, persons

app_name = "certificates"
_COHORT = "course-certificates/cohorts/<str:key>/"
_ISSUE = "course-certificates/issues/<str:key>/"
_ONE = "course-certificates/<str:space>/numbers/<int:number>/"
_PERSON = "course-certificates/<str:space>/persons/<str:person>/"
urlpatterns = [
    path("course-certificates/", cohorts.home, name="home"),
    path(_COHORT, cohorts.cohort, name="cohort"),
    path(f"{_COHORT}wording/", cohorts.wording, name="wording"),
    path(f"{_COHORT}preview.pdf", cohorts.preview, name="preview"),
    path(f"{_COHORT}issues/", cohorts.issues, name="issues"),
    path(_ISSUE, cohorts.issue, name="issue"),
    path(f"{_ISSUE}certificates.pdf", cohorts.pages, name="pages"),
    path(f"{_ISSUE}certificates.zip", cohorts.archive, name="archive"),
    path(_ONE, certificates.certificate, name="certificate"),
    path(f"{_ONE}certificate.<str:ending>", certificates.file, name="file"),
    path(f"{_ONE}revocations/", certificates.revocations, name="revocations"),
    path(f"{_ONE}reissues/", certificates.reissues, name="reissues"),
    path("course-certificates/<str:space>/persons/", persons.persons, name="persons"),
    path(_PERSON, persons.person, name="person"),
    path(f"{_PERSON}transcript.<str:ending>", persons.file, name="transcript"),
    path(f"{_PERSON}links/", persons.links, name="links"),
    path("course-certificates/links/<str:key>/ends/", persons.ends, name="ends"),
    path("my-training/", mine.mine, name="mine"),
    path("my-training/transcript.<str:ending>", mine.transcript, name="my_transcript"),
    path("my-training/certificates/<int:number>.<str:ending>", mine.file, name="my_file"),
    path("my-training/leavings/", mine.leavings, name="leavings"),
    path("my-training/<str:token>/", mine.link, name="link"),
    path("certificates/", checking.checks, name="checks"),
    path("certificates/files/", checking.files, name="files"),
    path("certificates/revoked/", checking.revoked, name="revoked"),
    path("certificates/revoked/<int:number>/", checking.revoked, name="revoked_list"),
    path("certificates/<str:code>/", checking.check, name="check"),
    path("certificates/<str:code>/names/", checking.names, name="names"),
    path(".well-known/certificate-keys.json", checking.keys, name="keys"),
]
