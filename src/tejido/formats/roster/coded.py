"""Words that schools use for cadres and levels, as the codes that go upward; and what a school said its words mean.

The codes are those of `training.names.Officials` and `schools.names.Level`, which stand higher: a test holds that they
are the same. What no table knows is asked for once, and remembered for the school.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as Table

from .values import Field
from .words import MeaningOfM, plain, sex_of

_PLACE = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
_CADRES = {
    "police": "policia policianacional policial polnal pnp police fuerzapublica carabineros carabinero pdi "
    "gendarmeria policiafederal policiacivil policiamilitar guardiacivil patrullero investigaciones "
    "policiadeinvestigaciones",
    "armed_forces": "ejercito armada fuerzaaerea fuerzasarmadas ffaa militar militares exercito marinha aeronautica "
    "forcasarmadas army navy airforce armedforces armee forcesarmees marina infanteria aviacion prefectura marine "
    "armeedeterre",
    "judiciary": "juez jueza jueces juzgado poderjudicial judicial magistrado magistrada magistratura juiz juiza "
    "judiciario poderjudiciario judge judges judiciary juge magistrat magistrate corte cortesuprema tribunal",
    "prosecution": "fiscal fiscalia ministeriopublico promotor promotora procurador procuradora procuraduria "
    "prosecutor prosecution procureur parquet agentefiscal fiscalgeneral",
    "defence": "defensor defensora defensoria defensapublica ministeriodeladefensapublica defensorpublico "
    "defensoriapublica publicdefender defenseurpublic",
    "diplomacy": "diplomatico diplomatica diplomacia cancilleria relacionesexteriores serviciodiplomatico "
    "ministeriodelasrelacionesexteriores ministerioderelacionesexteriores mre mrree itamaraty diplomat diplomacy "
    "diplomate consular serviciosexterior embajada",
    "prisons": "penitenciario penitenciaria serviciopenitenciario penitenciarias guardiacarcel carcel prisiones "
    "inpe inpec policiapenal prison prisons penitentiaire administracionpenitenciaria",
    "migration": "migraciones migracion migratorio fronteras frontera imigracao migracoes migration border "
    "immigration aduana aduanas",
    "education": "docente docentes profesor profesora maestro maestra educacion ministeriodeeducacion professor "
    "professora educacao teacher education enseignant enseignante",
    "civil_service": "administrativo administrativa funcionariopublico funcionarios civil personalcivil "
    "servidorpublico servidor serviciocivil civilservant civilservice fonctionnaire fonctionpublique "
    "empleadopublico carreraadministrativa",
}  # fmt: skip  # one table, read as one
_LEVELS = {
    "directing": "directivo directiva director directora alto altamando superior jefe jefa jefatura oficialsuperior "
    "oficialgeneral general coronel comisario comisariogeneral dirigente directing senior executive ministro "
    "ministra embajador embajadora directeur directrice cadresuperieur oficialjefe chefia",
    "middle": "medio mandomedio mandosmedios intermedio oficial oficialsubalterno capitan mayor teniente inspector "
    "coordinador coordinadora supervisor medium middle intermediaire medios intermediario oficialintermediario "
    "officer profesional tecnico",
    "operating": "operativo operativa operacional suboficial suboficiales agente agentes soldado cabo sargento "
    "auxiliar asistente tropa praca operating operational operationnel policia basico base guardia",
    "in_training": "cadete cadetes alumno alumna aspirante estudiante enformacion formacioninicial aluno cadet "
    "trainee recruit eleve stagiaire",
    "teaching": "docente instructor instructora formador formadora profesor profesora capacitador capacitadora "
    "professor instrutor teacher trainer formateur formatrice",
}  # fmt: skip  # one table, read as one
_CODES = {
    field: {word: code for code, words in table.items() for word in words.split()}
    for field, table in ((Field.CADRE, _CADRES), (Field.LEVEL, _LEVELS))
}
CODED = (Field.CADRE, Field.LEVEL, Field.SEX, Field.PROVINCE)  # fields whose words are turned into codes
CADRES, LEVELS = tuple(_CADRES), tuple(_LEVELS)

Meanings = Table[Field, Table[str, str]]  # by the plain word, the code; "" for one that states nothing


def code_of(field: Field, value: object, meanings: Meanings, m: MeaningOfM = MeaningOfM.UNDECIDED) -> str | None:
    """The code of a word: what the school said, else what the tables know. An empty cell states nothing, "". None for
    a word that nobody knows: it has to be asked for. A province is known by its ISO 3166-2 code."""
    word = plain(value)
    if not word:
        return ""
    said = meanings.get(field, {}).get(word)
    if said is not None:
        return said
    if field == Field.SEX:
        sex = sex_of(value, m)
        return None if sex is None else str(sex)
    if field == Field.PROVINCE:
        code = str(value).strip().upper()
        return code if _PLACE.fullmatch(code) else None
    return _CODES.get(field, {}).get(word)
