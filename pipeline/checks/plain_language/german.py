"""German: words and patterns for the rules for plain language. The list is our own."""

from __future__ import annotations

from pipeline.checks.plain_language.language import Patterns, Words

# The participle stands at the end of its clause, in small letters; nouns and adjectives look like one.
_PARTICIPLE = (
    r"(?!bekannt|beliebt|bereit|berühmt|bewusst|entfernt|erkältet|gerecht|gewohnt|verrückt|vertraut|verliebt)"
    r"((?-i:[a-zäöüß]{0,9}ge(?!ht\b|bt\b|lt\b)[a-zäöüß]{2,20}t|[a-zäöüß]{3,20}iert"
    r"|(?:be|ent|er|unter|ver|zer|über)[a-zäöüß]{3,20}t))"
)
_END = r"(?= ?(?:[.,;:?!)]|und\b|oder\b|$))"
_BETWEEN = r"\b[^,;:.?!()]{0,80}? "
_MODAL = r"darf|dürfen|kann|können|muss|müssen|soll|sollen|sollte|sollten"

WORDS = Words(
    plainer={
        "abdomen": "Bauch",
        "adipositas": "starkes Übergewicht",
        "anamnese": "Vorgeschichte",
        "applikation": "Anwendung",
        "arterielle hypertonie": "Bluthochdruck",
        "aufgrund der tatsache": "weil",
        "aus diesem grund": "darum",
        "auf täglicher basis": "täglich",
        "ätiologie": "Ursache",
        "bei nichtvorhandensein": "ohne",
        "bezüglich": "zu",
        "darüber hinaus": "auch",
        "demzufolge": "also",
        "dermal": "an der Haut",
        "diarrhö": "Durchfall",
        "diarrhoe": "Durchfall",
        "diesbezüglich": "dazu",
        "dyspnoe": "Atemnot",
        "emesis": "Erbrechen",
        "exazerbation": "Verschlechterung",
        "extremität": "Arm oder Bein",
        "extremitäten": "Arme und Beine",
        "febril": "mit Fieber",
        "fraktur": "Knochenbruch",
        "gegebenenfalls": "wenn nötig",
        "gravidität": "Schwangerschaft",
        "hämatom": "Bluterguss",
        "hämorrhagie": "Blutung",
        "hinsichtlich": "zu",
        "hypertonie": "Bluthochdruck",
        "hypotonie": "niedriger Blutdruck",
        "im falle einer": "bei",
        "im falle eines": "bei",
        "im hinblick auf": "für",
        "im rahmen einer": "bei einer",
        "im rahmen eines": "bei einem",
        "in der mehrzahl der fälle": "meist",
        "in ermangelung": "ohne",
        "indikation": "Grund für die Behandlung",
        "infolgedessen": "darum",
        "insbesondere": "vor allem",
        "insuffizienz": "Schwäche",
        "kardial": "am Herzen",
        "kontraindiziert": "darf nicht sein",
        "kutan": "an der Haut",
        "läsion": "Verletzung",
        "letal": "tödlich",
        "maligne": "bösartig",
        "mittels": "mit",
        "myokardinfarkt": "Herzinfarkt",
        "nausea": "Übelkeit",
        "nichtsdestotrotz": "trotzdem",
        "obstipation": "Verstopfung",
        "ödem": "Schwellung",
        "oral": "durch den Mund",
        "palpation": "Abtasten",
        "peroral": "durch den Mund",
        "postoperativ": "nach der Operation",
        "präoperativ": "vor der Operation",
        "prognose": "wie es weitergeht",
        "prophylaxe": "Vorbeugung",
        "pulmonal": "in der Lunge",
        "renal": "an der Niere",
        "respektive": "oder",
        "sämtliche": "alle",
        "synkope": "Ohnmacht",
        "thrombus": "Blutgerinnsel",
        "trotz der tatsache": "obwohl",
        "umgehend": "sofort",
        "unter zuhilfenahme": "mit",
        "unverzüglich": "sofort",
        "vertigo": "Schwindel",
        "zeitnah": "bald",
        "zerebral": "im Gehirn",
        "zum gegenwärtigen zeitpunkt": "jetzt",
        "zum zwecke": "für",
        "zwecks": "für",
    },
    verbs={
        "applizieren": "geben",
        "eruieren": "herausfinden",
        "exazerbieren": "schlimmer werden",
        "inhibieren": "hemmen",
        "initiieren": "beginnen",
        "konsultieren": "fragen",
        "konsumieren": "essen oder trinken",
        "kontaktieren": "anrufen",
        "modifizieren": "ändern",
        "palpieren": "abtasten",
        "persistieren": "bleiben",
        "realisieren": "umsetzen",
        "reduzieren": "verringern",
        "therapieren": "behandeln",
        "transmittieren": "übertragen",
        "urinieren": "Wasser lassen",
        "verabreichen": "geben",
    },
    verb_endings={
        "ieren": "ieren|iere|iert|ierst|ierte|ierten",
        "en": "en|e|t|st|te|ten",
    },
    plurals=("e", "en", "er", "es", "em", "s", "n"),
    headings=frozenset(
        {
            "allgemeine informationen",
            "allgemeines",
            "anderes",
            "einführung",
            "einleitung",
            "fazit",
            "grundlagen",
            "hintergrund",
            "hinweise",
            "information",
            "informationen",
            "mehr",
            "sonstiges",
            "überblick",
            "übersicht",
            "verschiedenes",
            "weitere informationen",
            "weiteres",
            "zusätzliche informationen",
        }
    ),
    patterns=Patterns(
        passive=(
            rf"\b(wird|werden|wurde|wurden){_BETWEEN}{_PARTICIPLE}{_END}"
            rf"|\b({_MODAL}){_BETWEEN}{_PARTICIPLE} (werden)\b"
        ),
        passive_about_reader=rf"(?-i:\b(?:Ihnen|Ihre?[mnrs]?)\b)|\b(?:{_MODAL}){_BETWEEN}{_PARTICIPLE} werden\b",
        double_negation=(
            r"\bnicht un(?:bedeutend|begründet|bekannt|erheblich|gewöhnlich|möglich|üblich|wahrscheinlich)\w*"
            r"|\b(?:nicht|kein\w{0,2}|nie|niemals|niemand)\b"
            r"(?:(?! (?:aber|dass|oder|und|weil|wenn) )[^,;:.?!()]){1,40} (?:nicht|nie|ohne)\b"
        ),
        clause_words=(
            r"\b(?:bevor|da|damit|dass|falls|indem|nachdem|ob|obwohl|seitdem|sobald|sodass|solange|sofern|während|weil|"
            r"wenn|wobei|wodurch|wohingegen)\b"
        ),
        doses=r"(?:creme|gel|kochsalz|lösung|salbe|spray|tropfen)\w*\b",
        chance=r"\b(?:chance|risiko|risiken|wahrscheinlichkeit)\b",
        of=r"(?:der|des|aller|von)",
        one_in=r"(?:von|aus)",
        address=r"\b(?:sie|ihr|ihre|ihrem|ihren|ihrer|ihres|ihnen|du|dein|deine|deinem|deinen|deiner|dir|dich|wir|uns)\b",
    ),
)
