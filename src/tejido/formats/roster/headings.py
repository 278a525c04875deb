"""What the headings of lists of persons mean, in Spanish, Portuguese, English and French, and in the exports of Moodle,
of xAPI stores and of OneRoster.

A heading is compared without case, accents and signs. What is found whole is certain; what only contains a word that
names a field is likely; dates of birth, of enrolment and of downloads are days of something else and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as Table
from enum import IntEnum

from ..comments.columns import folded
from .documents import Paper, paper_of
from .values import Field

_SIGNS = re.compile(r"[^a-z0-9]+")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\]]*\]")


class Sureness(IntEnum):
    """How sure it is what a column is."""

    UNKNOWN = 0
    GUESSED = 1  # by its values
    LIKELY = 2  # by a word in its heading
    SURE = 3  # by its whole heading
    REMEMBERED = 4  # by what the school said the last time


# Whole headings, without blanks.
_WHOLE: Table[Field, str] = {
    Field.DOCUMENT: "ci cedula ceduladeidentidad nrodecedula numerodecedula nodecedula cedulano ncedula cinro cinum "
    "cino nci nroci nrodeci dni nrodni nrodedni numerodedni rut run rutalumno cpf numerocpf curp dui dpi cui nuip rg "
    "documento nrodocumento nrodedocumento numerodedocumento numerodocumento nodocumento ndocumento "
    "documentodeidentidad nrodedocumentodeidentidad numerodedocumentodeidentidad identificacion "
    "numerodeidentificacion nrodeidentificacion noidentificacion identificacao numerododocumento documentonro docno "
    "doc idnumber numerodeid numerodidentification nationalid identitynumber documentnumber idcardnumber "
    "numerodepiece numeroducarte cartedidentite numerodocartao pasaporte passaporte passport passeport legajo "
    "nrolegajo numerodelegajo nlegajo matricula numerodematricula matriculafuncional siape matricule staffnumber "
    "employeenumber employeeid cedulaciudadania ceduladeciudadania cc tarjetadeidentidad studentidentifier "
    "useridnumber",
    Field.PAPER: "tipodedocumento tipodocumento tipodoc tdoc tipodedoc tipodeidentificacion tipoidentificacion "
    "documenttype typeofdocument typededocument typedepiece tipodeid idtype",
    Field.NAME: "nombre nombrecompleto nombreyapellido nombresyapellidos nombreyapellidos apellidoynombre "
    "apellidosynombres apellidoynombres apellidosynombre apellidonombre nombreapellido participante participantes "
    "alumno alumna alumnoa alumno a estudiante nombredelparticipante nombredelalumno nombredelfuncionario funcionario "
    "nome nomecompleto nomedoparticipante nomedoservidor servidor aluno participant participants nom name fullname "
    "studentname student learner learnername nometprenom nometprenoms nomprenom prenometnom nomcomplet actorname "
    "stagiaire personal nombredelestudiante cursante cursantes apellidosnombres nomeesobrenome",
    Field.GIVEN: "nombres primernombre segundonombre prenom prenoms givenname givennames firstname forename "
    "middlename othernames primeironome nombrepila nombredepila nomeproprio",
    Field.FAMILY: "apellido apellidos primerapellido segundoapellido apellidopaterno apellidomaterno paterno "
    "materno sobrenome ultimonome lastname surname familyname nomdefamille nomdusage patronyme",
    Field.DAY: "fecha fechadeaprobacion fechaaprobacion fechadefinalizacion fechafinalizacion fechadetermino "
    "fechadeterminacion fechatermino fechadeculminacion fechadecierre fechafin fechadefin fechadeegreso fechadelcurso "
    "fechaevaluacion fechadeevaluacion fechadelexamen fechadeconclusion fechaconclusion finalizacion "
    "fechadecertificacion fechacertificado fechadelcertificado data dataconclusao datadeconclusao datadaconclusao "
    "datadeaprovacao datadetermino datafinal datafim datadoexame date completiondate datecompleted completedon "
    "dateofcompletion completed dateofapproval enddate datedachevement datedefin datefin datedereussite "
    "datedevalidation datedelexamen coursecomplete cursocompletado cursocompleto finalizaciondelcurso cursofinalizado "
    "coursacheve coursetermine timestamp scoredate timecompleted fechaterminocurso fechahasta hasta concluidoem "
    "cursoconcluido achevementducours",
    Field.RESULT: "resultado resultadofinal situacion situacionfinal estado estadofinal condicion condicionfinal "
    "estatus aprobado aprobo situacao situacaofinal status statusfinal result finalresult outcome passed resultat "
    "resultatfinal statut completo culmino concluyo concluiu verb verbid verbdisplay resultsuccess resultcompletion "
    "scorestatus estadodecompletado estadodefinalizacion completionstatus coursecompletionstatus asistencia",
    Field.SCORE: "nota notafinal calificacion calificacionfinal puntaje puntajefinal puntuacion promedio "
    "promediofinal notadefinitiva notaobtenida conceito pontuacao media mediafinal grade finalgrade score finalscore "
    "mark finalmark note notefinale moyenne totaldelcurso totaldocurso coursetotal totalducours resultscoreraw "
    "resultscorescaled notasobre100",
    Field.HOURS: "horas hs hrs cargahoraria cantidaddehoras cantidadhoras totaldehoras totalhoras horasacademicas "
    "horascatedra horasreloj duracion intensidadhoraria horasdecurso ch chtotal duracao hours duration numberofhours "
    "contacthours heures nombredheures volumehoraire duree creditoshoras horascertificadas resultduration",
    Field.INSTITUTION: "institucion institucionsolicitante entidad organismo dependencia reparticion organo "
    "institucionalaquepertenece institucionprocedencia instituciondeprocedencia fuerza ministerio instituicao orgao "
    "orgaoentidade instituicaodeorigem orgaodeorigem lotacao entidade institution organization organisation agency "
    "employer organisme entite administration procedencia empresa orgsourcedids orgsourcedid",
    Field.CADRE: "cuerpo cuerpoogrado estamento sector tipodefuncionario carrera cadre corps corpsdappartenance "
    "escalafon categoria categoriadefuncionario categoriaprofissional carreira arma",
    Field.LEVEL: "grado rango jerarquia nivel niveljerarquico gradojerarquico cargo puesto patente posto graduacao "
    "nivelhierarquico rank level position cargoograduacao poste echelon niveau fonction funcion funcao gradomilitar "
    "gradopolicial",
    Field.SEX: "sexo genero sex gender sexe genre sexogenero",
    Field.PROVINCE: "departamento provincia uf region ciudaddeprocedencia lugar entidadfederativa province state "
    "department departement provincedaffectation jurisdiccion regiao ufdelotacao departamentoprovincia lugardetrabajo "
    "destino distrito canton",
    Field.COHORT: "cohorte curso codigodelcurso codigocurso edicion promocion comision grupo turma edicao "
    "codigodaturma cohort class classsourcedid group groups grupos session course coursename cohortcode cours "
    "promotion groupe groupes object objectid activity contextid numerodecurso nombredelcurso actividad",
    Field.NUMBER: "n no nro num numero item orden ord nrodeorden numerodeorden row number ndeorden nodeorden ordem "
    "lp linha ligne rang",
}  # fmt: skip  # one table, read as one

# Words that name a field wherever they stand in a heading; the first that is found decides.
_WITHIN: tuple[tuple[str, Field], ...] = (
    ("tipo de doc", Field.PAPER), ("tipo de id", Field.PAPER), ("document type", Field.PAPER),
    ("apellidos y nombres", Field.NAME), ("apellido y nombre", Field.NAME), ("nombre y apellido", Field.NAME),
    ("nombres y apellidos", Field.NAME), ("nom et prenom", Field.NAME), ("full name", Field.NAME),
    ("nombre completo", Field.NAME), ("nome completo", Field.NAME), ("cedula", Field.DOCUMENT),
    ("documento", Field.DOCUMENT), ("dni", Field.DOCUMENT), ("cpf", Field.DOCUMENT), ("c i", Field.DOCUMENT),
    ("id number", Field.DOCUMENT), ("identificacion", Field.DOCUMENT), ("legajo", Field.DOCUMENT),
    ("apellido", Field.FAMILY), ("sobrenome", Field.FAMILY), ("last name", Field.FAMILY), ("surname", Field.FAMILY),
    ("nom de famille", Field.FAMILY), ("first name", Field.GIVEN), ("prenom", Field.GIVEN), ("fecha", Field.DAY),
    ("data de", Field.DAY), ("data da", Field.DAY), ("date", Field.DAY), ("calificacion", Field.SCORE),
    ("nota", Field.SCORE), ("puntaje", Field.SCORE), ("promedio", Field.SCORE), ("total del curso", Field.SCORE),
    ("total do curso", Field.SCORE), ("course total", Field.SCORE), ("total du cours", Field.SCORE),
    ("grade", Field.SCORE), ("score", Field.SCORE), ("horas", Field.HOURS), ("hours", Field.HOURS),
    ("heures", Field.HOURS), ("carga horaria", Field.HOURS), ("resultado", Field.RESULT), ("situacion", Field.RESULT),
    ("situacao", Field.RESULT), ("institucion", Field.INSTITUTION), ("instituicao", Field.INSTITUTION),
    ("institution", Field.INSTITUTION), ("organismo", Field.INSTITUTION), ("orgao", Field.INSTITUTION),
    ("entidad", Field.INSTITUTION), ("dependencia", Field.INSTITUTION), ("estamento", Field.CADRE),
    ("carrera", Field.CADRE), ("cuerpo", Field.CADRE), ("jerarquia", Field.LEVEL), ("grado", Field.LEVEL),
    ("rango", Field.LEVEL), ("cargo", Field.LEVEL), ("sexo", Field.SEX), ("genero", Field.SEX), ("gender", Field.SEX),
    ("provincia", Field.PROVINCE), ("departamento", Field.PROVINCE), ("province", Field.PROVINCE),
    ("cohorte", Field.COHORT), ("turma", Field.COHORT), ("cohort", Field.COHORT),
)  # fmt: skip  # one table, read as one

# Headings that contain such a word and mean something else, and columns of exports that say nothing of a completion.
_OTHERS = (
    "nacimiento", "nascimento", "birth", "naissance", "inscripcion", "inscricao", "matriculacion", "enrol",
    "inscription", "inicio", "comienzo", "start", "debut", "ingreso", "descarga", "download", "telechargement",
    "acceso", "acesso", "access", "emision", "emissao", "expedicion", "expedicao", "vencimiento", "validade", "expir",
    "vigencia", "telefono", "telefone", "phone", "celular", "correo", "email", "mail", "courriel", "direccion de",
    "endereco", "address", "firma", "assinatura", "signature", "observ", "cantidad de cursos", "progreso", "docente",
    "instructor", "profesor", "professor", "teacher", "suspend", "desde", "asistencias", "faltas",
)  # fmt: skip  # one table, read as one

_BY_WORD = {word: field for field, words in _WHOLE.items() for word in words.split()}
_ACCOUNTS = frozenset(
    [
        "correo",
        "correoelectronico",
        "direcciondecorreo",
        "direcciondecorreoelectronico",
        "email",
        "emailaddress",
        "enderecodeemail",
        "adressedecourriel",
        "adresseelectronique",
        "nombredeusuario",
        "username",
        "usuario",
        "nomeusuario",
        "nomdutilisateur",
        "login",
        "user",
        "userid",
        "actoraccountname",
        "actormbox",
    ]
)


def field_of(heading: str) -> tuple[Field | None, Sureness]:
    """What a column is by its heading alone."""
    whole = squeezed(_BRACKETS.sub(" ", heading)) or squeezed(heading)
    if whole in _BY_WORD:
        return _BY_WORD[whole], Sureness.SURE
    said = " ".join(_SIGNS.sub(" ", folded(heading)).split())
    if any(word in said for word in _OTHERS):
        return None, Sureness.UNKNOWN
    padded = f" {said} "
    found = next((field for word, field in _WITHIN if f" {word}" in padded), None)
    return found, Sureness.LIKELY if found else Sureness.UNKNOWN


def is_account(heading: str) -> bool:
    """Whether the column holds what a person signs in with: it names a person where no document does."""
    return squeezed(heading) in _ACCOUNTS


def paper_in(heading: str) -> Paper:
    """Which document a heading names; the national one where it only says "document"."""
    if is_account(heading):
        return Paper.ACCOUNT
    words = _SIGNS.sub(" ", folded(heading)).split()
    found = paper_of(heading) or next((paper for paper in map(paper_of, words) if paper), None)
    return found or Paper.NATIONAL


def squeezed(heading: str) -> str:
    """A heading as small letters and figures without accents, blanks and signs."""
    return _SIGNS.sub("", folded(heading))
