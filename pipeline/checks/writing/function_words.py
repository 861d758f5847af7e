"""The small words that tell a language: articles, pronouns, prepositions, forms of to be and to have."""

from __future__ import annotations

from functools import cache

_LISTS = {
    "ca": "de la el els les l d un una unes uns del dels al als i o però amb per en que què és són està estan ha han "
    "seu seva seus seves aquest aquesta aquests no si més molt com quan on també pot poden vostè us se s es li "
    "hi ho té tenen perquè fins des sense entre a ni ja això",
    "cs": "a v ve na se že s z do o je jsou byl byla bylo být pro ale jako po k ke od nebo který která které když by "
    "si už jen při také tak to ten ta tyto tento máte můžete vaše váš pokud není než před bez",
    "da": "og i at det en den til er som på de med han af for ikke der var mig sig men et har om vi min havde ham hun "
    "nu over da fra du ud sin dem os op man hans hvor eller hvad skal selv her alle vil blev kunne ind når være "
    "dog noget må din dit dine kan hvis deres meget også",
    "de": "der die das den dem des ein eine einen einem einer eines und oder aber nicht kein keine ist sind war hat "
    "haben wird werden kann können muss müssen sie ihr ihre ihren ihrem ihnen sich mit von vom zu zum zur bei "
    "beim auf aus für durch über nach vor wenn dass auch nur noch wie was wo im am es er du dich dir dein deine "
    "mehr sehr oft",
    "en": "the a an and or but not is are was were be been has have had do does did will would can could may should "
    "must this that these those of to in on at by for with from into about than then when what which who how "
    "why where if you your yours it its they them their we our he she his her as so no more most some any there "
    "often",
    "es": "de el la los las un una unos unas del al y e o u pero con por para en que qué es son está están ha han su "
    "sus se le les lo no si sí más muy como cómo cuando cuándo donde dónde también puede pueden usted ustedes "
    "este esta estos estas hay tiene tienen porque hasta desde sin entre ser hacer tu te",
    "fi": "ja on ei se että en hän oli mutta ovat joka jos kun niin kuin myös tai voi sinun sinä te teidän hänen tämä "
    "nämä ne sitä ole olla mitä missä miten milloin voit voivat sen siitä jotka jota ennen jälkeen kanssa ilman",
    "fr": "le la les un une des du de et ou mais ne pas plus très est sont était a ont être avoir avec pour par dans "
    "en sur sous que qui quoi quand comment où si se sa son ses ce cet cette ces il elle ils elles nous vous "
    "votre vos leur leurs au aux on y peut peuvent sans entre chez tu te aussi comme lorsque parce tout toute "
    "même car donc d l n s qu",
    "hu": "a az és egy hogy nem is van volt de ha meg csak már még ez azt mint vagy ki el le fel mert aki ami amely "
    "ezt lehet kell akkor amikor hogyan mit ön önnek nincs vannak után előtt nélkül minden sok",
    "id": "yang dan di dari ke untuk dengan pada ini itu adalah tidak atau anda akan dapat bisa oleh sebagai juga "
    "dalam karena jika saat lebih sudah telah ada kami kita mereka tetapi agar seperti harus apa bagaimana "
    "kapan",
    "it": "il lo la i gli le un uno una di del dello della dei degli delle da dal dalla in nel nella con su sul sulla "
    "per tra fra e o ma non che chi cosa è sono era ha hanno può possono si se come quando dove anche più molto "
    "suo sua suoi sue questo questa questi queste ci vi al alla ai alle essere avere senza",
    "nb": "og i at det en den til er som på de med han av for ikke der var meg seg men et har om vi min hadde ham hun "
    "nå over da fra du ut sin dem oss opp man hans hvor eller hva skal selv her alle vil ble kunne inn når være "
    "noe må din ditt dine kan hvis deres mye også etter mer",
    "nl": "de het een en of maar niet geen is zijn was waren heeft hebben had wordt worden kan kunnen moet moeten u "
    "uw je jouw jij ik hij zij ze wij we ons met van voor door over naar bij op uit in aan te om als dat die "
    "dit deze wat wie waar hoe wanneer ook nog al meer veel vaak er zich tot tussen zonder",
    "pl": "i w we na się że z ze do o jest są był była być dla ale jak po od nie to ten ta te tego tej który która "
    "które gdy przez przy oraz lub może mogą tym tych co czy jeśli bez przed pan pani należy tylko także już "
    "jego jej",
    "pt": "o a os as um uma uns umas do da dos das no na nos nas ao aos à às e ou mas com por pelo pela para em de "
    "que é são está estão foi tem têm seu sua seus suas se não sim mais muito como quando onde também pode "
    "podem você vocês este esta estes isso esse essa ele ela eles elas sem entre até ser ter",
    "ro": "și în de la cu pe un o unei unui al ai ale că ce care este sunt era a au fi nu mai sau dar din pentru prin "
    "se îi își lor lui ei dumneavoastră dvs poate pot când cum unde dacă după până fără acest această aceste "
    "prea",
    "sv": "och i att det en den till är som på de med han av för inte der var mig sig men ett har om vi min hade "
    "honom hon nu över då från du ut sin dem oss upp man hans hur eller vad ska själv här alla vill blev kunde "
    "in när vara något måste din ditt dina kan hos deras mycket också efter mer",
    "sw": "na ya wa kwa ni la za cha katika kama au si hii hiyo hizi yako wako lako zako ili kuwa bila kila lakini "
    "pia hadi baada kabla wakati mtu watu",
    "tr": "ve bir bu da de için ile o ne gibi daha çok en var yok mı mi mu mü değil ama veya ya ki kadar sonra önce "
    "olan olarak olur ise eğer siz sizin sizi her şey bunu ben nasıl neden zaman hem",
    "vi": "và là của có không được cho các những một này đó khi với để trong từ bạn người đến nếu hoặc thì đã sẽ bị "
    "vào như ở nhưng rất cũng về ra bằng nào gì",
}

FUNCTION_WORDS = {language: frozenset(words.split()) for language, words in _LISTS.items()}
FUNCTION_WORDS["no"] = FUNCTION_WORDS["nb"]

_EVERYDAY = """
    arms arteries artery bleeding blood body bone bones brain breath breathing breathlessness cells child children
    clinician cord cough cramp cramps day days dehydration disease disorder disorders dizziness dizzy doctor drink
    eat exercise eyes feel feeling feet fever fluid food glossary hands harm head headache health healthy heart heat
    help hours hurt hurts illness injury involuntary itching itchy kidney knee leg legs liver lungs main medicine
    medicines muscle muscles need nerve nerves nutrients often painful people questions redness shows sick sickness
    skin sleep soreness spasms stiffness stop stretch swelling swollen symptoms take tests therapy thigh thighs
    thirst thirsty tired tiredness treatment treatments water weak weakness week weeks women words wound wounds
    years
"""
EVERYDAY_ENGLISH = frozenset(_EVERYDAY.split())
"""Words of health texts that are English and nothing else; a single one left over is enough to see it."""


_FEWEST_LETTERS = 40
_FEWEST_TELLING, _FEWEST_DIFFERENT = 4, 3

_NOT_TELLING = frozenset({"am", "min", "pm"})
"""Also units of time."""


@cache
def telling_words(language: str) -> frozenset[str]:
    """Return words that a text in `language` would not hold."""
    return EVERYDAY_ENGLISH.union(*FUNCTION_WORDS.values()) - _not_telling(language)


@cache
def other_function_words(language: str) -> frozenset[str]:
    """Return the function words of all other languages that are none of `language`."""
    return frozenset().union(*FUNCTION_WORDS.values()) - _not_telling(language)


def _not_telling(language: str) -> frozenset[str]:
    """A word of one letter may also stand for a unit, a vitamin or an item of a list."""
    single = {word for words in FUNCTION_WORDS.values() for word in words if len(word) == 1}
    return FUNCTION_WORDS.get(language, frozenset()) | _NOT_TELLING | single


def language_of_words(words: list[str], language: str) -> str:
    """Return the language other than `language` that a text of these `words` is clearly in; empty if it is in none.

    `words` are in small letters. A text of few words, or of a language without a list, never is.
    """
    own = FUNCTION_WORDS.get(language)
    if own is None or sum(map(len, words)) < _FEWEST_LETTERS:
        return ""
    telling = other_function_words(language)
    strange = [word for word in words if word in telling]
    fewest = max(_FEWEST_TELLING, len(words) / 6)
    if len(strange) < fewest:
        return ""
    found = {other: [word for word in strange if word in known] for other, known in FUNCTION_WORDS.items()}
    best = max(found, key=lambda other: len(found[other]))
    against = sum(word in own and word not in FUNCTION_WORDS[best] for word in words)
    clear = len(found[best]) >= max(fewest, 4 * against) and len(set(found[best])) >= _FEWEST_DIFFERENT
    return best if clear else ""
