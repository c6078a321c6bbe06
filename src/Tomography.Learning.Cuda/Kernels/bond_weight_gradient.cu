// The gradient of W3 from the gradients of T: float32 over the distances of eight crystals in order, float64 across such groups.
// CPU: GateGradient, BondExpansion.Backward. Test: KernelsHaveTheBitsOfTheCpu.
#include "step.h"
#include "terms.h"

enum { group_crystals = 8 };

DEVICE int groups_of(const Batch& b) { return (b.crystals + group_crystals - 1) / group_crystals; }

// One channel over one crystal: the sums of the present window of Gaussians stay in registers.
DEVICE void add_window_by_window(const Step& s, int first, int count, const float* gradients, float* sums) {
    int width = 2 * s.stride, at = first_gaussian(expansion_of(s, first));
    float w[full_window];
#pragma unroll
    for (int k = 0; k < full_window; k++) w[k] = sums[(long)(at + k) * width];
    for (int d = 0; d < count; d++) {
        const float4v* u = (const float4v*)expansion_of(s, first + d);
        float4v x = u[0], y = u[1], z = u[2];
        float gradient = gradients[(long)d * width];
        for (int to = to_bits(z[3]); at < to; at++) {
            sums[(long)at * width] = w[0];
#pragma unroll
            for (int k = 0; k < full_window - 1; k++) w[k] = w[k + 1];
            w[full_window - 1] = sums[(long)(at + full_window) * width];
        }

#pragma unroll
        for (int k = 0; k < 4; k++) {
            w[k] = fma(x[k], gradient, w[k]);
            w[4 + k] = fma(y[k], gradient, w[4 + k]);
        }

        w[8] = fma(z[0], gradient, w[8]);
        w[9] = fma(z[1], gradient, w[9]);
    }

#pragma unroll
    for (int k = 0; k < full_window; k++) sums[(long)(at + k) * width] = w[k];
}

// The sums of each group: Gaussians x 2S. Grid: groups, models, the 2S channels by the threads of a block.
KERNEL(bond_weight_sums, 128)(const Step s, const LaunchArguments) {
    const Batch& b = batch_of(s);
    int group = block_x(), width = 2 * s.stride, channel = block_z() * thread_count() + thread_index();
    if (group >= groups_of(b) || channel >= width) return;
    float* sums = work(s, s.weight_partial) + (long)group * s.gaussians * width + channel;
    const float* gradients = work(s, s.term_gradient) + channel;
    for (int k = 0; k < s.gaussians; k++) sums[(long)k * width] = 0;
    int end = smaller(b.crystals, (group + 1) * group_crystals);
    for (int crystal = group * group_crystals; crystal < end; crystal++) {
        int from = b.distance_start[crystal], count = b.distance_start[crystal + 1] - from;
        int first = s.distance_start[b.crystal[crystal]];
        if (s.window == full_window) {
            if (count > 0) add_window_by_window(s, first, count, gradients + (long)from * width, sums);
            continue;
        }

        for (int d = 0; d < count; d++) {
            const float* u = expansion_of(s, first + d);
            float* row = sums + (long)first_gaussian(u) * width;
            float gradient = gradients[(long)(from + d) * width];
            for (int k = 0; k < s.window; k++) row[(long)k * width] = fma(u[k], gradient, row[(long)k * width]);
        }
    }
}

// The sum over all groups. Grid: the numbers of W3 by 128, models.
KERNEL(bond_weight_gradient, 128)(const Step s, const LaunchArguments a) {
    int at = block_x() * thread_count() + thread_index(), width = 2 * s.stride, size = s.gaussians * width;
    if (at >= size) return;
    const float* partial = work(s, s.weight_partial) + at;
    int groups = groups_of(batch_of(s)), row = at / width, channel = at % width, half = channel / s.stride;
    double sum = 0;
#pragma unroll 8
    for (int group = 0; group < groups; group++) sum += partial[(long)group * size];
    gradients_of(s)[bond_filter(s, a.layer) + (half * s.gaussians + row) * s.stride + channel % s.stride] = (float)sum;
}
