from django.urls import path

from .views import about, documents, school, statements

app_name = "experience"
urlpatterns = [
    path("xapi/about", about.about, name="about"),
    path("xapi/statements", statements.statements, name="statements"),
    path("xapi/activities", about.activities, name="activities"),
    path("xapi/activities/state", documents.state, name="state"),
    path("xapi/activities/profile", documents.activity_profile, name="activity_profile"),
    path("xapi/agents", about.agents, name="agents"),
    path("xapi/agents/profile", documents.agent_profile, name="agent_profile"),
    path("learning-records/", school.home, name="home"),
    path("learning-records/keys/", school.made_keys, name="made_keys"),
    path("learning-records/keys/<str:key>/revocations/", school.revocations, name="revocations"),
    path("learning-records/settings/", school.settings, name="settings"),
    path("learning-records/links/", school.links, name="links"),
    path("learning-records/links/<str:key>/endings/", school.endings, name="endings"),
]
