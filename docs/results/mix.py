"""Takes 10,000 materials, of which a share has a formula of its own and the others are polymorphs: python3 mix.py materials.csv.gz 0.5 mix.csv.gz"""
import collections
import csv
import gzip
import random
import re
import statistics
import sys

COUNT = 10_000
csv.field_size_limit(10**9)
with gzip.open(sys.argv[1], "rt", newline="") as source:
    rows = list(csv.DictReader(source))
groups = collections.defaultdict(list)
for row in rows:
    groups[row["pretty_formula"]].append(row)
alone = [group for group in groups.values() if len(group) == 1]
shared = [group for group in groups.values() if len(group) > 1]
draw = random.Random(7)
draw.shuffle(alone)
draw.shuffle(shared)
unique = round(float(sys.argv[2]) * COUNT)
taken = [row for group in alone[:unique] for row in group]
for group in shared:  # whole formulas
    if len(taken) + len(group) <= COUNT:
        taken += group
with gzip.open(sys.argv[3], "wt", newline="", compresslevel=1) as target:
    table = csv.DictWriter(target, rows[0].keys())
    table.writeheader()
    table.writerows(taken)
elements = [len(set(re.findall("[A-Z][a-z]?", row["pretty_formula"]))) for row in taken]
hull = [float(row["e_above_hull"]) for row in taken]
print(f"{len({row['pretty_formula'] for row in taken})} formulas, {statistics.mean(elements):.1f} elements and "
      f"{statistics.mean(hull):.3f} eV/atom above the hull on average")
print(f"{len(taken)} materials, {sum(len(groups[row['pretty_formula']]) == 1 for row in taken)} with a formula of their own")
