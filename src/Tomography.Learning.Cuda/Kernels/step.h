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

// What a model predicts one target by: the layers behind the pooling, which begin where `start` says.
struct __attribute__((aligned(16))) Head {
    const float* features;          // per crystal of the graphs, feature_length numbers
    const float* targets;           // per crystal of the graphs; not a number where it is missing
    const double* crystal_weights;  // per crystal of the graphs, the weight of its loss; null where each counts once
    double weight;                  // of its loss among those of the model
    int place;                      // the model's place among those that take part
    int model;
    int task;                       // which of the model's targets
    int tasks;                      // how many the model has
    int feature_length;
    int start;                      // of its parameters
    int kind;                       // what is predicted
    int is_masked;                  // whether some crystals lack the target
};

// What a head predicts: a number, one of two classes by its log-odds, a number with the log-variance of its error.
enum { is_number = 0, is_class = 1, is_number_with_variance = 2 };

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
    const double* trunk_rates;        // per model, what the learning rate of embedding and convolutions is multiplied by; 0: they stay
    const int* sizes;                 // per model, how many parameters it has
    // Who takes part, and with which batch.
    const int* slots;      // per y, the model
    const int* order_of;   // per y, its batch among batches
    const Batch* batches;
    const Head* heads;     // of all that take part, model by model
    const int* first_head; // per y, its first head; one more at the end
    double* measures;      // per y, measure_stride: see task_losses.cu
    double* predictions;   // per head, prediction_stride
    double* log_variances; // per head, as predictions, where they are wanted; else null
    float* vectors;        // per y, pooled vectors where they are wanted; else null
    // Memory to work in, in floats.
    float* work;
    long work_stride;
    long species_vectors, terms, later_terms, moments, sums, slope, output, norms, bond_partial, bond_constants;
    long pooled_activation, pooled_slope, hidden, hidden_slope, errors, variance_errors, labelled;
    long gradients, node_gradient, sum_gradient, atom_gradient, bond_gradient, bond_terms, weight_partial, weight_rows;
    long species_gradient, species_terms, hidden_gradient, pooled_gradient, task_gradients, shared_before;
    long node_room, crystal_room, distance_room;  // nodes, crystals and distances of the largest batch that there is room for
    long prediction_stride, prediction_start, measure_stride;
    long parameter_stride, running_stride;
    // Sizes, see ParameterLayout.
    int stride, hidden_stride, atom, hidden_width, element_features, gaussians, window, species_count, convolutions, hidden_layers;
    int embedding, embedding_bias, convolution, convolution_size;
    int shared_size;   // parameters of embedding and convolutions, which all tasks share
    int pooled_width;  // numbers per crystal in vectors
    // The optimizer.
    int is_adam;
    float momentum, decay;
    double learning_rate, weight_decay;
};

// What differs from launch to launch.
struct LaunchArguments {
    int layer;
    int training;   // what a forward pass is for
    int is_shared;  // whether shared memory holds what a block sums up
    int task;       // the task that is meant alone; -1: all, each with the weight of its loss
};

enum { is_prediction = 0, is_step = 1, is_probe = 2 };

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

// Kernels of heads have a block per head along y.
DEVICE Head head_of(const Step& s) { return s.heads[block_y()]; }
DEVICE const Batch& batch_of(const Step& s, const Head& h) { return s.batches[s.order_of[h.place]]; }
DEVICE float* work(const Step& s, const Head& h, long offset) { return s.work + h.place * s.work_stride + offset; }
DEVICE float* parameters_of(const Step& s, const Head& h) { return s.parameters + h.model * s.parameter_stride; }
DEVICE float* gradients_of(const Step& s, const Head& h) { return work(s, h, s.gradients); }

// Where the blocks of a head begin, behind the weights of the pooled vector.
DEVICE int features_of_head(const Step& s, const Head& h) { return h.start + s.atom * s.hidden_stride; }
DEVICE int head_bias(const Step& s, const Head& h) { return features_of_head(s, h) + h.feature_length * s.hidden_stride; }
DEVICE int hidden_weight(const Step& s, const Head& h, int layer) {
    return head_bias(s, h) + s.hidden_stride + (layer - 1) * (s.hidden_width + 1) * s.hidden_stride;
}
DEVICE int hidden_bias(const Step& s, const Head& h, int layer) {
    return layer == 0 ? head_bias(s, h) : hidden_weight(s, h, layer) + s.hidden_width * s.hidden_stride;
}
DEVICE int output_weight(const Step& s, const Head& h) { return hidden_weight(s, h, s.hidden_layers); }
DEVICE int output_bias(const Step& s, const Head& h) { return output_weight(s, h) + s.hidden_stride; }
DEVICE int variance_weight(const Step& s, const Head& h) { return output_bias(s, h) + 16; }
DEVICE int variance_bias(const Step& s, const Head& h) { return variance_weight(s, h) + s.hidden_stride; }

// Batch norms of a convolution: mean, inverse deviation, scale, shift of the bonds (2S each), then of the sites (S each).
DEVICE float* norms_of(const Step& s, int layer) { return work(s, s.norms) + (long)layer * 12 * s.stride; }

// P | Q per row, 4S: P filter, P core, Q filter, Q core. Rows of the first convolution are elements.
DEVICE float* terms_of(const Step& s, int layer) {
    return layer == 0 ? work(s, s.terms) : work(s, s.later_terms) + (layer - 1) * s.node_room * 4 * s.stride;
}

// T of the batch's distances, 2S each. Gradients of T take their place when they are not needed any more.
DEVICE float* bond_terms_of(const Step& s, int layer) { return work(s, s.bond_terms) + layer * s.distance_room * 2 * s.stride; }

// Gradients of the nodes of a layer's output: two buffers in turn, the last layer's in the first.
DEVICE float* node_gradient_of(const Step& s, int layer) {
    return work(s, s.node_gradient) + (s.convolutions + 1 - layer) % 2 * s.node_room * s.stride;
}

// A hidden layer of a head, and the slopes of its softplus.
DEVICE long hidden_place(const Step& s, const Head& h, int layer) {
    return ((long)h.task * s.hidden_layers + layer) * s.crystal_room * s.hidden_stride;
}
DEVICE float* hidden_of(const Step& s, const Head& h, int layer) { return work(s, h, s.hidden) + hidden_place(s, h, layer); }
DEVICE float* hidden_slope_of(const Step& s, const Head& h, int layer) { return work(s, h, s.hidden_slope) + hidden_place(s, h, layer); }

// Gradients of a hidden layer, in two buffers in turn, too.
DEVICE float* hidden_gradient_of(const Step& s, const Head& h, int layer) {
    return work(s, h, s.hidden_gradient)
        + (2l * h.task + (s.hidden_layers + 1 - layer) % 2) * s.crystal_room * s.hidden_stride;
}

// Of a head, per crystal of the batch: what it loses, and behind these the slope of the loss in the prediction.
DEVICE double* losses_of(const Step& s, const Head& h) { return (double*)work(s, h, s.errors) + 2 * h.task * s.crystal_room; }
DEVICE double* errors_of(const Step& s, const Head& h) { return losses_of(s, h) + s.crystal_room; }

// The slope in the log-variance, of a model that predicts one.
DEVICE double* variance_errors_of(const Step& s, const Head& h) { return (double*)work(s, h, s.variance_errors); }

// Whether a head has no part in what is meant for one task alone.
DEVICE bool is_left_out(const Head& h, const LaunchArguments& a) { return a.task >= 0 && a.task != h.task; }

// How many targets a model has.
DEVICE int tasks_of(const Step& s) { return s.first_head[block_y() + 1] - s.first_head[block_y()]; }

// Per task of a model, how many crystals of the batch have its target.
DEVICE int* labelled_of(const Step& s, const Head& h) { return (int*)work(s, h, s.labelled); }
