"""What the demonstration network in Africa writes into its own version of the guide: translations, departures with
their reasons, and letters. All of it is invented."""

from collections.abc import Mapping

TITLE = {
    "en": "Short guide for facilitators: version of the African Network (demonstration)",
    "fr": "Guide bref pour l’animation : version du Réseau africain (démonstration)",
    "pt": "Guia breve para quem facilita: versão da Rede Africana (demonstração)",
    "ar": "دليل موجز للميسّرين: نسخة الشبكة الأفريقية (عرض توضيحي)",
    "sw": "Mwongozo mfupi kwa wawezeshaji: toleo la Mtandao wa Afrika (maonyesho)",
}
# By the beginning of the passage in English: what it says in French, Arabic and Swahili.
TRANSLATED: Mapping[str, tuple[str, str, str]] = {
    "Short guide for facilitators": (
        "Guide bref pour l’animation (démonstration)", "دليل موجز للميسّرين (عرض توضيحي)",
        "Mwongozo mfupi kwa wawezeshaji (maonyesho)",
    ),
    "Demonstration text, invented.": (
        "Texte de démonstration, inventé. Aucun État ne l’a adopté.", "نص توضيحي مختلق. لم تعتمده أي دولة.",
        "Maandishi ya maonyesho, ya kubuni. Hakuna taifa lililoyapitisha.",
    ),
    "Before the session": ("Avant la séance", "قبل الجلسة", "Kabla ya kikao"),
    "Read the case twice": (
        "Lisez le cas deux fois et notez ce que vous demanderiez à votre propre institution.",
        "اقرأ الحالة مرتين ودوّن ما ستسأله لمؤسستك.",
        "Soma kisa mara mbili na uandike unachotaka kuuliza taasisi yako.",
    ),
    "Set the chairs": (
        "Disposez les chaises en cercle, pour que qui parle voie qui écoute.",
        "ضع الكراسي في دائرة حتى يرى المتحدث من يستمع.",
        "Panga viti kwa duara, ili anayesema amwone anayesikiliza.",
    ),
    "Announce a day ahead": (
        "Annoncez un jour à l’avance quels récits de violence seront lus.",
        "أعلن قبل يوم عن روايات العنف التي ستُقرأ.",
        "Tangaza siku moja kabla ni simulizi zipi za ukatili zitakazosomwa.",
    ),
    "During the session": ("Pendant la séance", "أثناء الجلسة", "Wakati wa kikao"),
    "Nobody has to tell": (
        "Personne n’est tenu de raconter ce qu’il a vécu.", "لا يُجبر أحد على رواية ما عاشه.",
        "Hakuna anayelazimika kusimulia aliyoyapitia.",
    ),
    "After the session": ("Après la séance", "بعد الجلسة", "Baada ya kikao"),
}  # fmt: skip  # a table of phrases
# What the version says otherwise, in English, with the reason.
DEPARTURES = (
    (
        "Set the chairs in a circle", "Sit in a circle under one roof or in the shade",
        "Sessions are often held in the open.",
    ),
    (
        "Send your remarks to the head of your school within five days",
        "Send your remarks to the local peace committee within five days",
        "In this network remarks go to the local committees first.",
    ),
)  # fmt: skip  # a table of phrases
INVENTED = "Demonstration: reason invented."
ADDED = {
    "en": "Where elders are present, agree with them beforehand on how the session is opened. Demonstration: invented.",
    "sw": "Wazee wakiwepo, kubaliana nao mapema jinsi kikao kitakavyofunguliwa. Maonyesho: ya kubuni.",
    "ar": "إذا حضر كبار السن فاتفق معهم مسبقا على كيفية افتتاح الجلسة. عرض توضيحي: مختلق.",
}
ADDED_BEHIND, ADDED_WHY = "Announce a day ahead", "The source leaves it open how a session begins."
QUESTION = {
    "subject": {
        "en": "Consultation on the short guide for facilitators (demonstration)",
        "pt": "Consulta sobre o guia breve para quem facilita (demonstração)",
        "ar": "مشاورة بشأن الدليل الموجز للميسّرين (عرض توضيحي)",
    },
    "words": {
        "en": "We have adapted your short guide and ask what you think of two departures: sessions in the open, and "
        "remarks that go to local committees.\n\nThis letter is invented for the demonstration.",
        "pt": "Adaptamos o seu guia breve e perguntamos o que pensam de duas adaptações: sessões ao ar livre e "
        "observações que vão aos comitês locais.\n\nEsta carta foi inventada para a demonstração.",
        "ar": "لقد كيّفنا دليلكم الموجز ونسأل عن رأيكم في تعديلين: جلسات في الهواء الطلق، وملاحظات ترسل إلى اللجان "
        "المحلية.\n\nهذه الرسالة مختلقة لأغراض العرض.",
    },
}  # fmt: skip
REPLY = {
    "subject": {
        "es": "Respuesta a la consulta sobre la guía breve (demostración)",
        "pt": "Resposta à consulta sobre o guia breve (demonstração)",
        "en": "Answer to the consultation on the short guide (demonstration)",
    },
    "words": {
        "es": "Ambas adaptaciones son suyas y se entienden bien. Les pedimos contarnos cómo funcionan.\n\n"
        "Esta carta fue inventada para la demostración.",
        "pt": "Ambas as adaptações são suas e se entendem bem. Pedimos que nos contem como funcionam.\n\n"
        "Esta carta foi inventada para a demonstração.",
        "en": "Both departures are yours and easy to understand. Please tell us how they work.\n\n"
        "This letter was invented for the demonstration.",
    },
}  # fmt: skip
