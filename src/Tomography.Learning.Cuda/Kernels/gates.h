// What the gates of a node's bonds have in common, for one column. CPU: GateSum, GateGradient.
#pragma once
#include "crystal.h"
#include "functions.h"

struct NodeGates {
    Crystal crystal;
    int number;                // of the crystal, in the batch
    int graph_node;            // of the node
    int first_bond, end_bond;  // of the node, in the graphs
    float own_f, own_g;        // its P
    float scale_f, scale_g, shift_f, shift_g;  // the norm over bonds
};

DEVICE NodeGates gates_of(const Step& s, const Batch& b, int layer, int node, int column) {
    NodeGates g;
    int stride = s.stride;
    g.number = b.node_crystal[node];
    g.graph_node = b.node[node];
    g.first_bond = s.bond_start[g.graph_node];
    g.end_bond = s.bond_start[g.graph_node + 1];
    g.crystal = crystal_of(s, b, layer, g.number);
    const float* own = own_terms(s, g.crystal, node - b.node_start[g.number], g.graph_node) + column;
    g.own_f = own[0];
    g.own_g = own[stride];
    const float* norms = norms_of(s, layer) + 4 * stride + column;
    g.scale_f = norms[0];
    g.scale_g = norms[stride];
    g.shift_f = norms[2 * stride];
    g.shift_g = norms[3 * stride];
    return g;
}
