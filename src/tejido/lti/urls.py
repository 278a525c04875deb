from django.urls import path

from .views import choosing, doors, platforms, registering, visits

app_name = "lti"
_TOOL = "lti/tool/<str:key>/"
urlpatterns = [
    path("lti/", platforms.home, name="home"),
    path("lti/keys.json", doors.keys, name="keys"),
    path("lti/systems/<str:key>/", platforms.platform, name="platform"),
    path("lti/systems/<str:key>/descriptions/", platforms.descriptions, name="descriptions"),
    path("lti/systems/<str:key>/openings/", platforms.openings, name="openings"),
    path("lti/systems/<str:key>/closings/", platforms.closings, name="closings"),
    path("lti/systems/<str:key>/retries/", platforms.retries, name="retries"),
    path("lti/systems/<str:key>/links/", platforms.links, name="links"),
    path("lti/systems/<str:key>/links/<str:link>/removals/", platforms.link_removals, name="link_removals"),
    path("lti/systems/<str:key>/registrations/", platforms.registrations, name="registrations"),
    path(f"{_TOOL}login/", doors.login, name="login"),
    path(f"{_TOOL}login/cookies/", doors.cookies, name="cookies"),
    path(f"{_TOOL}launches/", doors.launches, name="launches"),
    path(f"{_TOOL}registrations/<str:secret>/", registering.registering, name="registering"),
    path(_TOOL, doors.outside, name="tool"),
    path(f"{_TOOL}<path:path>", doors.outside, name="outside"),
    path("lti/visits/<str:key>/", visits.visit, name="visit"),
    path("lti/visits/<str:key>/passings/", visits.passings, name="passings"),
    path("lti/visits/<str:key>/choices/", choosing.choices, name="choices"),
    path("lti/visits/<str:key>/pictures/<str:digest>/", visits.picture, name="picture"),
]
