"""A second example for each rule about safety, in another script: language, source, bad and good translation."""

MORE = {
    "T201": ("zh_Hans", "Take 2 to 3 tablets every 8 hours.", "每 8 小时服 2 片。", "每 8 小时服 2 至 3 片。"),
    "T202": ("ja", "Call 3 people.", "人を呼びます。", "3人を呼びます。"),
    "T203": ("ar", "Take 500 mg.", "تناول ٥٠ ملغ.", "تناول ٥٠٠ ملغ."),
    "T204": ("ja", "Take the tablet.", "500 mgの錠剤を飲みます。", "錠剤を飲みます。"),
    "T205": ("zh_Hans", "Do the steps.", "完成 7 个步骤。", "完成这些步骤。"),
    "T206": ("ar", "Wait 4 to 6 hours.", "انتظر من 6 إلى 4 ساعات.", "انتظر من 4 إلى 6 ساعات."),
    "T207": ("zh_Hans", "Take 75 mg.", "服用 75 克。", "服用 75 毫克。"),
    "T208": ("ar", "Take 75 mg.", "تناول 75.", "تناول 75 ملغ."),
    "T209": ("ja", "Take 1 tablet a week.", "1日1錠飲みます。", "週に1錠飲みます。"),
    "T210": ("zh_Hans", "Take 2 tablets a day.", "服用 2 片。", "每天服用 2 片。"),
    "T211": (
        "ja",
        "In an emergency, call 911.",
        "緊急のときは118に電話してください。",
        "緊急のときは119に電話してください。",
    ),
    "T212": ("ja", "Do not drive.", "運転してください。", "運転しないでください。"),
    "T213": ("ar", "Drink water.", "لا تشرب الماء.", "اشرب الماء."),
    "T214": (
        "zh_Hans",
        "Do not crush it and do not chew it.",
        "不要压碎，可以咀嚼。",
        "不要压碎，也不要咀嚼。",
    ),
    "T215": ("ar", "Wait at least 4 hours.", "انتظر 4 ساعات على الأكثر.", "انتظر 4 ساعات على الأقل."),
    "T216": ("ja", "Take it only with food.", "食事と一緒に飲みます。", "食事と一緒のときだけ飲みます。"),
    "T217": ("ar", "Ask first if you are pregnant.", "اسأل أولًا.", "اسأل أولًا إذا كنتِ حاملًا."),
    "T220": ("zh_Hans", "Take it before meals.", "饭后服用。", "饭前服用。"),
    "T218": ("ru", "Take 1,000 mg.", "Примите 1,000 мг.", "Примите 1000 мг."),
}
