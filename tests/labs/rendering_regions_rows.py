"""The tests that the laboratories of `rendering_regions` print: name|analyte|unit|digits|lowest|highest|range low|range high."""

from __future__ import annotations

TABLES: dict[str, str] = {
    "us_chain": """
WHITE BLOOD CELL COUNT|wbc|Thousand/uL|1|0.4|90|3.8|10.8
RED BLOOD CELL COUNT|rbc|Million/uL|2|1.9|6.2|3.80|5.10
HEMOGLOBIN|hemoglobin|g/dL|1|5.2|17.4|11.7|15.5
HEMATOCRIT|hematocrit|%|1|17|51|35.0|45.0
MCV|mcv|fL|1|64|118|80.0|100.0
MCHC|mchc|g/dL|1|29|36.5|32.0|36.0
RDW|rdw|%|1|11|24|11.0|15.0
PLATELET COUNT|platelets|Thousand/uL|0|6|620|140|400
ABSOLUTE NEUTROPHILS|anc|cells/uL|0|110|19800|1500|7800
ABSOLUTE LYMPHOCYTES|alc|cells/uL|0|210|60000|850|3900
GLUCOSE|glucose|mg/dL|0|55|340|65|99
UREA NITROGEN (BUN)|bun|mg/dL|0|5|88|7|25
CREATININE|creatinine|mg/dL|2|0.35|5.2|0.50|1.05
SODIUM|sodium|mmol/L|0|122|152|135|146
POTASSIUM|potassium|mmol/L|1|2.6|6.6|3.5|5.3
CARBON DIOXIDE|bicarbonate|mmol/L|0|14|36|20|32
CALCIUM|calcium|mg/dL|1|7.1|12.9|8.6|10.4
PROTEIN, TOTAL|total_protein|g/dL|1|4.4|9.8|6.1|8.1
ALBUMIN|albumin|g/dL|1|1.9|5.4|3.6|5.1
BILIRUBIN, TOTAL|bilirubin_total|mg/dL|1|0.3|8.5|0.2|1.2
ALKALINE PHOSPHATASE|alp|U/L|0|30|640|37|153
AST|ast|U/L|0|9|480|10|35
ALT|alt|U/L|0|7|510|6|29
URIC ACID|uric_acid|mg/dL|1|1.8|13.5|2.5|7.0
""",
    "uk_ward": """
Hb|hemoglobin|g/L|0|52|172|115|165
WBC|wbc|10^9/L|1|0.4|95|4.0|11.0
Plt|platelets|10^9/L|0|6|640|150|450
RBC|rbc|10^12/L|2|1.8|6.1|3.80|5.80
HCT|hematocrit|L/L|3|0.17|0.52|0.370|0.470
MCV|mcv|fL|1|64|118|80.0|100.0
Neut|anc|10^9/L|2|0.05|18|2.00|7.50
Lymph|alc|10^9/L|2|0.1|60|1.00|4.00
Mono|monocytes|10^9/L|2|0.05|6|0.20|0.80
Eos|eosinophils|10^9/L|2|0.01|3|0.04|0.40
Serum sodium|sodium|mmol/L|0|121|152|133|146
Serum potassium|potassium|mmol/L|1|2.6|6.7|3.5|5.3
Serum urea level|urea|mmol/L|1|1.8|32|2.5|7.8
Serum creatinine|creatinine|umol/L|0|34|520|46|92
Serum albumin|albumin|g/L|0|18|52|35|50
Serum alkaline phosphatase|alp|IU/L|0|30|620|30|130
Serum ALT level|alt|IU/L|0|6|540|10|49
Serum total bilirubin|bilirubin_total|umol/L|0|3|160|1|21
Serum CRP level|crp|mg/L|0|1|290|0|5
Serum ferritin|ferritin|ug/L|0|6|1900|10|291
Serum LDH|ldh|IU/L|0|110|2300|120|246
""",
    "de_klinik": """
Leukozyten|wbc|Gpt/l|1|0.4|95|3.9|10.4
Erythrozyten|rbc|Tpt/l|2|1.9|6.3|3.90|5.15
Hämoglobin|hemoglobin|mmol/l|1|3.2|10.9|7.4|9.6
Hämatokrit|hematocrit|l/l|2|0.17|0.52|0.35|0.45
MCV|mcv|fl|0|63|118|81|98
Thrombozyten|platelets|Gpt/l|0|6|640|176|391
Neutrophile|neutrophils_percent|%|1|3|89|42.0|77.0
Lymphozyten|lymphocytes_percent|%|1|5|92|20.0|44.0
Monozyten|monocytes_percent|%|1|1|20|2.0|9.5
Natrium|sodium|mmol/l|0|121|152|136|145
Kalium|potassium|mmol/l|2|2.6|6.6|3.40|4.50
Calcium gesamt|calcium|mmol/l|2|1.70|3.20|2.15|2.50
Kreatinin|creatinine|µmol/l|0|34|520|45|84
Harnstoff|urea|mmol/l|1|1.8|30|2.8|8.1
Gesamteiweiß|total_protein|g/l|0|44|98|64|83
ALAT (GPT)|alt|U/l|0|7|510|0|34
ASAT (GOT)|ast|U/l|0|9|480|0|35
Alkalische Phosphatase|alp|U/l|0|30|620|35|105
LDH|ldh|U/l|0|110|2300|135|214
C-reaktives Protein|crp|mg/l|1|0.6|290|0.0|5.0
TSH basal|tsh|mU/l|2|0.11|9.8|0.27|4.20
""",
    "fr_ville": """
LEUCOCYTES|wbc|/mm3|0|500|95000|4000|10000
HEMATIES|rbc|M/mm3|2|1.9|6.3|3.80|5.90
HEMOGLOBINE|hemoglobin|g/100 mL|1|5.1|17.6|11.5|15.0
HEMATOCRITE|hematocrit|%|1|17|52|34.0|45.0
V.G.M.|mcv|fL|1|63|118|76.0|96.0
T.C.M.H.|mch|pg|1|20|38|24.4|34.0
PLAQUETTES|platelets|/mm3|0|6000|640000|150000|445000
Polynucléaires neutrophiles|anc|/mm3|0|50|18000|1400|7700
Lymphocytes|alc|/mm3|0|110|60000|1000|4800
Glycémie à jeun|glucose|g/L|2|0.55|3.40|0.70|1.10
Créatinine|creatinine|mg/L|1|3.5|51|5.0|9.0
Urée|urea|g/L|2|0.11|1.80|0.15|0.45
Acide urique|uric_acid|mg/L|0|18|131|26|60
Protéine C réactive|crp|mg/L|1|0.6|290|0.0|5.0
Transaminases TGO (ASAT)|ast|UI/L|0|9|480|5|34
Transaminases TGP (ALAT)|alt|UI/L|0|7|510|5|55
Gamma G.T.|ggt|UI/L|0|6|720|9|36
Phosphatases alcalines|alp|UI/L|0|30|620|40|150
Sodium|sodium|mEq/L|0|121|152|136|145
Potassium|potassium|mEq/L|2|2.6|6.6|3.40|5.00
""",
    "es_hospital": """
Leucocitos|wbc|x10^9/L|2|0.4|95|4.00|10.50
Hematíes|rbc|x10^12/L|2|1.9|6.3|3.90|5.20
Hemoglobina|hemoglobin|g/L|0|52|172|120|155
Hematocrito|hematocrit|L/L|2|0.17|0.52|0.36|0.46
V.C.M.|mcv|fL|1|63|118|80.0|99.0
H.C.M.|mch|pg|1|20|38|27.0|33.0
Plaquetas|platelets|x10^9/L|0|6|640|150|400
Neutrófilos %|neutrophils_percent|%|1|3|89|40.0|75.0
Neutrófilos|anc|x10^9/L|2|0.05|18|1.80|7.50
Linfocitos %|lymphocytes_percent|%|1|5|92|20.0|45.0
Linfocitos|alc|x10^9/L|2|0.1|60|1.00|4.00
Glucosa basal|glucose|mg/dL|0|55|340|74|106
Urea|urea|mg/dL|0|12|190|17|49
Creatinina|creatinine|mg/dL|2|0.35|5.1|0.51|0.95
Urato|uric_acid|mg/dL|1|1.8|13.1|2.4|5.7
Sodio|sodium|mmol/L|0|121|152|136|145
Potasio|potassium|mmol/L|2|2.6|6.6|3.50|5.10
AST (GOT)|ast|U/L|0|9|480|5|32
ALT (GPT)|alt|U/L|0|7|510|5|33
Bilirrubina total|bilirubin_total|mg/dL|2|0.21|8.5|0.20|1.20
Proteína C reactiva|crp|mg/L|1|0.6|290|0.0|5.0
LDH|ldh|U/L|0|110|2300|135|214
""",
    "pt_brasil": """
HEMÁCIAS|rbc|milhões/mm³|2|1.9|6.3|3.90|5.00
HEMOGLOBINA|hemoglobin|g/dL|1|5.1|17.6|12.0|15.5
HEMATÓCRITO|hematocrit|%|1|17|52|35.0|45.0
V.C.M.|mcv|fL|1|63|118|82.0|98.0
H.C.M.|mch|pg|1|20|38|27.0|32.0
R.D.W.|rdw|%|1|11|24|11.5|14.5
LEUCÓCITOS|wbc|/mm³|0|500|95000|3500|10500
PLAQUETAS|platelets|/mm³|0|6000|640000|150000|450000
GLICOSE|glucose|mg/dL|0|55|340|70|99
CREATININA|creatinine|mg/dL|2|0.35|5.1|0.50|1.10
UREIA|urea|mg/dL|0|12|190|15|45
ÁCIDO ÚRICO|uric_acid|mg/dL|1|1.8|13.1|2.4|6.0
SÓDIO|sodium|mmol/L|0|121|152|136|145
POTÁSSIO|potassium|mmol/L|1|2.6|6.6|3.5|5.1
TGO (AST)|ast|U/L|0|9|480|5|32
TGP (ALT)|alt|U/L|0|7|510|5|33
FERRITINA|ferritin|ng/mL|0|6|980|13|150
DESIDROGENASE LÁTICA|ldh|U/L|0|110|990|120|246
""",
    "it_ospedale": """
Globuli bianchi (WBC)|wbc|10^3/µL|2|0.4|95|4.00|10.00
Globuli rossi (RBC)|rbc|10^6/µL|2|1.9|6.3|4.00|5.20
Emoglobina (HGB)|hemoglobin|g/dL|1|5.1|17.6|12.0|16.0
Ematocrito (HCT)|hematocrit|%|1|17|52|36.0|46.0
MCV|mcv|fL|1|63|118|80.0|99.0
MCH|mch|pg|1|20|38|27.0|33.0
Piastrine (PLT)|platelets|10^3/µL|0|6|640|150|400
Neutrofili|anc|10^3/µL|2|0.05|18|1.80|7.50
Linfociti|alc|10^3/µL|2|0.1|60|1.00|4.00
Monociti|monocytes|10^3/µL|2|0.05|6|0.20|1.00
Glicemia|glucose|mg/dL|0|55|340|70|100
Creatinina|creatinine|mg/dL|2|0.35|5.1|0.50|0.90
Acido urico|uric_acid|mg/dL|1|1.8|13.1|2.6|6.0
Sodio|sodium|mmol/L|0|121|152|136|145
Potassio|potassium|mmol/L|1|2.6|6.6|3.5|5.1
Bilirubina totale|bilirubin_total|mg/dL|2|0.21|8.5|0.20|1.20
AST (GOT)|ast|U/L|0|9|480|5|35
ALT (GPT)|alt|U/L|0|7|510|5|35
Gamma GT|ggt|U/L|0|6|720|5|40
Proteina C reattiva|crp|mg/L|1|0.6|290|0.0|5.0
Ferritina|ferritin|ng/mL|0|6|1900|15|150
LDH|ldh|U/L|0|110|2300|120|246
""",
    "in_chain": """
Hemoglobin (Hb)|hemoglobin|g/dL|1|5.1|17.6|12.0|15.0
Total WBC Count|wbc|cells/cu.mm|0|500|95000|4000|10000
RBC Count|rbc|million/cu.mm|2|1.9|6.3|3.80|4.80
PCV / Hematocrit|hematocrit|%|1|17|52|36.0|46.0
MCV|mcv|fL|1|63|118|83.0|101.0
RDW-CV|rdw|%|1|11|24|11.6|14.0
Platelet Count|platelets|10^3/µL|0|6|640|150|410
Absolute Neutrophil Count|anc|cells/cu.mm|0|50|18000|2000|7000
Absolute Lymphocyte Count|alc|cells/cu.mm|0|110|60000|1000|3000
Blood Urea Nitrogen|bun|mg/dL|1|4.1|88|7.0|20.0
Creatinine, Serum|creatinine|mg/dL|2|0.35|5.1|0.60|1.10
Uric Acid, Serum|uric_acid|mg/dL|1|1.8|13.1|2.6|6.0
Bilirubin - Total|bilirubin_total|mg/dL|2|0.21|8.5|0.20|1.20
SGOT / AST|ast|U/L|0|9|480|5|40
SGPT / ALT|alt|U/L|0|7|510|5|40
Alkaline Phosphatase|alp|U/L|0|30|620|42|98
Protein, Total|total_protein|g/dL|1|4.4|9.8|6.4|8.3
Sodium|sodium|mmol/L|0|121|152|136|145
Potassium|potassium|mmol/L|1|2.6|6.6|3.5|5.1
Vitamin B12|vitamin_b12|pg/mL|0|90|1900|211|911
TSH|tsh|µIU/mL|2|0.11|9.8|0.35|4.94
""",
}
