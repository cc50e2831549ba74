"""What the rendered reports say: tests with units and ranges as six regions print them, and the words of their heads."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A test: printed name, analyte, unit, decimals, the span its value is drawn from, and its printed range."""

    name: str
    analyte: str
    unit: str
    digits: int
    low: float
    high: float
    ref_low: float
    ref_high: float
    short: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """How a region prints: language, paper, font, flags (low, high), decimals and dates."""

    language: str
    letter: bool
    font: str
    flags: tuple[str, str]
    comma: bool
    dates: str
    thousands: str = ""

    def number(self, value: float, digits: int) -> str:
        """`value` as this region prints it."""
        text = f"{value:.{digits}f}"
        whole, _, part = text.partition(".")
        if self.thousands and len(whole) > 4:
            whole = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", self.thousands, whole)
        return whole + (("," if self.comma else ".") + part if part else "")

    def date(self, day: str) -> str:
        """An ISO date as this region prints it."""
        year, month, number = day.split("-")
        return self.dates.format(y=year, m=month, d=number)


STYLES = {
    "us": Style("en_us", True, "Helvetica", ("L", "H"), False, "{m}/{d}/{y}", ","),
    "uk": Style("en_uk", False, "Liberation", ("*", "*"), False, "{d}/{m}/{y}"),
    "de": Style("de", False, "DejaVu", ("-", "+"), True, "{d}.{m}.{y}"),
    "fr": Style("fr", False, "Liberation", ("*", "*"), True, "{d}/{m}/{y}"),
    "es": Style("es", False, "DejaVu", ("*", "*"), True, "{d}/{m}/{y}"),
    "pt": Style("pt", False, "Liberation", ("L", "H"), True, "{d}/{m}/{y}"),
    "in": Style("en_in", False, "Times-Roman", ("L", "H"), False, "{d}/{m}/{y}", ","),
}


def _rows(*rows: tuple[str, str, str, int, float, float, float, float]) -> tuple[Row, ...]:
    return tuple(Row(*row) for row in rows)


ROWS: dict[str, tuple[Row, ...]] = {
    "en_us": _rows(
        ("WBC", "wbc", "x10E3/uL", 1, 0.4, 90, 3.4, 10.8),
        ("RBC", "rbc", "x10E6/uL", 2, 1.9, 6.2, 3.77, 5.28),
        ("Hemoglobin", "hemoglobin", "g/dL", 1, 5.2, 17.4, 11.1, 15.9),
        ("Hematocrit", "hematocrit", "%", 1, 17, 51, 34.0, 46.6),
        ("MCV", "mcv", "fL", 0, 64, 118, 79, 97),
        ("MCH", "mch", "pg", 1, 20, 38, 26.6, 33.0),
        ("MCHC", "mchc", "g/dL", 1, 29, 36.5, 31.5, 35.7),
        ("RDW", "rdw", "%", 1, 11, 24, 11.7, 15.4),
        ("Platelets", "platelets", "x10E3/uL", 0, 6, 620, 150, 450),
        ("Neutrophils (Absolute)", "anc", "x10E3/uL", 1, 0.1, 20, 1.4, 7.0),
        ("Lymphs (Absolute)", "alc", "x10E3/uL", 1, 0.1, 60, 0.7, 3.1),
        ("Glucose", "glucose", "mg/dL", 0, 55, 340, 70, 99),
        ("Creatinine", "creatinine", "mg/dL", 2, 0.35, 5.2, 0.57, 1.00),
        ("Sodium", "sodium", "mmol/L", 0, 122, 152, 134, 144),
        ("Potassium", "potassium", "mmol/L", 1, 2.6, 6.6, 3.5, 5.2),
        ("Calcium", "calcium", "mg/dL", 1, 7.1, 12.9, 8.7, 10.2),
        ("Bilirubin, Total", "bilirubin_total", "mg/dL", 1, 0.2, 8.5, 0.0, 1.2),
        ("AST (SGOT)", "ast", "IU/L", 0, 9, 480, 0, 40),
        ("ALT (SGPT)", "alt", "IU/L", 0, 7, 510, 0, 32),
        ("Uric Acid", "uric_acid", "mg/dL", 1, 1.8, 13.5, 2.6, 6.2),
        ("LDH", "ldh", "IU/L", 0, 110, 2400, 119, 226),
        ("Ferritin", "ferritin", "ng/mL", 0, 6, 1900, 15, 150),
    ),
    "en_uk": _rows(
        ("Haemoglobin", "hemoglobin", "g/L", 0, 52, 172, 120, 150),
        ("White Cell Count", "wbc", "10*9/L", 1, 0.4, 95, 4.0, 10.0),
        ("Platelets", "platelets", "10*9/L", 0, 6, 640, 150, 410),
        ("Red Cell Count", "rbc", "10*12/L", 2, 1.8, 6.1, 3.80, 4.80),
        ("Haematocrit", "hematocrit", "L/L", 3, 0.17, 0.52, 0.360, 0.460),
        ("MCV", "mcv", "fL", 1, 64, 118, 83.0, 101.0),
        ("MCH", "mch", "pg", 1, 20, 38, 27.0, 32.0),
        ("Neutrophils", "anc", "10*9/L", 2, 0.05, 18, 2.00, 7.00),
        ("Lymphocytes", "alc", "10*9/L", 2, 0.1, 60, 1.00, 3.00),
        ("Monocytes", "monocytes", "10*9/L", 2, 0.05, 6, 0.20, 1.00),
        ("Eosinophils", "eosinophils", "10*9/L", 2, 0.01, 3, 0.02, 0.50),
        ("Sodium", "sodium", "mmol/L", 0, 121, 152, 133, 146),
        ("Potassium", "potassium", "mmol/L", 1, 2.6, 6.7, 3.5, 5.3),
        ("Urea", "urea", "mmol/L", 1, 1.8, 32, 2.5, 7.8),
        ("Creatinine", "creatinine", "umol/L", 0, 34, 520, 45, 84),
        ("ALT", "alt", "U/L", 0, 6, 540, 1, 35),
        ("Alkaline Phosphatase", "alp", "U/L", 0, 30, 620, 30, 130),
        ("Total Bilirubin", "bilirubin_total", "umol/L", 0, 3, 160, 1, 21),
        ("Albumin", "albumin", "g/L", 0, 18, 52, 35, 50),
        ("CRP", "crp", "mg/L", 0, 1, 290, 0, 5),
    ),
    "de": _rows(
        ("Leukozyten", "wbc", "/nl", 2, 0.4, 95, 3.90, 10.20),
        ("Erythrozyten", "rbc", "/pl", 2, 1.9, 6.3, 3.90, 5.20),
        ("Hämoglobin", "hemoglobin", "g/dl", 1, 5.1, 17.6, 12.0, 15.4),
        ("Hämatokrit", "hematocrit", "%", 1, 17, 52, 35.5, 45.0),
        ("MCV", "mcv", "fl", 1, 63, 118, 80.0, 99.0),
        ("MCH", "mch", "pg", 1, 20, 38, 27.0, 33.5),
        ("MCHC", "mchc", "g/dl", 1, 29, 36.4, 31.5, 36.0),
        ("Thrombozyten", "platelets", "/nl", 0, 6, 640, 150, 370),
        ("Natrium", "sodium", "mmol/l", 0, 121, 152, 135, 145),
        ("Kalium", "potassium", "mmol/l", 2, 2.6, 6.6, 3.50, 5.10),
        ("Kreatinin", "creatinine", "mg/dl", 2, 0.35, 5.1, 0.50, 0.90),
        ("Harnsäure", "uric_acid", "mg/dl", 1, 1.8, 13.1, 2.4, 5.7),
        ("GOT (AST)", "ast", "U/l", 0, 9, 480, 10, 35),
        ("GPT (ALT)", "alt", "U/l", 0, 7, 510, 10, 35),
        ("Gamma-GT", "ggt", "U/l", 0, 6, 720, 5, 40),
        ("LDH", "ldh", "U/l", 0, 110, 2300, 120, 247),
        ("CRP", "crp", "mg/l", 1, 0.3, 290, 0.0, 5.0),
        ("Ferritin", "ferritin", "ng/ml", 0, 6, 1900, 15, 150),
    ),
    "fr": _rows(
        ("Leucocytes", "wbc", "G/L", 2, 0.4, 95, 4.00, 10.00),
        ("Hématies", "rbc", "T/L", 2, 1.9, 6.3, 3.80, 5.90),
        ("Hémoglobine", "hemoglobin", "g/dL", 1, 5.1, 17.6, 11.5, 17.5),
        ("Hématocrite", "hematocrit", "%", 1, 17, 52, 34.0, 53.0),
        ("VGM", "mcv", "fL", 1, 63, 118, 76.0, 96.0),
        ("TCMH", "mch", "pg", 1, 20, 38, 24.4, 34.0),
        ("Plaquettes", "platelets", "G/L", 0, 6, 640, 150, 445),
        ("Polynucléaires neutrophiles", "anc", "G/L", 2, 0.05, 18, 1.40, 7.70),
        ("Lymphocytes", "alc", "G/L", 2, 0.1, 60, 1.00, 4.80),
        ("Monocytes", "monocytes", "G/L", 2, 0.05, 6, 0.15, 1.00),
        ("Sodium", "sodium", "mmol/L", 0, 121, 152, 136, 145),
        ("Potassium", "potassium", "mmol/L", 2, 2.6, 6.6, 3.40, 5.00),
        ("Urée", "urea", "mmol/L", 1, 1.8, 30, 2.5, 7.5),
        ("Créatinine", "creatinine", "µmol/L", 0, 34, 520, 44, 80),
        ("Acide urique", "uric_acid", "µmol/L", 0, 110, 790, 155, 357),
        ("Ferritine", "ferritin", "µg/L", 0, 6, 1900, 15, 150),
    ),
    "es": _rows(
        ("Leucocitos", "wbc", "10^3/µL", 2, 0.4, 95, 4.00, 10.50),
        ("Hematíes", "rbc", "10^6/µL", 2, 1.9, 6.3, 3.90, 5.20),
        ("Hemoglobina", "hemoglobin", "g/dL", 1, 5.1, 17.6, 12.0, 15.5),
        ("Hematocrito", "hematocrit", "%", 1, 17, 52, 36.0, 46.0),
        ("VCM", "mcv", "fL", 1, 63, 118, 80.0, 99.0),
        ("HCM", "mch", "pg", 1, 20, 38, 27.0, 33.0),
        ("Plaquetas", "platelets", "10^3/µL", 0, 6, 640, 150, 400),
        ("Neutrófilos", "anc", "10^3/µL", 2, 0.05, 18, 1.80, 7.50),
        ("Linfocitos", "alc", "10^3/µL", 2, 0.1, 60, 1.00, 4.00),
        ("Glucosa", "glucose", "mg/dL", 0, 55, 340, 74, 106),
        ("Creatinina", "creatinine", "mg/dL", 2, 0.35, 5.1, 0.51, 0.95),
        ("Ácido úrico", "uric_acid", "mg/dL", 1, 1.8, 13.1, 2.4, 5.7),
        ("Sodio", "sodium", "mmol/L", 0, 121, 152, 136, 145),
        ("Potasio", "potassium", "mmol/L", 2, 2.6, 6.6, 3.50, 5.10),
        ("Calcio", "calcium", "mg/dL", 1, 7.1, 12.9, 8.6, 10.2),
        ("Ferritina", "ferritin", "ng/mL", 0, 6, 1900, 15, 150),
    ),
    "pt": _rows(
        ("Leucócitos", "wbc", "10^9/L", 2, 0.4, 95, 4.00, 11.00),
        ("Eritrócitos", "rbc", "10^12/L", 2, 1.9, 6.3, 3.80, 5.10),
        ("Hemoglobina", "hemoglobin", "g/dL", 1, 5.1, 17.6, 12.0, 16.0),
        ("Hematócrito", "hematocrit", "%", 1, 17, 52, 36.0, 47.0),
        ("VGM", "mcv", "fL", 1, 63, 118, 80.0, 100.0),
        ("HGM", "mch", "pg", 1, 20, 38, 27.0, 33.0),
        ("Plaquetas", "platelets", "10^9/L", 0, 6, 640, 150, 400),
        ("Neutrófilos", "anc", "10^9/L", 2, 0.05, 18, 2.00, 7.50),
        ("Linfócitos", "alc", "10^9/L", 2, 0.1, 60, 1.50, 4.00),
        ("Glicose", "glucose", "mg/dL", 0, 55, 340, 70, 105),
        ("Creatinina", "creatinine", "mg/dL", 2, 0.35, 5.1, 0.50, 0.90),
        ("Ureia", "urea", "mg/dL", 0, 12, 190, 17, 49),
        ("Sódio", "sodium", "mmol/L", 0, 121, 152, 136, 145),
        ("Potássio", "potassium", "mmol/L", 1, 2.6, 6.6, 3.5, 5.1),
        ("Ferritina", "ferritin", "ng/mL", 0, 6, 1900, 15, 150),
    ),
    "en_in": _rows(
        ("Haemoglobin", "hemoglobin", "gm/dl", 1, 5.1, 17.6, 12.0, 15.0),
        ("Total Leucocyte Count (TLC)", "wbc", "/cumm", 0, 500, 95000, 4000, 11000),
        ("R.B.C. Count", "rbc", "mill/cumm", 2, 1.9, 6.3, 3.80, 4.80),
        ("P.C.V.", "hematocrit", "%", 1, 17, 52, 36.0, 46.0),
        ("M.C.V.", "mcv", "fl", 1, 63, 118, 83.0, 101.0),
        ("M.C.H.", "mch", "pg", 1, 20, 38, 27.0, 32.0),
        ("Platelet Count", "platelets", "lakh/cumm", 2, 0.06, 6.3, 1.50, 4.10),
        ("Neutrophils", "neutrophils_percent", "%", 0, 3, 89, 40, 80),
        ("Lymphocytes", "lymphocytes_percent", "%", 0, 5, 92, 20, 40),
        ("Eosinophils", "eosinophils_percent", "%", 0, 1, 18, 1, 6),
        ("Monocytes", "monocytes_percent", "%", 0, 1, 20, 2, 10),
        ("ESR", "esr", "mm/hr", 0, 2, 118, 0, 20),
        ("Serum Creatinine", "creatinine", "mg/dl", 2, 0.35, 5.1, 0.60, 1.10),
        ("Blood Urea", "urea", "mg/dl", 1, 9, 190, 15.0, 40.0),
        ("Serum Uric Acid", "uric_acid", "mg/dl", 1, 1.8, 13.1, 2.6, 6.0),
        ("SGOT (AST)", "ast", "U/L", 0, 9, 480, 5, 40),
        ("SGPT (ALT)", "alt", "U/L", 0, 7, 510, 5, 40),
        ("Sodium", "sodium", "mEq/L", 0, 121, 152, 135, 145),
        ("Potassium", "potassium", "mEq/L", 1, 2.6, 6.6, 3.5, 5.1),
    ),
}
_KEYS = "laboratory patient id sex female taken age years test result unit range previous method end".split()
HEADS: dict[str, dict[str, str]] = {
    language: dict(zip(_KEYS, words.split("|"), strict=True))
    for language, words in {
        "en_us": "Harbor Reference Laboratory|Patient|MRN|Sex|Female|Date Collected|Age|years|TESTS|RESULT|UNITS|REFERENCE INTERVAL|Previous|Method: Photometry|*** Final report ***",
        "en_uk": "Riverside Pathology|Patient|NHS No|Sex|Female|Collected|Age|years|Test|Result|Units|Reference range|Previous|Method: Flow cytometry|End of report",
        "de": "Labor am Stadtpark|Patient|Patienten-ID|Geschlecht|weiblich|Entnahme|Alter|Jahre|Untersuchung|Ergebnis|Einheit|Referenzbereich|Vorwert|Methode: Photometrie|Ende des Befundes",
        "fr": "Laboratoire du Port|Patient|Dossier|Sexe|F|Prélèvement|Age|ans|Examen|Résultat|Unité|Valeurs de référence|Antérieur|Méthode: Photométrie|Fin du compte rendu",
        "es": "Laboratorio del Puerto|Paciente|NHC|Sexo|Femenino|Fecha de extracción|Edad|años|Prueba|Resultado|Unidades|Valores de referencia|Anterior|Método: Fotometría|Fin del informe",
        "pt": "Laboratório da Ribeira|Paciente|Processo|Sexo|Feminino|Colheita|Idade|anos|Exame|Resultado|Unidades|Valores de referência|Anterior|Método: Fotometria|Fim do relatório",
        "en_in": "Lotus Diagnostics|Patient Name|UHID|Sex|Female|Collected|Age|Years|Test Name|Result|Unit|Bio. Ref. Interval|Previous|Method: Photometric|End of report",
    }.items()
}
