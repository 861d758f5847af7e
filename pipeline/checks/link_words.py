"""Link texts that do not say where the link leads, by language.

Screen readers list the links of a page without the sentences around them; a list of ten times “here” leads nowhere
(WCAG 2.4.4 and 2.4.9). Only whole link texts are listed: “more about muscle cramps” is a good one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")

_TEXTS: Mapping[str, str] = {
    "ar": """
        هنا | اضغط هنا | انقر هنا | أنقر هنا | إضغط هنا | المزيد | اقرأ المزيد | إقرأ المزيد | لمعرفة المزيد |
        اعرف المزيد | قراءة المزيد | للمزيد | هذا الرابط | الرابط | رابط | هذه الصفحة | التفاصيل | تفاصيل |
        المزيد من المعلومات | لمزيد من المعلومات | معلومات أكثر | تابع القراءة
    """,
    "de": """
        hier | hier klicken | klicken sie hier | klick hier | klicke hier | bitte hier klicken | mehr |
        mehr lesen | mehr dazu | mehr erfahren | mehr informationen | weitere informationen | mehr infos |
        weiter | weiterlesen | weiter lesen | lesen sie mehr | lesen sie weiter | link | dieser link |
        diesem link | diesen link | seite | diese seite | dieser seite | details | siehe hier | dort | dies |
        dieser artikel | diesen artikel
    """,
    "en": """
        here | click here | click | click this | click this link | tap here | press here | follow this link |
        more | read more | learn more | find out more | see more | view more | show more | more info |
        more information | more details | for more information | details | see details | read this | read on |
        continue | continue reading | go | go here | this | this link | the link | link | this page | the page |
        page | this article | article | this website | website | see here | read here | look here | over there |
        there | info
    """,
    "es": """
        aquí | aqui | haga clic aquí | haga clic | haz clic aquí | haz clic | clic aquí | pulse aquí |
        pulsa aquí | pinche aquí | pincha aquí | haga click aquí | más | leer más | lea más | ver más |
        saber más | sepa más | más información | más info | para más información | más detalles | detalles |
        este enlace | el enlace | enlace | vínculo | esta página | página | este artículo | artículo |
        este sitio | seguir leyendo | continuar | esto | info
    """,
    "fr": """
        ici | cliquez ici | cliquer ici | clique ici | cliquez | plus | en savoir plus | lire plus |
        lire la suite | voir plus | la suite | suite | plus d’infos | plus d’informations | pour en savoir plus
        | pour plus d’informations | ce lien | le lien | lien | cette page | la page | page | cet article |
        article | ce site | détails | plus de détails | continuer | ceci | là | infos
    """,
    "it": """
        qui | clicca qui | cliccare qui | clicchi qui | fai clic qui | fare clic qui | premi qui | altro |
        di più | leggi | leggi di più | leggi tutto | per saperne di più | scopri di più | maggiori informazioni
        | ulteriori informazioni | più informazioni | continua | continua a leggere | questo link | il link |
        link | questa pagina | pagina | questo articolo | articolo | questo sito | dettagli | vedi | info
    """,
    "ja": """
        こちら | ここ | こちらをクリック | ここをクリック | クリック | こちらへ | こちらから | こちらのページ |
        このページ | このリンク | リンク | もっと見る | もっと読む | 続きを読む | 続きを見る | 続き | 詳細 |
        詳しく | 詳しくはこちら | 詳細はこちら | 詳しく見る | 詳細を見る | もっと詳しく | さらに詳しく | この記事
        | これ
    """,
    "ko": """
        여기 | 여기를 클릭 | 여기를 클릭하세요 | 여기를 누르세요 | 클릭 | 더 보기 | 더보기 | 더 읽기 |
        자세히 | 자세히 보기 | 자세한 내용 | 이 링크 | 링크 | 이 페이지 | 이 글 | 계속 읽기
    """,
    "nl": """
        hier | klik hier | klik op deze link | klik | druk hier | meer | lees meer | meer lezen | lees verder |
        verder lezen | verder | meer informatie | meer info | voor meer informatie | meer weten | kijk hier |
        deze link | de link | link | deze pagina | pagina | dit artikel | artikel | deze website | deze site |
        details | dit | info
    """,
    "pl": """
        tutaj | tu | kliknij tutaj | kliknij tu | kliknij | więcej | czytaj więcej | czytaj dalej |
        dowiedz się więcej | więcej informacji | zobacz więcej | szczegóły | ten link | link | ta strona |
        strona | ten artykuł
    """,
    "pt": """
        aqui | clique aqui | clica aqui | clicar aqui | clique | carregue aqui | toque aqui | mais | leia mais |
        ler mais | saiba mais | saber mais | ver mais | veja mais | mais informações | mais informação |
        para mais informações | mais detalhes | detalhes | este link | esse link | o link | link | esta página |
        essa página | página | este artigo | artigo | este site | continuar lendo | continue lendo |
        continuar a ler | continuar | isto | isso
    """,
    "ru": """
        здесь | тут | нажмите здесь | нажмите сюда | кликните здесь | сюда | подробнее | ещё | еще | больше |
        далее | читать далее | читать дальше | узнать больше | узнать подробнее | дополнительная информация |
        подробности | эта ссылка | по ссылке | по этой ссылке | ссылка | эта страница | на этой странице |
        эта статья
    """,
    "zh": """
        这里 | 此处 | 這裡 | 這裏 | 此處 | 点击这里 | 点击此处 | 请点击这里 | 请点击此处 | 點擊這裡 |
        點擊此處 | 按此 | 按這裡 | 点此 | 點此 | 点击 | 點擊 | 更多 | 阅读更多 | 閱讀更多 | 查看更多 |
        了解更多 | 瞭解更多 | 更多信息 | 更多資訊 | 更多资讯 | 详情 | 詳情 | 查看详情 | 查看詳情 | 详细信息
        | 点击查看 | 继续阅读 | 繼續閱讀 | 此链接 | 这个链接 | 链接 | 此連結 | 這個連結 | 連結 | 本页 |
        此页面 | 这个页面 | 本文 | 这篇文章
    """,
}

LANGUAGES = frozenset(_TEXTS)
"""The languages that there are lists for; of any other nothing is said."""


def says_nothing(text: str, language: str) -> bool:
    """Return whether `text`, the words of a link in `language`, do not say where it leads."""
    return _normal(text) in _texts(language)


def says_nothing_in_any_language(text: str) -> bool:
    """Return the same where the language is not known."""
    return any(says_nothing(text, language) for language in _TEXTS)


@cache
def _texts(language: str) -> frozenset[str]:
    return frozenset(_normal(text) for text in _TEXTS.get(language, "").split("|")) - {""}


def _normal(text: str) -> str:
    text = " ".join(text.casefold().replace("'", "’").split())
    return _EDGES.sub("", text)
