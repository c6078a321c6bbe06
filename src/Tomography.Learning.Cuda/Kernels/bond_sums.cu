// Sums of z and z^2 over the bonds of each crystal, counted from the batch's first bond: crystals x 4S, float32 in the order of the bonds.
// CPU: BondStatistics. Test: KernelsHaveTheBitsOfTheCpu.
// Grid: crystals by crystals_per_block, models. A thread takes one channel after the other; nothing is shared between threads.
#include "bond_shift.h"

template <bool is_stored>
DEVICE void bond_sums_of_channel(
    const Step& s, const Crystal& c, int channel, float shift, const float* weights, float* terms, int step, float* result) {
    if (is_stored) terms_of_crystal(s, c.graph_distance, c.distances, weights, terms, step);
    float sum = 0, squares = 0;
    for (int n = 0; n < c.nodes; n++) {
        float p = own_terms(s, c, n)[channel] - shift, multiplicity = s.multiplicity[c.graph_node + n];
        int end = s.bond_start[c.graph_node + n + 1];
        for (int i = s.bond_start[c.graph_node + n]; i < end; i++) {
            Bond bond = s.bond[i];
            float term = is_stored ? terms[bond.distance * step] : term_of(s, c.graph_distance + bond.distance, weights);
            float z = p + neighbour_terms(c, bond)[channel] + term;
            float weighted = multiplicity * bond.count * z;
            sum = sum + weighted;
            squares = fma(weighted, z, squares);
        }
    }

    result[channel] = sum;
    result[2 * s.stride + channel] = squares;
}

KERNEL bond_sums(const Step s, const LaunchArguments a) {
    const Batch& b = batch_of(s);
    int crystal = block_x() * a.crystals_per_block + thread_index() / a.width;
    if (crystal >= b.crystals || b.first_node < 0) return;
    Crystal c = crystal_of(s, b, a.layer, crystal);
    float* result = work(s, s.bond_partial) + (long)crystal * 4 * s.stride;
    float* terms = shared_memory() + thread_index();
    for (int channel = thread_index() % a.width; channel < 2 * s.stride; channel += a.width) {
        float shift = bond_shift(s, b, a.layer, channel);
        const float* weights = parameters_of(s) + bond_filter(s, a.layer)
            + (channel < s.stride ? channel : s.gaussians * s.stride + channel - s.stride);
        if (c.distances <= a.term_room) bond_sums_of_channel<true>(s, c, channel, shift, weights, terms, thread_count(), result);
        else bond_sums_of_channel<false>(s, c, channel, shift, weights, terms, thread_count(), result);
    }
}
