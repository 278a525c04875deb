"""What public sources tell of training schools of the region. Nothing of it is invented, what they do not say is not
here, and names are as the sources give them."""

from collections.abc import Mapping
from dataclasses import dataclass

from tejido.mechanisms.names import Grade
from tejido.schools.names import System
from tejido.training.names import Officials

from .mechanisms.facts import texts

Texts = Mapping[str, str]
P = Officials


@dataclass(frozen=True, slots=True)
class SchoolFact:
    """`member` is empty for what belongs to several States; `since` is as exact as the source gives it."""

    member: str
    name: Texts
    says: Texts
    source: str
    grade: Grade
    sectors: tuple[Officials, ...] = ()
    city: str = ""
    system: System = System.UNKNOWN
    since: str = ""


def named(name: str) -> Texts:
    """A name that stays as it is in every language."""
    return dict.fromkeys(("es", "pt", "en", "fr"), name)


FACTS = (
    SchoolFact(
        "BR",
        named("Escola Virtual.Gov (EV.G), ENAP"),
        texts(
            "Desde febrero de 2018, portal único de las escuelas de gobierno: más de 800 cursos gratuitos, con "
            "validación digital de los certificados.",
            "Desde fevereiro de 2018, portal único das escolas de governo: mais de 800 cursos gratuitos, com "
            "validação digital dos certificados.",
            "Since February 2018 the single portal of the government schools: more than 800 free courses, with "
            "digital validation of certificates.",
            "Depuis février 2018, portail unique des écoles de gouvernement : plus de 800 cours gratuits, avec "
            "validation numérique des certificats.",
        ),
        "escolavirtual.gov.br, FAQ; enap.gov.br", Grade.A, (P.CIVIL_SERVICE,), system=System.OWN, since="2018-02",
    ),
    SchoolFact(
        "AR",
        named("Instituto Nacional de la Administración Pública (INAP)"),
        texts(
            "Creado por la ley 20.173. Norma, supervisa, evalúa y certifica la formación de la administración "
            "nacional; sus créditos cuentan para el ascenso.",
            "Criado pela lei 20.173. Normatiza, supervisiona, avalia e certifica a formação da administração "
            "nacional; os seus créditos contam para a promoção.",
            "Created by law 20.173. It sets norms for, supervises, evaluates and certifies the training of the "
            "national administration; its credits count for promotion.",
            "Créé par la loi 20.173. Il réglemente, supervise, évalue et certifie la formation de "
            "l’administration nationale ; ses crédits comptent pour l’avancement.",
        ),
        "argentina.gob.ar, Disp. 308/2018 and Res. 2/2002; infoleg, Disp. 960/2011", Grade.A, (P.CIVIL_SERVICE,),
        since="1973",
    ),
    SchoolFact(
        "DO",
        named("Instituto Nacional de Administración Pública (INAP)"),
        texts(
            "Plataforma virtual desde noviembre de 2016, con un curso de ética para la Policía Nacional "
            "preparado por instructores de la policía.",
            "Plataforma virtual desde novembro de 2016, com um curso de ética para a Polícia Nacional preparado "
            "por instrutores da polícia.",
            "A virtual platform since November 2016, with an ethics course for the National Police made by "
            "instructors of the police.",
            "Plateforme virtuelle depuis novembre 2016, avec un cours d’éthique pour la Police nationale préparé "
            "par des instructeurs de la police.",
        ),
        "elcaribe.com.do", Grade.B, (P.CIVIL_SERVICE, P.POLICE),
    ),
    SchoolFact(
        "CL",
        named("CECOPAC"),
        texts(
            "Formación para operaciones de paz. Más de 20.000 personas formadas.",
            "Formação para operações de paz. Mais de 20.000 pessoas formadas.",
            "Training for peace operations. More than 20,000 persons trained.",
            "Formation aux opérations de paix. Plus de 20 000 personnes formées.",
        ),
        "emco.mil.cl", Grade.B, (P.ARMED_FORCES,), since="2002-07-18",
    ),
    SchoolFact(
        "BR",
        named("CCOPAB"),
        texts(
            "Formación para operaciones de paz: 3.500 personas hasta 2017. Su certificación de las Naciones "
            "Unidas tiene fecha de vencimiento.",
            "Formação para operações de paz: 3.500 pessoas até 2017. A sua certificação das Nações Unidas tem "
            "data de vencimento.",
            "Training for peace operations: 3,500 persons by 2017. Its certification by the United Nations has a "
            "date of expiry.",
            "Formation aux opérations de paix : 3 500 personnes jusqu’en 2017. Sa certification des Nations "
            "Unies a une date d’expiration.",
        ),
        "dialogo-americas.com; agenciabrasil.ebc.com.br", Grade.A, (P.ARMED_FORCES,), city="Rio de Janeiro",
    ),
    SchoolFact(
        "AR",
        named("CAECOPAZ"),
        texts(
            "Formación para operaciones de paz; la primera de la región.",
            "Formação para operações de paz; a primeira da região.",
            "Training for peace operations; the first of the region.",
            "Formation aux opérations de paix ; la première de la région.",
        ),
        "pucara.org", Grade.B, (P.ARMED_FORCES,), city="Campo de Mayo", since="1995",
    ),
    SchoolFact(
        "CO",
        named("Cencopaz"),
        texts(
            "Formación para operaciones de paz: una fase teórica y otra práctica, con personal militar y civil.",
            "Formação para operações de paz: uma fase teórica e outra prática, com pessoal militar e civil.",
            "Training for peace operations: a theoretical and a practical phase, with military and civilian staff.",
            "Formation aux opérations de paix : une phase théorique et une phase pratique, avec du personnel "
            "militaire et civil.",
        ),
        "cgfm.mil.co; zona-militar.com", Grade.A, (P.ARMED_FORCES,), city="Coveñas",
    ),
    SchoolFact(
        "CO",
        texts(
            "Centro de educación virtual de la Policía Nacional",
            "Centro de educação virtual da Polícia Nacional",
            "Centre for virtual education of the National Police",
            "Centre d’éducation virtuelle de la Police nationale",
        ),
        texts(
            "Centro propio de educación virtual; Blackboard desde 2011.",
            "Centro próprio de educação virtual; Blackboard desde 2011.",
            "A centre of its own for virtual education; Blackboard since 2011.",
            "Centre propre d’éducation virtuelle ; Blackboard depuis 2011.",
        ),
        "revista.policia.gov.co", Grade.B, (P.POLICE,), system=System.BLACKBOARD, since="2008",
    ),
    SchoolFact(
        "",
        named("ALCOPAZ"),
        texts(
            "Asociación de centros de formación para operaciones de paz: intercambio y procedimientos de "
            "enseñanza comunes.",
            "Associação de centros de formação para operações de paz: intercâmbio e procedimentos de ensino comuns.",
            "An association of training centres for peace operations: exchange, and common procedures of teaching.",
            "Association de centres de formation aux opérations de paix : échanges et procédures d’enseignement "
            "communes.",
        ),
        "mindef.mil.gt/onu/alcopaz", Grade.B, (P.ARMED_FORCES,),
    ),
    SchoolFact(
        "PE",
        named("Academia de la Magistratura (AMAG)"),
        texts("Escuela judicial.", "Escola judicial.", "A judicial school.", "École judiciaire."),
        "diariojudicial.com; cejamericas.org", Grade.B, (P.JUDICIARY,),
    ),
    SchoolFact(
        "PY",
        named("Academia Diplomática y Consular “Carlos Antonio López”"),
        texts(
            "Sede de la X reunión de la Red, en octubre de 2019.",
            "Sede da X reunião da Rede, em outubro de 2019.",
            "It hosted the tenth meeting of the Network, in October 2019.",
            "Elle a accueilli la Xe réunion du Réseau, en octobre 2019.",
        ),
        "mre.gov.py", Grade.A, (P.DIPLOMACY,), city="Asunción",
    ),
    SchoolFact(
        "CR",
        texts(
            "Centro de capacitación de la Contraloría",
            "Centro de capacitação da Controladoria",
            "Training centre of the Comptroller’s office",
            "Centre de formation du contrôle général",
        ),
        texts(
            "Cursos en Moodle para personal público de todo el país y del exterior.",
            "Cursos em Moodle para agentes públicos de todo o país e do exterior.",
            "Courses in Moodle for officials of the whole country and from abroad.",
            "Cours sur Moodle pour les agents de tout le pays et de l’étranger.",
        ),
        "studylib.es/doc/8006830", Grade.B, (P.CIVIL_SERVICE,), system=System.MOODLE,
    ),
    SchoolFact(
        "BR",
        named("Escola de Governo do Distrito Federal"),
        texts(
            "Manual de Moodle de la escuela.",
            "Manual de Moodle da escola.",
            "A Moodle handbook of the school.",
            "Manuel Moodle de l’école.",
        ),
        "fdocumentos.com (egov.df.gov.br)", Grade.B, (P.CIVIL_SERVICE,), system=System.MOODLE,
    ),
)  # fmt: skip  # a table of facts
