// The gradients of Q and T: those of the bonds, summed by neighbour and by distance, each over the crystal's bonds in order. The place of T
// is taken by its gradients.
// CPU: GateGradient. Test: KernelsHaveTheBitsOfTheCpu.
// Grid: crystals, models, columns by 32. Threads: 32 columns, and rows that take the crystal's nodes, then its distances by turns.
#include "crystal.h"

// Bonds that are read at a time.
enum { listed_bonds = 4 };

// Sums of bonds by what they have in common: lists of bonds, ascending, one sum per list, a row of the result each.
DEVICE void sum_lists(const int* starts, const int* lists, int count, const float* bonds, int stride, float* result, int row_length) {
    int i = thread_index() / chunk;
    if (i >= count) return;
    int place = starts[i], end = starts[i + 1];
    while (i < count) {
        // Where the next list stands is read before it is needed.
        int next = smaller(i + gate_rows, count - 1), next_place = starts[next], next_end = starts[next + 1];
        float sum_f = 0, sum_g = 0;
        for (; place < end; place += listed_bonds) {
            float f[listed_bonds], g[listed_bonds];
#pragma unroll
            for (int j = 0; j < listed_bonds; j++) {
                const float* from = bonds + (long)lists[smaller(place + j, end - 1)] * 2 * stride;
                f[j] = read_now(from[0]);
                g[j] = read_now(from[stride]);
            }

#pragma unroll
            for (int j = 0; j < listed_bonds; j++) {
                if (place + j < end) {
                    sum_f = sum_f + f[j];
                    sum_g = sum_g + g[j];
                }
            }
        }

        result[(long)i * row_length] = sum_f;
        result[(long)i * row_length + stride] = sum_g;
        i += gate_rows;
        place = next_place;
        end = next_end;
    }
}

KERNEL(bond_gradient_sums, gate_rows * chunk)(const Step s, const LaunchArguments a) {
    const Batch& b = batch_of(s);
    int crystal = block_x(), column = block_z() * chunk + thread_index() % chunk, stride = s.stride;
    if (crystal >= b.crystals || column >= stride) return;
    int number = b.crystal[crystal], node = b.node_start[crystal], nodes = b.node_start[crystal + 1] - node, graph_node = b.node[node];
    int distance = b.distance_start[crystal], distances = b.distance_start[crystal + 1] - distance;
    const float* bonds = work(s, s.bond_gradient) + (long)b.bond_start[crystal] * 2 * stride + column;
    sum_lists(
        s.bonds_of_neighbour_start + graph_node, s.bonds_of_neighbour, nodes, bonds, stride,
        work(s, s.atom_gradient) + (long)node * 4 * stride + 2 * stride + column, 4 * stride);
    sum_lists(
        s.bonds_of_distance_start + s.distance_start[number], s.bonds_of_distance, distances, bonds, stride,
        bond_terms_of(s, a.layer) + (long)distance * 2 * stride + column, 2 * stride);
}
