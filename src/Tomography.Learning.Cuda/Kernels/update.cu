// One step of the optimizer over all parameters; embedding and convolutions at a rate of their own. CPU: Optimizer.
// Test: KernelsHaveTheBitsOfTheCpu. Grid: parameters by 128, models.
#include "step.h"

KERNEL(update, 128)(const Step s, const LaunchArguments) {
    int at = block_x() * thread_count() + thread_index(), model = model_of(s);
    if (at >= s.sizes[model]) return;
    double rate = s.learning_rate;
    if (at < s.shared_size) {
        double trunk = s.trunk_rates[model];
        // A frozen trunk has no gradients.
        if (trunk == 0) return;
        if (trunk != 1) rate = rate * trunk;
    }

    long place = model * s.parameter_stride + at;
    float w = s.parameters[place], g = gradients_of(s)[at];
    if (s.is_adam) {
        double gradient = g + s.weight_decay * w;
        float first = (float)(0.9 * s.first[place] + (1 - 0.9) * gradient);
        float second = (float)(0.999 * s.second[place] + (1 - 0.999) * gradient * gradient);
        s.first[place] = first;
        s.second[place] = second;
        double denominator = __builtin_sqrt((double)second) / __builtin_sqrt(1 - s.decayed[2 * model + 1]) + 1e-8;
        s.parameters[place] = w - (float)(rate / (1 - s.decayed[2 * model]) * first / denominator);
    } else {
        float velocity = s.momentum * s.first[place] + (g + s.decay * w);
        s.first[place] = velocity;
        s.parameters[place] = w - (float)rate * velocity;
    }
}
