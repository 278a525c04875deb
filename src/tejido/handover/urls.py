from django.urls import path

from . import views

app_name = "handover"
urlpatterns = [
    path("seats/<str:key>/succession/", views.succession, name="succession"),
    path("replacements/<str:key>/", views.replacement, name="replacement"),
    path("replacements/<str:key>/agreements/", views.agreements, name="agreements"),
    path("replacements/<str:key>/refusals/", views.refusals, name="refusals"),
    path("replacements/<str:key>/withdrawals/", views.withdrawals, name="withdrawals"),
    path("handover/", views.leaving, name="leaving"),
    path("handover/notes/", views.notes, name="notes"),
    path("handover/drafts/", views.drafts, name="drafts"),
    path("handover/preview/", views.preview, name="preview"),
    path("handover/matters/", views.matters, name="matters"),
    path("brief/", views.brief, name="brief"),
    path("brief/responses/", views.responses, name="responses"),
]
