// Scale and shift of all batch norms from the running statistics, for prediction. CPU: CpuNetwork.Convolve.
// Test: KernelsHaveTheBitsOfTheCpu. Grid: the 3S channels of a convolution by 64, models, convolutions.
#include "norm.h"

KERNEL(stored_norms, 64)(const Step s, const LaunchArguments) {
    int channel = block_x() * thread_count() + thread_index(), layer = block_z(), width = 2 * s.stride;
    if (channel >= 3 * s.stride) return;
    const float* parameters = parameters_of(s);
    const float* running = s.running + model_of(s) * s.running_stride + (long)layer * 6 * s.stride;
    float* norms = norms_of(s, layer);
    int length = width, scale = filter_scale(s, layer), shift = filter_shift(s, layer);
    if (channel >= width) {
        channel -= width;
        running += 2 * width;
        norms += 4 * width;
        length = s.stride;
        scale = sum_scale(s, layer);
        shift = sum_shift(s, layer);
    }

    norms[channel] = running[channel];
    norms[length + channel] = running[length + channel];
    affine(norms, length, channel, parameters[scale + channel], parameters[shift + channel]);
}
