// A hidden layer behind the pooling, with softplus and slope. The first sees softplus(pooled), then the softplus of the features.
// CPU: CpuNetwork.Head. Test: KernelsHaveTheBitsOfTheCpu. Grid: tiles of 64 columns, heads, tiles of 64 crystals.
#include "functions.h"
#include "product.h"

KERNEL(hidden_layer, product_threads)(const Step s, const LaunchArguments a) {
    Head head = head_of(s);
    const Batch& b = batch_of(s, head);
    int row0 = block_z() * tile, column0 = block_x() * tile, h = s.hidden_stride;
    if (row0 >= b.crystals) return;
    const float* parameters = parameters_of(s, head);
    float sums[8][4];
    start_sums(parameters + hidden_bias(s, head, a.layer), column0, h, sums);
    if (a.layer == 0) {
        Factors pooled = {work(s, head, s.pooled_activation), s.stride, nullptr, parameters + head.start, h, s.atom, 0, 0, 0, 0};
        add_product(pooled, row0, b.crystals, column0, h, sums);
        int length = head.feature_length;
        Factors features = {head.features, length, b.crystal, parameters + features_of_head(s, head), h, length, 0, 0, 0, 0};
        add_product(features, row0, b.crystals, column0, h, sums);
    } else {
        const float* below = hidden_of(s, head, a.layer - 1);
        Factors hidden = {below, h, nullptr, parameters + hidden_weight(s, head, a.layer), h, s.hidden_width, 0, 0, 0, 0};
        add_product(hidden, row0, b.crystals, column0, h, sums);
    }

    float* result = hidden_of(s, head, a.layer);
    float* slopes = hidden_slope_of(s, head, a.layer);
    take_sums(row0, b.crystals, column0, h, sums, [=](int row, int column, float sum) {
        float slope;
        result[(long)row * h + column] = softplus(sum, slope);
        slopes[(long)row * h + column] = slope;
    });
}
