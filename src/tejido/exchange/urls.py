from django.urls import path

from .views import alarms, bundles, doors, lists, machines, nodes, peers

app_name = "exchange"
_PEER = "exchange/peers/<str:key>/"
_BUNDLE = "exchange/bundles/<str:key>/"
_NODE = "exchange/nodes/<str:key>/"
_ALARM = "exchange/alarms/<str:key>/"
urlpatterns = [
    path("exchange/nodes/", nodes.home, name="nodes"),
    path("exchange/nodes/parcels/", machines.parcels, name="node_parcels"),
    path("exchange/nodes/waiting/", machines.waiting, name="node_waiting"),
    path("exchange/nodes/acceptances/", machines.acceptances, name="node_acceptances"),
    path("exchange/nodes/invitations/", nodes.invitations, name="node_invitations"),
    path("exchange/nodes/answers/", nodes.answers, name="node_answers"),
    path(f"{_NODE}files/", nodes.files, name="node_files"),
    path(f"{_NODE}files/<str:parcel>/", nodes.file, name="node_file"),
    path(f"{_NODE}contacts/", nodes.contacts, name="node_contacts"),
    path(_ALARM, alarms.alarm, name="alarm"),
    path(f"{_ALARM}evidence.json", alarms.evidence, name="evidence"),
    path(f"{_ALARM}looks/", alarms.looks, name="looks"),
    path("exchange/", peers.home, name="home"),
    path("exchange/introduction.json", peers.introduction, name="introduction"),
    path("exchange/introductions/", peers.introductions, name="introductions"),
    path("exchange/inbox/", doors.inbox, name="inbox"),
    path("exchange/tellings/", doors.tellings, name="tellings"),
    path("exchange/public/", doors.catalogue, name="catalogue"),
    path("exchange/public/<int:sequence>.tejido.json", doors.public, name="public"),
    path("exchange/bundles/", bundles.home, name="bundles"),
    path("exchange/bundles/new/", bundles.new, name="new_bundle"),
    path(_BUNDLE, bundles.bundle, name="bundle"),
    path(f"{_BUNDLE}file/", bundles.file, name="bundle_file"),
    path(f"{_BUNDLE}takings/", bundles.takings, name="takings"),
    path(f"{_BUNDLE}declinings/", bundles.declinings, name="declinings"),
    path(f"{_BUNDLE}deliveries/", bundles.deliveries, name="deliveries"),
    path("exchange/lists/<str:kind>/", lists.elsewhere, name="elsewhere"),
    path("exchange/taken/<str:key>/", lists.taken, name="taken"),
    path(_PEER, peers.peer, name="peer"),
    path(f"{_PEER}verifications/", peers.verifications, name="verifications"),
    path(f"{_PEER}addresses/", peers.addresses, name="addresses"),
    path(f"{_PEER}topics/", peers.topics, name="topics"),
    path(f"{_PEER}endings/", peers.endings, name="endings"),
    path(f"{_PEER}revocations/", peers.revocations, name="revocations"),
]
