// Gradients of the last layer, in float64 crystal by crystal; the gradient of the last hidden layer through its softplus; of a model of
// one target the loss of the step, and Adam's decay rates one step on. CPU: CpuNetwork.HeadBackward, CpuNetwork.ForwardBackward.
// Test: KernelsHaveTheBitsOfTheCpu.
// Grid: hidden units by 64, heads.
#include "step.h"

// Crystals that are read at a time.
enum { crystals_ahead = 16 };

// The same with the layer that predicts the log-variance beside that of the number.
DEVICE void variance_gradient(const Step& s, const Head& head, const Batch& b, int unit) {
    int h = s.hidden_stride, own = output_weight(s, head) + unit, other = variance_weight(s, head) + unit;
    if (unit >= h) return;
    const float* parameters = parameters_of(s, head);
    float weight = parameters[own], variance_weight = parameters[other];
    const double* errors = errors_of(s, head);
    const double* variances = variance_errors_of(s, head);
    const float* hidden = hidden_of(s, head, s.hidden_layers - 1) + unit;
    const float* slope = hidden_slope_of(s, head, s.hidden_layers - 1) + unit;
    float* gradient = hidden_gradient_of(s, head, s.hidden_layers - 1) + unit;
    double sum = 0, variance_sum = 0;
    for (int c = 0; c < b.crystals; c++) {
        sum += errors[c] * hidden[(long)c * h];
        variance_sum += variances[c] * hidden[(long)c * h];
        gradient[(long)c * h] = fma((float)variances[c], variance_weight, (float)errors[c] * weight) * slope[(long)c * h];
    }

    float* gradients = gradients_of(s, head);
    gradients[own] = unit < s.hidden_width ? (float)sum : 0.f;
    gradients[other] = unit < s.hidden_width ? (float)variance_sum : 0.f;
}

KERNEL(output_gradient, 64)(const Step s, const LaunchArguments a) {
    Head head = head_of(s);
    if (is_left_out(head, a)) return;
    const Batch& b = batch_of(s, head);
    int unit = block_x() * thread_count() + thread_index(), h = s.hidden_stride;
    const double* losses = losses_of(s, head);
    const double* errors = errors_of(s, head);
    float* gradients = gradients_of(s, head);
    if (head.kind == is_number_with_variance) {
        variance_gradient(s, head, b, unit);
    } else if (unit < h) {
        float weight = parameters_of(s, head)[output_weight(s, head) + unit];
        const float* hidden = hidden_of(s, head, s.hidden_layers - 1) + unit;
        const float* slope = hidden_slope_of(s, head, s.hidden_layers - 1) + unit;
        float* gradient = hidden_gradient_of(s, head, s.hidden_layers - 1) + unit;
        double sum = 0;
        for (int start = 0; start < b.crystals; start += crystals_ahead) {
            double e[crystals_ahead];
            float x[crystals_ahead], y[crystals_ahead];
#pragma unroll
            for (int j = 0; j < crystals_ahead; j++) {
                int c = smaller(start + j, b.crystals - 1);
                e[j] = read_now(errors[c]);
                x[j] = read_now(hidden[(long)c * h]);
                y[j] = read_now(slope[(long)c * h]);
            }

#pragma unroll
            for (int j = 0; j < crystals_ahead; j++) {
                if (start + j < b.crystals) {
                    sum += e[j] * x[j];
                    gradient[(long)(start + j) * h] = (float)e[j] * weight * y[j];
                }
            }
        }

        gradients[output_weight(s, head) + unit] = unit < s.hidden_width ? (float)sum : 0.f;
    }

    if (unit != 0) return;
    if (head.kind == is_number_with_variance) {
        const double* variances = variance_errors_of(s, head);
        double sum = 0;
        for (int c = 0; c < b.crystals; c++) sum += variances[c];
        gradients[variance_bias(s, head)] = (float)sum;
        for (int i = 1; i < 16; i++) gradients[variance_bias(s, head) + i] = 0;
    }

    int bias = output_bias(s, head), labelled = labelled_of(s, head)[head.task];
    double sum = 0, loss = 0;
#pragma unroll 16
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
