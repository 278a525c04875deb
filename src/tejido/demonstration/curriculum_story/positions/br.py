"""Brazil's invented position, released, and the remarks of its institutions from which it was made. In Portuguese."""

from ...script import EDITORIAL, GENERAL, TECHNICAL, PlannedPosition, PlannedRemark, Voice

pt = Voice("pt")

REMARKS = (
    PlannedRemark(
        "EDU",
        "Se recomienda formar grupos de veinte a treinta",
        TECHNICAL,
        "pt",
        "Trinta pessoas é demais para as atividades de simulação: uma parte da turma ficaria apenas assistindo.",
        "Recomenda-se formar grupos de quinze a vinte e cinco pessoas de instituições diferentes.",
        "br-grupos",
    ),
    PlannedRemark(
        "DDHH",
        "Los estándares aplicables son conocidos",
        TECHNICAL,
        "pt",
        "Falta a expressão completa: consentimento livre, prévio e informado.",
        "consulta e consentimento livre, prévio e informado",
        "br-consentimiento",
    ),
    PlannedRemark(
        "PUI",
        "La historia de los pueblos indígenas de América",
        TECHNICAL,
        "pt",
        "O parágrafo é bom. Sugerimos não alterá-lo e usar o caso do vale na formação de servidores de campo.",
    ),
    PlannedRemark(
        "FIS",
        "El mecanismo se reúne en tres horas",
        TECHNICAL,
        "pt",
        "Três horas é um prazo irrealista fora da capital. Seis horas seriam viáveis, com participação remota.",
        label="br-horas",
    ),
    PlannedRemark(
        "JUS",
        "**Defensorías del pueblo e instituciones nacionales",
        EDITORIAL,
        "pt",
        "Nem todo órgão com essa função se chama defensoria do povo.",
        "Ouvidorias, defensorias do povo e instituições nacionais de direitos humanos",
        "br-ouvidorias",
    ),
    PlannedRemark(
        "DDHH",
        "La trata transatlántica y la esclavitud marcaron",
        TECHNICAL,
        "pt",
        "A autodeclaração precisa de garantias: o mesmo dado que dá visibilidade pode servir ao controle policial.",
        label="br-dados",
    ),
    PlannedRemark(
        "DEF",
        "Cuando las fuerzas armadas apoyan a la policía",
        TECHNICAL,
        "pt",
        "Preferimos não propor mudanças neste ponto. Convém verificar se outro membro pedirá a palavra “temporária”.",
    ),
)
NOTHING_TO_REMARK = ("PUI",)

POSITION = PlannedPosition(
    "BR",
    begun=10.5,
    cleared=9.6,
    released=9,
    answers=(
        pt.amend(
            "Se recomienda formar grupos de veinte a treinta",
            TECHNICAL,
            "Recomenda-se formar grupos de quinze a vinte e cinco pessoas de instituições diferentes. Boa parte do "
            "que se aprende é com quem se deve falar quando o sinal aparece fora do próprio âmbito, e isso só se "
            "aprende conversando com essas pessoas.",
            "As simulações exigem turmas menores; o mínimo de vinte excluiria cursos fora das capitais.",
            remark="br-grupos",
        ),
        pt.amend(
            "**Defensorías del pueblo e instituciones nacionales",
            EDITORIAL,
            "**Ouvidorias, defensorias do povo e instituições nacionais de direitos humanos**, incluídos seus "
            "escritórios territoriais.",
            "Em português, o órgão com essa função nem sempre se chama defensoria do povo. A enumeração evita que "
            "parte do público não se reconheça no texto.",
            remark="br-ouvidorias",
        ),
        pt.amend(
            "Los estándares aplicables son conocidos",
            TECHNICAL,
            "Os padrões aplicáveis são conhecidos: livre determinação, propriedade coletiva, consulta e consentimento "
            "livre, prévio e informado, respeito às autoridades próprias.",
            "A expressão consagrada tem quatro elementos; o texto recolhe apenas um.",
            remark="br-consentimiento",
        ),
        pt.reserve(
            "El texto se negocia en español",
            GENERAL,
            "Reserva-se a posição quanto à regra segundo a qual uma observação sobre o português se resolve sempre "
            "como tradução. Há termos cuja versão em português altera o alcance da obrigação.",
        ),
        pt.add(
            "Estar donde ocurrió un crimen cambia las preguntas",
            TECHNICAL,
            "Também o Memorial da Resistência, em São Paulo, conserva como prova o edifício de uma antiga polícia "
            "política.",
            "Um exemplo em língua portuguesa ajudaria o público do país a situar-se.",
        ),
        pt.amend(
            "Antes de incorporar hechos de la historia nacional",
            EDITORIAL,
            "Antes de incorporar fatos da história nacional, convém consultar as organizações de vítimas, os povos "
            "interessados e a academia.",
            "“Concernidos” é um decalque do espanhol; o termo corrente em português é “interessados”.",
        ),
        pt.agree("Sesión 1.2. Identidad, pertenencia y discriminación", section=True),
        pt.add(
            "La trata transatlántica y la esclavitud marcaron",
            TECHNICAL,
            "A autodeclaração é acompanhada de garantias contra o uso policial dos dados.",
            "O mesmo dado que dá visibilidade pode servir ao controle; a sessão 1.1 mostra esse risco no decreto de "
            "Merídia.",
            remark="br-dados",
        ),
        pt.amend(
            "El mecanismo se reúne en tres horas",
            TECHNICAL,
            "Um mecanismo nacional reúne-se em até seis horas, também a distância, e delibera com quem estiver.",
            "Três horas não são viáveis para instituições com sede fora da capital.",
            remark="br-horas",
        ),
        pt.add(
            "",
            GENERAL,
            "Anexo: quadro de correspondência de termos em espanhol, português e inglês.",
            "O glossário do módulo 3 é útil, mas cada módulo introduz termos cuja equivalência não é evidente.",
        ),
    ),
)
