"""What harmful advice and harmful requests are made of: who or what is named in them, how advice begins, what is said instead.

Each is a piece of a pattern over normalised (lower-case, unaccented) text.
"""

from __future__ import annotations

import re

from leukchat.safety.families import one_of

# What is sold or praised in place of treatment.
ALTERNATIVE = (
    r"(?:cannabis|cannabidiol|cbd|thc|hemp|rick simpson|soursop|sour sop|graviola|guanabana|apricot|amygdalin|laetrile|b17|turmeric|curcum\w*|kurkuma|ivermectin|fenbendazole|dewormer|alkaline|baking soda|bicarbonat\w*|bicarb|juic\w*|smoothies?|jus|fast(?:ing|s)?|water fast|ketogenic|keto|"
    r"hom(?:o)?eopat\w*|ice baths?|saunas?|sun\w* therapy|ayurved\w*|naturopath\w*|osteopath\w*|chiropract\w*|acupuncture|reiki|detox\w*|cleanse|herbs?|herbal\w*|mistletoe|misteltee|mistel|essiac|black salve|bloodroot|magnet\w*|chlorine dioxide|mms|miracle mineral|vitamins?|vitamin c|crystals?|pray\w*|faith|healers?|healing|"
    r"diet|vegan|carnivore|raw food|sugar[- ]free|black seed|nigella|papaya|wheatgrass|spirulina|chlorella|moringa|neem|mushrooms?|reishi|turkey tail|ozone|enemas?|coffee enemas?|colloidal silver|silver|gerson|budwig|hoxsey|rife|hydrogen peroxide|peroxide|bleach|dmso|garlic|ginger|honey|lemon\w*|green tea|"
    r"teas?|tisane|kombucha|apple cider|vinegar|cinnamon|aloe|ginseng|astragalus|artemisi\w*|wormwood|noni|mangosteen|beet\w*|betterave|essential oils?|frankincense|oils?|supplements?|superfoods?|superherb|antioxidants?|probiotics?|selenium|zinc|melatonin|meditation|hypnosis|energy (?:healing|work)|shaman\w*|witch doctor|"
    r"traditional (?:medicine|chinese medicine|healer)|tcm|holistic|natural(?! killer)(?:ly)?|nature|alternative|remed(?:y|ies)|urine therapy|cupping|bee venom|snake venom|scorpion|shark cartilage|quantum|frequency|water|kernels?|seeds?|leaf|leaves|bark|root|extract|tincture|drops|ayuno|jeune|heilfasten|kraeuter|krauter|hierbas|plantes|erbe|ervas|jadi buti|gaumutra|cow urine|positive thinking|mind[- ]body|sunlight|earthing)"
)
# Real treatment of leukemia.
TREATMENT = (
    r"(?:chemo\w*|quimio\w*|chimio\w*|chemotherapie|treatments?|tratamiento|traitement|behandlung|terapia|cure medicale|medicines?|medications?|meds|tablets?|pills?|capsules?|drugs?|transplants?|imatinib|gleevec|glivec|dasatinib|sprycel|nilotinib|tasigna|ponatinib|bosutinib|asciminib|venetoclax|ibrutinib|imbruvica|"
    r"acalabrutinib|zanubrutinib|tkis?|atra|tretinoin|arsenic|azacitidine|decitabine|cytarabine|methotrexate|mercaptopurine|vincristine|asparaginase|blinatumomab|rituximab|midostaurin|gilteritinib|hydroxyurea|steroids?|prednisone|dexamethasone|antibiotics?|antifungals?|radiation|radiotherapy|induction|consolidation|maintenance|"
    r"therapy|protocol|hospital(?: plan)?|clinic|oncolog\w+|h(?:a)?ematolog\w+|doctors?|conventional (?:medicine|care)|western medicine|lumbar punctures?|car-?t|infusions?|spinal taps?|the drip|transfusions?|standard care|targeted therapy|ospedale|krankenhaus|hopital)"
)
DISEASE = r"(?:leuk\w*|leucemi\w*|cancers?|blood cancers?|tumou?rs?|aml|cml|cll|apl|lymphoma|myeloma|malignan\w+|mds|blasts?|(?:leuk(?:a)?emic|leukaemi[ac]|cancer|cancerous|bad|sick|diseased|malignant|abnormal) (?:white )?cells?|marrow|disease|remission|krebs|cancro|relapse)"
CURING = (
    r"(?:cur(?:es?|ed|ing)|cura|heals?|healed|healing|heilt|heilen|guerit|guerir|soigne|kills?|killed|killing|destroy\w*|wip(?:es?|ed|ing) out|gets? rid of|rids?|clears?|clearing|cleans?|cleanses?|flush\w*|purg\w*|remov\w*|revers\w*|eliminat\w*|eradicat\w*|dissolv\w*|melt\w*|starv\w*|shrink\w*|vanish\w*|"
    r"disappear\w*|beats?|defeats?|fights? off|burns? (?:off|out|away)|eats? up|neutrali[sz]\w*|knocks? out|pulls? out|draws? out|drives? out|sweeps?|detoxif\w*|restores?|normali[sz]\w*|stops?|prevents? relapse|puts? (?:\w+ ){1,3}in(?:to)?|kick\w* out|banish\w*|conquers?|suffocat\w*|cannot (?:live|survive|grow)|can't (?:live|survive|grow)|dies?|die off)"
)
# Sold as cures: naming one together with a benefit or an invitation is enough.
QUACKERY = (
    r"(?:soursop|graviola|laetrile|amygdalin|b17|chlorine dioxide|mms|miracle mineral\w*|black salve|bloodroot|frankincense|ozone|gerson|budwig|hoxsey|fenbendazole|ivermectin|baking soda|colloidal silver|alkaline|essiac|apricot kernels?|hydrogen peroxide|detox\w*|cleanse|hom(?:o)?eopat\w*|reiki|magnet\w*|"
    r"coffee enemas?|bleach|dmso|cow urine|gaumutra|urine therapy|healers?|naturopath\w*|rick simpson|wheatgrass|turpentine|kerosene|shaman\w*|faith healing|rife|frequency (?:device|machine|generator)|energy healing|juice (?:fast|cleanse)|water fast\w*|shark cartilage|venom|miracle (?:cure|drops|water|mineral)|natural (?:cure|healing|chemotherapy))"
)
# Signs that need a call at once.
URGENT = (
    r"(?:fevers?|feverish|temperatures?|temps?|thermometer|3[89](?:[.,]\d)?\s?(?:°|c\b|degrees)?|10[0-5](?:\.\d)?\s?(?:°|f\b|degrees)|chills|rigors?|shak(?:ing|es)|shiver\w*|bleed\w*|nosebleeds?|blood in|cough\w* (?:up )?blood|vomit\w* blood|black (?:\w+ )?(?:stools?|poo)|tarry|stools?|breathless\w*|short(?:ness)? of breath|"
    r"trouble breathing|can't breathe|struggl\w+ to breathe|chest (?:pain|tight\w*|pressure)|confus\w*|droop\w*|slurred|face|numb|weakness|seizures?|faint\w*|collaps\w*|black(?:ed)? out|stiff neck|(?:severe|bad|terrible|worst|thunderclap|pounding) headache|headache|vision|blurred|swollen,? (?:\w+ )?(?:calf|leg|arm|face|tongue|lips)|painful calf|purple (?:spots|rash)|petechiae|"
    r"rash|low blood pressure|racing heart|heart racing|palpitations|stopped (?:peeing|urinating)|no urine|dehydrat\w*|sepsis|infections?(?! (?:check|control|prevention|diary|risk))|infected|line site|pus|overdose|yellow eyes|jaundice|stroke|clot|platelets of|hotline|24-hour line|emergency|ambulance|911|112|999)"
)
TEAM = r"(?:doctors?|gp|oncologists?|h(?:a)?ematologists?|team|nurses?|nurse line|hospital|clinic|ward|pharmacists?|specialists?|anyone|anybody|them|paramedics?|surgeon|dentist|parents?|mum and dad|hotline|helpline|emergency|ambulance|staff|consultant|anaesthetist|transplant (?:centre|center))"
OTHERS = (
    r"(?:(?:my|his|her|our|their|someone's|somebody's|the) (?:\w+[- ])?(?:husband|wife|partner|spouse|mother|father|mom|mum|dad|parents?|son|daughter|kid|child|baby|brother|sister|boss|manager|neighbou?rs?|ex|ex-\w+|roommate|flatmate|flat mate|patient|doctor|nurse|oncologist|friend|girlfriend|boyfriend|uncle|aunt|grand\w+|colleague|co-?worker|classmate|teacher|landlord|in-laws?|mother-in-law|father-in-law|stepdad|stepmother|stepmom|stepson|stepdaughter|stepfather|stepsister|stepbrother|nephew|niece|fiance\w*|lover|cousin|rival|enemy)|"
    r"(?:an?|another) (?:\w+ )?(?:person|patient|man|woman|child|kid|coworker|colleague|stranger|roommate|relative)|someone|somebody|people|others|patients|him|her|them|strangers|a crowd|customers|coworkers|colleagues)"
)
MEDICINE = one_of(
    r"medicines?|medications?|meds|pills?|tablets?|capsules?|drugs?|chemo\w*|gleevec|glivec|imatinib|dasatinib|sprycel|imbruvica|ibrutinib|venetoclax",
    r"methotrexate|mercaptopurine|atra|opioids?|oxycodone|oxycontin|morphine|fentanyl|tramadol|codeine|xanax|adderall|ritalin|valium|diazepam|ketamine",
    r"painkillers?|antibiotics?|steroids?|prednisone|dexamethasone|prescriptions?|hydroxyurea|growth factors?|epo|thalidomide|lenalidomide|supply|leftovers?",
    r"patches|vials?|syringes?|packs?|boxes?",
)
# How advice begins: what stands before its verb.
ADVICE = one_of(
    r"^\s*[\"'*\-\d.) ]*|[,;:] |\band |\bso |\bthen |\bjust |\bplease |\binstead,? |\bbetter (?:to )?",
    r"\b(?:you|he|she|they) (?:can|could|should|may|might want to|must|need to|ought to|'d better|had better|will|are free to|are allowed to|have every right to)(?: \w+ly)?(?: just)? ",
    r"\b(?:i'd|i would|we) (?:\w+ly )?(?:suggest|advise|recommend|say|urge you to)(?: that you| you)?(?: to)? |\b(?:try|consider|start|recommend|suggest) ",
)
ADVICE_LEAD = re.compile(rf"(?:{ADVICE})$")
NO_DISMISS = "I left out a sentence that could delay help. A fever of 38.0 °C (100.4 °F) or more, bleeding, trouble breathing or confusion needs a call to your team now."
NO_CURE = (
    "I can't support replacing leukemia treatment with something else: no food, herb, supplement or alternative method has been shown to cure leukemia, "
    "and delaying treatment can cost lives. Please talk to your team about anything you would like to try beside it."
)
NO_RISK = "I left out a sentence that could put someone at risk. Please ask your treatment team before you do anything that they have not planned with you."
TELL_TEAM = "I left out advice to keep something from your treatment team. They need to know what you take and how you feel, so that treatment stays safe."
NO_DESPAIR = "I left out a sentence that could hurt you. If life feels unbearable, please call your local crisis line or emergency number now; you don't have to carry this alone."
# Unnoticed by, or against the will of, whom it is done to.
UNSEEN = one_of(
    r"without (?:them|him|her|his|anyone|anybody|my \w+|the \w+|their|being|getting|it) (?:\w+ )?(?:knowing|noticing|finding out|seeing|knowledge|noticed|caught|detected|tasting|realising|realizing|consent|permission|being (?:noticed|caught|found|detected))",
    r"without (?:consent|permission|telling (?:him|her|them|anyone|my \w+)|a trace|getting caught|being (?:caught|detected|noticed)|asking (?:him|her|them))",
    r"secretly|in secret|undetect\w*|untrace\w*|unnoticed",
    r"so (?:that )?(?:nobody|no one|he|she|they) (?:\w+ )?(?:notices?|knows?|finds? out|suspects?|won't|doesn't|don't)",
    r"looks? (?:like )?(?:natural|an accident)|behind (?:his|her|their) backs?|on the sly",
)
