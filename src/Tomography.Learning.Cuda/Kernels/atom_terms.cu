// P | Q of a convolution's rows, 4S: P filter and core with bias, Q filter and core. Rows are the batch's nodes; in the first convolution,
// where atoms of one element are still alike, the elements. CPU: CpuNetwork.Convolve. Test: KernelsHaveTheBitsOfTheCpu.
// Grid: tiles of 64 columns in each of the four parts, models, tiles of 64 rows.
#include "product.h"

CROWDED_KERNEL(atom_terms, product_threads, 4)(const Step s, const LaunchArguments a) {
    int rows = a.layer == 0 ? s.species_count : batch_of(s).nodes;
    int row0 = block_z() * tile;
    if (row0 >= rows) return;
    int tiles = (s.stride + tile - 1) / tile, part = block_x() / tiles, column0 = block_x() % tiles * tile;
    const float* parameters = parameters_of(s);
    const float* bias = part < 2 ? parameters + bias_filter(s, a.layer) + part * s.stride : nullptr;
    const float* input =
        a.layer == 0 ? work(s, s.species_vectors) : work(s, s.output) + (a.layer - 1) * s.node_room * s.stride;
    float sums[8][4];
    start_sums(bias, column0, s.stride, sums);
    const float* weights = parameters + own_filter(s, a.layer) + (long)part * s.atom * s.stride;
    Factors f = {input, s.stride, nullptr, weights, s.stride, s.atom, 0, 0, 0, 0};
    add_product(f, row0, rows, column0, s.stride, sums);
    float* terms = terms_of(s, a.layer) + part * s.stride;
    take_sums(row0, rows, column0, s.stride, sums,
        [=](int row, int column, float sum) { terms[(long)row * 4 * s.stride + column] = sum; });
}
