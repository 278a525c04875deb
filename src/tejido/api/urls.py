from django.urls import path, re_path

from .views import acting, reading, tokens

app_name = "api"
urlpatterns = [
    path("tokens/", tokens.tokens, name="tokens"),
    path("tokens/<str:key>/revocations/", tokens.revocations, name="revocations"),
    path("api/v1/", reading.service, name="service"),
    path("api/v1/openapi.json", reading.description, name="description"),
    path("api/v1/problems/", reading.problems, name="problems"),
    path("api/v1/acts/<path:rest>", acting.act, name="act"),
    path("api/v1/<slug:name>/", reading.collection, name="collection"),
    path("api/v1/<slug:name>/<str:key>/", reading.one, name="one"),
    re_path(r"^api/v1/(?P<rest>(?s:.)*)$", reading.nowhere, name="nowhere"),  # also what breaks a line
]
