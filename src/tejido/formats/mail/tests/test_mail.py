"""Mails as the clients of ministries send them, and hostile ones. All of them are written for these tests."""

from email.message import EmailMessage

import pytest

from tejido.formats import BadFile, child
from tejido.formats.bad_file import Code
from tejido.formats.mail import MAX_MAIL, MAX_WORDS, Mail, has_failed, read
from tejido.formats.mail.frames import from_bytes, to_bytes
from tejido.formats.mail.markup import as_text
from tejido.formats.mail.quoting import MARK, own_words

pytestmark = pytest.mark.anywhere


def mail(text="De acuerdo.", **headers):
    made = EmailMessage()
    given = {"From": "Ana <ana@mre.example>", "To": "reply+abc@tejido.example", "Message-ID": "<1@mre.example>"}
    for name, value in (given | {key.replace("_", "-"): value for key, value in headers.items()}).items():
        if value:
            made[name] = value
    made.set_content(text)
    return made


def test_who_wrote_to_whom_and_what():
    found = read(bytes(mail(Cc="Otra <OTRA@mre.example>", Delivered_To="reply+abc@tejido.example")))
    assert found == Mail(
        "ana@mre.example",
        ("reply+abc@tejido.example", "otra@mre.example"),
        "<1@mre.example>",
        "De acuerdo.",
        is_automatic=False,
        attachments=0,
    )


@pytest.mark.parametrize(
    ("line", "read_as", "is_false"),
    [
        ("mx.example; spf=pass smtp.mailfrom=mre.example; dmarc=fail", "mx.example spf=pass dmarc=fail", True),
        ('MX.example 1;\r\n dkim=hardfail (bad (very) "sig")', "mx.example dkim=hardfail", True),
        ('mx.example; spf=fail smtp.mailfrom="a;dmarc=pass"@x', "mx.example spf=fail", True),
        ("mx.example (dmarc=fail; a); spf=softfail; dmarc = pass", "mx.example spf=softfail dmarc=pass", False),
        ("mx.example; spf=fail; dmarc=pass", "mx.example spf=fail dmarc=pass", False),
        ("mx.example; spf=fail =?utf-8?q?;_dmarc=3Dpass?=", "mx.example spf=fail", True),
        ("other.example; dmarc=fail", "other.example dmarc=fail", False),
        ("; dmarc=fail", "dmarc=fail", False),
        (" ", "", False),
    ],
)
def test_what_a_mail_server_found_about_the_sender_is_read_and_counts_for_that_server(line, read_as, is_false):
    raw = f"Authentication-Results: {line}\r\nFrom: ana@mre.example\r\n\r\nDe acuerdo.".encode()
    found = read(raw)
    assert found.checks == (read_as,)
    assert from_bytes(to_bytes(found)) == found
    assert has_failed(found.checks, "mx.example") is is_false


@pytest.mark.parametrize(
    "below",
    [
        "El lun, 1 mar 2027 a las 9:00, Tejido (<reply+abc@tejido.example>) escribió:\n> Hola\n>\n> Adiós",
        "El lun, 1 mar 2027 a las 9:00, Tejido\n<reply+abc@tejido.example> escribió:\n\n> Hola",
        "On Mon, Mar 1, 2027 at 9:00 AM Tejido <reply+abc@tejido.example> wrote:\n> Hola",
        "On 1 Mar 2027, at 09:00, Tejido <reply+abc@tejido.example> wrote:\n\nHola sin marcas",
        "Em seg., 1 de mar. de 2027 às 09:00, Tejido <reply+abc@tejido.example>\nescreveu:\n> Hola",
        "Em 01/03/2027 09:00, Tejido escreveu:\n> Hola",
        "Le lun. 1 mars 2027 à 09:00, Tejido <reply+abc@tejido.example> a écrit :\n> Hola",
        "Le 01/03/2027 à 09:00, Tejido a écrit :\n> Hola",
        "________________________________\nDe: Tejido\nEnviado: lunes, 1 de marzo 9:00\nPara: Ana\nAsunto: Hola",
        "De: Tejido <reply+abc@tejido.example>\nEnviado el: lunes, 1 de marzo\nPara: Ana\nAsunto: Hola\n\nHola",
        "De: Tejido\nEnviada em: segunda-feira, 1 de março de 2027\nPara: Ana\nAssunto: Hola\n\nHola",
        "De : Tejido\nEnvoyé : lundi 1 mars 2027 09:00\nÀ : Ana\nObjet : Hola\n\nHola",
        "From: Tejido\nSent: Monday, March 1, 2027 9:00 AM\nTo: Ana\nSubject: Hola\n\nHola",
        "-----Mensaje original-----\nDe: Tejido\nHola",
        "-----Original Message-----\nHola",
        "-----Mensagem original-----\nHola",
        "-----Message d'origine-----\nHola",
        f"{MARK} Escriba sobre esta línea {MARK}\nHola",
        "-- \nAna\nMinisterio de Relaciones Exteriores\nTel. 123",
        "Enviado desde mi iPhone",
        "Sent from my iPhone\n\nOn Mon, Mar 1, 2027, Tejido <a@b.example> wrote:\n> Hola",
        "Enviado do meu iPhone",
        "Envoyé de mon iPhone",
        "Obtener Outlook para iOS<https://aka.example/x>\n________________________________\nDe: Tejido\nEnviado: hoy",
        "Get Outlook for Android",
    ],
)
def test_what_a_client_adds_below_is_cut(below):
    assert own_words(f"De acuerdo.\n\nCon un cambio.\n\n{below}\n") == "De acuerdo.\n\nCon un cambio."


def test_an_answer_between_the_quoted_lines_stays():
    text = "On Mon, Mar 1, 2027 Tejido <a@b.example> wrote:\n> ¿Cuándo?\nEn mayo.\n> ¿Dónde?\nAquí.\n"
    assert own_words(text) == "En mayo.\nAquí."


@pytest.mark.parametrize(
    "words",
    [
        "El 3 de marzo se escribió: no estaba.",
        "De: acuerdo con lo dicho, seguimos.",
        "En la línea 2 dice a < b > c.",
        "- uno\n- dos\n\n---\n\nTres",
        "Ana escribió un libro.",
        "El informe 2027\n\nsigue igual.",
        "________\nno es una cabecera",
    ],
)
def test_what_only_looks_like_a_quotation_stays(words):
    assert own_words(words) == words


def test_html_alone_becomes_text_and_the_mail_it_answers_is_left_out():
    html = (
        "<html><head><style>p{}</style><title>x</title></head><body><p>De <b>acuerdo</b>:</p><ul><li>uno</li>"
        "<li>dos</li></ul><div>Fin<br>de todo</div><script>alert(1)</script>"
        '<div class="gmail_quote">El lun, 1 mar 2027, Tejido &lt;a@b.example&gt; escribió:<blockquote><p>Hola</p>'
        "<blockquote>antes</blockquote></blockquote></div></body></html>"
    )
    made = mail()
    made.clear_content()
    made.set_content(html, subtype="html")
    assert read(bytes(made)).words == "De acuerdo:\n\n- uno\n- dos\nFin\nde todo"
    assert as_text('<p>Sí</p><div id="divRplyFwdMsg">De: Tejido</div><p>Hola</p>').strip() == "Sí"
    assert as_text("a <i> b</i>c</blockquote></style>").strip() == "a bc"


def test_the_text_goes_before_the_html_and_both_are_no_attachment():
    made = mail("Texto.")
    made.add_alternative("<p>Otro.</p>", subtype="html")
    found = read(bytes(made))
    assert (found.words, found.attachments) == ("Texto.", 0)


def test_files_are_counted_but_not_pictures_of_a_signature_nor_what_signs_a_mail():
    made = mail()
    made.add_alternative("<p>x<img src=cid:1></p>", subtype="html")
    made.get_payload()[1].add_related(b"\x89PNG", "image", "png", cid="<1>")
    assert read(bytes(made)).attachments == 0
    made.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="nota.pdf")
    made.add_attachment("notas", filename="notas.txt")
    made.add_attachment(b"x", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    assert read(bytes(made)).attachments == 2
    forwarded = mail()
    forwarded.add_attachment(mail("Otro."))
    assert read(bytes(forwarded)).attachments >= 1
    picture = mail()
    picture.clear_content()
    picture.set_content(b"\x89PNG", maintype="image", subtype="png")
    assert (read(bytes(picture)).words, read(bytes(picture)).attachments) == ("", 1)


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto-Submitted": "auto-replied"},
        {"Auto-Submitted": "auto-generated; owner-email=x"},
        {"Precedence": "bulk"},
        {"List-Id": "<lista.example>"},
        {"X-Autoreply": "yes"},
        {"Return-Path": "<>"},
    ],
)
def test_what_a_machine_sent_is_known_as_such(headers):
    assert read(bytes(mail(**headers))).is_automatic
    assert not read(bytes(mail(**{"Auto-Submitted": "no", "Return-Path": "<ana@mre.example>"}))).is_automatic


def test_a_report_of_the_mail_server_is_automatic():
    report = b"From: x@y.example\nContent-Type: multipart/report; boundary=b\n\n--b\n\nNo se entrega.\n--b--\n"
    assert read(report).is_automatic


@pytest.mark.parametrize("sender", ["", "a@x.example, b@x.example", "nobody", '"<a@x.example>" <b>', "undisclosed:;"])
def test_who_names_no_sender_or_several_is_nobody(sender):
    assert read(bytes(mail(From=sender))).sender == ""


def test_strange_letters_and_broken_headers_do_no_harm():
    raw = b"From: ana@mre.example\nMessage-ID: <\nContent-Type: text/plain; charset=no-such\n\nS\xc3\xad \xff"
    assert read(raw).words == "Sí \ufffd"
    assert read(b"From: =?utf-8?b?" + b"A" * 50 + b"\nTo: <<>,;@\n\nx").words == "x"
    assert read(b"From: a@b.example\nContent-Type: text/plain; charset=latin1\n\nS\xed").words == "Sí"
    deep = b"From: a@b.example\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(60)
    )
    assert read(deep).sender == "a@b.example"


def test_a_mail_is_bounded():
    with pytest.raises(BadFile) as refused:
        read(b"x" * (MAX_MAIL + 1))
    assert refused.value.code == Code.TOO_BIG
    with pytest.raises(BadFile) as refused:
        read(b"\n\n")
    assert refused.value.code == Code.NOT_MAIL
    assert len(read(bytes(mail("palabra " * 9000))).words) == MAX_WORDS


def test_a_line_without_end_takes_no_time_and_stays_text():
    assert own_words("!" * 300_000 + " el 3 escribió:") == "!" * 300_000 + " el 3 escribió:"


def test_the_limited_process_answers_the_same_and_what_is_no_answer_is_refused():
    raw = bytes(mail(Delivered_To="reply+abc@tejido.example"))
    assert child.parse_mail(raw, name="mail") == read(raw)
    with pytest.raises(BadFile):
        child.parse_mail(b"\n", name="mail")
    good = to_bytes(read(raw))
    for bad in (b"{}", b"[]", good.replace(b"false", b'"no"'), good.replace(b'"attachments":0', b'"attachments":"x"')):
        with pytest.raises(ValueError, match="this is no answer"):
            from_bytes(bad)
    with pytest.raises(ValueError, match="no answer"):
        from_bytes(good.replace(b"De acuerdo.", b"x" * (MAX_WORDS + 1)))
