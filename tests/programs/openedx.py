"""What Open edX runs for an LTI component, served on a port: the plugin `lti_consumer` with its own views, tables, keys
and checks. It stands in the environment that `make peers` makes; nothing of Tejido is imported.

Only what edx-platform around it would answer is played: that there is one component in one course, who may write in the
course, who a learner is, and where a grade ends up. Beside the plugin's addresses under /api/ stand three of a course:
POST /course/connect, GET /course/open, GET /course/kept.

    python openedx.py PORT FOLDER
"""

import json
import sys
from socketserver import ThreadingMixIn
from urllib.parse import parse_qsl
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from django.conf import settings

PORT, FOLDER = sys.argv[1:3]
ORIGIN = f"http://127.0.0.1:{PORT}"
LEARNER = "2f0c7d5e-6d3a-4f0f-9c8e-6f1f0f5b7a11"  # as Open edX names somebody to a tool

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": f"{FOLDER}/openedx.sqlite3"}},
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    INSTALLED_APPS=[
        "django.contrib.contenttypes", "django.contrib.auth", "django_filters", "rest_framework", "lti_consumer",
    ],
    LMS_BASE=f"127.0.0.1:{PORT}",
    LMS_ROOT_URL=ORIGIN,
    LTI_API_BASE=ORIGIN,
    LTI_BASE=ORIGIN,
    MIDDLEWARE=["edx_django_utils.cache.middleware.RequestCacheMiddleware", f"{__name__}.nobody_signed_in"],
    PLATFORM_NAME="Aula de prueba",
    ROOT_URLCONF=__name__,
    SECRET_KEY="of a test",  # it guards nothing
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
    USAGE_ID_PATTERN=r"(?P<usage_id>(?:i4x://?[^/]+/[^/]+/[^/]+/[^@]+(?:@[^/]+)?)|(?:[^/]+))",
    USE_TZ=True,
)  # fmt: skip  # one table
django.setup()

from django.contrib.auth.models import AnonymousUser, User
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponseRedirect, JsonResponse
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt
from lti_consumer import api
from lti_consumer.data import Lti1p3LaunchData
from lti_consumer.lti_xblock import LtiConsumerXBlock
from lti_consumer.models import LtiAgsScore, LtiDlContentItem
from lti_consumer.plugin import compat
from opaque_keys.edx.keys import UsageKey
from xblock.field_data import DictFieldData
from xblock.fields import ScopeIds

GRADES: list[tuple[str, float, float]] = []  # what the book of grades was given: learner, part, most
COURSE = "course-v1:Escuela+PREV1+2026"
LOCATION = UsageKey.from_string("block-v1:Escuela+PREV1+2026+type@lti_consumer+block@3f6c")
COMPONENT = LtiConsumerXBlock(None, DictFieldData({}), ScopeIds(None, "lti_consumer", LOCATION, LOCATION))


class Component:
    """The component as edx-platform loads it: its fields are the plugin's own, its grade goes into GRADES."""

    def __init__(self) -> None:
        self.is_past = False

    def __getattr__(self, name: str):
        return getattr(COMPONENT, name)

    has_score, accept_grades_past_due = True, True

    def is_past_due(self) -> bool:
        return self.is_past

    def max_score(self) -> float:
        return 1.0

    def set_user_module_score(self, user, score, most, comment="") -> None:  # as it calls it
        GRADES.append((user.username, score, most))


compat.load_enough_xblock = lambda location: COMPONENT  # there is one
compat.load_block_as_user = lambda location: Component()
compat.user_has_studio_write_access = lambda user, course: True  # whoever chooses teaches the course
compat.get_user_from_external_user_id = lambda who: User(username=who)
compat.get_event_tracker = lambda: None


def nobody_signed_in(app):
    """The plugin asks who is signed in; what that person may do is played above."""

    def answer(request):
        request.user = AnonymousUser()
        return app(request)

    return answer


@csrf_exempt
def connect(request):
    """What a teacher writes into the component: the addresses of the tool. What the component shows then."""
    for name, value in json.loads(request.body).items():
        setattr(COMPONENT, name, value)
    LtiDlContentItem.objects.all().delete()
    return JsonResponse(api.get_lti_1p3_launch_info(_launch("instructor")))


def open_component(request):
    """Somebody opens the component; a teacher who is to choose with `deep`."""
    asked = dict(parse_qsl(request.META["QUERY_STRING"]))
    launch = _launch(asked.get("role", "student"))
    if asked.get("deep"):
        return HttpResponseRedirect(api.get_lti_1p3_launch_start_url(launch, deep_link_launch=True))
    return HttpResponseRedirect(api.get_lti_1p3_content_url(launch))


def _launch(role: str) -> Lti1p3LaunchData:
    """As LtiConsumerXBlock.get_lti_1p3_launch_data makes it."""
    return Lti1p3LaunchData(
        user_id=3,
        user_role=role,
        config_id=api.config_id_for_block(COMPONENT),
        resource_link_id=str(LOCATION),
        external_user_id=LEARNER,
        launch_presentation_document_target="iframe",
        context_id=COURSE,
        context_type=["course_offering"],
        context_title="Prevención - Escuela",
        context_label=COURSE,
    )


def kept(request):
    """What the plugin keeps of what the tool sent."""
    scores = LtiAgsScore.objects.order_by("pk").values("user_id", "score_given", "score_maximum", "grading_progress")
    items = LtiDlContentItem.objects.order_by("pk").values("content_type", "attributes")
    return JsonResponse({"scores": list(scores), "items": list(items), "grades": GRADES})


urlpatterns = [
    path("api/", include(("lti_consumer.plugin.urls", "lti_consumer"))),
    path("course/connect", connect),
    path("course/open", open_component),
    path("course/kept", kept),
]


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *words) -> None:
        """Nothing is said."""


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    with make_server("127.0.0.1", int(PORT), get_wsgi_application(), Server, Quiet) as server:
        print("ready", flush=True)
        server.serve_forever()
