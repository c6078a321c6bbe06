// T = W3 u(d), the bond term of a column's two channels per distance. CPU: BondExpansion.
//
// Distances ascend within a crystal, and with them their windows of Gaussians: a thread keeps the ten weights (or the ten sums) of the
// present window in registers as long as the window is the same.
#pragma once
#include "step.h"

// Floats from distance to distance in the expansion.
enum { expansion_stride = 12, full_window = 10 };

DEVICE const float* expansion_of(const Step& s, int distance) { return s.expansion + (long)distance * expansion_stride; }

DEVICE int first_gaussian(const float* u) { return to_bits(u[expansion_stride - 1]); }

// The expansion of a distance with a full window: ten numbers, a zero, and the bits of the first Gaussian's number.
struct Expansion {
    float4v a, b, c;
};

DEVICE Expansion full_expansion(const Step& s, int distance) {
    const float4v* u = (const float4v*)expansion_of(s, distance);
    Expansion e = {u[0], u[1], u[2]};
#pragma unroll
    for (int k = 0; k < 4; k++) {
        e.a[k] = read_now(e.a[k]);
        e.b[k] = read_now(e.b[k]);
        e.c[k] = read_now(e.c[k]);
    }

    return e;
}

DEVICE int first_gaussian(const Expansion& e) { return to_bits(e.c[3]); }

// The term of one distance. Weights of the channel stand a stride apart.
DEVICE float term_of(const Step& s, const float* u, const float* weights) {
    const float* w = weights + first_gaussian(u) * s.stride;
    float sum = u[0] * w[0];
    for (int k = 1; k < s.window; k++) sum = fma(u[k], w[k * s.stride], sum);
    return sum;
}

DEVICE float term_of(const Expansion& e, const float w[full_window]) {
    float sum = e.a[0] * w[0];
    sum = fma(e.a[1], w[1], sum);
    sum = fma(e.a[2], w[2], sum);
    sum = fma(e.a[3], w[3], sum);
    sum = fma(e.b[0], w[4], sum);
    sum = fma(e.b[1], w[5], sum);
    sum = fma(e.b[2], w[6], sum);
    sum = fma(e.b[3], w[7], sum);
    sum = fma(e.c[0], w[8], sum);
    return fma(e.c[1], w[9], sum);
}

// The weights of a window, of both channels.
DEVICE void read_window(const Step& s, const float* weights_f, const float* weights_g, int at, float f[full_window], float g[full_window]) {
#pragma unroll
    for (int k = 0; k < full_window; k++) {
        f[k] = weights_f[(at + k) * s.stride];
        g[k] = weights_g[(at + k) * s.stride];
    }
}

// The terms of some distances of a crystal, from the first of the graphs on: filter channel, and a stride behind it the core channel, whose
// weights stand `gaussians` rows behind.
DEVICE void terms_of_distances(const Step& s, int first, int count, const float* weights, float* terms) {
    const float* weights_g = weights + s.gaussians * s.stride;
    if (s.window != full_window) {
        for (int d = 0; d < count; d++) {
            const float* u = expansion_of(s, first + d);
            terms[(long)d * 2 * s.stride] = term_of(s, u, weights);
            terms[(long)d * 2 * s.stride + s.stride] = term_of(s, u, weights_g);
        }

        return;
    }

    Expansion next = full_expansion(s, first);
    int at = first_gaussian(next);
    float f[full_window], g[full_window];
    read_window(s, weights, weights_g, at, f, g);
    for (int d = 0; d < count; d++) {
        Expansion e = next;
        next = full_expansion(s, first + smaller(d + 1, count - 1));
        int to = first_gaussian(e);
        if (at != to) read_window(s, weights, weights_g, at = to, f, g);

        terms[(long)d * 2 * s.stride] = term_of(e, f);
        terms[(long)d * 2 * s.stride + s.stride] = term_of(e, g);
    }
}
