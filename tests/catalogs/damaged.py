"""Whole PO files, and pieces of them, to make damaged ones of."""

from mutations import Kind

from pipeline.catalogs import Catalog, Message

_SEEDS = (
    """\
# Equipo de prueba
# otra línea
msgid ""
msgstr ""
"Project-Id-Version: x\\n"
"POT-Creation-Date: 2026-01-01 00:00+0000\\n"
"Language: es\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=n != 1;\\n"
"X-Tool: 1\\n"

# una nota
#. Paragraph in “Pain”
#: source/a.md source/b.md:12
#, fuzzy, python-brace-format
#| msgctxt "dose"
#| msgid "Do take one."
msgctxt "dose"
msgid "Do **not** take more than 2 mg — ever."
msgstr "No tome *más* de 2 mg."

msgid ""
"One\\n"
"Two \\"three\\" \\\\ four"
msgstr ""
"Uno\\n"
"Dos «tres»"

msgid "%d day"
msgid_plural "%d days"
msgstr[0] "%d día"
msgstr[1] "%d días"

# retirado
#, fuzzy
#~| msgid "Older"
#~ msgctxt "c"
#~ msgid "Old"
#~ msgstr "Viejo"
""",
    'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n#, range: 0..9, no-wrap\nmsgid "a"\nmsgstr "ب"\n',
    '\ufeffmsgid ""\r\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\r\n\r\nmsgid "a"\r\nmsgstr "日本"\r\n',
)

_TOKENS = (
    *("msgid", "msgstr", "msgctxt", "msgid_plural", "msgstr[0]", "msgstr[1]", "msgstr[9]", "msgstr[", "domain"),
    *("#", "# ", "#.", "#:", "#,", "#|", "#~", "#~|", "#=", "#!", "# fuzzy", "#, fuzzy\n", "#, no-wrap\n"),
    *('"', '""', '"x"', '"\n"', "\\", "\\n", '\\"', "\\x41", "\\q", "\n", "\r", "\r\n", "\t", " ", "\0", "\x1b"),
    *("<<<<<<< HEAD\n", "=======\n", ">>>>>>> main\n", "||||||| base\n", "\u2028", "\u2068a b\u2069", "é", "\ufffd"),
    *("charset=UTF-8", "charset=", "nplurals=2", "nplurals=0", "nplurals=99999", "range: 1..2", "a:1", ":", "-format"),
)

CATALOG = Kind(_SEEDS, _TOKENS)


def edited(chance, catalog):
    """A template as it may be after the author edited the article that `catalog` translates."""
    messages = []
    for message in catalog:
        for _ in range(chance.choice((0, 1, 1, 1))):
            new = Message(msgctxt=message.msgctxt, msgid=message.msgid, msgid_plural=message.msgid_plural)
            if new.msgid_plural:
                new.msgstr_plural = {0: "", 1: ""}
            chance.choice(_EDITS)(chance, new)
            messages.append(new)
    chance.shuffle(messages)
    template = Catalog()
    template.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    template.extend({message.key: message for message in messages if message.msgid}.values())
    return template


def _reword(chance, message):
    place = chance.randrange(len(message.msgid) + 1)
    message.msgid = message.msgid[:place] + chance.choice(("not ", "x", "10 mg", "")) + message.msgid[place:]


def _replace(_, message):
    message.msgid = "Something else."


def _add_context(_, message):
    message.msgctxt = "new"


def _change_plural(_, message):
    plural = "" if message.msgid_plural else f"{message.msgid}s"
    message.msgid_plural = plural
    message.msgstr_plural = {0: "", 1: ""} if plural else {}


def _keep(_, message):
    pass


_EDITS = (_keep, _keep, _reword, _reword, _replace, _add_context, _change_plural)
