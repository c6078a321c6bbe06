// What is measured of the gradients of a model's tasks in what they share, every so many steps; nothing here changes a bit of training.
// CPU: CpuNetwork.Measure, GradientSums. Test: KernelsHaveTheBitsOfTheCpu.
#include "step.h"

enum { product_chunk = 1024 };

DEVICE float* task_gradient_of(const Step& s, int task) { return work(s, s.task_gradients) + (long)task * s.shared_size; }

// Keeps the gradient of one task's own loss. Grid: shared parameters by 128, models.
KERNEL(keep_task_gradient, 128)(const Step s, const LaunchArguments a) {
    int at = block_x() * thread_count() + thread_index();
    if (at >= s.shared_size || a.task >= tasks_of(s)) return;
    task_gradient_of(s, a.task)[at] = gradients_of(s)[at];
}

// The product of two gradients, number by number, in float64 in their order: a block multiplies, one of its threads adds.
// Grid: pairs of tasks, models.
KERNEL(gradient_products, 128)(const Step s, const LaunchArguments) {
    int tasks = tasks_of(s), i = block_x() / tasks, j = block_x() % tasks;
    if (i >= tasks || j < i) return;
    const float* a = task_gradient_of(s, i);
    const float* b = task_gradient_of(s, j);
    double* products = (double*)shared_memory();
    double sum = 0;
    for (int start = 0; start < s.shared_size; start += product_chunk) {
        int count = smaller(product_chunk, s.shared_size - start);
        for (int p = thread_index(); p < count; p += thread_count()) products[p] = (double)a[start + p] * b[start + p];
        barrier();
        if (thread_index() == 0) {
#pragma unroll 16
            for (int p = 0; p < count; p++) sum += products[p];
        }

        barrier();
    }

    if (thread_index() == 0) s.measures[block_y() * s.measure_stride + (2 + tasks + i) * tasks + j] = sum;
}

// A step of what is shared along one task's gradient, from which step_back returns. Grid: shared parameters by 128, models.
KERNEL(step_ahead, 128)(const Step s, const LaunchArguments a) {
    int at = block_x() * thread_count() + thread_index();
    if (at >= s.shared_size || a.task >= tasks_of(s)) return;
    float* parameter = parameters_of(s) + at;
    float before = *parameter;
    work(s, s.shared_before)[at] = before;
    *parameter = before - (float)s.learning_rate * task_gradient_of(s, a.task)[at];
}

// Grid: shared parameters by 128, models.
KERNEL(step_back, 128)(const Step s, const LaunchArguments a) {
    int at = block_x() * thread_count() + thread_index();
    if (at >= s.shared_size || a.task >= tasks_of(s)) return;
    parameters_of(s)[at] = work(s, s.shared_before)[at];
}
