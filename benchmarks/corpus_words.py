# ruff: noqa: E501 - a phrase in all its languages stands on one line, so that they can be compared
"""The words of the corpus that `corpus.py` writes: made-up health advice in six languages.

Each line is one phrase in the order of `NAMES`, with ``|`` between languages and ``{slots}`` for other phrases.
"""

from __future__ import annotations

NAMES = ("en", "de", "es", "fr", "it", "pt_BR")
"""The source's locale, then those of the catalogs."""

SLOTS = {
    "c": """asthma|Asthma|asma|asthme|asma|asma
        back pain|Rückenschmerzen|lumbalgia|mal de dos|mal di schiena|lombalgia
        migraine|Migräne|migraña|migraine|emicrania|enxaqueca
        eczema|Neurodermitis|eccema|eczéma|eczema|eczema
        flu|Grippe|gripe|grippe|influenza|gripe
        gout|Gicht|gota|goutte|gotta|gota
        hay fever|Heuschnupfen|rinitis alérgica|rhume des foins|raffreddore da fieno|rinite alérgica
        diabetes|Diabetes|diabetes|diabète|diabete|diabetes
        bronchitis|Bronchitis|bronquitis|bronchite|bronchite|bronquite
        heartburn|Sodbrennen|acidez|brûlures d’estomac|bruciore di stomaco|azia
        shingles|Gürtelrose|herpes zóster|zona|fuoco di Sant’Antonio|cobreiro
        sciatica|Ischias|ciática|sciatique|sciatica|dor ciática""",
    "b": """your knee|das Knie|la rodilla|le genou|il ginocchio|o joelho
        your hand|die Hand|la mano|la main|la mano|a mão
        your shoulder|die Schulter|el hombro|l’épaule|la spalla|o ombro
        your hip|die Hüfte|la cadera|la hanche|l’anca|o quadril
        your leg|das Bein|la pierna|la jambe|la gamba|a perna
        your calf|die Wade|la pantorrilla|le mollet|il polpaccio|a panturrilha
        your skin|die Haut|la piel|la peau|la pelle|a pele
        your chest|die Brust|el pecho|la poitrine|il petto|o peito
        your ear|das Ohr|el oído|l’oreille|l’orecchio|o ouvido
        your eye|das Auge|el ojo|l’œil|l’occhio|o olho
        your neck|die Halswirbelsäule|el cuello|le cou|il collo|o pescoço""",
    "s": """fever|Fieber|fiebre|fièvre|febbre|febre
        coughing|Husten|tos|toux|tosse|tosse
        swelling|Schwellungen|hinchazón|gonflement|gonfiore|inchaço
        itching|Juckreiz|picor|démangeaisons|prurito|coceira
        dizziness|Schwindel|mareo|vertiges|vertigini|tontura
        nausea|Übelkeit|náuseas|nausées|nausea|náusea
        cramps|Krämpfe|calambres|crampes|crampi|cãibras
        tiredness|Müdigkeit|cansancio|fatigue|stanchezza|cansaço
        headaches|Kopfschmerzen|dolor de cabeza|maux de tête|mal di testa|dor de cabeça
        stiffness|Steifheit|rigidez|raideur|rigidità|rigidez
        sneezing|Niesen|estornudos|éternuements|starnuti|espirros
        numbness|Taubheit|entumecimiento|engourdissement|intorpidimento|dormência""",
    "t": """rest|Ruhe|reposo|repos|riposo|repouso
        warmth|Wärme|calor|chaleur|calore|calor
        gentle stretching|sanftes Dehnen|estiramientos suaves|étirements doux|stretching leggero|alongamento leve
        cold packs|Kühlpackungen|compresas frías|poches froides|impacchi freddi|compressas frias
        plenty of water|viel Wasser|mucha agua|beaucoup d’eau|molta acqua|muita água
        short walks|kurze Spaziergänge|paseos cortos|courtes promenades|brevi passeggiate|caminhadas curtas
        warm baths|warme Bäder|baños calientes|bains chauds|bagni caldi|banhos mornos
        light meals|leichte Mahlzeiten|comidas ligeras|repas légers|pasti leggeri|refeições leves
        deep breathing|tiefes Atmen|respiración profunda|respiration profonde|respirazione profonda|respiração profunda
        more sleep|mehr Schlaf|más sueño|plus de sommeil|più sonno|mais sono
        fresh air|frische Luft|aire fresco|air frais|aria fresca|ar fresco""",
    "w": """your doctor|Ihre Ärztin|su médico|votre médecin|il suo medico|seu médico
        your nurse|Ihre Pflegekraft|su enfermera|votre infirmière|la sua infermiera|sua enfermeira
        your pharmacist|Ihre Apothekerin|su farmacéutico|votre pharmacien|il suo farmacista|seu farmacêutico
        your dentist|Ihre Zahnärztin|su dentista|votre dentiste|il suo dentista|seu dentista""",
}
"""What can stand in each slot; ``{n}`` is a number."""

HEADINGS = """What is {c}?|Was ist {c}?|¿Qué es: {c}?|Qu’est-ce que c’est : {c}\u202f?|Che cos’è: {c}?|O que é: {c}?
How does {s} begin?|Wie beginnt {s}?|¿Cómo empieza: {s}?|Comment débute : {s}\u202f?|Come inizia: {s}?|Como começa: {s}?
When should you call for help?|Wann sollten Sie Hilfe rufen?|¿Cuándo debe pedir ayuda?|Quand faut-il appeler à l’aide\u202f?|Quando bisogna chiedere aiuto?|Quando você deve pedir ajuda?
What helps with {s}?|Was hilft gegen {s}?|¿Qué ayuda contra: {s}?|Qu’est-ce qui aide contre : {s}\u202f?|Che cosa aiuta contro: {s}?|O que ajuda contra: {s}?
How can you protect {b}?|Wie schützen Sie {b}?|¿Cómo puede proteger {b}?|Comment protéger {b}\u202f?|Come può proteggere {b}?|Como você pode proteger {b}?
What will {w} ask?|Was fragt {w}?|¿Qué preguntará {w}?|Que va demander {w}\u202f?|Che cosa chiederà {w}?|O que vai perguntar {w}?
Does {t} help?|Hilft Ihnen das: {t}?|¿Ayuda esto: {t}?|Est-ce utile : {t}\u202f?|Aiuta questo: {t}?|Isto ajuda: {t}?
How long does {s} last?|Wie lange dauert {s}?|¿Cuánto dura: {s}?|Combien de temps dure : {s}\u202f?|Quanto dura: {s}?|Quanto tempo dura: {s}?"""

SENTENCES = """Many people have {c} at some time in their lives.|Viele Menschen haben irgendwann im Leben {c}.|Muchas personas tienen {c} en algún momento de su vida.|Beaucoup de gens ont un jour : {c}.|Molte persone hanno {c} a un certo punto della vita.|Muitas pessoas têm {c} em algum momento da vida.
You may feel {s} for {n} days or longer.|Sie spüren vielleicht {n} Tage oder länger {s}.|Puede sentir {s} durante {n} días o más.|Vous pouvez ressentir : {s} pendant {n} jours ou plus.|Può avvertire {s} per {n} giorni o più.|Você pode sentir {s} por {n} dias ou mais.
Rest {b} for {n} minutes when it hurts.|Schonen Sie {b} {n} Minuten lang, wenn es wehtut.|Descanse {b} durante {n} minutos cuando le duela.|Reposez {b} pendant {n} minutes quand cela fait mal.|Riposi {b} per {n} minuti quando fa male.|Descanse {b} por {n} minutos quando doer.
Tell {w} about {s} and about {s2}.|Sagen Sie {w} alles über {s} und {s2}.|Hable con {w} sobre {s} y {s2}.|Parlez avec {w} de ceci : {s} et {s2}.|Parli con {w} di {s} e {s2}.|Fale com {w} sobre {s} e {s2}.
Some people find that {t} and {t2} make the days easier.|Manche Menschen merken, dass {t} und {t2} die Tage leichter machen.|Algunas personas notan que {t} y {t2} hacen los días más fáciles.|Certaines personnes trouvent que ceci rend les journées plus faciles : {t} et {t2}.|Alcune persone trovano che {t} e {t2} rendano le giornate più facili.|Algumas pessoas acham que {t} e {t2} deixam os dias mais fáceis.
Keep a small book and write down when {s} begins.|Führen Sie ein kleines Heft und schreiben Sie auf, wann {s} beginnt.|Lleve una libreta y anote cuándo empieza: {s}.|Tenez un petit carnet et notez quand cela commence : {s}.|Tenga un quaderno e annoti quando inizia: {s}.|Tenha um caderno e anote quando começa: {s}.
Most people feel better after {n} weeks.|Den meisten Menschen geht es nach {n} Wochen besser.|La mayoría de las personas se siente mejor después de {n} semanas.|La plupart des gens se sentent mieux après {n} semaines.|La maggior parte delle persone sta meglio dopo {n} settimane.|A maioria das pessoas se sente melhor depois de {n} semanas.
Move {b} slowly, and then let it rest.|Bewegen Sie {b} langsam, und ruhen Sie sich dann aus.|Mueva {b} despacio y después descanse.|Bougez {b} lentement, puis reposez-vous.|Muova {b} lentamente e poi riposi.|Mova {b} devagar e depois descanse.
It can come back in spring, when the air is dry and warm.|Es kann im Frühling wiederkommen, wenn die Luft trocken und warm ist.|Puede volver en primavera, cuando el aire es seco y cálido.|Cela peut revenir au printemps, quand l’air est sec et chaud.|Può tornare in primavera, quando l’aria è secca e calda.|Pode voltar na primavera, quando o ar está seco e quente.
Ask a friend or a neighbour to help you with heavy work.|Bitten Sie Freunde oder Nachbarn um Hilfe bei schwerer Arbeit.|Pida ayuda a un amigo o a un vecino para los trabajos pesados.|Demandez à un ami ou à un voisin de vous aider pour les gros travaux.|Chieda a un amico o a un vicino di aiutarla nei lavori pesanti.|Peça a um amigo ou vizinho que ajude com o trabalho pesado.
Try {t} first, for {n} minutes each day.|Versuchen Sie zuerst {t}, jeden Tag {n} Minuten lang.|Pruebe primero {t}, {n} minutos cada día.|Essayez d’abord {t}, {n} minutes chaque jour.|Provi prima {t}, per {n} minuti ogni giorno.|Tente primeiro {t}, por {n} minutos a cada dia.
The pain often begins at night and becomes weaker in the morning.|Der Schmerz beginnt oft in der Nacht und wird am Morgen schwächer.|El dolor suele empezar por la noche y se calma por la mañana.|La douleur commence souvent la nuit et diminue le matin.|Il dolore comincia spesso di notte e si attenua al mattino.|A dor costuma começar à noite e diminui de manhã."""

MARKED = """**Stay calm** and sit down if you feel {s}.|**Bleiben Sie ruhig** und setzen Sie sich, wenn Sie {s} spüren.|**Mantenga la calma** y siéntese si siente {s}.|**Restez calme** et asseyez-vous si vous ressentez : {s}.|**Resti calmo** e si sieda se avverte {s}.|**Fique calmo** e sente-se se você sentir {s}.
Read [more about {c}]({link}) before you see {w}.|Lesen Sie [mehr über {c}]({link}), bevor Sie {w} sehen.|Lea [más sobre {c}]({link}) antes de ver a {w}.|Lisez [plus sur {c}]({link}) avant de voir {w}.|Legga [di più su {c}]({link}) prima di vedere {w}.|Leia [mais sobre {c}]({link}) antes de ver {w}.
Some days are *harder* than others; {t} may help then.|Manche Tage sind *schwerer* als andere; dann hilft vielleicht {t}.|Algunos días son *más difíciles* que otros; entonces puede ayudar esto: {t}.|Certains jours sont *plus durs* que d’autres ; ceci peut alors aider : {t}.|Alcuni giorni sono *più duri* di altri; allora può aiutare questo: {t}.|Alguns dias são *mais difíceis* que outros; então isto pode ajudar: {t}."""

ITEMS = """{t}|{t}|{t}|{t}|{t}|{t}
{s} in the evening|{s} am Abend|{s} al final de la tarde|{s} le soir|{s} la sera|{s} no fim da tarde
{n} minutes of {t}|{n} Minuten für: {t}|{n} minutos para: {t}|{n} minutes pour : {t}|{n} minuti per: {t}|{n} minutos para: {t}
pressure on {b}|Druck auf {b}|presión sobre: {b}|pression sur : {b}|pressione su: {b}|pressão sobre: {b}"""

CRITICAL = """Call for help at once if {s} comes suddenly.|Rufen Sie sofort Hilfe, wenn {s} plötzlich auftritt.|Pida ayuda de inmediato si aparece de repente: {s}.|Appelez tout de suite à l’aide si cela arrive soudainement : {s}.|Chieda subito aiuto se compare all’improvviso: {s}.|Peça ajuda imediatamente se aparecer de repente: {s}."""

TITLES = """{c} and {s}, part {n}|{c} und {s}, Teil {n}|{c} y {s}, parte {n}|{c} et {s}, partie {n}|{c} e {s}, parte {n}|{c} e {s}, parte {n}"""

DESCRIPTIONS = """What {c} is, what helps with {s}, and when to call {w}.|Was {c} ist, was gegen {s} hilft, und wann Sie anrufen: {w}.|Qué es {c}, qué ayuda contra {s} y cuándo llamar a {w}.|Ce que c’est : {c}, ce qui aide contre {s}, et quand appeler {w}.|Che cos’è {c}, che cosa aiuta contro {s} e quando chiamare {w}.|O que é {c}, o que ajuda contra {s} e quando chamar {w}."""


def rows(table: str) -> list[tuple[str, ...]]:
    """Return the phrases of `table`, each in every language."""
    return [tuple(line.strip().split("|")) for line in table.split("\n")]
