"""German."""

from __future__ import annotations

from pipeline.readability.abbreviations import Abbreviations, word_set

ABBREVIATIONS = Abbreviations(
    never_end=word_set(
        "dr prof hr fr frl st ing dipl med phil rer nat jur h.c z.b d.h z.t i.d.r i.a v.a s.o s.u u.u g.g bzw ca "
        "vgl evtl ggf inkl exkl sog bspw insb gem lt geb verh bes resp zzgl abzgl mind höchst entspr d z vs vit "
        "fam hrsg allg"
    ),
    not_before_number=word_set(
        "nr abb tab bd s abs art kap max tel str pkt ziff jan feb apr aug sep sept okt nov dez mo di mi do fr sa "
        "so mrz jun jul aufl ausg plz"
    ),
    end_before_capital=word_set(
        "usw u.s.w etc u.a u.ä o.ä o.a u.v.m usf v.chr n.chr chr min std sek stdn tgl mio mrd hl jh mg kg ml tabl "
        "tbl wo"
    ),
    end_before_starter=word_set("z d b co inc jun sen e.v"),
    starters=word_set(
        "sie er es wir ich ihr das die der dies diese dieser dieses ein eine bei wenn weil im nach vor rufen "
        "gehen nehmen trinken fragen bitte danach dann auch aber und oder so man nicht nur viele alle was wie wo "
        "wer warum ist sind hat haben kann können bis sprechen lassen essen"
    ),
    calendar=word_set(
        "januar februar märz april mai juni juli august september oktober november dezember jänner montag "
        "dienstag mittwoch donnerstag freitag samstag sonntag"
    ),
    lettered=word_set("vitamin hepatitis typ gruppe influenza grippe stufe teil klasse"),
    ordinals=True,
    before_ordinal=word_set(
        "der die das dem den des am im vom zum zur beim ab jede jeder jedes jeden jedem ihr ihre ihren ihrem "
        "ihrer ihres sein seine seinen seinem seiner mein meine meinen meinem meiner unser unsere eine einen "
        "einem einer bis und"
    ),
)
