"""The revision that carries what the secretariat has accepted so far in the second round."""

from ..script import Change, PlannedRevision

ACCEPTED_SO_FAR = PlannedRevision(
    1.2,
    "Observaciones aceptadas hasta hoy en la segunda ronda",
    (
        Change(
            {
                "es": (
                    "consulta previa con miras al consentimiento",
                    "consulta previa con miras a obtener el consentimiento libre e informado",
                ),
                "pt": (
                    "consulta prévia com vistas ao consentimento",
                    "consulta prévia com vistas a obter o consentimento livre e informado",
                ),
                "en": (
                    "prior consultation with a view to consent",
                    "prior consultation with a view to obtaining free and informed consent",
                ),
            }
        ),
        Change(
            {
                "es": (
                    "con datos y en todas las lenguas del lugar,",
                    "con datos y en todas las lenguas del lugar, incluidas las de señas,",
                ),
                "pt": (
                    "com dados e em todas as línguas do lugar,",
                    "com dados e em todas as línguas do lugar, inclusive as de sinais,",
                ),
                "en": (
                    "with facts and in all the languages of the place,",
                    "with facts and in all the languages of the place, including sign languages,",
                ),
            }
        ),
        Change(
            {
                "es": (
                    "con autoidentificación y garantías, ya es prevenir",
                    "con autoidentificación y con garantías de que el dato no servirá para vigilarla, ya es prevenir",
                ),
                "pt": (
                    "com autoidentificação e garantias, já é prevenir",
                    "com autoidentificação e com garantias de que o dado não servirá para vigiá-la, já é prevenir",
                ),
                "en": (
                    "with self-identification and safeguards, is already",
                    (
                        "with self-identification and with safeguards against the use of the data for surveillance, is "
                        "already"
                    ),
                ),
            }
        ),
        Change(
            {
                "es": (
                    "se vacía, se muda o se digitaliza sin orden escrita",
                    "se vacía, se muda, se desclasifica en parte o se digitaliza sin orden escrita",
                ),
                "pt": (
                    "é esvaziado, transferido ou digitalizado sem ordem escrita",
                    "é esvaziado, transferido, desclassificado em parte ou digitalizado sem ordem escrita",
                ),
                "en": (
                    "is emptied, moved or digitised without a written order",
                    "is emptied, moved, partly declassified or digitised without a written order",
                ),
            }
        ),
        Change(
            {
                "es": (
                    "y su argumento queda escrito.",
                    "y su argumento queda escrito. Nadie asume ese papel dos veces seguidas.",
                ),
                "pt": (
                    "e seu argumento fica por escrito.",
                    "e seu argumento fica por escrito. Ninguém assume esse papel duas vezes seguidas.",
                ),
                "en": (
                    "and the argument is put in writing.",
                    "and the argument is put in writing. Nobody takes that role twice in a row.",
                ),
            }
        ),
        Change(
            {
                "es": (
                    "acceso limitado y fecha de eliminación",
                    "acceso limitado y una fecha de eliminación que no excede de seis meses",
                ),
                "pt": (
                    "acesso limitado e data de eliminação",
                    "acesso limitado e uma data de eliminação que não excede seis meses",
                ),
                "en": (
                    "limited access and a date for its destruction",
                    "limited access and a date for its destruction within six months",
                ),
            }
        ),
        Change(
            {
                "es": (
                    "su intervención ha de ser extraordinaria, subordinada",
                    "su intervención ha de ser extraordinaria, temporal, subordinada",
                ),
                "pt": (
                    "sua intervenção deve ser extraordinária, subordinada",
                    "sua intervenção deve ser extraordinária, temporária, subordinada",
                ),
                "en": (
                    "their intervention must be extraordinary, subordinate",
                    "their intervention must be extraordinary, temporary, subordinate",
                ),
            }
        ),
        Change(
            {
                "es": (
                    "Las guardias propias que la ley reconoce",
                    (
                        "Donde no hay fuerzas armadas, lo dicho vale para todo cuerpo armado que apoye a la policía. "
                        "Las guardias propias que la ley reconoce"
                    ),
                ),
                "pt": (
                    "As guardas próprias que a lei reconhece",
                    (
                        "Onde não há forças armadas, o que foi dito vale para todo corpo armado que apoie a polícia. "
                        "As guardas próprias que a lei reconhece"
                    ),
                ),
                "en": (
                    "The guards that peoples and communities maintain",
                    (
                        "Where there are no armed forces, the same holds for any armed body that supports the police. "
                        "The guards that peoples and communities maintain"
                    ),
                ),
            }
        ),
        Change(
            {
                "pt": (
                    "**Defensorias do povo e instituições nacionais de direitos humanos**",
                    "**Ouvidorias, defensorias do povo e instituições nacionais de direitos humanos**",
                )
            }
        ),
        Change({"pt": ("os povos concernidos e a academia", "os povos interessados e a academia")}),
        Change({"en": ("in the post he or she holds", "in the post they hold")}),
    ),
)
