"""Syllables of words: tables by language, and what must hold for any word."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.readability.syllable_rules import english
from pipeline.readability.syllable_rules.engine import build_counter
from pipeline.readability.syllables import LANGUAGES, count_syllables, syllable_counter, syllables_of

ENGLISH = {
    1: "the ache strength breathed calves thighs cause spleen league tongue they're don't cell's tried prayer "
    "fire hour smile world aches isle Scot's",
    2: "muscle muscles spasm spasms asthma fever headache headaches vaccine vaccines tissue fatigue rhythm toddler "
    "relaxed stretching didn't it'll handled hundred nurse's needle swallowed lifelong safely therefore every being "
    "poem fluid player question language patient ancient",
    3: "baclofen naproxen oxygen medicine medical exercise hospital nutrient ligament pregnancy muscular condition "
    "injection surgical stomachache placebo angina metformin nausea museum continue "
    "actual heroic theory video physician clinician overdose caregiver element nuclear area "
    "acetone cholera emergent",
    4: "ibuprofen magnesium potassium diabetes diagnosis dialysis cholesterol diarrhea melanoma epidermis bacterial "
    "emergency algorithm deprivation dehydration vaccination medication hepatitis epilepsy tomography "
    "anxiety biology neurologist situation continuing esophagus tonsillitis",
    5: "amoxicillin cardiologist angiography involuntary paracetamol cardiology neuromuscular encephalitis "
    "appendicitis chemotherapy inflammatory individual tuberculosis immediately",
    6: "acetaminophen benzodiazepine cardiovascular osteoporosis osteoarthritis gastroenteritis physiotherapy "
    "rehabilitation",
    7: "electromyography arteriosclerosis neurodegenerative electrocardiogram gastroenterology immunodeficiency",
    8: "electroencephalogram",
}
MEDICAL = {
    1: "bruise burn cough crohn's cyst dose drug flu gout heart lung lymph nerve phlegm rash sneeze spine splint "
    "sprain stroke vein wheeze",
    2: "abscess anal biceps bladder bruising cancer clotting codeine cystic dental dizzy enzyme femur fracture "
    "glucose goiter herpes hormone itching jaundice kidney lupus measles migraine morphine plasma polyp "
    "prostate rectal relapse seizure sepsis shingles statin steroid surgeon suture swelling syndrome tendon "
    "thyroid tumor ulcer virus",
    3: "allergy amnesia antacid antigen artery arthritis biopsy bronchitis calcium cartilage catheter cirrhosis "
    "clavicle concussion cortisone dementia dopamine ectopic eczema edema embolus estrogen fentanyl fibrosis "
    "gastritis glaucoma hemorrhage heparin hernia histamine insulin leukocyte losartan lymphoma mammogram "
    "menopause pancreas parkinson's pneumonia prednisone retina rubella sertraline sodium stethoscope "
    "syphilis tetanus thalamus tibia tinnitus trachea tramadol trazodone tympanic uterus vertebra vertigo "
    "vitamin warfarin zolpidem",
    4: "acyclovir albuterol amlodipine anesthesia anesthetic aneurysm antibody arrhythmia bilirubin capillary "
    "carcinoma cefalexin chlamydia citalopram clonazepam clopidogrel colostomy constipation defibrillate "
    "dermatitis diabetic diazepam diclofenac doxycycline duodenal dyslexia electrolyte epinephrine "
    "erythrocyte fluoxetine furosemide gabapentin gonorrhea hematoma hemoglobin hydrocodone hydroxyzine "
    "hypertension hypotension immunity incontinence inflammation influenza intravenous keratosis laryngitis "
    "lipoprotein lisinopril loratadine lorazepam malaria mastectomy melanocyte melatonin meningitis "
    "menstruation metabolic methotrexate metoprolol nebulizer neonatal nephropathy neuropathy nortriptyline "
    "obesity omeprazole oncologist ondansetron oxycodone palpitation pantoprazole paroxetine penicillin "
    "prednisolone psoriasis quetiapine radiation salbutamol sarcoidosis sciatica scoliosis serotonin "
    "sildenafil simvastatin streptococcus sumatriptan transplantation triglyceride uveitis vasculitis "
    "venlafaxine ventilator",
    5: "amitriptyline anaphylaxis antibiotic antidepressant antihistamine appendectomy arteriogram atorvastatin "
    "azithromycin bradycardia bronchodilator carbamazepine ciprofloxacin colonoscopy corticosteroid "
    "defibrillator dermatologist dexamethasone escitalopram fibromyalgia gynecologist hemophilia "
    "hydrocortisone hysterectomy ileostomy immunology laparoscopic levothyroxine meningococcal multivitamin "
    "myocarditis neutropenia nitroglycerin ophthalmologist osteopathy pancreatitis pericardial pericarditis "
    "peritonitis pharmacology phenobarbital pulmonologist radiologist radiology retinopathy schizophrenia "
    "spironolactone staphylococcus subcutaneous tachycardia thrombocytosis tracheostomy tracheotomy "
    "urinalysis xerostomia",
    6: "antihypertensive cerebrovascular cholecystectomy contraindicated contraindication diverticulitis "
    "encephalopathy endocrinologist endometriosis gastrointestinal hemodialysis hyperactivity hyperglycemia "
    "hyperkalemia hyperthyroidism hypoglycemia hyponatremia hypothyroidism immunosuppressant "
    "immunosuppression immunosuppressive ketoacidosis levetiracetam mononucleosis osteopenia pharmacological "
    "pyelonephritis trichomoniasis",
    7: "anesthesiologist anticoagulation cardiomyopathy cardiopulmonary epidemiologist epidemiology "
    "hydrochlorothiazide hyperlipidemia otolaryngology thrombocytopenia",
    8: "epidemiological",
}
"""Counted by hand: the words of health articles and the names of medicines, which no frequency list has."""

OTHERS = {
    "bg": "здраве:2 сърце:2",
    "bn": "আমার:2 ওষুধ:2",
    "ca": "participació:6 salut:2",
    "cs": "srdce:2 prst:1 vlk:1 zdraví:2 sedm:2 nauka:3 doktor:2",
    "da": "hjerte:2 læge:2 nation:2 øje:2",
    "de": "Herz:1 Nation:2 Familie:4 beachten:3 geehrt:2 Medikament:4 Entzündung:3 Museum:3",
    "el": "παιδιά:2 γιατρός:2 φάρμακο:3 υγεία:3 ναι:1",
    "es": "rey:1 muy:1 agua:2 día:2 María:3 médico:3 guitarra:3 prueba:2 medicamento:5 farmacéutico:5",
    "fi": "terveys:2 lääkäri:3 työ:1 maiden:2",
    "fil": "mga:2 kalusugan:4",
    "fr": "oui:1 nuit:1 l'eau:1 aiment:1 souvent:2 famille:2 seulement:2 ouvrier:3 médicament:4 aujourd'hui:3 cœur:1",
    "hi": "मतलब:2 राज्य:2 नमक:2 वितरण:3 अस्पताल:3 कंपनी:3 ज़िंदगी:2 जंगली:3 अतः:2 दुःख:1 बदलकर:3 मकर:2 चक्कर:2 देशभर:2 जानवरों:3",
    "hr": "srce:2 prst:1 krv:1 zdravlje:2",
    "hu": "egészség:3 orvos:2 gyógyszer:2",
    "id": "kesehatan:4 pakai:2 selesaikan:4 baik:2",
    "it": "cuore:2 figlio:2 farmacia:4 grazia:2 due:2 paziente:3",
    "ko": "건강:2 병원:2",
    "mk": "срце:2 прв:1",
    "ms": "kesihatan:4",
    "nb": "høyre:2 hjertet:2",
    "ne": "स्वास्थ्य:2",
    "nl": "mooi:1 leeuw:1 koorts:1 ziekenhuis:3 geïnfecteerd:4",
    "pl": "nie:1 serce:2 zdrowie:2 miesiąc:2",
    "pt": "mãe:1 água:2 saúde:3 rainha:3 história:3 coração:3",
    "pt_BR": "médico:3",
    "ro": "pomi:1 codri:2 sănătate:4 inimă:3",
    "ru": "врач:1 сердце:2 больница:3 Pfizer:2",
    "sk": "zdravie:2 môže:2 televízia:5 riešenie:3 vŕba:2",
    "sl": "prst:1 srce:2 zdravje:2",
    "so": "caafimaad:3",
    "sv": "sjukhus:2 station:2 Europa:3",
    "sw": "mtoto:3 nchi:2 afya:2",
    "ta": "மருந்து:3 உடல்:2",
    "tr": "sağlık:2 ilaç:2 saat:2 İlaç:2",
    "uk": "здоров'я:3 їжа:2",
    "vi": "thuốc:1 nghiêng:1",
    "zu": "impilo:3",
}


@pytest.mark.parametrize(("count", "words"), [*ENGLISH.items(), *MEDICAL.items()])
def test_english_words(count: int, words: str) -> None:
    assert {word: count_syllables(word, "en") for word in words.split()} == dict.fromkeys(words.split(), count)


@pytest.mark.parametrize(("language", "words"), OTHERS.items())
def test_words_of_other_languages(language: str, words: str) -> None:
    pairs = (pair.rpartition(":") for pair in words.split())
    expected = {word: int(count) for word, _, count in pairs}
    assert {word: count_syllables(word, language) for word in expected} == expected


@pytest.mark.parametrize("language", ["ar", "fa", "he", "ur", "zh-Hans", "ja", "th", "xx", "", "en glish"])
def test_no_count_where_spelling_does_not_tell(language: str) -> None:
    assert count_syllables("word", language) is None
    assert syllable_counter(language) is None


def test_an_exception_is_one() -> None:
    # The table stays small: whoever improves a rule is told which rows are no longer needed.
    by_rule = build_counter(replace(english.RULES, exceptions={}))
    listed = [(word, count) for count, words in english.RULES.exceptions.items() for word in words.split()]
    assert [word for word, _ in listed if not re.fullmatch("[a-z]+", word)] == []
    # A plural may be listed because its base word is, whose correction it does not share: cliches.
    base = {word: re.sub("(?:s|ly)$", "", word) for word, _ in listed}
    others = [word for word, count in listed if by_rule.count(word) == count]
    assert [word for word in others if base[word] == word or base[word] not in base] == []
    assert len(listed) == len(dict(listed))


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("500", 1),
        ("1,000", 1),
        ("2.5", 1),
        ("B12", 1),
        ("15-minute", 3),
        ("1-800-222", 1),
        ("COVID-19", 3),
        ("e.g", 1),
        ("www.nhs.uk", 1),
        ("help@health.org", 1),
        ("over-the-counter", 5),
        ("Muscle", 2),
        ("CPK", 1),
        ("cafe\u0301", 2),
        ("résumé", 3),
        ("naïve", 2),
        ("mus\u00adcle", 2),
        ("nurse’s", 2),
        ("日本語", 1),
        ("здоровье", 3),
        ("\ud800", 1),
        ("", 1),
    ],
)
def test_words_of_other_signs(word: str, count: int) -> None:
    assert count_syllables(word, "en") == count


@given(
    st.one_of(st.text(), st.from_regex(r"[a-zåéïœшьиаειου']{1,30}", fullmatch=True)),
    st.sampled_from(LANGUAGES),
)
def test_every_word_has_a_syllable(word: str, language: str) -> None:
    count = count_syllables(word, language)
    assert count is not None
    assert 1 <= count <= max(1, 3 * len(word))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_endless_word_is_cut(language: str) -> None:
    count = count_syllables("ba" * 1_000_000, language)
    assert count is not None
    assert 1 <= count <= 50


def test_languages_that_share_a_table_share_its_counter() -> None:
    counter = syllable_counter("id")
    assert counter == syllable_counter("ms_MY")
    assert counter is not None
    assert syllables_of("kesehatan", counter) == 4


@given(st.text(alphabet="aeiouydgmcqlstrn'", max_size=12))
def test_a_rule_never_matches_without_the_letters_that_it_needs(word: str) -> None:
    for pattern, _, *needed in (*english.RULES.apart, *english.RULES.rewrites):
        assert "".join(needed) in word or not re.search(pattern, word)
