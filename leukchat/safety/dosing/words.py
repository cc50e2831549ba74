"""The words that dosing statements are made of, by class; `marks` turns a text into these classes."""

from __future__ import annotations

from functools import cache

NUMBER_WORDS = {
    **{w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split())},
    **{w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)},
    **{"fourty": 40, "hundred": 100, "hundreds": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12, "couple": 2, "few": 0, "lakh": 100_000},
}
"""Number words; "one" is kept apart by the marks, because it also stands for "the evening one"."""

_CLASSES = {
    # units of a medicine's mass; G and L are apart, because food and drink have them too
    "MASS": "mg mgs milligram milligrams milligramme milligrammes mgm mgms mcg mcgs ug ugs µg μg microgram micrograms microgramme microgrammes iu ius "
    "meq megaunits kilounits ku nanograms miligrams millis miligram millegrams",
    "UNITS": "unit units",
    "GRAM": "g gm gms gr gram grams gramme grammes",
    "VOL": "ml mls mil mils milliliter milliliters millilitre millilitres millilters cc ccs tsp tsps teaspoon teaspoons teaspoonful teaspoonfuls tbsp tbsps "
    "tablespoon tablespoons tablespoonful tablespoonfuls dessertspoon dessertspoons spoonful spoonfuls spoon spoons syringe syringes syringeful syringefuls",
    # what medicines come as
    "FORM": "tablet tablets tab tabs tabl pill pills capsule capsules caps caplet caplets gelcap gelcaps softgel softgels gummy gummies lozenge lozenges "
    "troche troches sachet sachets drops dropper droppers dropperful "
    "droppersful puff puffs spray sprays squirt squirts patch patches suppository suppositories vial vials ampoule ampoules ampule ampules "
    "pessary pessaries enema enemas scoop scoops chewable chewables wafer wafers capful capfuls "
    "inhalation inhalations pastille pastilles packet packets",
    "DOSE": "dose doses dosage dosages dosing posology doseage dosege dosge dosege dosag",
    "SHOT": "shot shots injection injections jab jabs infusion infusions bolus boluses",
    # what may be done to a medicine or with it
    "MED": "medicine medicines medication medications med meds drug drugs chemo chemotherapy treatment treatments therapy prescription prescriptions "
    "supplement supplements remedy tki tkis inhibitor inhibitors steroid steroids "
    "corticosteroid corticosteroids cortisone antibiotic antibiotics antiviral antivirals antifungal antifungals antiemetic antiemetics "
    "painkiller painkillers opioid opioids laxative laxatives antacid antacids antihistamine antihistamines "
    "anticoagulant anticoagulants thinner thinners immunosuppressant immunosuppressants diuretic diuretics inhaler inhalers cream ointment gel "
    "syrup suspension mouthwash eyedrops drip anthracycline anthracyclines tonic azole azoles ppi ppis anticonvulsant statin statins interferon "
    "interferons "
    "vitamin vitamins extract powder tincture premedication insulin nebuliser nebulizer reliever relievers elixir biologic biologics "
    "growth-factor antiemetic sedative sedatives sleeping-pill brand generic herb herbs herbal herbals decoction decoctions kadha tisane neem "
    "giloy guduchi tulsi soursop guanabana artemisia decongestant decongestants immunoglobulin immunoglobulins ivig",
    # contexts
    "LAB": "hemoglobin haemoglobin hgb hb hematocrit haematocrit platelet platelets neutrophil neutrophils anc wbc creatinine bilirubin ferritin crp "
    "albumin ldh uric urea glucose inr fibrinogen ddimer troponin alt ast egfr mcv reticulocytes lymphocytes "
    "leukocytes transferrin hba1c igg level levels count counts reading readings result results value values serum plasma trough lab labs "
    "laboratory sodium potassium phosphate urine sample sample's tube tubes marrow blasts cholesterol triglycerides bp pressure "
    "tsh psa esr chimerism vaf transcripts blood donor donors bag bags transfusion transfusions transfused cells",
    "FOOD": "protein proteins fat fats fiber fibre salt sugar sugars carbohydrate carbohydrates carbs calories kcal food foods meal meals snack snacks serving "
    "servings portion portions cooked bean beans lentil lentils chickpeas spinach kale meat beef fish egg eggs tofu "
    "cheese yoghurt yogurt cereal cereals bread rice nuts nut almonds broth diet dietary oats porridge salmon tuna sardines butter honey soup "
    "toast orange oranges banana bananas banane bananen apple apples prunes potato potatoes vegetables vegetable fruit fruits chicken "
    "turkey smoothie milk kefir buttermilk juice cup cups glass glasses bowl slice slices handful handfuls dairy pasta broccoli raw oysters "
    "hummus quinoa seeds avocado berries coffee tea caffeine eat eating ate jam margarine "
    "cream-cheese mushrooms peas soy soymilk noodles pizza cake shake shakes peanut tomato tomatoes soda baking flour kitchen",
    "DRINK": "water fluid fluids drink drinks litre litres liter liters broth juice tea coffee beverage beverages sip sips glasses glass hydration alcohol wine beer",
    "COST": "cost costs price prices priced dollars dollar euros euro expensive cheaper insurer insurance copay co-pay pay paid charity charities sold listed refund bill usd eur gbp",
    "VACC": "vaccine vaccines vaccination vaccinations vaccinated booster boosters immunisation immunization immunisations immunizations flu covid shingrix mmr hpv pneumococcal",
    "TEAM": "team teams doctor doctors nurse nurses oncologist oncologists hematologist hematologists haematologist haematologists pharmacist "
    "pharmacists pharmacy specialist specialists clinician clinicians clinic clinics hospital hospitals consultant "
    "consultants prescriber prescribers physician physicians ward unit gp paediatrician pediatrician centre center surgeon surgeons dentist dr "
    "provider providers haematology hematology oncology anaesthetist anesthetist transplanter paramedics staff",
    "ASK": "ask asks asked asking call calls calling phone phoning ring ringing contact contacting speak speaking talk talking discuss discussed "
    "discussing consult consulting check checks checking report tell telling agree agreed agrees approval "
    "advice advised guidance decide decides decided deciding decision instructed instructions told directed prescribed advise advises say says "
    "said approved approves okayed cleared",
    "TRIAL": "trial trials study studies participant participants researchers researcher investigators investigator randomised randomized cohort registry "
    "placebo mice volunteers enrolled studied regimen received withheld assigned volunteers rats",
    "PAST": "used history 1940s 1950s 1960s 1970s 1980s 1990s century ago",
}


TYPED = {
    right: wrong.split()
    for right, wrong in {
        "how": "hw hwo hoow hiw", "much": "mch mcuh muhc mutch", "many": "mny mnay mani", "how much": "howmuch", "how many": "howmany", "how often": "howoften",
        "should": "shud shuld shoud shld sould shoul", "would": "wud wuld woud", "could": "cud culd", "can": "cna", "take": "tke taek takee tka", "taking": "takin",
        "often": "ofen offen oftn", "what": "wat wht waht", "skip": "skp skpi", "stop": "stpo", "missed": "mised misst", "daily": "dayly", "twice": "twise", "every": "evry",
        "tomorrow": "tmrw tmr tomoro tommorow", "tonight": "tonite", "double": "dubble duble", "half": "haf halv", "morning": "mornin", "night": "nite nght", "give": "giv",
    }.items()
}  # fmt: skip
"""Common slips in the words that a request is made of, by the word that is meant."""


@cache
def word_classes() -> dict[str, str]:
    """Unit, form and medicine words with the mark that stands for them, and slips with the word that is meant."""
    slips = {wrong: right for right, slips in TYPED.items() for wrong in slips}
    return slips | {word: mark for mark in ("MASS", "UNITS", "GRAM", "VOL", "FORM", "DOSE", "SHOT", "MED") for word in _CLASSES[mark].split()}


@cache
def topic_words() -> dict[str, tuple[str, ...]]:
    """Words that tell what a sentence speaks of (food, results, cost …); they keep their place in the marked text."""
    table: dict[str, tuple[str, ...]] = {}
    for topic in ("LAB", "FOOD", "DRINK", "COST", "VACC", "TEAM", "ASK", "TRIAL", "PAST"):
        for word in _CLASSES[topic].split():
            table[word] = (*table.get(word, ()), topic)
    return table
