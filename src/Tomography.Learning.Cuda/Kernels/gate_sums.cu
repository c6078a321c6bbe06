// The gated sum of each node, and for training the sums over its bonds of c X, c Y, c X z and c Y z (4S per node), where X and Y are the
// derivatives of the gate. CPU: GateSum. Test: KernelsHaveTheBitsOfTheCpu.
// Grid: nodes by 4, models, columns by 32. Threads: 32 columns, and a row per node.
#include "gates.h"

template <bool is_training>
DEVICE void sum_gates(const Step& s, const LaunchArguments& a) {
    const Batch& b = batch_of(s);
    int node = block_x() * gate_rows + thread_index() / chunk, column = block_z() * chunk + thread_index() % chunk, stride = s.stride;
    if (node >= b.nodes || column >= stride) return;
    NodeGates gates = gates_of(s, b, a.layer, node, column);
    float sum = 0, sum_x = 0, sum_y = 0, sum_xz = 0, sum_yz = 0;
    walk_bonds(s, gates.crystal, gates.first_bond, gates.end_bond, column, [&](int, const BondInputs& bond) {
        float z_f = gates.own_f + bond.q_f + bond.t_f, z_g = gates.own_g + bond.q_g + bond.t_g;
        Gate g = gate(fma(z_f, gates.scale_f, gates.shift_f), fma(z_g, gates.scale_g, gates.shift_g));
        sum = fma(bond.count * g.sigmoid, g.core, sum);
        if (is_training) {
            float x = g.core * g.sigmoid * (1.f - g.sigmoid), y = g.sigmoid * g.sigmoid_core;
            float count_x = bond.count * x, count_y = bond.count * y;
            sum_x = sum_x + count_x;
            sum_y = sum_y + count_y;
            sum_xz = fma(count_x, z_f, sum_xz);
            sum_yz = fma(count_y, z_g, sum_yz);
        }
    });

    long row = a.layer * s.node_room + node;
    work(s, s.sums)[row * stride + column] = sum;
    if (is_training) {
        float* moments = work(s, s.moments) + row * 4 * stride + column;
        moments[0] = sum_x;
        moments[stride] = sum_y;
        moments[2 * stride] = sum_xz;
        moments[3 * stride] = sum_yz;
    }
}

KERNEL(gate_sums, gate_rows * chunk)(const Step s, const LaunchArguments a) { sum_gates<true>(s, a); }

KERNEL(gate_sums_of_prediction, gate_rows * chunk)(const Step s, const LaunchArguments a) { sum_gates<false>(s, a); }
