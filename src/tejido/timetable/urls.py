from django.urls import path

from .views import announcing, coverage, files, keeping, making, materials, phone, programme, sessions

app_name = "timetable"
_PROGRAMME = "seminars/<str:key>/programme/"
urlpatterns = [
    path(_PROGRAMME, programme.programme, name="programme"),
    path(f"{_PROGRAMME}programme.ics", files.calendar, name="calendar"),
    path(f"{_PROGRAMME}groups/<str:group>/programme.ics", files.calendar, name="group_calendar"),
    path(f"{_PROGRAMME}programme.<str:ending>", files.paper, name="paper"),
    path(f"{_PROGRAMME}announcements/", announcing.announcements, name="announcements"),
    path(f"{_PROGRAMME}coverage/", coverage.coverage, name="coverage"),
    path(f"{_PROGRAMME}phone/", phone.phone, name="phone"),
    path(f"{_PROGRAMME}phone/worker.js", phone.worker, name="worker"),
    path(f"{_PROGRAMME}beginnings/", making.beginnings, name="beginnings"),
    path(f"{_PROGRAMME}beginnings/structures/", making.structures, name="structures"),
    path(f"{_PROGRAMME}beginnings/copies/", making.copies, name="copies"),
    path(f"{_PROGRAMME}beginnings/days/", making.days, name="day_copies"),
    path(f"{_PROGRAMME}materials/<str:material>/", materials.material, name="material"),
    path(f"{_PROGRAMME}materials/<str:material>/removals/", materials.material_removals, name="material_removals"),
    path(f"{_PROGRAMME}sessions/<str:session>/materials/", materials.additions, name="additions"),
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
