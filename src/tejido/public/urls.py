"""The addresses that everybody may know. Their first part is the language, so that one address is one page."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from . import views


class LanguageConverter(StringConverter):
    """Two letters, as no other address begins; whether it is a language of the interface is said by the page."""

    regex = "[a-z]{2}"


register_converter(LanguageConverter, "language")

app_name = "public"
urlpatterns = [
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("oai/", views.oai, name="oai"),
    path("<language:language>/", views.front, name="front"),
    path("<language:language>/members/", views.members, name="members"),
    path("<language:language>/members/<str:code>/", views.member, name="member"),
    path("<language:language>/texts/", views.texts, name="texts"),
    path("<language:language>/texts/<slug:slug>/", views.text, name="text"),
    path("<language:language>/versions/<str:key>/", views.version, name="version"),
    path("<language:language>/meetings/", views.meetings, name="meetings"),
    path("<language:language>/meetings/<str:key>/", views.meeting, name="meeting"),
    path("<language:language>/promotion/", views.promotion, name="promotion"),
    path("<language:language>/reports/", views.reports, name="reports"),
    path("<language:language>/reports/<str:key>/", views.report, name="report"),
    path("<language:language>/procedure/", views.procedure, name="procedure"),
    path("<language:language>/accessibility/", views.accessibility, name="accessibility"),
    path("<language:language>/feeds/<str:name>.atom", views.feed, name="feed"),
]
