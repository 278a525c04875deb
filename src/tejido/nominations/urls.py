from django.urls import path

from .views import invitations, taking_part

app_name = "nominations"
urlpatterns = [
    path("invitations/", invitations.links, name="links"),
    path("invitations/<str:token>/", invitations.invitation, name="invitation"),
    path("invitations/<str:token>/refusals/", invitations.refusals, name="invitation_refusals"),
    path("taking-part/", taking_part.home, name="taking_part"),
    path("taking-part/details/", taking_part.details, name="details"),
    path("taking-part/refusals/", taking_part.refusals, name="refusals"),
    path("taking-part/erasures/", taking_part.erasures, name="erasures_by_person"),
    path("taking-part/leavings/", invitations.leavings, name="leavings"),
]
