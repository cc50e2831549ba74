"""Further manners of printing: nine kinds of laboratories with the names, units and words that they use, and reports drawn for them.

`drawn(region, seed)` gives a report to print; `rendering_forms` prints it. The rows differ from those of `rendering_rows` on purpose.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from rendering import Gold, Printed, ReportSpec
from rendering_rows import Row, Style

SECRETS = ("Quillfeather", "ZX4471902", "Larkmeadow")


@dataclass(frozen=True, slots=True)
class Region(Style):
    """A style that groups thousands from four digits on, and says how ranges are joined and its words."""

    join: str = " - "
    words: str = ""

    def number(self, value: float, digits: int) -> str:
        """`value` as this region prints it."""
        whole, _, part = f"{value:.{digits}f}".partition(".")
        if self.thousands:
            whole = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", self.thousands, whole)
        return whole + (("," if self.comma else ".") + part if part else "")

    def word(self, key: str) -> str:
        """A printed word of the head."""
        return dict(zip(_KEYS, self.words.split("|"), strict=True))[key]


_KEYS = "laboratory patient id birth sex female taken printed doctor test result unit range previous method page final".split()
REGIONS = {
    "us_chain": Region(
        "en", True, "Helvetica", ("L", "H"), False, "{m}/{d}/{y}", "", "-",
        "Corner Street Diagnostics|Patient Name|Patient ID|DOB|Gender|Female|Collected|Reported|Ordering Physician|Test Name|Result|Units|Reference Range|Previous Result|Method: Electrical impedance|Page|Report Status: FINAL",
    ),
    "uk_ward": Region(
        "en", False, "Liberation", ("*", "*"), False, "{d}/{m}/{y}", "", " - ",
        "Moorfield Hospital Pathology|Patient|Hospital No|Date of Birth|Sex|Female|Date collected|Date reported|Consultant|Test|Result|Units|Reference range|Previous|Analyser 4|Page|Final report",
    ),
    "de_klinik": Region(
        "de", False, "DejaVu", ("-", "+"), True, "{d}.{m}.{y}", "", " - ",
        "MVZ Labor Lindenhof|Patient|Auftragsnummer|geb.|Geschlecht|weiblich|Entnahmedatum|Druckdatum|Einsender|Analyse|Ergebnis|Einheit|Referenzbereich|Vorwert|Photometrie|Seite|Endbefund",
    ),
    "fr_ville": Region(
        "fr", False, "DejaVu", ("*", "*"), True, "{d}/{m}/{y}", " ", " à ",
        "Laboratoire des Halles|Patient|Dossier N°|Né(e) le|Sexe|Féminin|Prélevé le|Edité le|Docteur|Analyse|Résultat|Unité|Valeurs de référence|Antériorité|Cytométrie en flux|Page|Compte rendu complet",
    ),
    "es_hospital": Region(
        "es", False, "Liberation", ("*", "*"), True, "{d}/{m}/{y}", "", " - ",
        "Hospital de la Vega, Laboratorio|Paciente|N.º historia|Fecha de nacimiento|Sexo|Mujer|Fecha de extracción|Fecha de informe|Médico|Prueba|Resultado|Unidades|Intervalo de referencia|Anterior|Espectrofotometría|Página|Informe definitivo",
    ),
    "pt_brasil": Region(
        "pt", False, "DejaVu", ("", ""), True, "{d}/{m}/{y}", ".", " a ",
        "Laboratório Ipê|Paciente|Protocolo|Nascimento|Sexo|Feminino|Coletado em|Emitido em|Médico|Exame|Resultado|Unidade|Valores de referência|Resultado anterior|Método: Automatizado|Página|Laudo final",
    ),
    "it_ospedale": Region(
        "it", False, "Liberation", ("*", "*"), True, "{d}/{m}/{y}", "", " - ",
        "Laboratorio Analisi San Martino|Paziente|Codice|Nato/a il|Sesso|Femmina|Data prelievo|Data referto|Medico|Esame|Risultato|U.M.|Valori di riferimento|Precedente|Citofluorimetria|Pagina|Referto definitivo",
    ),
    "in_chain": Region(
        "en", False, "DejaVu", ("Low", "High"), False, "{d}-{m}-{y}", "", " - ",
        "Kaveri Diagnostics|Name|Reg. No.|DOB|Gender|Female|Sample Collected On|Report Released On|Ref. By|Investigation|Observed Value|Unit|Biological Reference Interval|Previous|Method: Photometry|Page|End of Report",
    ),
}  # fmt: skip


def _rows(table: str) -> tuple[Row, ...]:
    """Rows from lines of name|analyte|unit|digits|lowest|highest|range low|range high."""
    cells = (line.split("|") for line in table.strip().splitlines())
    return tuple(Row(name, analyte, unit, int(digits), *map(float, ends)) for name, analyte, unit, digits, *ends in cells)


def drawn(region: str, seed: int, rows: int = 16, days: int = 1) -> ReportSpec:
    """A report of one region with `rows` tests on `days` days, newest first; every number follows from `seed`."""
    from rendering_regions_rows import TABLES

    dice = random.Random(f"{region}-{seed}")
    style, tests = REGIONS[region], _rows(TABLES[region])
    chosen = sorted(dice.sample(range(len(tests)), min(rows, len(tests))))
    dates = tuple(f"2026-{10 - 2 * number:02d}-{dice.randint(13, 28)}" for number in range(days))
    printed, gold = [], []
    for row in (tests[index] for index in chosen):
        numbers = [round(dice.uniform(row.low, row.high), row.digits) for _ in dates]
        gold += [Gold(row.analyte, number, row.unit, day) for number, day in zip(numbers, dates, strict=True)]
        flag = style.flags[1] if numbers[0] > row.ref_high else style.flags[0] if numbers[0] < row.ref_low else ""
        ends = style.join.join(style.number(end, row.digits) for end in (row.ref_low, row.ref_high))
        printed.append(Printed(row, tuple(style.number(number, row.digits) for number in numbers), flag, ends))
    return ReportSpec(style, tuple(printed), dates, tuple(gold), SECRETS)
