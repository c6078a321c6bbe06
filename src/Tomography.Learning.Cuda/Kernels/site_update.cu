// The end of a convolution: batch norm over sites, residual, softplus. Statistics of the batch in training, running ones in prediction,
// which stored_norms has put in place. CPU: ColumnSums.Moments, SiteUpdate. Test: KernelsHaveTheBitsOfTheCpu.
// Grid: columns by 16, models.
#include "column_sums.h"
#include "functions.h"
#include "norm.h"

KERNEL(site_update, sum_threads)(const Step s, const LaunchArguments a) {
    const Batch& b = batch_of(s);
    int t = thread_index(), stride = s.stride, column0 = block_x() * sum_columns, column = column0 + t % sum_columns;
    long first = (long)a.layer * s.node_room * stride;
    const float* sums = work(s, s.sums) + first;
    float* norms = norms_of(s, a.layer) + 8 * stride;
    if (a.training) {
        double mean = column_sums<1>(b.nodes, column0, [=](int row, int c, float* sum) {
            sum[0] = fma(s.multiplicity[b.node[row]], sums[(long)row * stride + c] - 0.f, sum[0]);
        });
        if (t < sum_columns) norms[column] = (float)(mean / b.sites);
        barrier();
        float centre = norms[column];
        double variance = column_sums<1>(b.nodes, column0, [=](int row, int c, float* sum) {
            float x = sums[(long)row * stride + c] - centre;
            sum[0] = fma(s.multiplicity[b.node[row]], x * x, sum[0]);
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
    for (int n = t / sum_columns; n < b.nodes; n += sum_blocks) {
        float v = input[(long)(a.layer == 0 ? s.species[b.node[n]] : n) * stride + column], slope;
        output[(long)n * stride + column] = softplus(v + fma(sums[(long)n * stride + column], scale, shift), slope);
        slopes[(long)n * stride + column] = slope;
    }
}
