"""Splink over a table, or over two: left.csv right.csv|- out.csv columns...

Tables have id, name, birth (YYYYMMDD or YYYYMM) and some of sex, place, area, other. Writes a, b, p.
"""
import sys
import warnings

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

warnings.filterwarnings("ignore")
left, right, out, *columns = sys.argv[1:]
con = duckdb.connect()


def table(name, path):
    con.execute(
        f"""CREATE TABLE {name} AS SELECT id AS unique_id, name, substr(birth, 1, 4) AS year, substr(birth, 1, 6) AS month,
        CASE WHEN length(birth) = 8 THEN birth END AS day, substr(name, 1, 1) AS first{"".join(", " + c for c in columns)}
        FROM read_csv('{path}', all_varchar = true, header = true)"""
    )


table("a", left)
two = right != "-"
if two:
    table("b", right)

comparisons = [
    cl.CustomComparison(
        output_column_name="name",
        comparison_levels=[
            cll.NullLevel("name"),
            cll.ExactMatchLevel("name", term_frequency_adjustments=True),
            cll.LevenshteinLevel("name", 1) if not two else cll.CustomLevel(
                "length(name_l) = length(name_r) and (substr(name_l, 2) = substr(name_r, 2)"
                " or substr(name_l, 1, 1) || substr(name_l, 3) = substr(name_r, 1, 1) || substr(name_r, 3)"
                " or substr(name_l, 1, 2) || substr(name_l, 4) = substr(name_r, 1, 2) || substr(name_r, 4))",
                "One character differs",
            ),
            cll.JaroWinklerLevel("name", 0.88),
            cll.ElseLevel(),
        ],
    ),
    cl.CustomComparison(
        output_column_name="birth",
        comparison_levels=[
            cll.NullLevel("month"),
            cll.ExactMatchLevel("day"),
            cll.ExactMatchLevel("month"),
            cll.ExactMatchLevel("year"),
            cll.ElseLevel(),
        ],
    ),
]
for column in columns:
    if column == "place":
        comparisons.append(
            cl.CustomComparison(
                output_column_name="place",
                comparison_levels=[
                    cll.NullLevel("place"),
                    cll.ExactMatchLevel("place", term_frequency_adjustments=True),
                    *([cll.ExactMatchLevel("area")] if "area" in columns else []),
                    cll.ElseLevel(),
                ],
            )
        )
    if column == "other":
        comparisons.append(cl.ExactMatch("other"))
sex = ["sex"] if "sex" in columns else []
blocks = [block_on("name", *sex), block_on("first", "month", *sex)]
if not two:
    blocks.append(block_on("day"))
    if "other" in columns:
        blocks.append(block_on("other"))
api = DuckDBAPI(connection=con)
frames = [api.register("a")] + ([api.register("b")] if two else [])
linker = Linker(
    frames if two else frames[0],
    SettingsCreator(
        link_type="link_only" if two else "dedupe_only",
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=blocks,
    ),
    log_level=40,
)
linker.training.estimate_probability_two_random_records_match([block_on("name", "month", *sex)], recall=0.8)
linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
linker.training.estimate_parameters_using_expectation_maximisation(block_on("name", *sex), record_sample_proportion=1.0)
linker.training.estimate_parameters_using_expectation_maximisation(
    block_on("day" if not two else "month", *(["first"] if two else []), *sex), record_sample_proportion=1.0
)
found = linker.inference.predict(threshold_match_probability=0.01)
con.execute(
    f"""COPY (SELECT unique_id_l AS a, unique_id_r AS b, match_probability AS p FROM {found.physical_name}) TO '{out}' (HEADER)"""
)
