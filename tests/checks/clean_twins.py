"""One clean translation of each of a few messages in many languages: nothing in them may be reported."""

MESSAGES = (
    "Does it hurt at night?",
    "Drink water (at least one glass), and rest.",
    "Do not take this medicine for more than three days; ask your doctor first.",
)

TWINS = {
    "am": (
        "ሌሊት ላይ ያምሃል?",
        "ውሃ ይጠጡ (ቢያንስ አንድ ብርጭቆ)፣ ከዚያም ያርፉ።",
        "ይህን መድሃኒት ከሦስት ቀን በላይ አይውሰዱ፤ መጀመሪያ ሐኪምዎን ያማክሩ።",
    ),
    "ar": (
        "هل تشعر بالألم ليلًا؟",
        "اشرب الماء (كوبًا واحدًا على الأقل) واسترح.",
        "لا تتناول هذا الدواء أكثر من ثلاثة أيام؛ واسأل طبيبك أولًا.",
    ),
    "bn": (
        "রাতে কি ব্যথা হয়?",
        "পানি পান করুন (অন্তত এক গ্লাস) এবং বিশ্রাম নিন।",
        "এই ওষুধ তিন দিনের বেশি খাবেন না; আগে আপনার ডাক্তারকে জিজ্ঞাসা করুন।",
    ),
    "cs": (
        "Bolí to v noci?",
        "Pijte vodu (alespoň jednu sklenici) a odpočívejte.",
        "Tento lék neužívejte déle než tři dny; nejprve se zeptejte svého lékaře.",
    ),
    "da": (
        "Gør det ondt om natten?",
        "Drik vand (mindst et glas), og hvil dig.",
        "Tag ikke denne medicin i mere end tre dage; spørg din læge først.",
    ),
    "de": (
        "Tut es nachts weh?",
        "Trinken Sie Wasser (mindestens ein Glas) und ruhen Sie sich aus.",
        "Nehmen Sie das Mittel nicht länger als drei Tage; fragen Sie zuerst Ihren Arzt.",
    ),
    "el": (
        "Πονάει τη νύχτα;",
        "Πιείτε νερό (τουλάχιστον ένα ποτήρι) και ξεκουραστείτε.",
        "Μην παίρνετε αυτό το φάρμακο πάνω από τρεις ημέρες· ρωτήστε πρώτα τον γιατρό σας.",
    ),
    "es": (
        "¿Le duele por la noche?",
        "Beba agua (al menos un vaso) y descanse.",
        "No tome este medicamento más de tres días; consulte primero a su médico.",
    ),
    "fa": (
        "آیا شب‌ها درد دارید؟",
        "آب بنوشید (دست‌کم یک لیوان) و استراحت کنید.",
        "این دارو را بیش از سه روز مصرف نکنید؛ نخست از پزشک خود بپرسید.",
    ),
    "fi": (
        "Sattuuko yöllä?",
        "Juo vettä (ainakin yksi lasi) ja lepää.",
        "Älä käytä tätä lääkettä yli kolmea päivää; kysy ensin lääkäriltäsi.",
    ),
    "fr": (
        "Avez-vous mal la nuit\u202f?",
        "Buvez de l’eau (au moins un verre) et reposez-vous.",
        "Ne prenez pas ce médicament plus de trois jours\u202f; demandez d’abord à votre médecin.",
    ),
    "fr_CA": (
        "Avez-vous mal la nuit?",
        "Buvez de l’eau (au moins un verre) et reposez-vous.",
        "Ne prenez pas ce médicament plus de trois jours; demandez d’abord à votre médecin.",
    ),
    "he": (
        "האם כואב בלילה?",
        "יש לשתות מים (לפחות כוס אחת) ולנוח.",
        "אין ליטול תרופה זו יותר משלושה ימים; יש לשאול קודם את הרופא.",
    ),
    "hi": (
        "क्या रात में दर्द होता है?",
        "पानी पिएँ (कम से कम एक गिलास) और आराम करें।",
        "यह दवा तीन दिन से ज़्यादा न लें; पहले अपने डॉक्टर से पूछें।",
    ),
    "hu": (
        "Fáj éjszaka?",
        "Igyon vizet (legalább egy pohárral), és pihenjen.",
        "Ne szedje ezt a gyógyszert három napnál tovább; előbb kérdezze meg az orvosát.",
    ),
    "hy": (
        "Գիշերը ցավո՞ւմ է։",
        "Ջուր խմեք (առնվազն մեկ բաժակ) և հանգստացեք։",
        "Այս դեղը երեք օրից ավելի մի՛ ընդունեք. նախ հարցրեք ձեր բժշկին։",
    ),
    "id": (
        "Apakah terasa sakit di malam hari?",
        "Minumlah air (setidaknya satu gelas), lalu beristirahatlah.",
        "Jangan minum obat ini lebih dari tiga hari; tanyakan dahulu kepada dokter Anda.",
    ),
    "it": (
        "Fa male di notte?",
        "Beva acqua (almeno un bicchiere) e si riposi.",
        "Non prenda questo medicinale per più di tre giorni; chieda prima al suo medico.",
    ),
    "ja": (
        "夜に痛みますか。",
        "水を（コップ１杯以上）飲んで、休みましょう。",
        "この薬を３日より長く飲まないでください。まず医師に相談してください。",
    ),
    "ko": (
        "밤에 아픕니까?",
        "물을 (적어도 한 잔) 마시고 쉬세요.",
        "이 약을 사흘 넘게 드시지 마세요. 먼저 의사에게 물어보세요.",
    ),
    "nb": (
        "Gjør det vondt om natten?",
        "Drikk vann (minst ett glass), og hvil deg.",
        "Ikke ta denne medisinen i mer enn tre dager; spør legen din først.",
    ),
    "nl": (
        "Doet het ’s nachts pijn?",
        "Drink water (minstens één glas) en rust uit.",
        "Neem dit medicijn niet langer dan drie dagen; vraag het eerst aan uw arts.",
    ),
    "pl": (
        "Czy boli w nocy?",
        "Proszę pić wodę (co najmniej szklankę) i odpoczywać.",
        "Nie należy przyjmować tego leku dłużej niż trzy dni; najpierw proszę zapytać lekarza.",
    ),
    "pt_BR": (
        "Dói à noite?",
        "Beba água (pelo menos um copo) e descanse.",
        "Não tome este remédio por mais de três dias; pergunte antes ao seu médico.",
    ),
    "ro": (
        "Vă doare noaptea?",
        "Beți apă (cel puțin un pahar) și odihniți-vă.",
        "Nu luați acest medicament mai mult de trei zile; întrebați mai întâi medicul dumneavoastră.",
    ),
    "ru": (
        "Болит ли ночью?",
        "Пейте воду (не меньше стакана) и отдыхайте.",
        "Не принимайте это лекарство дольше трёх дней; сначала спросите врача.",
    ),
    "sr": (
        "Да ли боли ноћу?",
        "Пијте воду (најмање једну чашу) и одмарајте се.",
        "Не узимајте овај лек дуже од три дана; прво питајте свог лекара.",
    ),
    "sr_Latn": (
        "Da li boli noću?",
        "Pijte vodu (najmanje jednu čašu) i odmarajte se.",
        "Ne uzimajte ovaj lek duže od tri dana; prvo pitajte svog lekara.",
    ),
    "sv": (
        "Gör det ont på natten?",
        "Drick vatten (minst ett glas) och vila.",
        "Ta inte den här medicinen i mer än tre dagar; fråga din läkare först.",
    ),
    "sw": (
        "Je, inauma usiku?",
        "Kunywa maji (angalau glasi moja), kisha pumzika.",
        "Usitumie dawa hii kwa zaidi ya siku tatu; muulize daktari wako kwanza.",
    ),
    "ta": (
        "இரவில் வலிக்கிறதா?",
        "தண்ணீர் குடியுங்கள் (குறைந்தது ஒரு குவளை), பிறகு ஓய்வெடுங்கள்.",
        "இந்த மருந்தை மூன்று நாட்களுக்கு மேல் எடுக்க வேண்டாம்; முதலில் உங்கள் மருத்துவரைக் கேளுங்கள்.",
    ),
    "th": (
        "ปวดตอนกลางคืนไหม",
        "ดื่มน้ำ (อย่างน้อยหนึ่งแก้ว) แล้วพักผ่อน",
        "อย่ากินยานี้เกินสามวัน ให้ถามแพทย์ก่อน",
    ),
    "tr": (
        "Gece ağrıyor mu?",
        "Su için (en az bir bardak) ve dinlenin.",
        "Bu ilacı üç günden uzun süre kullanmayın; önce doktorunuza sorun.",
    ),
    "uk": (
        "Чи болить уночі?",
        "Пийте воду (щонайменше склянку) і відпочивайте.",
        "Не приймайте ці ліки довше трьох днів; спершу запитайте свого лікаря.",
    ),
    "ur": (
        "کیا رات کو درد ہوتا ہے؟",
        "پانی پئیں (کم از کم ایک گلاس) اور آرام کریں۔",
        "یہ دوا تین دن سے زیادہ نہ لیں؛ پہلے اپنے ڈاکٹر سے پوچھیں۔",
    ),
    "vi": (
        "Ban đêm có đau không?",
        "Hãy uống nước (ít nhất một cốc) rồi nghỉ ngơi.",
        "Không dùng thuốc này quá ba ngày; hãy hỏi bác sĩ trước.",
    ),
    "zh_Hans": (
        "晚上疼吗？",
        "喝水（至少一杯），并且休息。",
        "这种药不要连续服用超过三天；请先问医生。",
    ),
    "zh_Hant": (
        "晚上會痛嗎？",
        "喝水（至少一杯），並且休息。",
        "這種藥不要連續服用超過三天；請先問醫師。",
    ),
}
