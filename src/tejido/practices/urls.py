from django.urls import path

from .views import adaptations, drafts, enquiries, overview, peers, proofs, publishing, released

app_name = "practices"
urlpatterns = [
    path("practices/", overview.home, name="home"),
    path("practices/catalogue.json", released.catalogue, name="catalogue"),
    path("practices/own/", overview.own, name="own"),
    path("practices/peers/", peers.overview, name="peers"),
    path("practices/peers/readiness/", peers.readiness, name="readiness"),
    path("practices/peers/<str:key>/", peers.asking, name="asking"),
    path("practices/reviews/<str:key>/", peers.review, name="review"),
    path("practices/reviews/<str:key>/declines/", peers.declines, name="declines"),
    path("practices/remarks/<str:key>/replies/", peers.replies, name="replies"),
    path("practices/adaptations/<str:key>/", adaptations.adaptation, name="adaptation"),
    path("practices/adaptations/<str:key>/releases/", adaptations.releases, name="adaptation_releases"),
    path("practices/adaptations/<str:key>/withdrawals/", adaptations.withdrawals, name="adaptation_withdrawals"),
    path("practices/<str:key>/", released.practice, name="practice"),
    path("practices/<str:key>/difference/", released.difference, name="difference"),
    path("practices/<str:key>/versions/<int:number>.<str:ending>", released.paper, name="paper"),
    path("practices/<str:key>/files/<str:paper>/", released.file, name="file"),
    path("practices/<str:key>/letters/", enquiries.letters, name="letters"),
    path("practices/<str:key>/letters/<str:seat>/answers/", enquiries.answers, name="letter_answers"),
    path("practices/<str:key>/adaptations/", adaptations.adaptations, name="adaptations"),
    path("practices/<str:key>/draft/", drafts.draft, name="draft"),
    path("practices/<str:key>/draft/words/<str:language>/", drafts.words, name="words"),
    path("practices/<str:key>/draft/facts/", drafts.facts, name="facts"),
    path("practices/<str:key>/draft/drops/", drafts.drops, name="drops"),
    path("practices/<str:key>/draft/proofs/", proofs.proofs, name="proofs"),
    path("practices/<str:key>/draft/proofs/<str:id>/removals/", proofs.proof_removals, name="proof_removals"),
    path("practices/<str:key>/draft/passages/", proofs.passages, name="passages"),
    path("practices/<str:key>/draft/passages/<str:id>/removals/", proofs.passage_removals, name="passage_removals"),
    path("practices/<str:key>/submissions/", publishing.submissions, name="submissions"),
    path("practices/<str:key>/takings-back/", publishing.takings_back, name="takings_back"),
    path("practices/<str:key>/publications/", publishing.publications, name="publications"),
    path("practices/<str:key>/withdrawals/", publishing.withdrawals, name="withdrawals"),
]
