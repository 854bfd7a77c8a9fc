#!/usr/bin/env python3
"""Checks that a workbook holds a table, cell for cell, and is made up as it should be.

Usage: .ci/workbook.py FILE.xlsx TABLE.json     (needs: pip install openpyxl)
       .ci/workbook.py --rows FILE.csv TABLE.json     (whether there are as many rows)
"""

import csv
import json
import re
import sys

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.escape import unescape

ADDRESS = re.compile(r"\b(?:https?://|mailto:)[^\s;]+")
LONGEST = 32767
A4 = 9


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def expected(value):
    """A value as a workbook can hold it: no text is no cell."""
    if not isinstance(value, str):
        return value
    text = re.sub("\r\n?", "\n", value)
    text = re.sub("[\x00-\x08\x0b-\x1f\ufffe\uffff]", "", text)
    units = text.encode("utf-16-le")
    if len(units) // 2 > LONGEST:
        text = units[: (LONGEST - 1) * 2].decode("utf-16-le", errors="ignore") + "…"
    return text or None


def held(cell):
    """What a cell holds; openpyxl leaves _x005F_ in inline texts as it is."""
    return (unescape(cell.value) if "_x" in cell.value else cell.value) or None if isinstance(cell.value, str) else cell.value


def faults(path, table):
    workbook = load_workbook(path)
    if workbook.sheetnames != ["Overzicht", "Toelichting"]:
        yield f"the sheets are {workbook.sheetnames}"
        return
    sheet = workbook["Overzicht"]
    columns, rows = table["columns"], [table["columns"], *table["rows"]]
    corner = f"{get_column_letter(len(columns))}{len(rows)}"
    if (sheet.max_row, sheet.max_column) != (len(rows), len(columns)):
        yield f"{sheet.max_row} rows and {sheet.max_column} columns, not {len(rows)} and {len(columns)}"
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            if held(cell) != expected(value):
                yield f"{cell.coordinate}: {held(cell)!r:.200} instead of {expected(value)!r:.200}"
            if cell.data_type == "f":
                yield f"{cell.coordinate}: a formula"
            if isinstance(value, (int, float)) and cell.data_type != "n":
                yield f"{cell.coordinate}: a number as text"
            if cell.hyperlink:
                target = cell.hyperlink.target + (f"#{cell.hyperlink.location}" if cell.hyperlink.location else "")
                if not ADDRESS.match(target):
                    yield f"{cell.coordinate}: opens {target!r}"
    # A column in which texts end with an address is one of links.
    for column, heading in enumerate(columns, 1):
        linked = [sheet.cell(number, column).hyperlink is not None for number in range(2, len(rows) + 1)]
        for number, isLinked in enumerate(linked, 2):
            if any(linked) and ADDRESS.search(str(sheet.cell(number, column).value or "")) and not isLinked:
                yield f"{sheet.cell(number, column).coordinate} ({heading}): an address that does not open"
    pane = re.fullmatch(r"[A-Z]+2", sheet.freeze_panes or "")
    if not pane:
        yield f"frozen at {sheet.freeze_panes}, not below the headings"
    if sheet.auto_filter.ref not in (f"A1:{corner}", f"A1:{get_column_letter(len(columns))}{len(rows) - 1}"):
        yield f"filters {sheet.auto_filter.ref}, not A1:{corner}"
    if not sheet["A1"].font.b or sheet["A1"].fill.fill_type != "solid":
        yield "the headings are not bold on a fill"
    if sheet.print_title_rows != "$1:$1":
        yield f"repeats {sheet.print_title_rows} on every page"
    for sheet in workbook:
        setup = sheet.page_setup
        if (int(setup.paperSize), setup.orientation, setup.fitToHeight) != (A4, "landscape", 0) or not sheet.sheet_properties.pageSetUpPr.fitToPage:
            yield f"{sheet.title}: printed on paper {setup.paperSize}, {setup.orientation}"
        if "&P" not in str(sheet.oddFooter.right.text) and "Page" not in str(sheet.oddFooter.right.text):
            yield f"{sheet.title}: no page number"
    if not workbook["Toelichting"]["A1"].value:
        yield "Toelichting: no title"


def main(arguments):
    table = read(arguments[-1])
    if arguments[0] == "--rows":
        csv.field_size_limit(1 << 20)
        with open(arguments[1], encoding="utf-8", newline="") as file:
            count = sum(1 for _ in csv.reader(file))
        print(f"LibreOffice: {count} rows, {len(table['rows']) + 1} in the table")
        return 0 if count == len(table["rows"]) + 1 else 1
    found = list(faults(arguments[0], table))
    print(*found[:50], f"openpyxl: {len(table['rows'])} rows of {len(table['columns'])} columns: {len(found)} faults", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
