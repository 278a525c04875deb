from django.urls import path

from .views import batches, cohorts, expiring, files, lists, persons

app_name = "records"
urlpatterns = [
    path("records/", cohorts.home, name="home"),
    path("records/cohorts/new/", cohorts.new, name="new_cohort"),
    path("records/cohorts/<str:key>/", cohorts.cohort, name="cohort"),
    path("records/cohorts/<str:key>/changes/", cohorts.changing, name="cohort_changing"),
    path("records/cohorts/<str:key>/lists/new/", lists.new, name="new_list"),
    path("records/lists/<str:key>/", lists.sheet, name="list"),
    path("records/lists/<str:key>/list.<str:ending>", lists.paper, name="list_paper"),
    path("records/lists/<str:key>/removals/", lists.removals, name="list_removals"),
    path("records/lists/<str:key>/countersignatures/", lists.countersignatures, name="countersignatures"),
    path("records/lists/<str:key>/scans/", lists.scans, name="scans"),
    path("records/scans/<str:key>/", lists.scan, name="scan"),
    path("records/scans/<str:key>/removals/", lists.scan_removals, name="scan_removals"),
    path("records/imports/", files.imports, name="imports"),
    path("records/imports/model.xlsx", files.model, name="model"),
    path("records/imports/<str:key>/", files.batch, name="import"),
    path("records/imports/<str:key>/mappings/", files.mappings, name="mappings"),
    path("records/imports/<str:key>/progress/", files.progress, name="progress"),
    path("records/imports/<str:key>/entries/", files.entries, name="entries"),
    path("records/imports/<str:key>/leavings/", files.leavings, name="leavings"),
    path("records/imports/<str:key>/rows-to-mend.<str:ending>", files.troubles, name="troubles"),
    path("records/imports/<str:key>/undoings/", batches.undoings, name="undoings"),
    path("records/person/", persons.person, name="person"),
    path("records/person/corrections/", persons.corrections, name="corrections"),
    path("records/person/erasing/", persons.erasing, name="erasing"),
    path("records/person/erasures/", persons.erasures, name="erasures"),
    path("records/expiring/", expiring.expiring, name="expiring"),
    path("records/expiring/to-refresh.csv", expiring.file, name="expiring_file"),
]
