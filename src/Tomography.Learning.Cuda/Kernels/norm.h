// What the batch norms over bonds and over sites have in common. CPU: CpuNetwork.
#pragma once
#include "step.h"

// Turns a channel's variance into its inverse deviation, and gives scale and shift. Norms hold four vectors of a length.
DEVICE void affine(float* norms, int length, int channel, float gamma, float beta) {
    float inverse = (float)(1 / __builtin_sqrt((double)(norms[length + channel] + 1e-5f)));
    float scale = gamma * inverse;
    norms[length + channel] = inverse;
    norms[2 * length + channel] = scale;
    norms[3 * length + channel] = beta - norms[channel] * scale;
}

// Running mean and variance follow those of the batch, with the unbiased variance.
DEVICE void follow(float* running, int length, int channel, float mean, float variance, double samples) {
    double unbias = samples > 1 ? samples / (samples - 1) : 1;
    running[channel] = (float)((1 - 0.1) * running[channel] + 0.1 * mean);
    running[length + channel] = (float)((1 - 0.1) * running[length + channel] + 0.1 * unbias * variance);
}

// Gradients of a norm's scale and shift, and the constants of the gradient of its input, from the sums S = dy and R = dy x.
struct NormGradient {
    float gamma, beta, k1, k2;
};

DEVICE NormGradient norm_gradient(double s, double r, const float* norms, int length, int channel, double total) {
    float mean = norms[channel], inverse = norms[length + channel], scale = norms[2 * length + channel];
    double gamma = inverse * (r - mean * s);
    double slope = scale * (double)inverse * gamma / total;
    NormGradient result;
    result.gamma = (float)gamma;
    result.beta = (float)s;
    result.k2 = (float)slope;
    result.k1 = (float)(scale * s / total - slope * mean);
    return result;
}
