// Sums of z and z^2 over the bonds of each crystal, counted from the batch's first bond: crystals x 4S, float32 in the order of the bonds.
// CPU: BondStatistics. Test: KernelsHaveTheBitsOfTheCpu.
// Grid: crystals, models, columns by 32. Threads: 32 columns, filter and core; nothing is shared between threads.
#include "crystal.h"

DEVICE void sum_bonds(
    const Step& s, const Crystal& c, int channel, float shift, const float* weights, float* terms, int step, float* result) {
    terms_of_crystal(s, c.graph_distance, c.distances, weights, terms, step);
    float sum = 0, squares = 0;
    for (int n = 0; n < c.nodes; n++) {
        float p = own_terms(s, c, n)[channel] - shift, multiplicity = s.multiplicity[c.graph_node + n];
        int end = s.bond_start[c.graph_node + n + 1];
#pragma unroll 4
        for (int i = s.bond_start[c.graph_node + n]; i < end; i++) {
            Bond bond = s.bond[i];
            float z = p + neighbour_terms(c, bond)[channel] + terms[(long)bond.distance * step];
            float weighted = multiplicity * bond.count * z;
            sum = sum + weighted;
            squares = fma(weighted, z, squares);
        }
    }

    result[channel] = sum;
    result[2 * s.stride + channel] = squares;
}

KERNEL(bond_sums, 2 * chunk)(const Step s, const LaunchArguments a) {
    const Batch& b = batch_of(s);
    int crystal = block_x(), column = block_z() * chunk + thread_index() % chunk, half = thread_index() / chunk;
    if (crystal >= b.crystals || b.first_node < 0 || column >= s.stride) return;
    Crystal c = crystal_of(s, b, a.layer, crystal);
    float* result = work(s, s.bond_partial) + (long)crystal * 4 * s.stride;
    int channel = half * s.stride + column;
    float shift = work(s, s.bond_shift)[channel];
    const float* weights = bond_weights(s, a.layer, column) + half * s.gaussians * s.stride;
    if (c.distances <= a.term_room) {
        Terms terms = terms_in_shared_memory();
        sum_bonds(s, c, channel, shift, weights, terms.at + half * terms.half, terms.step, result);
    } else {
        Terms terms = terms_in_memory(s, c, column);
        sum_bonds(s, c, channel, shift, weights, terms.at + half * terms.half, terms.step, result);
    }
}
