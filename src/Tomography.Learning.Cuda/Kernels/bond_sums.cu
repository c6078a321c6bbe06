// Sums of z and z^2 over the bonds of each crystal, counted from the batch's first bond: crystals x 4S, float32 in the order of the bonds.
// CPU: BondStatistics. Test: KernelsHaveTheBitsOfTheCpu.
// Grid: crystals, models, columns by 32. Threads: 32 columns, filter and core; nothing is shared between threads.
#include "bond_shift.h"

// Bonds whose inputs are read at a time, so that memory is waited for once.
enum { bonds_ahead = 8 };

// The owners of a crystal's bonds one after the other, the next of them always read already.
struct Owners {
    int node, nodes, graph_node;  // which comes next, within the crystal; how many; the first in the graphs
    int end, next_end;            // behind the owner's last bond
    float p, next_p;
    float multiplicity, next_multiplicity;
};

DEVICE void read_owner(const Step& s, const Crystal& c, int channel, Owners& o) {
    if (o.node >= o.nodes) return;
    int graph_node = o.graph_node + o.node;
    o.next_end = s.bond_start[graph_node + 1];
    o.next_p = read_now(own_terms(s, c, o.node, graph_node)[channel]);
    o.next_multiplicity = read_now(s.multiplicity[graph_node]);
    o.node++;
}

DEVICE void to_next_owner(const Step& s, const Crystal& c, int channel, Owners& o) {
    o.end = o.next_end;
    o.p = o.next_p;
    o.multiplicity = o.next_multiplicity;
    read_owner(s, c, channel, o);
}

KERNEL(bond_sums, 2 * chunk)(const Step s, const LaunchArguments a) {
    const Batch& b = batch_of(s);
    int crystal = block_x(), column = block_z() * chunk + thread_index() % chunk, half = thread_index() / chunk;
    if (crystal >= b.crystals || b.first_node < 0 || column >= s.stride) return;
    int channel = half * s.stride + column, first_node = b.node_start[crystal];
    Crystal c = crystal_of(s, b, a.layer, crystal);
    Owners o = {0, b.node_start[crystal + 1] - first_node, b.node[first_node]};
    int from = s.bond_start[o.graph_node], end = s.bond_start[o.graph_node + o.nodes];
    float shift = bond_shift(s, b, a.layer, channel), sum = 0, squares = 0;
    Bond ahead[bonds_ahead];
#pragma unroll
    for (int j = 0; j < bonds_ahead; j++)
        if (from < end) ahead[j] = s.bond[smaller(from + j, end - 1)];
    o.end = from;
    read_owner(s, c, channel, o);
    for (int i = from; i < end; i += bonds_ahead) {
        float q[bonds_ahead], t[bonds_ahead], count[bonds_ahead];
#pragma unroll
        for (int j = 0; j < bonds_ahead; j++) {
            q[j] = read_now(neighbour_terms(c, ahead[j])[channel]);
            t[j] = read_now(bond_terms(c, ahead[j])[channel]);
            count[j] = ahead[j].count;
            ahead[j] = s.bond[smaller(i + bonds_ahead + j, end - 1)];
        }

#pragma unroll
        for (int j = 0; j < bonds_ahead; j++) {
            if (i + j >= end) break;
            while (i + j >= o.end) to_next_owner(s, c, channel, o);
            float z = o.p - shift + q[j] + t[j];
            float weighted = o.multiplicity * count[j] * z;
            sum = sum + weighted;
            squares = fma(weighted, z, squares);
        }
    }

    float* result = work(s, s.bond_partial) + (long)crystal * 4 * s.stride;
    result[channel] = sum;
    result[2 * s.stride + channel] = squares;
}
