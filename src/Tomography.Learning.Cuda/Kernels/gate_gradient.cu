// The gradient of z per bond, and its sum over the bonds of each node, which is the gradient of P. The gate is computed anew: to keep its
// derivatives would take more memory than all else. CPU: GateGradient. Test: KernelsHaveTheBitsOfTheCpu.
// Grid: nodes by 4, models, columns by 32. Threads: 32 columns, and a row per node.
#include "gates.h"

CROWDED_KERNEL(gate_gradient, gate_rows * chunk, 8)(const Step s, const LaunchArguments a) {
    const Batch& b = batch_of(s);
    int node = block_x() * gate_rows + thread_index() / chunk, column = block_z() * chunk + thread_index() % chunk, stride = s.stride;
    if (node >= b.nodes || column >= stride) return;
    NodeGates gates = gates_of(s, b, a.layer, node, column);
    const float* constants = work(s, s.bond_constants) + column;
    float d = work(s, s.sum_gradient)[(long)node * stride + column], m = 0.f - s.multiplicity[gates.graph_node];
    float scaled_f = gates.scale_f * d, scaled_g = gates.scale_g * d;
    float m1_f = m * constants[0], m1_g = m * constants[stride], m2_f = m * constants[2 * stride], m2_g = m * constants[3 * stride];
    // Bonds stand in the batch as they do in the graphs, crystal by crystal.
    int crystal_bond = s.bond_start[b.node[b.node_start[gates.number]]];
    float* to = work(s, s.bond_gradient) + (long)(b.bond_start[gates.number] + gates.first_bond - crystal_bond) * 2 * stride + column;
    float sum_f = 0, sum_g = 0;
    walk_bonds(s, gates.crystal, gates.first_bond, gates.end_bond, column, [&](int, const BondInputs& bond) {
        float z_f = gates.own_f + bond.q_f + bond.t_f, z_g = gates.own_g + bond.q_g + bond.t_g;
        Gate g = gate(fma(z_f, gates.scale_f, gates.shift_f), fma(z_g, gates.scale_g, gates.shift_g));
        float x = g.core * g.sigmoid * (1.f - g.sigmoid), y = g.sigmoid * g.sigmoid_core;
        float gradient_f = fma(scaled_f, x, fma(m2_f, z_f, m1_f)) * bond.count;
        float gradient_g = fma(scaled_g, y, fma(m2_g, z_g, m1_g)) * bond.count;
        sum_f = sum_f + gradient_f;
        sum_g = sum_g + gradient_g;
        to[0] = gradient_f;
        to[stride] = gradient_g;
        to += 2 * stride;
    });

    float* own_gradient = work(s, s.atom_gradient) + (long)node * 4 * stride + column;
    own_gradient[0] = sum_f;
    own_gradient[stride] = sum_g;
}
