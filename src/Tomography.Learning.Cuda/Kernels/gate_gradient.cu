// The gradient of z per bond, summed where z came from: P and Q of the nodes (4S each), and T of the crystal's distances (2S each), each
// over the crystal's bonds in order. The gate is computed anew: to keep its derivatives would take more memory than all else.
// CPU: GateGradient. Test: KernelsHaveTheBitsOfTheCpu.
// Grid: crystals, models, columns by 32. Threads: 32 columns, and rows that take the crystal's nodes, then its distances by turns.
#include "crystal.h"
#include "functions.h"

// The gradients of the bonds of nodes, and their sums for P.
DEVICE void bond_gradients(const Step& s, const Crystal& c, int layer, int column, const Terms& terms, float* own_gradient, float* bonds) {
    int stride = s.stride, rows = thread_count() / chunk;
    const float* norms = norms_of(s, layer);
    float scale_f = norms[4 * stride + column], scale_g = norms[5 * stride + column];
    float shift_f = norms[6 * stride + column], shift_g = norms[7 * stride + column];
    const float* constants = work(s, s.bond_constants) + column;
    float k1_f = constants[0], k1_g = constants[stride], k2_f = constants[2 * stride], k2_g = constants[3 * stride];
    const float* upstream = work(s, s.sum_gradient) + (long)c.first_node * stride + column;
    for (int n = thread_index() / chunk; n < c.nodes; n += rows) {
        const float* own = own_terms(s, c, n);
        float own_f = own[column], own_g = own[stride + column], d = upstream[(long)n * stride];
        float scaled_f = scale_f * d, scaled_g = scale_g * d, m = 0.f - s.multiplicity[c.graph_node + n];
        float m1_f = m * k1_f, m1_g = m * k1_g, m2_f = m * k2_f, m2_g = m * k2_g, sum_f = 0, sum_g = 0;
        int i = s.bond_start[c.graph_node + n], end = s.bond_start[c.graph_node + n + 1];
        BondInputs next = i < end ? bond_inputs(s, c, terms, i, column) : BondInputs();
        for (; i < end; i++) {
            BondInputs bond = next;
            if (i + 1 < end) next = bond_inputs(s, c, terms, i + 1, column);
            float z_f = own_f + bond.q_f + bond.t_f, z_g = own_g + bond.q_g + bond.t_g;
            Gate g = gate(fma(z_f, scale_f, shift_f), fma(z_g, scale_g, shift_g));
            float x = g.core * g.sigmoid * (1.f - g.sigmoid), y = g.sigmoid * g.sigmoid_core;
            float gradient_f = fma(scaled_f, x, fma(m2_f, z_f, m1_f)) * bond.count;
            float gradient_g = fma(scaled_g, y, fma(m2_g, z_g, m1_g)) * bond.count;
            sum_f = sum_f + gradient_f;
            sum_g = sum_g + gradient_g;
            float* to = bonds + (long)(i - c.graph_bond) * 2 * stride;
            to[0] = gradient_f;
            to[stride] = gradient_g;
        }

        own_gradient[(long)n * 4 * stride] = sum_f;
        own_gradient[(long)n * 4 * stride + stride] = sum_g;
    }
}

// Sums of bonds by what they have in common: lists of bonds, ascending, one sum per list, a row of the result each.
DEVICE void sum_lists(const int* starts, const int* lists, int count, const float* bonds, int stride, float* result, int row_length) {
    int rows = thread_count() / chunk;
    for (int i = thread_index() / chunk; i < count; i += rows) {
        float sum_f = 0, sum_g = 0;
        int end = starts[i + 1];
#pragma unroll 4
        for (int place = starts[i]; place < end; place++) {
            const float* from = bonds + (long)lists[place] * 2 * stride;
            sum_f = sum_f + from[0];
            sum_g = sum_g + from[stride];
        }

        result[(long)i * row_length] = sum_f;
        result[(long)i * row_length + stride] = sum_g;
    }
}

KERNEL(gate_gradient, most_gate_rows * chunk)(const Step s, const LaunchArguments a) {
    const Batch& b = batch_of(s);
    int crystal = block_x(), column = block_z() * chunk + thread_index() % chunk, stride = s.stride;
    if (crystal >= b.crystals) return;
    Crystal c = crystal_of(s, b, a.layer, crystal);
    bool is_in = column < stride;
    const float* weights = bond_weights(s, a.layer, column);
    float* own_gradient = work(s, s.atom_gradient) + (long)c.first_node * 4 * stride + column;
    float* bonds = work(s, s.bond_gradient) + (long)c.batch_bond * 2 * stride + column;
    if (c.distances <= a.term_room) {
        Terms terms = terms_in_shared_memory();
        if (is_in) make_terms(s, c, weights, terms);
        barrier();
        if (is_in) bond_gradients(s, c, a.layer, column, terms, own_gradient, bonds);
    } else {
        Terms terms = terms_in_memory(s, c, column);
        if (is_in) make_terms(s, c, weights, terms);
        barrier();
        if (is_in) bond_gradients(s, c, a.layer, column, terms, own_gradient, bonds);
    }

    barrier();
    if (!is_in) return;
    float* term_gradient = work(s, s.term_gradient) + (long)c.batch_distance * 2 * stride + column;
    sum_lists(s.bonds_of_distance_start + c.graph_distance, s.bonds_of_distance, c.distances, bonds, stride, term_gradient, 2 * stride);
    sum_lists(
        s.bonds_of_neighbour_start + c.graph_node, s.bonds_of_neighbour, c.nodes, bonds, stride, own_gradient + 2 * stride, 4 * stride);
}
