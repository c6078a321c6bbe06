// Gradients of a hidden layer's weights, and what goes on to the layer below. CPU: CpuNetwork.HeadBackward.
// Test: KernelsHaveTheBitsOfTheCpu.
#include "column_sums.h"
#include "weight_gradient.h"

// Weights from the pooled vector or from the hidden layer below. Grid: tiles of 64 outputs, models, tiles of 64 inputs.
KERNEL(hidden_weight_gradient, product_threads)(const Step s, const LaunchArguments a) {
    const Batch& b = batch_of(s);
    int h = s.hidden_stride;
    GradientFactors g = {work(s, s.pooled_activation), s.stride, nullptr, s.atom, hidden_gradient_of(s, a.layer), h, h, b.crystals,
        gradients_of(s) + s.pool_to_hidden, h, 0};
    if (a.layer > 0) {
        g.a = work(s, s.hidden) + (a.layer - 1) * s.crystal_room * h;
        g.a_stride = h;
        g.inputs = s.hidden_width;
        g.result = gradients_of(s) + hidden_weight(s, a.layer);
    }

    weight_gradient_tile(g, block_z() * tile, block_x() * tile);
}

// Weights from the features. Grid: tiles of 64 outputs, models, tiles of 64 inputs of the longest feature.
KERNEL(feature_gradient, product_threads)(const Step s, const LaunchArguments) {
    const Batch& b = batch_of(s);
    int h = s.hidden_stride, length = s.feature_length[model_of(s)];
    if (block_z() * tile >= length) return;
    GradientFactors g = {s.features[model_of(s)], length, b.crystal, length, hidden_gradient_of(s, 0), h, h, b.crystals,
        gradients_of(s) + features_of_head(s), h, 0};
    weight_gradient_tile(g, block_z() * tile, block_x() * tile);
}

// Biases. Grid: columns by 16, models.
KERNEL(hidden_bias_gradient, sum_threads)(const Step s, const LaunchArguments a) {
    int column0 = block_x() * sum_columns, h = s.hidden_stride, t = thread_index();
    const float* gradient = hidden_gradient_of(s, a.layer);
    double sum = column_sums<1>(batch_of(s).crystals, column0,
        [=](int row, int column, float* sums) { sums[0] = sums[0] + gradient[(long)row * h + column]; });
    if (t < sum_columns) gradients_of(s)[hidden_bias(s, a.layer) + column0 + t] = (float)sum;
}

// The gradient of the layer below, through its softplus; of the pooled vector below the first.
// Grid: tiles of 64 columns, models, tiles of 64 crystals.
KERNEL(hidden_input_gradient, product_threads)(const Step s, const LaunchArguments a) {
    const Batch& b = batch_of(s);
    int row0 = block_z() * tile, column0 = block_x() * tile, h = s.hidden_stride;
    if (row0 >= b.crystals) return;
    int columns = a.layer == 0 ? s.stride : h;
    const float* weights = parameters_of(s) + (a.layer == 0 ? s.pool_to_hidden : hidden_weight(s, a.layer));
    float sums[8][4];
    start_sums(nullptr, column0, columns, sums);
    Factors f = {hidden_gradient_of(s, a.layer), h, nullptr, weights, h, s.hidden_width, 1,
        a.layer == 0 ? s.atom : s.hidden_width, s.hidden_width, 0};
    add_product(f, row0, b.crystals, column0, columns, sums);
    const float* slopes =
        a.layer == 0 ? work(s, s.pooled_slope) : work(s, s.hidden_slope) + (a.layer - 1) * s.crystal_room * h;
    float* result = a.layer == 0 ? work(s, s.pooled_gradient) : hidden_gradient_of(s, a.layer - 1);
    take_sums(row0, b.crystals, column0, columns, sums, [=](int row, int column, float sum) {
        long at = (long)row * columns + column;
        result[at] = sum * slopes[at];
    });
}
