// z of the batch's first bond, from which the statistics over bonds are counted so that the variance keeps its digits.
// CPU: BondStatistics.FirstBond. Test: KernelsHaveTheBitsOfTheCpu.
#pragma once
#include "crystal.h"

// Of one of the 2S channels; only where something is bonded.
DEVICE float bond_shift(const Step& s, const Batch& b, int layer, int channel) {
    Crystal c = crystal_of(s, b, layer, b.first_crystal);
    Bond bond = s.bond[b.first_bond];
    int node = b.first_node - b.node_start[b.first_crystal];
    float own = own_terms(s, c, node, b.node[b.first_node])[channel];
    return own + neighbour_terms(c, bond)[channel] + bond_terms(c, bond)[channel];
}
