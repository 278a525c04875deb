from django.urls import path

from .views import bundles, doors, peers

app_name = "exchange"
_PEER = "exchange/peers/<str:key>/"
_BUNDLE = "exchange/bundles/<str:key>/"
urlpatterns = [
    path("exchange/", peers.home, name="home"),
    path("exchange/introduction.json", peers.introduction, name="introduction"),
    path("exchange/introductions/", peers.introductions, name="introductions"),
    path("exchange/inbox/", doors.inbox, name="inbox"),
    path("exchange/public/", doors.catalogue, name="catalogue"),
    path("exchange/public/<int:sequence>.tejido.json", doors.public, name="public"),
    path("exchange/bundles/", bundles.home, name="bundles"),
    path("exchange/bundles/new/", bundles.new, name="new_bundle"),
    path(_BUNDLE, bundles.bundle, name="bundle"),
    path(f"{_BUNDLE}file/", bundles.file, name="bundle_file"),
    path(f"{_BUNDLE}takings/", bundles.takings, name="takings"),
    path(f"{_BUNDLE}declinings/", bundles.declinings, name="declinings"),
    path(f"{_BUNDLE}deliveries/", bundles.deliveries, name="deliveries"),
    path(_PEER, peers.peer, name="peer"),
    path(f"{_PEER}verifications/", peers.verifications, name="verifications"),
    path(f"{_PEER}addresses/", peers.addresses, name="addresses"),
    path(f"{_PEER}endings/", peers.endings, name="endings"),
    path(f"{_PEER}revocations/", peers.revocations, name="revocations"),
]
