from django.urls import path

from .views import messages, threads

app_name = "discussions"
urlpatterns = [
    path("discussions/", threads.home, name="home"),
    path("discussions/letters/", threads.letters, name="letters"),
    path("discussions/beside/<str:place>/<str:key>/", threads.beside, name="beside"),
    path("discussions/<str:key>/", threads.thread, name="thread"),
    path("discussions/<str:key>/closings/", threads.closings, name="closings"),
    path("discussions/<str:key>/reopenings/", threads.reopenings, name="reopenings"),
    path("discussions/<str:key>/summaries/", threads.summaries, name="summaries"),
    path("discussions/<str:key>/hearings/", threads.hearings, name="hearings"),
    path("discussions/<str:key>/messages/<int:number>/", messages.message, name="message"),
    path("discussions/<str:key>/messages/<int:number>/withdrawals/", messages.withdrawals, name="withdrawals"),
    path("discussions/<str:key>/messages/<int:number>/hidings/", messages.hidings, name="hidings"),
    path("discussions/<str:key>/messages/<int:number>/showings/", messages.showings, name="showings"),
]
