// Predictions, in float64, and for training the errors from which gradients start. CPU: CpuNetwork.Output, HeadBackward.
// Test: KernelsHaveTheBitsOfTheCpu. Grid: crystals by 64, models.
#include "step.h"

KERNEL(prediction, 64)(const Step s, const LaunchArguments a) {
    const Batch& b = batch_of(s);
    int crystal = block_x() * thread_count() + thread_index();
    if (crystal >= b.crystals) return;
    const float* parameters = parameters_of(s);
    const float* weights = parameters + output_weight(s);
    const float* hidden = work(s, s.hidden) + ((s.hidden_layers - 1) * s.crystal_room + crystal) * s.hidden_stride;
    double sum = parameters[output_bias(s)];
    for (int i = 0; i < s.hidden_width; i++) sum += hidden[i] * (double)weights[i];
    if (a.training) {
        double* errors = (double*)work(s, s.errors);
        double error = sum - s.targets[model_of(s)][b.crystal[crystal]];
        errors[crystal] = error;
        errors[s.crystal_room + crystal] = 2 * error / b.crystals;
    } else {
        s.predictions[block_y() * s.prediction_stride + s.prediction_start + crystal] = sum;
    }
}
