"""Writes crystals as pymatgen and ASE write them: write-crystals.py TABLE.csv FOLDER COUNT

Takes COUNT materials of the table (columns material_id, band_gap, cif), and as many random triclinic crystals. FOLDER/reference.csv
holds them all, FOLDER/written/* each in one format.
"""
import csv
import json
import os
import random
import sys
import warnings

import ase.io
from pymatgen.core import Lattice, Structure
from pymatgen.io.ase import AseAtomsAdaptor
from pymatgen.io.cif import CifWriter
from pymatgen.io.vasp import Poscar

warnings.filterwarnings("ignore")
csv.field_size_limit(10**9)
table, folder, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
rng = random.Random(7)


def random_crystal():
    lattice = Lattice.from_parameters(*[rng.uniform(5, 9) for _ in range(3)], *[rng.uniform(65, 115) for _ in range(3)])
    structure = Structure(lattice, [], [])
    while len(structure) < 5:
        place = [rng.random() for _ in range(3)]
        if all(s.distance_and_image_from_frac_coords(place)[0] > 1.2 for s in structure):
            structure.append(rng.choice(["Na", "Fe", "O", "Cl", "Si", "La"]), place)
    return structure


with open(table, newline="") as lines:
    rows = list(csv.DictReader(lines))
rows = rows[:: max(1, len(rows) // count)][:count]
crystals = [(r["material_id"], float(r["band_gap"]), Structure.from_str(r["cif"], fmt="cif"), r["cif"]) for r in rows]
for i in range(count):
    made = random_crystal()
    crystals.append((f"random-{i}", rng.random(), made, str(CifWriter(made, significant_figures=14))))


def path(of, name=""):
    where = os.path.join(folder, "written", of)
    os.makedirs(where if name else os.path.dirname(where), exist_ok=True)
    return os.path.join(where, name) if name else where


os.makedirs(folder, exist_ok=True)
documents, frames = [], []
with open(os.path.join(folder, "reference.csv"), "w", newline="") as lines:
    writer = csv.writer(lines)
    writer.writerow(["material_id", "band_gap", "cif"])
    for id, gap, structure, cif in crystals:
        writer.writerow([id, gap, cif])
        CifWriter(structure).write_file(path("pymatgen-cif", f"{id}.cif"))
        CifWriter(structure, symprec=0.01).write_file(path("pymatgen-cif-symmetry", f"{id}.cif"))
        for kind, direct in (("fractional", True), ("cartesian", False)):
            with open(path(f"pymatgen-poscar-{kind}", f"{id}.vasp"), "w") as file:
                file.write(Poscar(structure).get_string(direct=direct, significant_figures=10))
        with open(path("pymatgen-json", f"{id}.json"), "w") as file:
            json.dump(structure.as_dict(), file)
        documents.append({"material_id": id, "band_gap": gap, "structure": structure.as_dict()})
        atoms = AseAtomsAdaptor.get_atoms(structure)
        for array in set(atoms.arrays) - {"numbers", "positions"}:
            del atoms.arrays[array]
        atoms.info = {"material_id": id, "band_gap": gap}
        ase.io.write(path("ase-cif", f"{id}.cif"), atoms, format="cif")
        ase.io.write(path("ase-poscar", f"{id}.vasp"), atoms, format="vasp", direct=True, sort=True)
        ase.io.write(path("ase-xyz", f"{id}.xyz"), atoms, format="extxyz")
        frames.append(atoms)

with open(path("pymatgen-all.json"), "w") as file:
    json.dump(documents, file)
ase.io.write(path("ase-all.xyz"), frames, format="extxyz")
