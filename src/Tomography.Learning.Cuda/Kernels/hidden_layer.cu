// A hidden layer behind the pooling, with softplus and slope. The first sees softplus(pooled), then the softplus of the features.
// CPU: CpuNetwork.Head. Test: KernelsHaveTheBitsOfTheCpu. Grid: tiles of 64 columns, models, tiles of 64 crystals.
#include "functions.h"
#include "product.h"

KERNEL(hidden_layer, product_threads)(const Step s, const LaunchArguments a) {
    const Batch& b = batch_of(s);
    int row0 = block_z() * tile, column0 = block_x() * tile, h = s.hidden_stride;
    if (row0 >= b.crystals) return;
    const float* parameters = parameters_of(s);
    long first = (long)a.layer * s.crystal_room * h;
    float sums[8][4];
    start_sums(parameters + hidden_bias(s, a.layer), column0, h, sums);
    if (a.layer == 0) {
        Factors pooled = {work(s, s.pooled_activation), s.stride, nullptr, parameters + s.pool_to_hidden, h, s.atom, 0, 0, 0, 0};
        add_product(pooled, row0, b.crystals, column0, h, sums);
        int length = s.feature_length[model_of(s)];
        Factors features = {s.features[model_of(s)], length, b.crystal, parameters + features_of_head(s), h, length, 0, 0, 0, 0};
        add_product(features, row0, b.crystals, column0, h, sums);
    } else {
        const float* below = work(s, s.hidden) + first - s.crystal_room * h;
        Factors hidden = {below, h, nullptr, parameters + hidden_weight(s, a.layer), h, s.hidden_width, 0, 0, 0, 0};
        add_product(hidden, row0, b.crystals, column0, h, sums);
    }

    float* result = work(s, s.hidden) + first;
    float* slopes = work(s, s.hidden_slope) + first;
    take_sums(row0, b.crystals, column0, h, sums, [=](int row, int column, float sum) {
        float slope;
        result[(long)row * h + column] = softplus(sum, slope);
        slopes[(long)row * h + column] = slope;
    });
}
