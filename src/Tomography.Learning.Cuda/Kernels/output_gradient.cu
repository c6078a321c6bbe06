// Gradients of the last layer, in float64 crystal by crystal; the gradient of the last hidden layer through its softplus; the loss of the
// step; Adam's decay rates one step on. CPU: CpuNetwork.HeadBackward, CpuNetwork.ForwardBackward. Test: KernelsHaveTheBitsOfTheCpu.
// Grid: hidden units by 64, models.
#include "step.h"

KERNEL(output_gradient, 64)(const Step s, const LaunchArguments) {
    const Batch& b = batch_of(s);
    int unit = block_x() * thread_count() + thread_index(), h = s.hidden_stride;
    const double* raw = (const double*)work(s, s.errors);
    const double* errors = raw + s.crystal_room;
    float* gradients = gradients_of(s);
    if (unit < h) {
        float weight = parameters_of(s)[output_weight(s) + unit];
        long first = (s.hidden_layers - 1) * s.crystal_room * h + unit;
        const float* hidden = work(s, s.hidden) + first;
        const float* slope = work(s, s.hidden_slope) + first;
        float* gradient = work(s, s.hidden_gradient) + unit;
        double sum = 0;
#pragma unroll 4
        for (int c = 0; c < b.crystals; c++) {
            sum += errors[c] * hidden[(long)c * h];
            gradient[(long)c * h] = (float)errors[c] * weight * slope[(long)c * h];
        }

        gradients[output_weight(s) + unit] = unit < s.hidden_width ? (float)sum : 0.f;
    }

    if (unit != 0) return;
    int bias = output_bias(s), model = model_of(s);
    double sum = 0, loss = 0;
    for (int c = 0; c < b.crystals; c++) {
        sum += errors[c];
        loss += raw[c] * raw[c];
    }

    gradients[bias] = (float)sum;
    for (int i = 1; i < 16; i++) gradients[bias + i] = 0;
    s.loss_sums[model] += loss / b.crystals * b.crystals;
    s.decayed[2 * model] *= 0.9;
    s.decayed[2 * model + 1] *= 0.999;
}
