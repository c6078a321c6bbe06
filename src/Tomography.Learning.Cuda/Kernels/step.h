// What every kernel is told. The same structures stand in C#, field by field (Step.cs, Batch.cs, LaunchArguments.cs, Bond.cs).
#pragma once
#include "device.h"

// A bond of a node.
struct __attribute__((aligned(16))) Bond {
    int neighbour;          // the neighbouring node, counted within the crystal
    int distance;           // its distance, counted within the crystal
    float count;            // how many equal bonds it stands for
    int neighbour_species;  // the element's row of the neighbouring node
};

// One batch of one order. Nodes and distances are counted within the batch unless "of the graphs" stands.
struct Batch {
    const int* crystal;         // per crystal, its number in the graphs
    const int* node_start;      // per crystal, its first node; one more at the end
    const int* distance_start;  // per crystal, its first distance; one more at the end
    const int* bond_start;      // per crystal, its first bond; one more at the end
    const int* node;            // per node, its number in the graphs
    const int* node_crystal;    // per node, its crystal
    const int* species_start;   // per element, its first place in species_node; one more at the end
    const int* species_node;    // the nodes element by element, ascending within each
    double sites;               // sites of all crystals
    double bonds;               // bonds of all sites
    int crystals;
    int nodes;
    int first_node;     // the node of the batch's first bond; -1 where nothing is bonded
    int first_crystal;  // the crystal of that node
    int first_bond;     // that bond, in the graphs
    int padding;
};

// Pointers and sizes of a cohort. What models compute with stands at work + y * work_stride + an offset, y counting those that take part.
struct Step {
    // Graphs, shared by all models.
    const int* node_start;      // per crystal; one more at the end
    const int* species;         // per node
    const float* multiplicity;  // per node
    const int* bond_start;      // per node; one more at the end
    const Bond* bond;
    const int* distance_start;  // per crystal; one more at the end
    const int* bonds_of_distance_start;   // per distance, its first place in bonds_of_distance; one more at the end
    const int* bonds_of_distance;         // bonds of each distance, counted within the crystal, ascending
    const int* bonds_of_neighbour_start;  // likewise per node, of the bonds whose neighbour it is
    const int* bonds_of_neighbour;
    const float* expansion;     // per distance 12 numbers: its Gaussians, zeros, and the bits of the first Gaussian's number
    const float* sites;         // per crystal
    const float* elements;      // element by element, element_features numbers
    // Models.
    float* parameters;                // model by model, parameter_stride
    float* running;                   // model by model, running_stride
    float* first;                     // the optimizer's first moment, as parameters
    float* second;                    // its second
    double* decayed;                  // per model, Adam's two decay rates to the power of the steps done
    double* loss_sums;                // per model, of the epoch
    const int* feature_length;        // per model
    const float* const* features;     // per model, per crystal of the graphs
    const float* const* targets;      // per model, per crystal of the graphs
    // Who takes part, and with which batch.
    const int* slots;      // per y, the model
    const int* order_of;   // per y, its batch among batches
    const Batch* batches;
    double* predictions;   // per y, prediction_stride
    float* vectors;        // per y, pooled vectors where they are wanted; else null
    // Memory to work in, in floats.
    float* work;
    long work_stride;
    long species_vectors, terms, later_terms, moments, sums, slope, output, norms, bond_shift, bond_partial, bond_constants;
    long pooled_activation, pooled_slope, hidden, hidden_slope, errors;
    long gradients, node_gradient, sum_gradient, atom_gradient, bond_gradient, term_gradient, weight_partial;
    long species_gradient, species_terms, hidden_gradient, pooled_gradient;
    long node_room, crystal_room;  // nodes and crystals of the largest batch that there is room for
    long prediction_stride, prediction_start;
    long parameter_stride, running_stride;
    // Sizes, see ParameterLayout.
    int stride, hidden_stride, atom, hidden_width, element_features, gaussians, window, species_count, convolutions, hidden_layers;
    int embedding, embedding_bias, convolution, convolution_size, pool_to_hidden;
    int pooled_width;  // numbers per crystal in vectors
    // The optimizer.
    int is_adam;
    float momentum, decay;
    double learning_rate, weight_decay;
};

// What differs from launch to launch.
struct LaunchArguments {
    int layer;
    int training;
    int term_room;  // distances of a crystal whose terms shared memory holds
};

DEVICE const Batch& batch_of(const Step& s) { return s.batches[s.order_of[block_y()]]; }

DEVICE float* work(const Step& s, long offset) { return s.work + block_y() * s.work_stride + offset; }

DEVICE int model_of(const Step& s) { return s.slots[block_y()]; }

DEVICE float* parameters_of(const Step& s) { return s.parameters + model_of(s) * s.parameter_stride; }

DEVICE float* gradients_of(const Step& s) { return work(s, s.gradients); }

// Where the blocks of a convolution begin, in parameters and gradients alike.
DEVICE int own_filter(const Step& s, int layer) { return s.convolution + layer * s.convolution_size; }
DEVICE int bond_filter(const Step& s, int layer) { return own_filter(s, layer) + 4 * s.atom * s.stride; }
DEVICE int bias_filter(const Step& s, int layer) { return bond_filter(s, layer) + 2 * s.gaussians * s.stride; }
DEVICE int filter_scale(const Step& s, int layer) { return bias_filter(s, layer) + 2 * s.stride; }
DEVICE int filter_shift(const Step& s, int layer) { return filter_scale(s, layer) + 2 * s.stride; }
DEVICE int sum_scale(const Step& s, int layer) { return filter_shift(s, layer) + 2 * s.stride; }
DEVICE int sum_shift(const Step& s, int layer) { return sum_scale(s, layer) + s.stride; }

// Where the blocks behind the features begin: they depend on the model.
DEVICE int features_of_head(const Step& s) { return s.pool_to_hidden + s.atom * s.hidden_stride; }
DEVICE int head_bias(const Step& s) { return features_of_head(s) + s.feature_length[model_of(s)] * s.hidden_stride; }
DEVICE int hidden_weight(const Step& s, int layer) {
    return head_bias(s) + s.hidden_stride + (layer - 1) * (s.hidden_width + 1) * s.hidden_stride;
}
DEVICE int hidden_bias(const Step& s, int layer) {
    return layer == 0 ? head_bias(s) : hidden_weight(s, layer) + s.hidden_width * s.hidden_stride;
}
DEVICE int output_weight(const Step& s) { return hidden_weight(s, s.hidden_layers); }
DEVICE int output_bias(const Step& s) { return output_weight(s) + s.hidden_stride; }

// Batch norms of a convolution: mean, inverse deviation, scale, shift of the bonds (2S each), then of the sites (S each).
DEVICE float* norms_of(const Step& s, int layer) { return work(s, s.norms) + (long)layer * 12 * s.stride; }

// P | Q per row, 4S: P filter, P core, Q filter, Q core. Rows of the first convolution are elements.
DEVICE float* terms_of(const Step& s, int layer) {
    return layer == 0 ? work(s, s.terms) : work(s, s.later_terms) + (layer - 1) * s.node_room * 4 * s.stride;
}

// Gradients of the nodes of a layer's output: two buffers in turn, the last layer's in the first.
DEVICE float* node_gradient_of(const Step& s, int layer) {
    return work(s, s.node_gradient) + (s.convolutions + 1 - layer) % 2 * s.node_room * s.stride;
}

// Gradients of a hidden layer, likewise.
DEVICE float* hidden_gradient_of(const Step& s, int layer) {
    return work(s, s.hidden_gradient) + (s.hidden_layers + 1 - layer) % 2 * s.crystal_room * s.hidden_stride;
}
