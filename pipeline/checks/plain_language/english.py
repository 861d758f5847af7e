"""English: words and patterns for the rules for plain language."""

from __future__ import annotations

from pipeline.checks.plain_language.english_verbs import VERBS, WEAK_VERBS
from pipeline.checks.plain_language.english_words import PLAINER
from pipeline.checks.plain_language.language import Patterns, Words

# Participles that tell what somebody does to somebody. Those that tell a state (tired, damaged, affected, based) are
# left out, and so is every participle that is not in the list.
_PARTICIPLES = (
    "administered|advised|analysed|analyzed|announced|applied|approved|arranged|asked|assessed|assigned|awarded|beaten|"
    "begun|broken down|brought|built|bought|called upon|cared for|carried out|caused|changed|checked|chosen|cleaned|"
    "collected|conducted|considered|contacted|cured|cut off|decided|delivered|described|detected|determined|developed|"
    "diagnosed|discovered|discussed|done|drawn|encouraged|ensured|established|evaluated|examined|explained|expected|"
    "felt|filled|followed|forced|forgotten|found|funded|given|grown|guided|handled|held|helped|identified|informed|"
    "injected|inserted|instructed|interviewed|introduced|investigated|invited|kept|launched|left out|looked after|"
    "made|managed|measured|monitored|moved|noticed|notified|observed|offered|opened|operated on|ordered|organised|"
    "organized|paid|performed|placed|planned|prepared|prescribed|prevented|produced|promised|protected|provided|"
    "published|put|questioned|raised|reached|received|recommended|recorded|reduced|referred|refused|released|"
    "reminded|removed|repeated|replaced|reported|requested|required|returned|reviewed|said|sampled|screened|seen|"
    "selected|sent|shown|sold|solved|stopped|stored|studied|suggested|supplied|supported|swallowed|taken|taught|"
    "tested|thrown|told|transferred|transmitted|treated|tried|used|vaccinated|warned|washed|written"
)
_NO_PASSIVE = r"(?! (?:clear|from|of|possible|secret|up)\b)"
_ADVERB = r"(?:(?:not|also|often|usually|always|never|only|then|first|sometimes|\w+ly) ){0,2}"

WORDS = Words(
    plainer=PLAINER,
    verbs=VERBS,
    verb_endings={
        "": "|s|ed|ing",
        "e": "e|es|ed|ing",
        "y": "y|ies|ied|ying",
        "s": "s|ses|sed|sing",
        "sh": "sh|shes|shed|shing",
        "mit": "mit|mits|mitted|mitting",
    },
    plurals=("s",),
    weak_verbs=WEAK_VERBS,
    people={
        "a handicap": "a disability",
        "addicts": "people with an addiction",
        "aids victims": "people with AIDS",
        "alcoholics": "people with an alcohol problem",
        "an addict": "a person with an addiction",
        "asthmatics": "people with asthma",
        "cancer sufferers": "people with cancer",
        "cancer victims": "people with cancer",
        "confined to a wheelchair": "uses a wheelchair",
        "diabetics": "people with diabetes",
        "drug abusers": "people who use drugs",
        "epileptics": "people with epilepsy",
        "failed treatment": "the treatment did not work",
        "haemophiliacs": "people with haemophilia",
        "hemophiliacs": "people with hemophilia",
        "handicapped people": "people with a disability",
        "hypertensives": "people with high blood pressure",
        "mentally retarded": "with a learning disability",
        "schizophrenics": "people with schizophrenia",
        "stroke victims": "people who had a stroke",
        "suffer from": "have",
        "suffering from": "with",
        "suffers from": "has",
        "the blind": "blind people",
        "the deaf": "deaf people",
        "the disabled": "people with a disability",
        "the elderly": "older people",
        "the handicapped": "people with a disability",
        "the mentally ill": "people with a mental illness",
        "the obese": "people with obesity",
        "wheelchair bound": "uses a wheelchair",
        "wheelchair-bound": "uses a wheelchair",
    },
    headings=frozenset(
        {
            "about",
            "about this article",
            "about this page",
            "additional information",
            "background",
            "basics",
            "conclusion",
            "conclusions",
            "details",
            "discussion",
            "general",
            "general information",
            "information",
            "introduction",
            "key information",
            "miscellaneous",
            "more",
            "more information",
            "notes",
            "other",
            "other information",
            "others",
            "overview",
            "remarks",
            "the basics",
            "various",
        }
    ),
    patterns=Patterns(
        passive=(rf"\b(am|are|is|was|were|be|been|being|[’']re) {_ADVERB}({_PARTICIPLES})\b{_NO_PASSIVE}"),
        passive_about_reader=(
            r"\b(?:(?:can|could|ha(?:s|ve) to|may|might|must|needs? to|ought to|shall|should|will) "
            rf"{_ADVERB}be|(?:you|your \w+) (?:are|has been|have been|is|was|were)|you[’']re) {_ADVERB}"
            rf"(?:{_PARTICIPLES})\b{_NO_PASSIVE}"
        ),
        double_negation=(
            r"\bnot un(?:able|aware|common|important|known|likely|necessary|pleasant|reasonable|safe|usual|willing)\w*"
            r"|\bnot (?:im(?:possible|probable)|in(?:effective|frequent|significant)|irrelevant)\w*"
            r"|\b(?:not|n[’']t|cannot|never|no|nobody|none)\b"
            r"(?:(?! (?:and|are|as|because|but|could|if|is|may|or|should|so|that|when|which|who|would) )"
            r"[^,;:.?!()]){1,40}"
            r" (?:not|without|never|no longer)\b"
        ),
        clause_words=(
            r"\b(?:although|because|even though|except that|if|in case|provided that|since|so that|that|though|unless|"
            r"until|when|whenever|where|whereas|whether|which|while|who|whom|whose|why)\b"
        ),
        doses=r"\b(?:chloride|cream|drops|gel|lotion|mouthwash|ointment|saline|solution|spray|strength)\b|\bw/[vw]\b",
        chance=r"\b(?:chance|chances|likelihood|odds|probability|probabilities|risk|risks)\b",
        of=r"(?:of|the)",
        one_in=r"(?:in|out of)(?: every)?",
        address=r"\b(?:you|your|yours|yourself|we|us|our)\b|[’']re\b",
        action=(
            r"(?:(?:please|always|do not|don[’']t|never|also|then|so|and|first|at once|immediately|"
            r"(?:as soon as|for|if|in an?|when)\b[^,]*,) )*"
            r"(?:ask|avoid|book|bring|call|check|contact|dial|do|drink|eat|find|follow|get|give|go|have|keep|leave|let|lie|"
            r"look|make|move|open|phone|press|put|raise|read|remove|rest|ring|rinse|seek|see|send|sit|stay|stop|store|take|"
            r"talk|tell|text|throw|try|turn|use|visit|wait|wash|watch|wear|write)\b"
            r"|.*\b(?:you|they|everyone|anyone) (?:must|should|need to|have to|can|may)\b"
        ),
    ),
)
