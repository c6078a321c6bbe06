// The gradient of the last atom vectors, from that of the pooled vector. CPU: Pooling.Backward. Test: KernelsHaveTheBitsOfTheCpu.
// Grid: the numbers of all nodes by 128, models.
#include "step.h"

KERNEL(pool_gradient, 128)(const Step s, const LaunchArguments) {
    const Batch& b = batch_of(s);
    long at = (long)block_x() * thread_count() + thread_index();
    int node = (int)(at / s.stride), column = (int)(at % s.stride);
    if (node >= b.nodes) return;
    int crystal = b.node_crystal[node];
    float share = s.multiplicity[b.node[node]] / s.sites[b.crystal[crystal]];
    work(s, s.node_gradient)[at] = share * work(s, s.pooled_gradient)[(long)crystal * s.stride + column];
}
