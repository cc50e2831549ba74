"""The flags of a profile: each names one fact that rule tables refer to.

Limits beside each flag name their source; a flag never says what the cause is.
"""

from __future__ import annotations

import re

from leukchat.nutrition.labs_in import LabValue
from leukchat.nutrition.medicines import Resolved
from leukchat.nutrition.model import NutritionProfile
from leukchat.nutrition.screening import LITTLE_INTAKE

ANC_LOW = 1.0  # 10^9/L, nutrition.md rule 2
ANC_VERY_LOW = 0.5  # CTCAE v5 grade 4
POTASSIUM_HIGH = 5.5  # mmol/L, nutrition.md rule 4
PHOSPHATE_HIGH = 1.5  # mmol/L, above the usual adult range
EGFR_FAILURE = 30.0  # mL/min/1.73m2, nutrition.md rule 4
EGFR_REDUCED = 60.0
FERRITIN_OVERLOAD = 1000.0  # µg/L, nutrition.md rule 5
FERRITIN_LACK = 15.0  # µg/L, WHO iron deficiency in healthy adults
TRIGLYCERIDES_HIGH = 5.6  # mmol/L (500 mg/dL), very high
PLATELETS_LOW = 50.0
GLUCOSE_HIGH = 11.1  # mmol/L (200 mg/dL)
OLDER = 65

_TEXT_FLAGS: dict[str, str] = {
    "gvhd": r"\bgvhd\b|\bgraft[- ]?(?:versus|vs\.?|v)[- ]?host",
    "transplant": r"\btransplant\w*|\bhsct\b|\bbmt\b|\bhct\b|\bstem cell\b|\bconditioning\b|\bengraft\w*",
    "car_t": r"\bcar[- ]?t\b",
    "tube_feeding": r"\btube[- ]?fe\w*|\bfeeding tube\b|\bng tube\b|\bnasogastric\b|\bpeg\b|\bgastrostomy\b|\bparenteral\b|\btpn\b|\bvein feeding\b|\benteral\b",
    "kidney_failure": r"\bkidney failure\b|\brenal failure\b|\bdialysis\b|\besrd\b|\bend[- ]stage (?:kidney|renal)|\bckd (?:stage )?[45]\b|\bstage [45] (?:ckd|kidney)|\bacute kidney injury\b|\baki\b",
    "kidney_disease": r"\bkidney (?:disease|problem|damage|trouble)|\brenal (?:disease|insufficiency|impairment)|\bckd\b|\bchronic kidney\b",
    "heart_failure": r"\bheart failure\b|\bcardiac failure\b|\bcardiomyopathy\b|\bchf\b",
    "fluid_limit": r"\bfluid (?:restrict\w*|limit\w*)|\bsiadh\b|\bhyponatr\w*",
    "liver": r"\bliver (?:disease|failure)|\bcirrhosis\b|\bhepatic\b|\bhepatitis\b|\bveno-?occlusive\b|\bvod\b",
    "diabetes": r"\bdiabet\w*|\bhigh (?:blood )?sugars?\b|\bhyperglyc\w*|\bsteroid sugar",
    "tls": r"\btumou?r lysis\b|\btls\b|\bramp[- ]?up\b",
    "pancreatitis": r"\bpancreatitis\b",
    "iron_overload": r"\biron overload\b|\bhigh ferritin\b|\bhemochromatosis\b|\bhaemochromatosis\b|\btoo much iron\b",
    "transfused": r"\btransfus\w*|\bred cell units?\b",
    "iron_lack": r"\biron[- ](?:deficien\w*|lack)|\blow (?:iron|ferritin)\b",
    "anemia": r"\bana?emi[ac]\b|\blow (?:hemoglobin|haemoglobin|hb|red cells?|blood count)",
    "neutropenia": r"\bneutropeni\w*|\blow (?:white (?:blood )?cells?|neutrophils|anc)\b",
    "low_platelets": r"\blow platelets?\b|\bthrombocytopeni\w*|\bplatelets? low\b",
    "swallowing": r"\bswallow\w*|\bdysphagi\w*|\bpureed?\b|\bsoft diet\b|\btrouble chewing\b",
    "weight_loss": r"\bweight loss\b|\blos(?:t|ing)\b(?:\W+\w+){0,3}\W+(?:weight|kg|kilos?|pounds?|lbs?)\b|\bmalnutri\w*|\bmalnourish\w*|\bcachexi\w*|\bunderweight\b",
    "little_intake": LITTLE_INTAKE.pattern,
    "alcohol_misuse": r"\balcohol (?:misuse|abuse|use disorder|dependen\w+)|\balcoholi\w+|\bheavy drink\w*",
    "comfort": r"\bpalliati\w+|\bcomfort (?:care|measures)\b|\b(?:best )?supportive care\b|\bhospice\b|\bend[- ]of[- ]life\b|\bterminal(?:ly ill)?\b",
    "hospice": r"\bcomfort (?:care|measures)\b|\bhospice\b|\bend[- ]of[- ]life\b|\bterminal(?:ly ill)?\b",
    "weight_gain": r"\bweight gain\b|\bgain(?:ed|ing)\b(?:\W+\w+){0,3}\W+(?:weight|kg|pounds?)|\balways hungry\b|\bhungry all\b",
    "breastfeeding": r"\bbreast[- ]?feed\w*|\blactati\w*|\bnursing a baby\b",
    "pregnant": r"\bpregnan\w*",
    "central_line": r"\bcentral line\b|\bpicc\b|\bport\b|\bhickman\b|\bcatheter\b",
    "reflux": r"\breflux\b|\bheartburn\b|\bhiccups?\b",
    "high_blood_pressure": r"\bhigh blood pressure\b|\bhypertension\b",
    "potassium_high": r"\bhigh potassium\b|\bhyperkal\w*",
    "phosphate_high": r"\bhigh phosph\w*|\bhyperphosph\w*",
    "g6pd": r"\bg6pd\b",
    "mouth_sores": r"\bmouth (?:sores?|ulcers?|pain)|\bsore (?:mouth|throat)|\bmucositis\b|\bulcers? in (?:my|the) mouth",
    "asks_vitamin_c": r"\bvitamin[- ]?c\b|\bascorbic\b",
    "eating_disorder": r"\beating disorders?\b|\banorexia nervosa\b|\bbulimi\w*|\bbinge[- ]eat\w*",
    "small_appetite": r"\b(?:poor|no|little|low|lost|loss of|reduced|small) appetite\b|\bappetite loss\b|\bnot hungry\b|\bfull (?:quickly|after)\b|\bearly (?:full\w*|satiety)\b",
    "diarrhea": r"\bdiarrh\w*|\bloose stools?|\bwatery stools?",
    "nausea": r"\bnause\w*|\bvomit\w*|\bqueasy\b",
}
_OFF_TREATMENT = re.compile(
    r"\bwatch(?:ful)?[- ](?:and[- ])?wait\w*|\bactive (?:monitoring|surveillance)\b|\bobservation\b|\boff (?:all )?treatment\b|\bfinished\b|\bsurvivor\w*|\bno treatment\b|\buntreated\b|\bafter treatment\b|\btreatment[- ]free\b|\bnot started\b|\bbefore treatment\b"
)
_INTENSIVE = re.compile(r"\binduction\b|\bre-?induction\b|\bconsolidation\b|\bintensi\w*|\bsalvage\b|\brelapse\w*|\b7 ?\+ ?3\b")
_ON = re.compile(r"\binduction\b|\bconsolidation\b|\bintensi\w*|\bmaintenance\b|\bchemo\w*|\btreatment\b|\bcycle\b|\btherapy\b|\bsalvage\b|\brelapse\w*|\bday \d+")
_ALT_CURE = re.compile(
    r"\b(?:cures?|heals?|starve|detox\w*|cleanse|alkalin\w*|instead of (?:chemo\w*|treatment)|keto\w*|fasting|juicing|juice (?:fast|cure|cleanse|diet|therapy)|apricot kernels?|laetrile|b17|gerson"
    r"|soursop|graviola|essiac|sugar feeds?)\b|\b(?:treat|kill|fight|shrink|beat|get rid of)\b[^.?!]{0,40}\b(?:leuk\w+|cancer|blasts?)\b"
)
_DOSE = re.compile(r"\bhow (?:much|many)\b[^.?!]{0,60}\b(?:tablets?|pills?|capsules?|mg|mcg|iu|drops|supplements?|vitamins?|iron|b12|take|dose)\b|\bdos(?:e|es|age)\b")

_FAST = re.compile(r"\bramadan\b|\byom kippur\b|\blent\b|\bekadashi\b|\breligious fast\w*|\bcan i fast\b|\bmay i fast\b|\bfast(?:ing)? (?:day|for)\b")


def text_flags(texts: list[str]) -> set[str]:
    """Flags named in symptoms, conditions, phase and question, unless the words before deny them."""
    negated = re.compile(r"\b(?:no|not|never|without|negative for|prevent|avoid)\W+(?:\w+\W+)?$")
    found = set()
    for flag, words in _TEXT_FLAGS.items():
        if any(not negated.search(text[: match.start()]) for text in texts for match in re.finditer(words, text)):
            found.add(flag)
    return found


def body_flags(profile: NutritionProfile, bmi: float) -> set[str]:
    """Flags of age, pregnancy and body mass index (kg/m2)."""
    found = {"pregnant"} if profile.pregnant else set()
    if profile.age < 18:
        return found | ({"child", "infant"} if profile.age < 1 else {"child"})
    # Body mass index limits: WHO; 16 and 18.5 are also the refeeding limits of NICE CG32.
    for limit, flag in ((16.0, "very_underweight"), (18.5, "underweight")):
        if bmi < limit:
            found.add(flag)
    if bmi > 30.0:
        found.add("obese")
    if profile.age > OLDER:
        found.add("older")
    return found


def lab_flags(labs: dict[str, LabValue], egfr: float | None, profile: NutritionProfile) -> set[str]:
    """Flags of lab values, in SI units."""

    def above(analyte: str, limit: float) -> bool:
        return analyte in labs and labs[analyte].value >= limit

    def below(analyte: str, limit: float) -> bool:
        return analyte in labs and labs[analyte].value < limit

    # Anaemia limits: WHO 2024, g/L.
    hb_limit = 110.0 if profile.pregnant else 120.0 if profile.sex == "female" or profile.age < 15 else 130.0
    tests = {
        "anc_low": below("anc", ANC_LOW),
        "anc_very_low": below("anc", ANC_VERY_LOW),
        "anc_ok": above("anc", ANC_LOW),
        "anc_known": "anc" in labs,
        "anemia": below("hemoglobin", hb_limit),
        "low_platelets": below("platelets", PLATELETS_LOW),
        "potassium_high": above("potassium", POTASSIUM_HIGH),
        "potassium_low": below("potassium", 3.5),
        "phosphate_high": above("phosphate", PHOSPHATE_HIGH),
        "phosphate_low": below("phosphate", 0.8),
        "magnesium_low": below("magnesium", 0.65),
        "iron_overload": above("ferritin", FERRITIN_OVERLOAD) and labs["ferritin"].value > FERRITIN_OVERLOAD,
        "iron_lack": below("ferritin", FERRITIN_LACK),
        "triglycerides_high": above("triglycerides", TRIGLYCERIDES_HIGH),
        "glucose_high": above("glucose", GLUCOSE_HIGH) or above("hba1c", 6.5),
        "fluid_limit": below("sodium", 130.0),
        "kidney_failure": egfr is not None and egfr < EGFR_FAILURE,
        "kidney_reduced": egfr is not None and EGFR_FAILURE <= egfr < EGFR_REDUCED,
        "b12_low": below("vitamin_b12", 148.0),
        "vitamin_d_low": below("vitamin_d", 50.0),
        "egfr_known": egfr is not None,
    }
    return {flag for flag, holds in tests.items() if holds}


def drug_flags(medicines: Resolved, supplements: Resolved) -> set[str]:
    """Flags of medicines and supplements by id and class."""
    ids = {drug.id for drug in (*medicines.drugs, *supplements.drugs)}
    classes = {drug.id: drug.drug_class.lower() for drug in medicines.drugs}
    found = {f"takes_{drug_id}" for drug_id in ids}
    systemic = {"prednisone", "prednisolone", "dexamethasone", "methylprednisolone", "hydrocortisone"}
    tests = {
        "steroid": bool(ids & systemic),
        "asparaginase": any("asparaginase" in name for name in classes.values()),
        "calcineurin": any("calcineurin" in name for name in classes.values()),
        "immunosuppressed": bool(ids & {"tacrolimus", "cyclosporine", "sirolimus", "everolimus", "mycophenolate", "ruxolitinib", "belumosudil", "anti_thymocyte_globulin_rabbit"}),
        "chelator": any("chelator" in name for name in classes.values()),
        "car_t": any("car t-cell" in name for name in classes.values()),
        "antifolate": any("antifolate" in name for name in classes.values()) or bool(ids & {"methotrexate", "trimethoprim"}),
        "leukemia_medicine": any(drug.kind == "leukemia" for drug in medicines.drugs),
        "tls": bool(ids & {"rasburicase"}),
        "transplant": any("conditioning" in name for name in classes.values()),
        "potassium_raising": bool(ids & {"tacrolimus", "cyclosporine", "trimethoprim_and_sulfamethoxazole", "trimethoprim", "spironolactone", "potassium_chloride"})
        or any("ace inhibitor" in name or "angiotensin receptor" in name for name in classes.values()),
        "antidiabetic": any("insulin" in name or "diabetes" in name for name in classes.values()),
    }
    return found | {flag for flag, holds in tests.items() if holds}


def joined(flags: set[str], phase: str, question: str) -> set[str]:
    """Flags that follow from others: treatment, infection risk, iron, sugar, minerals, the kind of question."""
    off = bool(_OFF_TREATMENT.search(phase)) and "leukemia_medicine" not in flags
    follows = {
        "off_treatment": off,
        "on_treatment": not off and bool(_ON.search(phase) or flags & {"leukemia_medicine", "transplant", "car_t"}),
        "intensive": not off and bool(_INTENSIVE.search(phase)),
        # Rule 2: an unknown ANC counts as low, unless treatment is over or has not begun.
        "anc_unknown": not off and "anc_known" not in flags,
        "asks_cure": bool(_ALT_CURE.search(question)),
        "asks_dose": bool(_DOSE.search(question)),
        "asks_fast": bool(_FAST.search(question)),
        "kidney_unknown": "kidney_disease" in flags and "egfr_known" not in flags,
        "iron_overload": "chelator" in flags,
        # Small meals must hold their energy, unless fat or weight has to stay low.
        "energy_dense": bool(flags & {"small_appetite", "underweight", "weight_loss", "little_intake"})
        and not flags & {"triglycerides_high", "pancreatitis", "obese", "asparaginase"},
    }
    flags = flags | {flag for flag, is_so in follows.items() if is_so}
    for flag, causes in _FOLLOWS:
        if flags & causes:
            flags.add(flag)
    return flags


# flag -> any of these brings it; read in this order
_FOLLOWS: tuple[tuple[str, frozenset[str]], ...] = (
    ("infection_risk", frozenset({"neutropenia", "anc_low", "anc_unknown", "transplant", "car_t", "gvhd", "immunosuppressed"})),
    ("produce_care", frozenset({"intensive", "transplant", "car_t", "anc_very_low", "anc_unknown"})),
    ("iron_careful", frozenset({"transfused", "iron_overload"})),
    ("sugar_careful", frozenset({"steroid", "diabetes", "glucose_high", "antidiabetic"})),
    ("minerals_careful", frozenset({"potassium_high", "phosphate_high", "kidney_failure", "kidney_unknown", "tls"})),
    ("soft_only", frozenset({"swallowing", "mouth_sores"})),
)
