// Predictions, in float64, and for training what each crystal loses and the errors from which gradients start.
// CPU: CpuNetwork.Output, CpuNetwork.Losses, GaussianLoss. Test: KernelsHaveTheBitsOfTheCpu. Grid: crystals by 64, heads.
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

// The last hidden layer of a crystal to one number.
DEVICE double output_of(const Step& s, const float* hidden, const float* weights, float bias) {
    double sum = bias;
#pragma unroll 16
    for (int i = 0; i < s.hidden_width; i++) sum += hidden[i] * (double)weights[i];
    return sum;
}

// exp(-x), also for x below 0.
DEVICE double exp_of_minus_any(double x) {
    double e = exp_of_minus((float)__builtin_fabs(x));
    return x >= 0 ? e : 1 / e;
}

KERNEL(prediction, prediction_threads)(const Step s, const LaunchArguments a) {
    Head h = head_of(s);
    const Batch& b = batch_of(s, h);
    int crystal = block_x() * prediction_threads + thread_index();
    if (is_left_out(h, a)) return;
    int labelled = a.training && h.is_masked ? count_labelled(b, h.targets) : b.crystals;
    if (crystal >= b.crystals) return;
    const float* parameters = parameters_of(s, h);
    const float* hidden = hidden_of(s, h, s.hidden_layers - 1) + (long)crystal * s.hidden_stride;
    double sum = output_of(s, hidden, parameters + output_weight(s, h), parameters[output_bias(s, h)]), log_variance = 0;
    if (h.kind == is_number_with_variance)
        log_variance = output_of(s, hidden, parameters + variance_weight(s, h), parameters[variance_bias(s, h)]);
    if (!a.training) {
        long at = block_y() * s.prediction_stride + s.prediction_start + crystal;
        s.predictions[at] = sum;
        if (s.log_variances) s.log_variances[at] = log_variance;
        return;
    }

    int number = b.crystal[crystal];
    float target = h.targets[number];
    double loss = 0, error = 0;
    if (target == target) {
        double weight = h.crystal_weights ? h.crystal_weights[number] : 1;
        if (h.kind == is_class) {
            float slope;
            double all = softplus((float)sum, slope);
            loss = all - target * sum;
            error = ((double)slope - target) / labelled;
        } else if (h.kind == is_number_with_variance) {
            // Each crystal counts by the root of its variance.
            double difference = sum - target, share = exp_of_minus_any(-0.5 * log_variance), precision = exp_of_minus_any(log_variance);
            loss = share * (difference * difference * precision + log_variance);
            error = share * 2 * difference * precision;
            double variance_error = share * (1 - difference * difference * precision);
            variance_errors_of(s, h)[crystal] = weight * variance_error / labelled;
        } else {
            double difference = sum - target;
            loss = difference * difference;
            error = 2 * difference / labelled;
        }

        loss = weight * loss;
        // Of a variance the weight comes first, then the mean over crystals.
        error = h.kind == is_number_with_variance ? weight * error / labelled : weight * error;
        error = (a.task < 0 ? h.weight : 1) * error;
    }

    losses_of(s, h)[crystal] = loss;
    errors_of(s, h)[crystal] = error;
    if (crystal == 0) labelled_of(s, h)[h.task] = labelled;
}
