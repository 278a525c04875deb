from django.urls import path

from .views import keeping, programme, sessions

app_name = "timetable"
_PROGRAMME = "seminars/<str:key>/programme/"
urlpatterns = [
    path(_PROGRAMME, programme.programme, name="programme"),
    path(f"{_PROGRAMME}sessions/new/", sessions.new, name="new_session"),
    path(f"{_PROGRAMME}sessions/<str:session>/", sessions.session, name="session"),
    path(f"{_PROGRAMME}sessions/<str:session>/moves/", sessions.moves, name="moves"),
    path(f"{_PROGRAMME}sessions/<str:session>/swaps/", sessions.swaps, name="swaps"),
    path(f"{_PROGRAMME}sessions/<str:session>/shifts/", sessions.shifts, name="shifts"),
    path(f"{_PROGRAMME}sessions/<str:session>/removals/", sessions.removals, name="removals"),
    path(f"{_PROGRAMME}lists/", keeping.lists, name="lists"),
    path(f"{_PROGRAMME}rooms/", keeping.rooms, name="rooms"),
    path(f"{_PROGRAMME}rooms/<str:room>/", keeping.room, name="room"),
    path(f"{_PROGRAMME}rooms/<str:room>/removals/", keeping.room_removals, name="room_removals"),
    path(f"{_PROGRAMME}speakers/", keeping.speakers, name="speakers"),
    path(f"{_PROGRAMME}speakers/<str:speaker>/", keeping.speaker, name="speaker"),
    path(f"{_PROGRAMME}speakers/<str:speaker>/removals/", keeping.speaker_removals, name="speaker_removals"),
]
