from django.urls import path

from .views import common, company, initiatives, parts

app_name = "regional"
urlpatterns = [
    path("regional/", initiatives.home, name="home"),
    path("regional/proposals/", initiatives.proposals, name="proposals"),
    path("regional/<str:key>/", initiatives.initiative, name="initiative"),
    path("regional/<str:key>/common/", common.common, name="common"),
    path("regional/<str:key>/milestones/", common.milestones, name="milestones"),
    path("regional/<str:key>/turns/", common.turns, name="turns"),
    path("regional/<str:key>/publications/", common.publications, name="publications"),
    path("regional/<str:key>/withdrawals/", common.withdrawals, name="withdrawals"),
    path("regional/<str:key>/invitations/", company.invitations, name="invitations"),
    path("regional/<str:key>/refusals/", company.refusals, name="refusals"),
    path("regional/<str:key>/joining/", company.joining, name="joining"),
    path("regional/<str:key>/leaving/", company.leaving, name="leaving"),
    path("regional/<str:key>/part/", parts.part, name="part"),
    path("regional/<str:key>/part/<str:field>/", parts.field, name="field"),
    path("regional/<str:key>/part/<str:field>/releases/", parts.releases, name="releases"),
    path("regional/<str:key>/part/<str:field>/withdrawals/", parts.part_withdrawals, name="part_withdrawals"),
    path("regional-milestones/<str:key>/arrivals/", common.arrivals, name="arrivals"),
    path("regional-milestones/<str:key>/removals/", common.removals, name="removals"),
]
