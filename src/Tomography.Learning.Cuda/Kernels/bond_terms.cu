// T = W3 u(d) of all distances of the batch, 2S each. CPU: BondExpansion. Test: KernelsHaveTheBitsOfTheCpu.
// Grid: crystals, models, columns by 32. Threads: 32 columns, each with filter and core, and rows that take eight distances by turns.
#include "crystal.h"

KERNEL(bond_terms, term_rows * chunk)(const Step s, const LaunchArguments a) {
    const Batch& b = batch_of(s);
    int crystal = block_x(), column = block_z() * chunk + thread_index() % chunk, row = thread_index() / chunk;
    if (crystal >= b.crystals || column >= s.stride) return;
    int start = b.distance_start[crystal], count = b.distance_start[crystal + 1] - start;
    if (row * term_piece >= count) return;
    int first = s.distance_start[b.crystal[crystal]];
    const float* weights = parameters_of(s) + bond_filter(s, a.layer) + column;
    for (int at = row * term_piece; at < count; at += term_rows * term_piece)
        terms_of_distances(
            s, first + at, smaller(term_piece, count - at), weights,
            bond_terms_of(s, a.layer) + (long)(start + at) * 2 * s.stride + column);
}
