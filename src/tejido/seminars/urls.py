from django.urls import path

from .views import cycles, seminars

app_name = "seminars"
urlpatterns = [
    path("seminars/", cycles.home, name="home"),
    path("cycles/new/", cycles.new, name="new_cycle"),
    path("cycles/<str:key>/", cycles.cycle, name="cycle"),
    path("cycles/<str:key>/descriptions/", cycles.descriptions, name="descriptions"),
    path("cycles/<str:key>/structures/", cycles.structures, name="structures"),
    path("cycles/<str:key>/seminars/new/", cycles.preparation, name="preparation"),
    path("cycles/<str:key>/past/", cycles.pasts, name="pasts"),
    path("seminars/<str:key>/", seminars.seminar, name="seminar"),
    path("seminars/<str:key>/details/", seminars.details, name="details"),
    path("seminars/<str:key>/announcements/", seminars.announcements, name="announcements"),
    path("seminars/<str:key>/cancellations/", seminars.cancellations, name="cancellations"),
    path("seminars/<str:key>/completions/", seminars.completions, name="completions"),
    path("seminars/<str:key>/takings/", seminars.takings, name="takings"),
    path("seminars/<str:key>/releases/", seminars.releases, name="releases"),
    path("seminars/<str:key>/withdrawals/", seminars.withdrawals, name="withdrawals"),
]
