// Vectors of the elements, v = We x + b: species x S. CPU: CpuNetwork.Forward. Test: KernelsHaveTheBitsOfTheCpu.
// Grid: tiles of 64 columns, models, tiles of 64 rows.
#include "product.h"

KERNEL(embedding, product_threads)(const Step s, const LaunchArguments) {
    int row0 = block_z() * tile, column0 = block_x() * tile;
    const float* parameters = parameters_of(s);
    float sums[8][4];
    start_sums(parameters + s.embedding_bias, column0, s.stride, sums);
    Factors f = {s.elements, s.element_features, nullptr, parameters + s.embedding, s.stride, s.element_features, 0, 0, 0, 0};
    add_product(f, row0, s.species_count, column0, s.stride, sums);
    float* vectors = work(s, s.species_vectors);
    take_sums(row0, s.species_count, column0, s.stride, sums,
        [=](int row, int column, float sum) { vectors[row * s.stride + column] = sum; });
}
