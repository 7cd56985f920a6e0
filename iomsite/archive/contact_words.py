"""The words, in four languages, by which a page introduces and labels its media contacts."""

import re

# What opens an introduction, up to the verb that asks the reader to get in touch.
OPENINGS = (
    r"for (?:any |some )?(?:more|further|additional|other) (?:information|info|details)",
    r"for (?:media |press )?(?:enquiries|inquiries|queries|questions|interviews?)",
    r"(?:to|if you) (?:obtain|request|need|want|would like) .{0,40}(?:information|interviews?)",
    (
        r"pour (?:de |d['’])?(?:(?:plus|davantage|toutes?|tout) ?)?(?:d['’]|de )?(?:(?:autres?|amples) )?"
        r"(?:informations?|renseignements?|détails|interviews?|demandes?)"
    ),
    (
        r"(?:para|por) (?:obtener |solicitar |recibir )?(?:mayor|mayores|más|cualquier) "
        r"(?:información|informaciones|informes|detalles|datos)"
    ),
    r"para (?:entrevistas|consultas)",
    r"ل?لمزيد من (?:المعلومات|التفاصيل|الاستفسارات)",
    r"للحصول على (?:مزيد|المزيد) من (?:المعلومات|التفاصيل)",
    r"للاستفسارات?",
)
VERBS = (
    r"contact|call|e-?mail|write to|get in touch|reach",
    r"contacter|contactez|(?:s['’])?adresser|joindre|prendre contact|appeler|écrire|adressez-vous",
    (
        r"contacte|contactar|contactarse|contáctese|comunicarse|comuníquese|póngase en contacto|ponerse en contacto"
        r"|diríjase|dirigirse|llamar|llame|escribir|escriba"
    ),
    r"الاتصال|الإتصال|التواصل|الكتابة",
)
# Polite requests that need no opening, and headings that need no verb.
REQUESTS = r"(?:please|veuillez|merci de|prière de|por favor,?|favor de|sírvase|يرجى|الرجاء)"
HEADINGS = (
    r"(?:(?:media|press|news) )?contacts?(?: (?:persons?|details|information))?",
    r"(?:media|press) (?:enquiries|inquiries|office)",
    r"contacts? (?:presse|médias|pour les médias|de presse)",
    r"(?:personnes?|personas?) (?:à contacter|de contacto)",
    r"contactos?(?: de prensa| para (?:la prensa|los medios|medios))?",
    r"(?:جهات?|مسؤولو?) الاتصال|للاتصال|للتواصل",
)
_AFTER = r"(?: (?:us|with|at|avec|auprès de|à|con|a)\b|\s*(?:بـ?|مع))?"

INTRODUCTION = re.compile(
    rf"\W*(?:(?:{'|'.join(OPENINGS)})\b.{{0,150}}?\b(?:{'|'.join(VERBS)})\b"
    rf"|{REQUESTS}\s+(?:{'|'.join(VERBS)})\b){_AFTER}\s*[:,]?\s*",
    re.IGNORECASE,
)
HEADING = re.compile(rf"\W*(?:{'|'.join(HEADINGS)})\s*(?::\s*|$)", re.IGNORECASE)
OPENING = re.compile(rf"\W*(?:{'|'.join(OPENINGS)}|{REQUESTS})\b", re.IGNORECASE)

SEPARATORS = r"(?:and/or|et/ou|y/o|or|and|ou|et|o|u|y|e|أو|او|و|&)"
# What leads from a name to its number, and is part of neither.
LEADING_ON = r"(?:on|at|by|via|au|al|par|por|à|على)"

LABELS = {
    "mobile": r"mobile|mob|cell(?:ular|ulaire)?(?: ?phone)?|portable|gsm|whatsapp|móvil|movil|celular|cel"
    r"|الهاتف (?:المحمول|الجوال|النقال)|هاتف (?:محمول|جوال|نقال)|محمول|المحمول|جوال|الجوال|نقال|خلوي",
    "fax": r"t[ée]l[ée]copie(?:ur)?|fax|فاكس",
    "office": r"(?:office )?tele?phone|t[ée]l[ée]phone|teléfono|telefono|tel[ée]?f?|tél|phone|ph|bureau|oficina|office"
    r"|هاتف|الهاتف|تلفون|تليفون",
    "mail": r"(?:e-?mail|courriel|mél|mail|correo(?: electr[óo]nico)?|adresse électronique)(?: address)?"
    r"|البريد الإلكتروني|البريد الالكتروني|بريد إلكتروني|بريد الكتروني|إيميل|ايميل",
}
EXTENSIONS = r"extension|extensión|extn|ext|poste|interno|int|تحويلة|داخلي"
