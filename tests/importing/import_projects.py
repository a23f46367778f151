"""Tiny projects with figures of old editions, for importers, and next editions of real files written by hand."""

from pathlib import Path

import openpyxl
import yaml

from helpers import BENIN, changed, full, merged

FILES = Path(__file__).with_name("files")
UNDESA = FILES / "undesa_2020_excerpt.xlsx"
UNDESA_2019 = FILES / "undesa_2019_excerpt.xlsx"
POPULATION = FILES / "API_SP.POP.TOTL_DS2_en_csv_excerpt.csv"
UNHCR = FILES / "unhcr_rdf_2024_excerpt.csv"
UNHCR_PLAIN = FILES / "unhcr_rdf_2023_excerpt.csv"
ILOSTAT = FILES / "ilostat_EAR_4MTH_excerpt-2025-06-01.csv"
HDX = FILES / "worldbank_hdx_excerpt.csv"
EARNINGS = "Average monthly earnings of employees by sex and rural / urban areas | Total | Area type: National | Currency: 2021 PPP $"
SETS = """\
datasets:
  # comes every four years
  - id: undesa
    importer: undesa
    name: {fr: ONU, en: UN}
    url: https://desa.example/
    every: 24
    next: 2026-01
    series:
      - {code: stock, indicator: international_migrant_stock, source: desa-2015, edition: 2015}
      - {code: from, indicator: immigrants_from, source: desa-2015, edition: 2015}
      - {code: to, indicator: emigrants_to, source: desa-2015, edition: 2015}
      - {code: emigrants, indicator: emigrant_stock, source: desa-2015, edition: 2015}
  - id: world-bank
    importer: worldbank
    name: {fr: Banque, en: Bank}
    url: https://bank.example/
    every: 12
    next: 2026-07
    series:
      - {code: SP.POP.TOTL, indicator: population, source: bank, edition: 2015-07-01}
  - id: unhcr
    importer: unhcr
    name: {fr: HCR, en: UNHCR}
    url: https://unhcr.example/
    every: 12
    next: 2027-06
    series:
      - {code: "REF:asylum", indicator: refugees_hosted, source: bank, edition: 2015}
      - {code: "REF:from", indicator: refugees_hosted_from, source: bank, edition: 2015}
  - id: ilostat
    importer: ilostat
    name: {fr: OIT, en: ILO}
    url: https://ilostat.example/
    every: 12
    next: 2027-06
    series:
      - code: "%s"
        indicator: earnings
        source: bank
        edition: 2015
        times: 1
""" % EARNINGS  # noqa: UP031 - braces stand in the text
_FIGURES = """\
figures:
  - indicator: population
    source: bank
    checked: 2026-11-01
    values: {2000: 4924402, 2010: 6421679}  # from a census
  - indicator: international_migrant_stock
    source: desa-2015
    checked: 2026-11-01
    values:
      {1990: 84844, 2000: 137968,
       2010: 255500}
  - indicator: emigrants_to
    source: ilo
    checked: 2026-11-01
    year: 2024
    by_country:
      BEN: 71000
"""
INDICATORS = ("immigrants_from", "emigrant_stock", "refugees_hosted", "refugees_hosted_from", "earnings")
_TEXT = "    name: {fr: Nom, en: Name}\n    definition: {fr: Ce que c’est., en: What it is.}\n"
TOGO = "data/country_profiles/TGO.yaml"


def project(root: Path) -> Path:
    """Togo with figures of 2015, Benin with none."""
    old = changed(TOGO)[TOGO]
    start, end = old.index("figures:\n"), old.index("law:\n")
    more = "".join(f"  - id: {name}\n    unit: persons\n{_TEXT}" for name in INDICATORS)
    sources = "".join(
        f"  - id: {name}\n    publisher: {name.title()}\n    title: Figures 2015\n    url: https://{name}.example/\n    published: 2015\n    read: 2026-11-01\n"
        "    copy_of: A copy\n" for name in ("bank", "desa-2015")
    )  # fmt: skip
    return full(root, merged(
        {TOGO: old[:start] + _FIGURES + old[end:], "data/country_profiles/BEN.yaml": BENIN, "data/imports.yaml": SETS},
        {"data/indicators.yaml": changed("data/indicators.yaml")["data/indicators.yaml"] + more},
        {"data/sources.yaml": changed("data/sources.yaml")["data/sources.yaml"] + sources},
    ))  # fmt: skip


def figures(root: Path, country: str = "TGO") -> dict[tuple[str, str], dict]:
    """The series of a country by indicator and edition."""
    tree = yaml.load((root / f"data/country_profiles/{country}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return {(series["indicator"], series.get("edition", "")): series for series in tree.get("figures", ())}


def next_edition(path: Path, cells: dict[str, object]) -> Path:
    """UN DESA's workbook of 2020 as it could come out in 2024, with other values in some cells of its first table."""
    book = openpyxl.load_workbook(UNDESA)
    for sheet in book.worksheets:
        for row in sheet.iter_rows(max_row=11):
            for cell in row:
                if isinstance(cell.value, str):
                    cell.value = cell.value.replace("2020", "2024")
                elif cell.value == 2020:
                    cell.value = 2024
    for place, value in cells.items():
        book["Table 1"][place] = value
    book.save(path)
    return path


def togo_row(path: Path = UNDESA) -> int:
    """The row of Togo in the first table."""
    sheet = openpyxl.load_workbook(path)["Table 1"]
    return next(row[0].row for row in sheet.iter_rows() if row[3].value == 768)


PAIRS = [
    ["International Migrant Stock 2024: Destination and origin"], ["POP/DB/MIG/Stock/Rev.2024"], [],
    ["", "", "", "", "", "International migrant stock at mid-year, both sexes combined", "", "International migrant stock at mid-year, females", ""],
    ["Region, development group, country or area of destination", "Notes of destination", "Location code of destination", "Region of origin",
     "Location code of origin", 2020, 2024, 2020, 2024],
    ["WORLD", "", 900, "Togo", 768, 539877, 584790, 268299, 290875],
    ["Benin*", "", 204, "Togo", 768, 110000, 120390, 50000, 60000],
    ["Ghana", "", 288, "Togo", 768, 100000, 115972, 50000, 60000],
    ["Togo", "", 768, "WORLD", 900, 279936, 281994, 138129, 139144],
    ["Togo", "", 768, "Benin", 204, 70000, 72863, 30000, 31000],
    ["Togo", "", 768, "Ghana", 288, 47000, "47,579", 20000, 21000],
    ["Togo", "", 768, "Kosovo", 412, "..", 5, "..", ".."],
    ["Togo", "", 768, "Other", 2003, 20000, 21894, 9000, 9900],
]  # fmt: skip
"""UN DESA's workbook by destination and origin, edition 2024, in its documented form."""


def workbook(path: Path, rows: list[list[object]], sheet: str = "Table 1") -> Path:
    """A workbook of one sheet."""
    book = openpyxl.Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path
