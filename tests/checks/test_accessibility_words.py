"""Words that shut readers out, in each language that has a list of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.checks import accessibility, link_words, picture_words, sense_words
from pipeline.checks.accessibility.wording import shouted
from pipeline.checks.link_words import says_nothing
from pipeline.checks.picture_words import says_picture
from pipeline.checks.sense_words import clue_for_the_eye

from .manuscripts import by_name, lines

NAMED = by_name(accessibility.RULES)


@pytest.mark.parametrize(
    ("language", "bad", "good"),
    [
        ("ar", ["هنا", "اضغط هنا", "المزيد"], ["المزيد عن التشنجات", "طبيب الأعصاب"]),
        (
            "de",
            ["hier", "Hier klicken", "Mehr erfahren", "weiter »"],
            ["Mehr über Krämpfe", "Hierzulande", "Kramphilfe"],
        ),
        (
            "en",
            ["here", "Click here!", "READ MORE", "this page"],
            ["read more about cramps", "hereditary", "go to sleep"],
        ),
        ("es", ["aquí", "Haga clic aquí", "Más información"], ["Más información sobre calambres", "aquí en España"]),
        ("fr", ["ici", "Cliquez ici", "En savoir plus", "plus d'infos"], ["En savoir plus sur les crampes", "icône"]),
        ("it", ["qui", "Clicca qui", "Leggi di più"], ["Leggi di più sui crampi", "quindi"]),
        ("ja", ["こちら", "詳しくはこちら", "もっと見る。"], ["筋肉のけいれんについて", "こちらの薬局の地図"]),
        ("nl", ["hier", "Klik hier", "Lees meer"], ["Lees meer over kramp", "hiernaast"]),
        ("pt", ["aqui", "Clique aqui", "Saiba mais"], ["Saiba mais sobre cãibras", "aqui no Brasil"]),
        ("zh", ["这里", "點擊此處", "更多", "了解更多 >"], ["更多有关痉挛的内容", "这里的医院"]),
        ("ko", ["여기", "더 보기"], ["근육 경련 더 보기"]),
        ("pl", ["tutaj", "Czytaj więcej"], ["Czytaj więcej o skurczach"]),
        ("ru", ["здесь", "Подробнее"], ["Подробнее о судорогах"]),
        ("tlh", [], ["here", "click here"]),
    ],
)
def test_words_of_links(language, bad, good):
    assert all(says_nothing(text, language) for text in bad)
    assert not any(says_nothing(text, language) for text in good)


@pytest.mark.parametrize(
    ("language", "bad", "good"),
    [
        ("ar", ["صورة لشخص يمدد ساقه"], ["شخص يمدد ساقه"]),
        ("de", ["Bild von einer Wade", "Ein Foto einer Wade"], ["Eine Wade", "Bildschirm mit einer Zahl"]),
        ("en", ["Picture of a calf", "The image shows a calf"], ["A calf", "Pictures on a wall"]),
        ("es", ["Imagen de una pantorrilla"], ["Una pantorrilla", "Imagen reflejada de una pierna"]),
        ("fr", ["Image d’un mollet", "Une photo de mollet"], ["Un mollet"]),
        ("it", ["Immagine di un polpaccio", "Foto del polpaccio"], ["Un polpaccio"]),
        ("ja", ["ふくらはぎの写真"], ["ふくらはぎを伸ばす人"]),
        ("nl", ["Afbeelding van een kuit"], ["Een kuit"]),
        ("pt", ["Imagem de uma panturrilha", "Foto da perna"], ["Uma panturrilha"]),
        ("zh", ["小腿的图片", "图片：小腿"], ["一个人在拉伸小腿"]),
        ("tlh", [], ["Picture of a calf"]),
    ],
)
def test_words_for_pictures(language, bad, good):
    assert all(says_picture(text, language) for text in bad)
    assert not any(says_picture(text, language) for text in good)


@pytest.mark.parametrize(
    ("language", "bad", "good"),
    [
        (
            "ar",
            ["انظر إلى المربع الأحمر.", "الصورة على اليمين"],
            ["الألم على اليمين", "الجلد الأحمر", "خلايا الدم الحمراء"],
        ),
        (
            "de",
            ["Lesen Sie den roten Kasten.", "das Bild rechts", "in der linken Spalte"],
            ["rote Blutkörperchen", "Schmerzen im linken Bein", "der rechte Arm", "das Bild recht gut erkennen"],
        ),
        (
            "en",
            ["Click the green button.", "The picture on the left shows it.", "in the right-hand column"],
            [
                "red blood cells",
                "the red area on your skin",
                "pain on the left side of your body",
                "the steps below",
                "the black box warning",
                "The image on the left side of your body",
                "Put the right leg back.",
            ],
        ),
        ("es", ["Lea el recuadro rojo.", "la imagen de la derecha"], ["glóbulos rojos", "dolor en la pierna derecha"]),
        (
            "fr",
            ["Lisez l’encadré rouge.", "l’image de gauche"],
            ["globules rouges", "la jambe gauche", "en haut du dos"],
        ),
        ("it", ["Leggi il riquadro rosso.", "la foto a destra"], ["globuli rossi", "la gamba sinistra"]),
        ("ja", ["赤い枠を見てください。", "左の図"], ["左の足", "赤い発疹", "右手で押す"]),
        ("nl", ["Lees het rode kader.", "de afbeelding rechts"], ["rode bloedcellen", "het linkerbeen"]),
        ("pt", ["Leia o quadro vermelho.", "a imagem à direita"], ["glóbulos vermelhos", "a perna esquerda"]),
        ("zh", ["请看红色的方框。", "左边的图片"], ["左边的腿", "红色的皮疹", "黄色皮肤"]),
        ("tlh", [], ["the red box"]),
    ],
)
def test_clues_for_the_eye(language, bad, good):
    assert all(clue_for_the_eye(text, language) for text in bad)
    assert not any(clue_for_the_eye(text, language) for text in good)


def test_a_clue_is_told_with_its_line():
    assert lines(NAMED["clue-for-the-eye"], "Look at\nthe red box.\n") == [2]


@pytest.mark.parametrize("module", [link_words, picture_words, sense_words], ids=lambda module: module.__name__)
def test_the_languages_of_this_project_have_words(module):
    assert {"ar", "de", "en", "es", "fr", "it", "ja", "nl", "pt", "zh"} <= module.LANGUAGES


@given(st.text(max_size=40) | st.text(alphabet="ABab -'’.ЖжßŒİ", max_size=40))
def test_what_shouts_is_a_piece_of_the_text(text):
    assert shouted(text) in text
    assert not shouted(text.lower())
