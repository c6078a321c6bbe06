// Gradients of the last layer, in float64 crystal by crystal; the gradient of the last hidden layer through its softplus; of a model of
// one target the loss of the step, and Adam's decay rates one step on. CPU: CpuNetwork.HeadBackward, CpuNetwork.ForwardBackward. Test: KernelsHaveTheBitsOfTheCpu.
// Grid: hidden units by 64, heads.
#include "step.h"

KERNEL(output_gradient, 64)(const Step s, const LaunchArguments a) {
    Head head = head_of(s);
    if (is_left_out(head, a)) return;
    const Batch& b = batch_of(s, head);
    int unit = block_x() * thread_count() + thread_index(), h = s.hidden_stride;
    const double* losses = losses_of(s, head);
    const double* errors = errors_of(s, head);
    float* gradients = gradients_of(s, head);
    if (unit < h) {
        float weight = parameters_of(s, head)[output_weight(s, head) + unit];
        const float* hidden = hidden_of(s, head, s.hidden_layers - 1) + unit;
        const float* slope = hidden_slope_of(s, head, s.hidden_layers - 1) + unit;
        float* gradient = hidden_gradient_of(s, head, s.hidden_layers - 1) + unit;
        double sum = 0;
#pragma unroll 4
        for (int c = 0; c < b.crystals; c++) {
            sum += errors[c] * hidden[(long)c * h];
            gradient[(long)c * h] = (float)errors[c] * weight * slope[(long)c * h];
        }

        gradients[output_weight(s, head) + unit] = unit < s.hidden_width ? (float)sum : 0.f;
    }

    if (unit != 0) return;
    int bias = output_bias(s, head), labelled = labelled_of(s, head)[head.task];
    double sum = 0, loss = 0;
    for (int c = 0; c < b.crystals; c++) {
        sum += errors[c];
        loss += losses[c];
    }

    gradients[bias] = (float)sum;
    for (int i = 1; i < 16; i++) gradients[bias + i] = 0;
    // Of several tasks task_losses adds them up.
    if (head.tasks > 1) return;
    if (labelled > 0) s.loss_sums[head.model] += loss / labelled * b.crystals;
    s.decayed[2 * head.model] *= 0.9;
    s.decayed[2 * head.model + 1] *= 0.999;
}
