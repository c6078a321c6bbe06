// The gradient of W3 from the gradients of T: float32 over the distances of eight crystals in order, float64 across such groups.
// CPU: GateGradient, BondExpansion.Backward. Test: KernelsHaveTheBitsOfTheCpu.
#include "step.h"
#include "terms.h"

enum { group_crystals = 8, weight_threads = 32 };

// Distances that are read at a time.
enum { distances_ahead = 8 };

DEVICE int groups_of(const Batch& b) { return (b.crystals + group_crystals - 1) / group_crystals; }

// One channel over one crystal: the sums of the present window of Gaussians stay in registers, all of them a step apart.
DEVICE void add_window_by_window(const Step& s, int first, int count, const float* gradients, float* sums, int step) {
    int width = 2 * s.stride, at = first_gaussian(expansion_of(s, first));
    float w[full_window];
#pragma unroll
    for (int k = 0; k < full_window; k++) w[k] = sums[(at + k) * step];
    for (int start = 0; start < count; start += distances_ahead) {
        Expansion expansions[distances_ahead];
        float read[distances_ahead];
#pragma unroll
        for (int j = 0; j < distances_ahead; j++) {
            int d = smaller(start + j, count - 1);
            expansions[j] = full_expansion(s, first + d);
            read[j] = read_now(gradients[(long)d * width]);
        }

#pragma unroll
        for (int j = 0; j < distances_ahead; j++) {
            if (start + j >= count) break;
            Expansion e = expansions[j];
            float gradient = read[j];
            if (first_gaussian(e) != at) {
#pragma unroll
                for (int k = 0; k < full_window; k++) sums[(at + k) * step] = w[k];
                at = first_gaussian(e);
#pragma unroll
                for (int k = 0; k < full_window; k++) w[k] = sums[(at + k) * step];
            }

#pragma unroll
            for (int k = 0; k < 4; k++) {
                w[k] = fma(e.a[k], gradient, w[k]);
                w[4 + k] = fma(e.b[k], gradient, w[4 + k]);
            }

            w[8] = fma(e.c[0], gradient, w[8]);
            w[9] = fma(e.c[1], gradient, w[9]);
        }
    }

#pragma unroll
    for (int k = 0; k < full_window; k++) sums[(at + k) * step] = w[k];
}

// One channel over the crystals of a group. Sums begin at 0 and stand a step apart.
DEVICE void sum_group(const Step& s, const Batch& b, int group, const float* gradients, float* sums, int step) {
    int width = 2 * s.stride;
    for (int k = 0; k < s.gaussians; k++) sums[k * step] = 0;
    int end = smaller(b.crystals, (group + 1) * group_crystals);
    for (int crystal = group * group_crystals; crystal < end; crystal++) {
        int from = b.distance_start[crystal], count = b.distance_start[crystal + 1] - from;
        int first = s.distance_start[b.crystal[crystal]];
        if (s.window == full_window) {
            if (count > 0) add_window_by_window(s, first, count, gradients + (long)from * width, sums, step);
            continue;
        }

        for (int d = 0; d < count; d++) {
            const float* u = expansion_of(s, first + d);
            float* row = sums + first_gaussian(u) * step;
            float gradient = gradients[(long)(from + d) * width];
            for (int k = 0; k < s.window; k++) row[k * step] = fma(u[k], gradient, row[k * step]);
        }
    }
}

// The sums of each group: Gaussians x 2S. While they grow they stand in shared memory, or where they stay if that is too small.
// Grid: groups, models, the 2S channels by 32.
KERNEL(bond_weight_sums, weight_threads)(const Step s, const LaunchArguments a) {
    const Batch& b = batch_of(s);
    int group = block_x(), width = 2 * s.stride, channel = block_z() * weight_threads + thread_index();
    if (group >= groups_of(b) || channel >= width) return;
    float* result = work(s, s.weight_partial) + (long)group * s.gaussians * width + channel;
    const float* gradients = bond_terms_of(s, a.layer) + channel;
    if (!a.is_shared) {
        sum_group(s, b, group, gradients, result, width);
        return;
    }

    float* sums = shared_memory() + thread_index();
    sum_group(s, b, group, gradients, sums, weight_threads);
#pragma unroll 8
    for (int k = 0; k < s.gaussians; k++) result[(long)k * width] = sums[k * weight_threads];
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
