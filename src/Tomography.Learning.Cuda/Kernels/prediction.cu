// Predictions, in float64, and for training what each crystal loses and the errors from which gradients start.
// CPU: CpuNetwork.Output, CpuNetwork.Losses. Test: KernelsHaveTheBitsOfTheCpu. Grid: crystals by 64, heads.
#include "functions.h"
#include "step.h"

enum { prediction_threads = 64 };

// How many crystals of the batch have the target: whole numbers, exact in any order.
DEVICE int count_labelled(const Batch& b, const float* targets) {
    int* counts = (int*)shared_memory();
    int count = 0, all = 0;
    for (int c = thread_index(); c < b.crystals; c += prediction_threads) {
        float target = targets[b.crystal[c]];
        if (target == target) count++;
    }

    counts[thread_index()] = count;
    barrier();
    for (int i = 0; i < prediction_threads; i++) all += counts[i];
    return all;
}

KERNEL(prediction, prediction_threads)(const Step s, const LaunchArguments a) {
    Head h = head_of(s);
    const Batch& b = batch_of(s, h);
    int crystal = block_x() * prediction_threads + thread_index();
    if (is_left_out(h, a)) return;
    int labelled = a.training && h.is_masked ? count_labelled(b, h.targets) : b.crystals;
    if (crystal >= b.crystals) return;
    const float* parameters = parameters_of(s, h);
    const float* weights = parameters + output_weight(s, h);
    const float* hidden = hidden_of(s, h, s.hidden_layers - 1) + (long)crystal * s.hidden_stride;
    double sum = parameters[output_bias(s, h)];
    for (int i = 0; i < s.hidden_width; i++) sum += hidden[i] * (double)weights[i];
    if (!a.training) {
        s.predictions[block_y() * s.prediction_stride + s.prediction_start + crystal] = sum;
        return;
    }

    int number = b.crystal[crystal];
    float target = h.targets[number];
    double loss = 0, error = 0;
    if (target == target) {
        if (h.is_class) {
            float slope;
            double all = softplus((float)sum, slope);
            loss = all - target * sum;
            error = ((double)slope - target) / labelled;
        } else {
            double difference = sum - target;
            loss = difference * difference;
            error = 2 * difference / labelled;
        }

        double weight = h.crystal_weights ? h.crystal_weights[number] : 1;
        loss = weight * loss;
        error = (a.task < 0 ? h.weight : 1) * (weight * error);
    }

    losses_of(s, h)[crystal] = loss;
    errors_of(s, h)[crystal] = error;
    if (crystal == 0) labelled_of(s, h)[h.task] = labelled;
}
