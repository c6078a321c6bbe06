// z of the batch's first bond, from which the statistics over bonds are counted so that the variance keeps its digits.
// CPU: BondStatistics.FirstBond.
#pragma once
#include "crystal.h"

DEVICE float bond_shift(const Step& s, const Batch& b, int layer, int channel) {
    Crystal c = crystal_of(s, b, layer, b.first_crystal);
    Bond bond = s.bond[b.first_bond];
    const float* weights = parameters_of(s) + bond_filter(s, layer)
        + (channel < s.stride ? channel : s.gaussians * s.stride + channel - s.stride);
    return own_terms(s, c, b.first_node - c.first_node)[channel] + neighbour_terms(c, bond)[channel]
        + term_of(s, c.graph_distance + bond.distance, weights);
}
