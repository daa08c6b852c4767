"""The comparisons of the bench in Polars: polars_script.py SOURCES STORE. Prints figures as JSON.

Every CSV is read as text with row numbers into zstd Parquet, then the same fourteen comparisons,
in the order of the yardstick and with the same keys.
"""

import json
import re
import sys
import time
from pathlib import Path

import polars as pl
from polars import col

sources, store = Path(sys.argv[1]), Path(sys.argv[2])
keys = store / "keys"
keys.mkdir(parents=True, exist_ok=True)
TABLES = {
    "household": "户籍人口",
    "death": "死亡注销",
    "cremation": "火化登记",
    "vehicle": "机动车登记",
    "marriage": "婚姻登记业务",
    "old_marriage": "婚姻登记历史",
    "welfare": "低保人员",
    "company": "市场主体登记",
    "shareholder": "股东及出资",
    "resume": "干部任职经历",
    "project": "招标项目",
    "bidder": "投标人一览",
    "won": "中标结果",
    "upload": "投标文件上传",
    "subsidy": "惠农补贴发放",
    "pension": "养老待遇",
    "plot": "土地承包经营权",
    "claim": "补贴面积申报",
    "house": "不动产登记",
    "village_cadre": "村（社区）干部",
}

files = sorted(sources.rglob("*.csv"))
start = time.perf_counter()
for i, path in enumerate(files):
    pl.scan_csv(path, infer_schema=False, row_index_name="_row", row_index_offset=1).sink_parquet(
        store / f"{i}.parquet", compression="zstd"
    )
load = time.perf_counter() - start

t = {
    name: pl.concat(
        [pl.scan_parquet(store / f"{i}.parquet") for i, path in enumerate(files) if re.search(pattern, str(path))],
        how="diagonal",
    )
    for name, pattern in TABLES.items()
}

members = t["household"].select(hh="户号", id="公民身份号码", rel="与户主关系")
head = members.filter(col("rel") == "户主").select("hh", a="id")
others = members.filter(col("rel") != "户主").select("hh", b="id")
one_way = pl.concat(
    [
        head.join(others, on="hh").select("a", "b"),
        t["marriage"].select(a="男方身份证件号", b="女方身份证件号"),
        t["old_marriage"].select(a="男方证件号码", b="女方证件号码"),
    ]
)
kin = pl.concat([one_way, one_way.select(a="b", b="a")]).drop_nulls().unique()
resume = t["resume"].select(id="身份证号").unique()
cadre = pl.concat([resume, t["village_cadre"].select(id="身份证号码")]).unique()
near = resume.join(kin, left_on="id", right_on="a")
relative = pl.concat([near, near.join(kin.select(a="a", far="b"), left_on="b", right_on="a").select("id", b="far")]).unique()
number = lambda name: col(name).str.replace_all(r"[,￥%]", "").cast(pl.Float64, strict=False)
died_on = lambda name: col(name).str.replace_all("/", "-").str.to_date("%Y-%m-%d", strict=False)
deaths = pl.concat(
    [
        t["death"].select(id="公民身份号码", died=died_on("死亡日期")),
        t["cremation"].select(id="逝者证件号", died=died_on("死亡时间")),
    ]
)
stake = t["shareholder"].select(
    code="统一社会信用代码", person="股东证件号码", parent="股东统一社会信用代码", pct=number("持股比例")
).filter(col("pct") >= 10)
lot = col("项目编号") + "/"
bids = t["bidder"].select(lot=lot + col("标段（包）号"), code="统一社会信用代码", price=number("投标报价（元）"))

COMPARISONS = {
    "payments after death": lambda: t["pension"]
    .filter(col("待遇项目") == "养老金", col("发放状态") == "成功")
    .join(deaths.group_by("id").agg(col("died").min()), left_on="身份证号", right_on="id")
    .filter(
        (col("归属月份") + "01").str.to_date("%Y%m%d", strict=False)
        > col("died").dt.month_end().dt.offset_by("1mo")
    )
    .select("身份证号"),
    "welfare and car": lambda: t["welfare"]
    .join(t["vehicle"].filter(col("车辆类型").str.contains("(轿车|客车|货车)$")), left_on="身份证号", right_on="身份证明号码")
    .select("身份证号"),
    "welfare, house and cadre": lambda: t["welfare"]
    .join(t["house"].filter(col("权属状态") == "现势"), left_on="身份证号", right_on="权利人证件号", how="semi")
    .join(kin.join(cadre, left_on="a", right_on="id", how="semi"), left_on="身份证号", right_on="b", how="semi")
    .select("身份证号"),
    "one account, many people": lambda: pl.concat(
        [
            t["subsidy"].select(acct="一卡通账号", id="户主身份证号码"),
            t["pension"].select(acct="银行账号", id="身份证号"),
        ]
    )
    .filter(col("acct") != "")
    .group_by("acct")
    .agg(col("id").min(), n=col("id").drop_nulls().n_unique())
    .filter(col("n") >= 3)
    .select("id"),
    "kinship, two steps from cadres": lambda: near.join(kin.select(a="a", far="b"), left_on="b", right_on="a")
    .filter(col("far") != col("id"))
    .group_by("id")
    .agg(n=col("far").n_unique())
    .filter(col("n") >= 4)
    .select("id"),
    "control chain, three steps": lambda: stake.select(code="code", up="parent")
    .join(stake.select(up="code", person2="person", up2="parent"), on="up")
    .join(stake.select(up2="code", person3="person"), on="up2", how="left")
    .with_columns(who=pl.coalesce("person3", "person2"))
    .drop_nulls("who")
    .group_by("who")
    .agg(n=col("code").n_unique())
    .filter(col("n") >= 3)
    .select("who"),
    "relatives' companies that won from the cadre's unit": lambda: t["won"]
    .select("项目编号", code="统一社会信用代码")
    .join(t["project"].select("项目编号", unit="招标人"), on="项目编号")
    .join(t["resume"].select(cadre="身份证号", unit="任职单位"), on="unit")
    .join(t["company"].select(code="统一社会信用代码", legal="法定代表人证件号码"), on="code")
    .join(relative.select(cadre="id", legal="b"), on=["cadre", "legal"])
    .select("code"),
    "same address in a lot": lambda: t["upload"]
    .filter(col("上传IP") != "")
    .group_by(lot=lot + col("标段"), ip="上传IP")
    .agg(n=col("统一社会信用代码").n_unique())
    .filter(col("n") > 1)
    .select("lot"),
    "pairs who bid together": lambda: bids.select("lot", "code")
    .join(bids.select("lot", other="code"), on="lot")
    .filter(col("other") > col("code"))
    .group_by("code", "other")
    .len()
    .filter(col("len") >= 5)
    .select("code"),
    "low variation of bids": lambda: bids.group_by("lot")
    .agg(n=pl.len(), sd=col("price").std(), mean=col("price").mean())
    .filter(col("n") >= 3, col("sd") <= 0.01 * col("mean"))
    .select("lot"),
    "shared phones": lambda: t["company"]
    .filter(col("联系电话") != "")
    .group_by("联系电话")
    .agg(code=col("统一社会信用代码").min(), n=col("统一社会信用代码").n_unique())
    .filter(col("n") > 1)
    .select("code"),
    "same item twice a month": lambda: t["pension"]
    .filter(col("发放状态") == "成功", number("发放金额") > 0)
    .group_by("身份证号", "归属月份", "待遇项目")
    .len()
    .filter(col("len") > 1)
    .select("身份证号"),
    "claimed more than contracted": lambda: t["claim"]
    .group_by("农户编码", "年度", "季别")
    .agg(col("身份证号").min(), claimed=pl.coalesce(number("申报面积（亩）"), number("申报面积（公顷）") * 15, number("申报面积") * 0.0015).sum())
    .join(t["plot"].group_by("承包方编码").agg(area=number("合同面积（亩）").sum()), left_on="农户编码", right_on="承包方编码")
    .filter(col("claimed") > col("area") * 1.05 + 0.5)
    .select("身份证号"),
    "subsidies to the dead": lambda: t["subsidy"]
    .join(deaths.select("id", year=col("died").dt.year()), left_on="户主身份证号码", right_on="id")
    .filter(col("补贴年度").cast(pl.Int32, strict=False) > col("year"))
    .select("户主身份证号码"),
}

comparisons = []
for name, ask in COMPARISONS.items():
    start = time.perf_counter()
    found = ask().unique().collect(engine="streaming").to_series().drop_nulls()
    comparisons.append({"name": name, "seconds": time.perf_counter() - start, "rows": len(found)})
    (keys / f"{name}.txt").write_text("\n".join(found), encoding="utf-8")
print(json.dumps({"load": load, "comparisons": comparisons}, ensure_ascii=False))
