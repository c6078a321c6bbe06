// From the gradients of P and Q to those of W1, W2, b and of the atom vectors. CPU: CpuNetwork.ConvolveBackward, CpuNetwork.Backward.
// Test: KernelsHaveTheBitsOfTheCpu.
#include "column_sums.h"
#include "weight_gradient.h"

// Nodes of an element that are read at a time.
enum { nodes_ahead = 16 };

// Bias of a convolution. Grid: 2S columns by 16, models.
KERNEL(atom_bias_gradient, sum_threads)(const Step s, const LaunchArguments a) {
    int column0 = block_x() * sum_columns, row_length = 4 * s.stride, t = thread_index();
    const float* gradient = work(s, s.atom_gradient);
    double sum = matrix_column_sums(gradient, row_length, batch_of(s).nodes, column0);
    if (t < sum_columns) gradients_of(s)[bias_filter(s, a.layer) + column0 + t] = (float)sum;
}

// Sums per element, in float64 node by node: the gradient of the vectors, and with convolutions behind it those of P and Q.
// Grid: columns by the threads of a block, models, elements.
KERNEL(species_sums, 128)(const Step s, const LaunchArguments) {
    const Batch& b = batch_of(s);
    int stride = s.stride, column = block_x() * thread_count() + thread_index(), species = block_z();
    int columns = s.convolutions == 0 ? stride : 5 * stride;
    if (column >= columns) return;
    int is_vector = column < stride, row_length = is_vector ? stride : 4 * stride, at = is_vector ? column : column - stride;
    const float* rows = work(s, s.atom_gradient);
    if (is_vector) rows = s.convolutions == 0 ? work(s, s.node_gradient) : node_gradient_of(s, 0);
    double sum = 0;
    int end = b.species_start[species + 1];
    for (int i = b.species_start[species]; i < end; i += nodes_ahead) {
        float x[nodes_ahead];
#pragma unroll
        for (int j = 0; j < nodes_ahead; j++) x[j] = read_now(rows[(long)b.species_node[smaller(i + j, end - 1)] * row_length + at]);
#pragma unroll
        for (int j = 0; j < nodes_ahead; j++)
            if (i + j < end) sum += x[j];
    }

    float* result = is_vector ? work(s, s.species_gradient) : work(s, s.species_terms);
    result[(long)species * row_length + at] = (float)sum;
}

// Rows of W1's and W2's gradients: elements in the first convolution, then the batch's nodes.
DEVICE int rows_of_layer(const Step& s, int layer) { return layer == 0 ? s.species_count : batch_of(s).nodes; }

// W1 and W2, the sums of 128 rows each, one behind the other. Grid: tiles of 64 columns of the 4S, models, tiles of 64 inputs for each 128
// rows.
CROWDED_KERNEL(atom_weight_sums, product_threads, 5)(const Step s, const LaunchArguments a) {
    int stride = s.stride, tiles = (s.atom + tile - 1) / tile, block = block_z() / tiles, from = block * gradient_rows;
    int rows = rows_of_layer(s, a.layer);
    if (from >= rows) return;
    GradientFactors g = {work(s, s.species_vectors), stride, nullptr, s.atom, work(s, s.species_terms), 4 * stride, 4 * stride, rows,
        work(s, s.weight_rows) + block * 4l * s.atom * stride, stride, (long)s.atom * stride};
    if (a.layer > 0) {
        g.a = work(s, s.output) + (a.layer - 1) * s.node_room * stride;
        g.b = work(s, s.atom_gradient);
    }

    int input0 = block_z() % tiles * tile, output0 = block_x() * tile;
    float sums[8][4] = {};
    add_rows(g, input0, output0, from, smaller(from + gradient_rows, rows), sums);
    put_gradient(g, input0, output0, sums);
}

// The sum of these. Grid: the numbers of W1 and W2 by 128, models.
KERNEL(atom_weight_gradient, 128)(const Step s, const LaunchArguments a) {
    int at = block_x() * thread_count() + thread_index(), size = 4 * s.atom * s.stride;
    if (at >= size) return;
    const float* sums = work(s, s.weight_rows) + at;
    int blocks = (rows_of_layer(s, a.layer) + gradient_rows - 1) / gradient_rows;
    double sum = 0;
#pragma unroll 8
    for (int block = 0; block < blocks; block++) sum += sums[(long)block * size];
    gradients_of(s)[own_filter(s, a.layer) + at] = (float)sum;
}

// The vectors' gradient: what came past the convolution, then what goes back through P and Q. Grid: tiles of 64 columns, models, of rows.
CROWDED_KERNEL(atom_input_gradient, product_threads, 4)(const Step s, const LaunchArguments a) {
    int row0 = block_z() * tile, column0 = block_x() * tile, stride = s.stride;
    int rows = rows_of_layer(s, a.layer);
    if (row0 >= rows) return;
    float* past = node_gradient_of(s, a.layer);
    float* result = node_gradient_of(s, a.layer - 1);
    if (a.layer == 0) past = result = work(s, s.species_gradient);
    int t = thread_index(), column = column0 + t % 16 * 4, row = row0 + t / 16 * 8;
    float sums[8][4];
#pragma unroll
    for (int i = 0; i < 8; i++)
#pragma unroll
        for (int j = 0; j < 4; j++)
            sums[i][j] = row + i < rows && column + j < stride ? past[(long)(row + i) * stride + column + j] : 0.f;
    Factors f = {work(s, s.species_terms), 4 * stride, nullptr, parameters_of(s) + own_filter(s, a.layer), stride,
        4 * stride, 1, s.atom, stride, (long)s.atom * stride};
    if (a.layer > 0) f.a = work(s, s.atom_gradient);
    add_product(f, row0, rows, column0, stride, sums);
    take_sums(row0, rows, column0, stride, sums,
        [=](int row, int column, float sum) { result[(long)row * stride + column] = sum; });
}

// The embedding. Grid: tiles of 64 columns, models, tiles of 64 numbers of an element.
KERNEL(embedding_gradient, product_threads)(const Step s, const LaunchArguments) {
    GradientFactors g = {s.elements, s.element_features, nullptr, s.element_features, work(s, s.species_gradient), s.stride, s.stride,
        s.species_count, gradients_of(s) + s.embedding, s.stride, 0};
    weight_gradient_tile(g, block_z() * tile, block_x() * tile);
}

// Its bias. Grid: columns by 16, models.
KERNEL(embedding_bias_gradient, sum_threads)(const Step s, const LaunchArguments) {
    int column0 = block_x() * sum_columns, stride = s.stride, t = thread_index();
    const float* gradient = work(s, s.species_gradient);
    double sum = matrix_column_sums(gradient, stride, s.species_count, column0);
    if (t < sum_columns) gradients_of(s)[s.embedding_bias + column0 + t] = (float)sum;
}
