// z of the batch's first bond, 2S, from which the statistics over bonds are counted so that the variance keeps its digits.
// CPU: BondStatistics.FirstBond. Test: KernelsHaveTheBitsOfTheCpu. Grid: the 2S channels by 64, models.
#include "crystal.h"

KERNEL(bond_shift, 64)(const Step s, const LaunchArguments a) {
    const Batch& b = batch_of(s);
    int channel = block_x() * thread_count() + thread_index();
    if (channel >= 2 * s.stride || b.first_node < 0) return;
    Crystal c = crystal_of(s, b, a.layer, b.first_crystal);
    Bond bond = s.bond[b.first_bond];
    int half = channel / s.stride, column = channel % s.stride;
    float term = term_of(s, c.graph_distance + bond.distance, bond_weights(s, a.layer, column) + half * s.gaussians * s.stride);
    work(s, s.bond_shift)[channel] = own_terms(s, c, b.first_node - c.first_node)[channel] + neighbour_terms(c, bond)[channel] + term;
}
