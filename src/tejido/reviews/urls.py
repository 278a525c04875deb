from django.urls import path

from .views import advice, findings, peers, review, summaries

app_name = "reviews"
urlpatterns = [
    path("reviews/", review.home, name="home"),
    path("reviews/new/", review.new, name="new"),
    path("reviews/initiatives/<str:key>/", review.initiative, name="initiative"),
    path("reviews/summaries/<str:key>/", summaries.summary, name="summary"),
    path("reviews/questions/<str:key>/strikings/", review.strikings, name="strikings"),
    path("reviews/findings/<str:key>/strikings/", findings.strikings, name="finding_strikings"),
    path("reviews/findings/<str:key>/file/", findings.file, name="file"),
    path("reviews/recommendations/<str:key>/", advice.follow_up, name="follow_up"),
    path("reviews/follow-ups/<str:key>/file/", advice.file, name="follow_up_file"),
    path("reviews/invitations/<str:key>/withdrawals/", peers.withdrawals, name="invitation_withdrawals"),
    path("reviews/<str:key>/", review.review, name="review"),
    path("reviews/<str:key>/changes/", review.changes, name="changes"),
    path("reviews/<str:key>/closings/", review.closings, name="closings"),
    path("reviews/<str:key>/questions/", review.questions, name="questions"),
    path("reviews/<str:key>/findings/", findings.findings, name="findings"),
    path("reviews/<str:key>/recommendations/", advice.recommendations, name="recommendations"),
    path("reviews/<str:key>/invitations/", peers.invitations, name="invitations"),
    path("reviews/<str:key>/summaries/", summaries.summaries, name="summaries"),
    path("reviews/<str:key>/summaries/withdrawals/", summaries.withdrawals, name="summary_withdrawals"),
]
