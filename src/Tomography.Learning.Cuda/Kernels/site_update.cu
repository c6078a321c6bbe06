// The end of a convolution: batch norm over sites, residual, softplus. Statistics of the batch in training, running ones in prediction,
// which stored_norms has put in place. CPU: ColumnSums.Moments, SiteUpdate. Test: KernelsHaveTheBitsOfTheCpu.
// Grid: columns by 16, models.
#include "column_sums.h"
#include "functions.h"
#include "norm.h"

// A node's multiplicity and gated sum.
struct NodeSum {
    float multiplicity, sum;
};

KERNEL(site_update, sum_threads)(const Step s, const LaunchArguments a) {
    const Batch& b = batch_of(s);
    int t = thread_index(), stride = s.stride, column0 = block_x() * sum_columns, column = column0 + t % sum_columns;
    long first = (long)a.layer * s.node_room * stride;
    const float* sums = work(s, s.sums) + first;
    float* norms = norms_of(s, a.layer) + 8 * stride;
    if (a.training) {
        auto read = [=](int row, int c) {
            NodeSum told = {read_now(s.multiplicity[b.node[row]]), read_now(sums[(long)row * stride + c])};
            return told;
        };
        double mean = column_sums<1, NodeSum>(
            b.nodes, column0, read,
            [=](int, int, const NodeSum& told, float* sum) { sum[0] = fma(told.multiplicity, told.sum - 0.f, sum[0]); });
        if (t < sum_columns) norms[column] = (float)(mean / b.sites);
        barrier();
        float centre = norms[column];
        double variance = column_sums<1, NodeSum>(b.nodes, column0, read, [=](int, int, const NodeSum& told, float* sum) {
            float x = told.sum - centre;
            sum[0] = fma(told.multiplicity, x * x, sum[0]);
        });
        if (t < sum_columns) {
            norms[stride + column] = (float)(variance / b.sites);
            float* running = s.running + model_of(s) * s.running_stride + (long)a.layer * 6 * stride + 4 * stride;
            if (a.training == is_step) follow(running, stride, column, norms[column], norms[stride + column], b.sites);
            const float* parameters = parameters_of(s);
            affine(norms, stride, column, parameters[sum_scale(s, a.layer) + column], parameters[sum_shift(s, a.layer) + column]);
        }

        barrier();
    }

    float scale = norms[2 * stride + column], shift = norms[3 * stride + column];
    const float* input = a.layer == 0 ? work(s, s.species_vectors) : work(s, s.output) + first - s.node_room * stride;
    float* output = work(s, s.output) + first;
    float* slopes = work(s, s.slope) + first;
    for (int n = t / sum_columns; n < b.nodes; n += rows_ahead * sum_blocks) {
        float v[rows_ahead], sum[rows_ahead];
#pragma unroll
        for (int j = 0; j < rows_ahead; j++) {
            int node = smaller(n + j * sum_blocks, b.nodes - 1);
            v[j] = read_now(input[(long)(a.layer == 0 ? s.species[b.node[node]] : node) * stride + column]);
            sum[j] = read_now(sums[(long)node * stride + column]);
        }

#pragma unroll
        for (int j = 0; j < rows_ahead; j++) {
            if (n + j * sum_blocks >= b.nodes) break;
            long at = (long)(n + j * sum_blocks) * stride + column;
            float slope;
            output[at] = softplus(v[j] + fma(sum[j], scale, shift), slope);
            slopes[at] = slope;
        }
    }
}
