"""The tables of docs/results.md.

python3 docs/results/tables.py                    prints them from the files in docs/results
python3 docs/results/tables.py collect NAME OUT   takes these files from the output folder OUT of a build into docs/results/NAME
"""
import csv
import json
import pathlib
import shutil
import statistics
import sys

HERE = pathlib.Path(__file__).parent
FIGURES = ["overview", "baselines", "importance-paired-structure", "importance-paired-composition", "importance-structure",
           "importance-composition", "published-structure", "published-composition", "difference"]


def collect(name, out):
    target = HERE / name
    target.mkdir(exist_ok=True)
    for figure in FIGURES:
        file = pathlib.Path(out) / "figures" / f"{figure}.csv"
        if file.exists() and len(file.read_text().splitlines()) > 1:
            shutil.copy(file, target)
    with open(pathlib.Path(out) / "results.csv") as source, open(target / "baselines-by-seed.csv", "w", newline="") as kept:
        table = csv.DictWriter(kept, ["representation", "target", "seed", "test_mae", "constant_mae"], extrasaction="ignore",
                               lineterminator="\n")
        table.writeheader()
        table.writerows(row for row in csv.DictReader(source) if not row["features"])
    analysis = json.load(open(pathlib.Path(out) / "analysis.json"))
    kept = {key: analysis[key] for key in ["dataset", "couplings", "ceiling"] if key in analysis}
    if "published" in analysis:
        kept["published"] = {key: value for key, value in analysis["published"].items() if key != "cells"}
    kept["positiveControls"] = analysis["entanglement"]["positiveControls"]
    kept["regimes"] = [
        {"representation": each["representation"], "counts": each["counts"], "regime": each["regime"], "communities": each["communities"],
         "communityRegimes": each["communityRegimes"], "measures": [m for m in each["measures"] if m["value"] is not None]}
        for each in analysis["entanglement"]["representations"]]
    if "transfer" in analysis:
        with open(target / "transfer.csv", "w", newline="") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow(["representation", "along", "target", "verdict", "reason", "change_percent", "low_percent", "high_percent",
                            "against_noise_percent"])
            for v in analysis["transfer"]["verdicts"]:
                noise = v["againstControl"]["change"] if v.get("againstControl") else None
                table.writerow([v["representation"], "+".join(v["feature"]), v["target"], v["verdict"], v["reason"],
                                *[round(100 * v[k], 4) for k in ("change", "low", "high")], "" if noise is None else round(100 * noise, 4)])
        kept["gradients"] = analysis["transfer"]["gradients"]
    (target / "analysis.json").write_text(json.dumps(kept, indent=1) + "\n")


def rows(name, file):
    path = HERE / name / f"{file}.csv"
    return list(csv.DictReader(open(path))) if path.exists() else []


def analysis(name):
    path = HERE / name / "analysis.json"
    return json.load(open(path)) if path.exists() else {}


def table(title, headings, lines):
    print(f"\n{title}\n")
    print("| " + " | ".join(headings) + " |")
    print("| " + " | ".join(["---"] + ["---:"] * (len(headings) - 1)) + " |")
    for line in lines:
        print("| " + " | ".join(str(cell) for cell in line) + " |")


def number(text):
    value = float(text)
    return f"{value:.3g}" if abs(value) < 100 else f"{value:.0f}"


def null(row):
    return row["features"] == "noise" or row["features"].startswith("shuffled")


def percent(value):
    return f"{float(value):+.1f}"


def change(row):
    return f"{percent(row['change_percent'])} ({percent(row['low_percent'])} to {percent(row['high_percent'])})"


def baselines(name):
    control = {(c["representation"], c["target"]): c["reduction"] for c in analysis(name)["positiveControls"]}
    both = {}
    for row in rows(name, "baselines"):
        both.setdefault((row["target"], row["unit"]), {})[row["representation"]] = row
    return [[
        f"{target}{', ' + unit if unit else ''}", number(by["structure"]["constant_mae"]),
        *[number(by[r]["test_mae"]) for r in ("structure", "composition")],
        *[f"{100 * control[(r, target)]:.0f} %" if (r, target) in control else "" for r in ("structure", "composition")],
    ] for (target, unit), by in both.items()]


def main():
    found = rows("crystals", "overview")
    print(json.dumps(analysis("crystals")["dataset"]))
    table("Baselines", ["target", "best constant", "structure", "composition", "answer takes off, structure", "composition"],
          baselines("crystals"))
    published = analysis("crystals")["published"]
    table("Agreement",
          ["rule", "representation", "couplings", "both", "[T] alone", "here alone", "neither", "agreement", "by chance", "kappa",
           "not decided"],
          [[a["rule"], a["representation"] or "together", a["cells"], a["both"], a["onlyThere"], a["onlyHere"], a["neither"],
            f"{100 * a['share']:.0f} %", f"{100 * a['byChance']:.0f} %",
            f"{a['kappa']:.2f} ({a['kappaLow']:.2f} to {a['kappaHigh']:.2f})", a["silent"]] for a in published["agreements"]])
    table("Last column", ["feature", "[T]", "here, rule of [T]", "here, verdicts"],
          [[c["feature"], c["published"], c["pooled"], c["verdict"]] for c in published["counts"]])
    table("Spreads", ["property", "mean, [T]", "mean, here", "deviation, [T]", "deviation, here"],
          [[s["property"], *[number(s[k]) for k in ("publishedMean", "mean", "publishedDeviation", "deviation")]]
           for s in published["spreads"]])
    claims = [r for r in found if r["verdict"] in ("informs", "harms")]
    table("Claims", ["coupling", "structure, %", "composition, %"], [
        [pair, *[next((f"{r['verdict']} {change(r)}" for r in claims
                       if (r["representation"], f"{r['features']} → {r['target']}") == (rep, pair)), "") for rep in
                 ("structure", "composition")]]
        for pair in dict.fromkeys(f"{r['features']} → {r['target']}" for r in claims)])
    there = {(r, c["feature"], c["target"]): c["published"] == "yes" for r in ("structure", "composition")
             for c in rows("crystals", f"published-{r}")}
    table("Contradicted", ["coupling", "representation", "[T]", "verdict", "change, %"], [
        [f"{r['features']} → {r['target']}", r["representation"], "significant" if there[key] else "not significant", r["verdict"],
         change(r)]
        for r in found if (key := (r["representation"], r["features"], r["target"])) in there
        and r["verdict"] in ("informs", "harms", "nothing") and (r["verdict"] == "informs") != there[key]])
    further()
    for form in ("importance", "importance-paired"):
        for representation in ("structure", "composition"):
            each = rows("crystals", f"{form}-{representation}")
            for kind, some in (("features", [r for r in each if r["is_control"] == "no" and r["contains_target"] == "no"]),
                               ("controls", [r for r in each if r["is_control"] == "yes"])):
                print(form, representation, kind, len(some), "significant", sum(float(r["upper_percent"]) < 0 for r in some),
                      "harmful", sum(float(r["lower_percent"]) > 0 for r in some),
                      "median change", percent(statistics.median(float(r["change_percent"]) for r in some)))
    difference = [r for r in rows("crystals", "difference") if r["features"] != r["target"]]
    learnt = [r for r in difference if r["target"] not in ("total-magnetization", "e-above-hull")]
    for kind, some in (("features", [r for r in learnt if not null(r)]), ("controls", [r for r in learnt if null(r)])):
        more = [float(r["composition_percent"]) < float(r["structure_percent"]) for r in some]
        print(kind, "helped composition more:", sum(more), "of", len(more), "of targets that both learn; median change in composition",
              percent(statistics.median(float(r["composition_percent"]) for r in some)), "in structure",
              percent(statistics.median(float(r["structure_percent"]) for r in some)))
    for each in analysis("crystals")["regimes"]:
        print(each["representation"], each["regime"]["announced"], each["regime"]["repetitions"], each["counts"])
        for community in each["communityRegimes"]:
            print("  community", community["members"], community["regime"]["announced"], community["regime"]["repetitions"])
        print("  measures", {m["measure"]: [round(m[k], 3) for k in ("value", "lower", "upper")] for m in each["measures"]})
    shares = [s for s in ("0", "0.25", "0.5", "0.75", "1") if (HERE / f"formulas-{s}").exists()]
    if shares:
        table("By the share of unique formulas: error in composition over that in structure",
              ["target", *[f"{100 * float(s):.0f} %" for s in shares]],
              [[target, *[ratio(f"formulas-{s}", target) for s in shares]]
               for target in dict.fromkeys(r["target"] for r in rows(f"formulas-{shares[0]}", "baselines"))])
        for s in shares:
            table(f"formulas {s}", ["target", "constant", "structure", "composition", "ceiling at least", "at most"], errors(f"formulas-{s}"))
    for name in ("stable", "metastable", "perovskites", "perovskites-1892", "perovskites-946"):
        if (HERE / name).exists():
            print(json.dumps(analysis(name)["dataset"]))
            table(name, ["target", "constant", "structure", "composition", "ceiling at least", "at most"], errors(name))
            if len({r["representation"] for r in rows(name, "baselines")}) > 1:
                print([(t, ratio(name, t)) for t in dict.fromkeys(r["target"] for r in rows(name, "baselines"))])
    if (HERE / "told-1").exists():
        by = {(s, r["features"], r["target"]): r for s in ("0", "1") for r in rows(f"told-{s}", "overview")}
        table("What composition is told, by the share of unique formulas", ["coupling", "0 %", "100 %"], [
            [f"{feature} → {target}", *[f"{change(by[(s, feature, target)])}, {by[(s, feature, target)]['verdict']}" for s in ("0", "1")]]
            for feature, target in dict.fromkeys(key[1:] for key in by)])
    if (HERE / "steered").exists():
        before = {(r["representation"], r["features"], r["target"]): r for r in found}
        after = {(r["representation"], r["features"], r["target"]): r for r in rows("steered", "overview")}
        table("Steered edges", ["edge", "before", "after"], [
            [f"{f} → {t}, {rep}", f"{change(before[(rep, f, t)])}, {before[(rep, f, t)]['verdict']}, {before[(rep, f, t)]['seeds']} seeds",
             f"{change(r)}, {r['verdict']}, {r['seeds']} seeds"]
            for (rep, f, t), r in after.items() if r["seeds"] != before[(rep, f, t)]["seeds"]])
        print("other verdicts that changed:", [(*key, before[key]["verdict"], r["verdict"]) for key, r in after.items()
                                               if r["verdict"] != before[key]["verdict"] and r["seeds"] == before[key]["seeds"]])
    for name in ("together", "together-2k", "pair"):
        if (HERE / name).exists():
            transfers(name)
    if (HERE / "nulls").exists():
        nulls = rows("nulls", "overview")
        print("nulls:", len(nulls), {v: sum(r["verdict"] == v for r in nulls) for v in dict.fromkeys(r["verdict"] for r in nulls)})
        for form in ("importance", "importance-paired"):
            each = [r for rep in ("structure", "composition") for r in rows("nulls", f"{form}-{rep}")
                    if r["is_control"] == "no" and r["contains_target"] == "no"]
            print(form, len(each), "significant", sum(float(r["upper_percent"]) < 0 for r in each), "harmful",
                  sum(float(r["lower_percent"]) > 0 for r in each))


def kappa(cells):
    """Both, only there, only here, neither, and Cohen's kappa."""
    both, there, here = (sum(c) for c in zip(*[(x and y, x, y) for x, y in cells]))
    chance = there * here / len(cells) ** 2 + (1 - there / len(cells)) * (1 - here / len(cells))
    share = sum(x == y for x, y in cells) / len(cells)
    return both, there - both, here - both, len(cells) - there - here + both, round((share - chance) / (1 - chance), 2)


def further():
    """Counts of the page that no table has."""
    table("Networks, one seed", ["optimizer", "atom features", "representation", "target", "error"],
          [[r["training.optimizer"], r["model.atom-features"], r["representation"], r["target"], number(r["baseline_mae"])]
           for r in rows("network", "variants")])
    table("Ceilings", ["target", "best function of the formula", "structure", "composition"],
          [[c["target"], f"{c['least']['low']:.3g} to {c['leaveOneOut']['high']:.3g}",
            *[f"{b['testMae']['mean']:.3g}" for b in c["baselines"]]] for c in analysis("crystals")["ceiling"]])
    made = ("energy", "energy-per-atom")
    decided = ("informs", "nothing", "harms")
    verdict = {(r["representation"], r["features"], r["target"]): r for r in rows("crystals", "overview")}
    for representation in ("structure", "composition"):
        cells = rows("crystals", f"published-{representation}")
        rest = [c for c in cells if c["target"] not in made and c["feature"] not in made]
        print(representation, "without reconstructed energies:", len(rest), "by the rule",
              kappa([(c["published"] == "yes", c["rule_of_t"] == "yes") for c in rest]), "by verdicts",
              kappa([(c["published"] == "yes", c["verdict"] == "informs") for c in rest if c["verdict"] in decided]))
        group = [c["verdict"] for c in cells if c["published"] == "yes" and c["feature"].startswith("spacegroup")]
        print(representation, "space group and crystal system, significant there:", {v: group.count(v) for v in dict.fromkeys(group)})
        judged = {(r["features"], r["target"]): r["verdict"] for r in verdict.values()
                  if r["representation"] == representation and r["verdict"] != "untrusted"}
        pairs = [(judged[(a, b)], judged[(b, a)]) for a, b in judged if a < b and (b, a) in judged]
        print(representation, "pairs judged both ways:", len(pairs), "that inform both ways", pairs.count(("informs", "informs")),
              "one way", sum(p.count("informs") == 1 and "harms" not in p for p in pairs),
              "inform and harm", sum(set(p) == {"informs", "harms"} for p in pairs))


def transfers(name):
    """What learning along does, and how often each verdict is given."""
    each = rows(name, "transfer")
    table(f"{name}: learnt along", ["target", "along", *(rep for rep in ("structure", "composition") if any(
        r["representation"] == rep for r in each))], [
        [target, along, *[f"{change(r)}, {r['verdict']}, against noise {percent(r['against_noise_percent'])}" for r in each
                          if (r["target"], r["along"]) == (target, along)]]
        for target, along in dict.fromkeys((r["target"], r["along"]) for r in each)])
    print({v: sum(r["verdict"] == v for r in each) for v in dict.fromkeys(r["verdict"] for r in each)}, "of", len(each))
    trusted = [r for r in each if r["verdict"] != "untrusted"]
    print("better company than noise:", sum(float(r["against_noise_percent"]) < 0 for r in trusted), "of", len(trusted))


def errors(name):
    return [[f"{row['target']}, {row['representation']}", number(row["constant_mae"]), number(row["test_mae"]),
             f"{float(row['smallest_seed']):.3f} to {float(row['largest_seed']):.3f} of the constant",
             *[f"{float(row[c]):.3f}" if row[c] else "" for c in ("ceiling_at_least", "ceiling_at_most")]] for row in rows(name, "baselines")]


def ratio(name, target):
    """The ratio of the mean errors, with the smallest and largest of a seed."""
    by = {(r["representation"], r["seed"]): float(r["test_mae"]) for r in rows(name, "baselines-by-seed") if r["target"] == target}
    seeds = sorted({seed for _, seed in by})
    each = [by[("composition", seed)] / by[("structure", seed)] for seed in seeds]
    mean = sum(by[("composition", s)] for s in seeds) / sum(by[("structure", s)] for s in seeds)
    return f"{mean:.2f} ({min(each):.2f} to {max(each):.2f})"


if sys.argv[1:2] == ["collect"]:
    collect(sys.argv[2], sys.argv[3])
else:
    main()
