// T = W3 u(d), the bond term of one channel per distance. CPU: BondExpansion.
//
// Distances ascend within a crystal, and with them their windows of Gaussians: a thread keeps the ten weights (or the ten sums) of the
// present window in registers and moves them on, so that each row of W3 is read once per crystal.
#pragma once
#include "step.h"

// Floats from distance to distance in the expansion.
enum { expansion_stride = 12, full_window = 10 };

DEVICE const float* expansion_of(const Step& s, int distance) { return s.expansion + (long)distance * expansion_stride; }

DEVICE int first_gaussian(const float* u) { return to_bits(u[expansion_stride - 1]); }

// The term of one distance of the graphs. Weights of the channel stand a stride apart.
DEVICE float term_of(const Step& s, int distance, const float* weights) {
    const float* u = expansion_of(s, distance);
    const float* w = weights + first_gaussian(u) * s.stride;
    float sum = u[0] * w[0];
    if (s.window == full_window) {
#pragma unroll
        for (int k = 1; k < full_window; k++) sum = fma(u[k], w[k * s.stride], sum);
    } else {
        for (int k = 1; k < s.window; k++) sum = fma(u[k], w[k * s.stride], sum);
    }
    return sum;
}

// The terms of all distances of a crystal, from the first of the graphs on, into places apart from each other by step.
DEVICE void terms_of_crystal(const Step& s, int first, int count, const float* weights, float* terms, long step) {
    if (s.window != full_window) {
        for (int d = 0; d < count; d++) terms[d * step] = term_of(s, first + d, weights);
        return;
    }

    if (count == 0) return;
    int at = first_gaussian(expansion_of(s, first));
    float w[full_window];
#pragma unroll
    for (int k = 0; k < full_window; k++) w[k] = weights[(at + k) * s.stride];
    for (int d = 0; d < count; d++) {
        const float4v* u = (const float4v*)expansion_of(s, first + d);
        float4v a = u[0], b = u[1], c = u[2];
        for (int to = to_bits(c[3]); at < to; at++) {
#pragma unroll
            for (int k = 0; k < full_window - 1; k++) w[k] = w[k + 1];
            w[full_window - 1] = weights[(at + full_window) * s.stride];
        }

        float sum = a[0] * w[0];
        sum = fma(a[1], w[1], sum);
        sum = fma(a[2], w[2], sum);
        sum = fma(a[3], w[3], sum);
        sum = fma(b[0], w[4], sum);
        sum = fma(b[1], w[5], sum);
        sum = fma(b[2], w[6], sum);
        sum = fma(b[3], w[7], sum);
        sum = fma(c[0], w[8], sum);
        sum = fma(c[1], w[9], sum);
        terms[d * step] = sum;
    }
}
