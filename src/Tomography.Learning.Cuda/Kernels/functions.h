// exp, sigmoid and softplus as docs/numerics.md states them. CPU: Transcendental.
#pragma once
#include "device.h"

DEVICE float exp_of_minus(float y) {
    y = 87.f < y ? 87.f : y;
    float t = fma(y, -1.44269504f, 12582912.f);
    float n = t - 12582912.f;
    float r = fma(n, 0.693359375f, y);
    r = fma(n, -2.12194440e-4f, r);
    float p = fma(r, -1.f / 5040, 1.f / 720);
    p = fma(r, p, -1.f / 120);
    p = fma(r, p, 1.f / 24);
    p = fma(r, p, -1.f / 6);
    p = fma(r, p, 0.5f);
    p = fma(r, p, -1.f);
    p = fma(r, p, 1.f);
    return p * from_bits((int)(((unsigned)to_bits(t) << 23) + (127u << 23)));
}

DEVICE float log_of_one_plus(float s) {
    float q = s * s;
    float p = fma(q, 2.f / 13, 2.f / 11);
    p = fma(q, p, 2.f / 9);
    p = fma(q, p, 2.f / 7);
    p = fma(q, p, 2.f / 5);
    p = fma(q, p, 2.f / 3);
    p = fma(q, p, 2.f);
    return p * s;
}

DEVICE float softplus(float x, float& slope) {
    float e = exp_of_minus(__builtin_fabsf(x));
    float one_plus = 1.f + e, two_plus = 2.f + e;
    float reciprocal = 1.f / (one_plus * two_plus);
    slope = (x >= 0 ? 1.f : e) * (reciprocal * two_plus);
    return (0.f > x ? 0.f : x) + log_of_one_plus(e * (reciprocal * one_plus));
}

struct Gate {
    float sigmoid;       // of the filter
    float sigmoid_core;  // of the core
    float core;          // softplus of the core
};

DEVICE Gate gate(float f, float g) {
    float ef = exp_of_minus(__builtin_fabsf(f)), eg = exp_of_minus(__builtin_fabsf(g));
    float one_plus_f = 1.f + ef, one_plus_g = 1.f + eg, two_plus_g = 2.f + eg;
    float d = one_plus_g * two_plus_g;
    float reciprocal = 1.f / (one_plus_f * d);
    Gate result;
    result.sigmoid = (f >= 0 ? 1.f : ef) * (reciprocal * d);
    float reciprocal_g = reciprocal * one_plus_f;
    result.sigmoid_core = (g >= 0 ? 1.f : eg) * (reciprocal_g * two_plus_g);
    result.core = (0.f > g ? 0.f : g) + log_of_one_plus(eg * (reciprocal_g * one_plus_g));
    return result;
}
