// Mean and variance of z over all bonds from the sums of each crystal, in float64 crystal by crystal; running statistics; scale and shift.
// Where nothing is bonded the running statistics stand for the batch's. CPU: CpuNetwork.Convolve. Test: KernelsHaveTheBitsOfTheCpu.
// Grid: the 2S channels by 64, models.
#include "bond_shift.h"
#include "norm.h"

// Crystals whose sums are read at a time.
enum { partials_ahead = 16 };

KERNEL(bond_norm, 64)(const Step s, const LaunchArguments a) {
    int channel = block_x() * thread_count() + thread_index(), width = 2 * s.stride;
    if (channel >= width) return;
    const Batch& b = batch_of(s);
    float* running = s.running + model_of(s) * s.running_stride + (long)a.layer * 6 * s.stride;
    float* norms = norms_of(s, a.layer);
    if (b.first_node >= 0) {
        const float* partial = work(s, s.bond_partial) + channel;
        double sum = 0, squares = 0;
        for (int crystal = 0; crystal < b.crystals; crystal += partials_ahead) {
            float x[partials_ahead], y[partials_ahead];
#pragma unroll
            for (int j = 0; j < partials_ahead; j++) {
                const float* at = partial + (long)smaller(crystal + j, b.crystals - 1) * 2 * width;
                x[j] = read_now(at[0]);
                y[j] = read_now(at[width]);
            }

#pragma unroll
            for (int j = 0; j < partials_ahead; j++) {
                if (crystal + j < b.crystals) {
                    sum += x[j];
                    squares += y[j];
                }
            }
        }

        double average = sum / b.bonds, variance = squares / b.bonds - average * average;
        norms[channel] = (float)(bond_shift(s, b, a.layer, channel) + average);
        norms[width + channel] = (float)(0 > variance ? 0 : variance);
        if (a.training == is_step) follow(running, width, channel, norms[channel], norms[width + channel], b.bonds);
    } else {
        norms[channel] = running[channel];
        norms[width + channel] = running[width + channel];
    }

    const float* parameters = parameters_of(s);
    affine(norms, width, channel, parameters[filter_scale(s, a.layer) + channel], parameters[filter_shift(s, a.layer) + channel]);
}
