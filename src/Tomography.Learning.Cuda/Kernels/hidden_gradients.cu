// Gradients of a hidden layer's weights, and what goes on to the layer below. CPU: CpuNetwork.HeadBackward.
// Test: KernelsHaveTheBitsOfTheCpu.
#include "column_sums.h"
#include "weight_gradient.h"

// Weights from the pooled vector or from the hidden layer below. Grid: tiles of 64 outputs, heads, tiles of 64 inputs.
KERNEL(hidden_weight_gradient, product_threads)(const Step s, const LaunchArguments a) {
    Head head = head_of(s);
    const Batch& b = batch_of(s, head);
    int h = s.hidden_stride;
    GradientFactors g = {work(s, head, s.pooled_activation), s.stride, nullptr, s.atom, hidden_gradient_of(s, head, a.layer), h, h,
        b.crystals, gradients_of(s, head) + head.start, h, 0};
    if (a.layer > 0) {
        g.a = hidden_of(s, head, a.layer - 1);
        g.a_stride = h;
        g.inputs = s.hidden_width;
        g.result = gradients_of(s, head) + hidden_weight(s, head, a.layer);
    }

    weight_gradient_tile(g, block_z() * tile, block_x() * tile);
}

// Weights from the features. Grid: tiles of 64 outputs, heads, tiles of 64 inputs of the longest feature.
KERNEL(feature_gradient, product_threads)(const Step s, const LaunchArguments) {
    Head head = head_of(s);
    const Batch& b = batch_of(s, head);
    int h = s.hidden_stride, length = head.feature_length;
    if (block_z() * tile >= length) return;
    GradientFactors g = {head.features, length, b.crystal, length, hidden_gradient_of(s, head, 0), h, h, b.crystals,
        gradients_of(s, head) + features_of_head(s, head), h, 0};
    weight_gradient_tile(g, block_z() * tile, block_x() * tile);
}

// Biases. Grid: columns by 16, heads.
KERNEL(hidden_bias_gradient, sum_threads)(const Step s, const LaunchArguments a) {
    Head head = head_of(s);
    int column0 = block_x() * sum_columns, h = s.hidden_stride, t = thread_index();
    const float* gradient = hidden_gradient_of(s, head, a.layer);
    double sum = matrix_column_sums(gradient, h, batch_of(s, head).crystals, column0);
    if (t < sum_columns) gradients_of(s, head)[hidden_bias(s, head, a.layer) + column0 + t] = (float)sum;
}

// The gradient of the hidden layer below, through its softplus. Grid: tiles of 64 columns, heads, tiles of 64 crystals.
KERNEL(hidden_input_gradient, product_threads)(const Step s, const LaunchArguments a) {
    Head head = head_of(s);
    const Batch& b = batch_of(s, head);
    int row0 = block_z() * tile, column0 = block_x() * tile, h = s.hidden_stride;
    if (row0 >= b.crystals || is_left_out(head, a)) return;
    const float* weights = parameters_of(s, head) + hidden_weight(s, head, a.layer);
    float sums[8][4];
    start_sums(nullptr, column0, h, sums);
    Factors f = {hidden_gradient_of(s, head, a.layer), h, nullptr, weights, h, s.hidden_width, 1, s.hidden_width, s.hidden_width, 0};
    add_product(f, row0, b.crystals, column0, h, sums);
    const float* slopes = hidden_slope_of(s, head, a.layer - 1);
    float* result = hidden_gradient_of(s, head, a.layer - 1);
    take_sums(row0, b.crystals, column0, h, sums, [=](int row, int column, float sum) {
        long at = (long)row * h + column;
        result[at] = sum * slopes[at];
    });
}

// The gradient of the pooled vector, on and on over the tasks, then through its softplus. Grid: tiles of 64 columns, models, of crystals.
KERNEL(pooled_gradient, product_threads)(const Step s, const LaunchArguments a) {
    const Batch& b = batch_of(s);
    int row0 = block_z() * tile, column0 = block_x() * tile, h = s.hidden_stride, columns = s.stride;
    if (row0 >= b.crystals) return;
    float sums[8][4];
    start_sums(nullptr, column0, columns, sums);
    int end = s.first_head[block_y() + 1];
    for (int i = s.first_head[block_y()]; i < end; i++) {
        Head head = s.heads[i];
        // A task whose target no crystal of the batch has, has no gradient.
        if (labelled_of(s, head)[head.task] == 0 || is_left_out(head, a)) continue;
        Factors f = {hidden_gradient_of(s, head, 0), h, nullptr, parameters_of(s, head) + head.start, h, s.hidden_width, 1, s.atom,
            s.hidden_width, 0};
        add_product(f, row0, b.crystals, column0, columns, sums);
    }

    const float* slopes = work(s, s.pooled_slope);
    float* result = work(s, s.pooled_gradient);
    take_sums(row0, b.crystals, column0, columns, sums, [=](int row, int column, float sum) {
        long at = (long)row * columns + column;
        result[at] = sum * slopes[at];
    });
}
