// SPDX-License-Identifier: Apache-2.0
// The recurrence of one bidirectional layer over sentences laid end to end, forward and backward, for training only.
//   f = sigmoid(uf + vf*c'), c = f*c' + (1-f)*uc, r = sigmoid(ur + vr*c), h = r*tanh(c)      (c' is the state before)
// u: [tokens][2 directions][3: uc uf ur][H]; peep: [2][2: vf vr][H]; h, c, saved f, r: [tokens][2][H]
#include <cmath>
#include <cstring>

namespace {
float sigmoid(float x) { return 1.0F / (1.0F + std::exp(-x)); }
}  // namespace

extern "C" void scan_forward(const float* u, const float* peep, const int* starts, int sentences, int H,
                             float* h, float* c, float* f, float* r) {
    float zero[1024] = {};
    for (int s = 0; s < sentences; ++s)
        for (int d = 0; d < 2; ++d) {
            const float* vf = peep + d * 2 * H;
            const float* vr = vf + H;
            const float* before = zero;
            for (int k = 0; k < starts[s + 1] - starts[s]; ++k) {
                long t = d == 0 ? starts[s] + k : starts[s + 1] - 1 - k;
                const float* ut = u + (t * 2 + d) * 3 * H;
                long o = (t * 2 + d) * H;
#pragma omp simd
                for (int i = 0; i < H; ++i) {
                    float ff = sigmoid(ut[H + i] + vf[i] * before[i]);
                    float cc = ff * before[i] + (1 - ff) * ut[i];
                    float rr = sigmoid(ut[2 * H + i] + vr[i] * cc);
                    f[o + i] = ff;
                    c[o + i] = cc;
                    r[o + i] = rr;
                    h[o + i] = rr * std::tanh(cc);
                }
                before = c + o;
            }
        }
}

extern "C" void scan_backward(const float* u, const float* peep, const int* starts, int sentences, int H,
                              const float* c, const float* f, const float* r, const float* gh, float* gu, float* gpeep) {
    float zero[1024] = {};
    float gc[1024];
    for (int s = 0; s < sentences; ++s)
        for (int d = 0; d < 2; ++d) {
            const float* vf = peep + d * 2 * H;
            const float* vr = vf + H;
            float* gvf = gpeep + d * 2 * H;
            float* gvr = gvf + H;
            std::memset(gc, 0, sizeof gc);
            for (int k = starts[s + 1] - starts[s] - 1; k >= 0; --k) {
                long t = d == 0 ? starts[s] + k : starts[s + 1] - 1 - k;
                long o = (t * 2 + d) * H;
                const float* before = k == 0 ? zero : c + ((d == 0 ? t - 1 : t + 1) * 2 + d) * H;
                const float* ut = u + (t * 2 + d) * 3 * H;
                float* gt = gu + (t * 2 + d) * 3 * H;
#pragma omp simd
                for (int i = 0; i < H; ++i) {
                    float th = std::tanh(c[o + i]);
                    float g = gh[o + i];
                    float gr = g * th * r[o + i] * (1 - r[o + i]);
                    float gcc = gc[i] + g * r[o + i] * (1 - th * th) + gr * vr[i];
                    float ff = f[o + i];
                    float gf = gcc * (before[i] - ut[i]) * ff * (1 - ff);
                    gt[i] = gcc * (1 - ff);
                    gt[H + i] = gf;
                    gt[2 * H + i] = gr;
                    gvf[i] += gf * before[i];
                    gvr[i] += gr * c[o + i];
                    gc[i] = gcc * ff + gf * vf[i];
                }
            }
        }
}

// out = in with each value kept with probability 1 - p and scaled; the kept ones are marked in mask for the way back.
extern "C" void drop_forward(const float* in, float* out, unsigned char* mask, long n, float p, unsigned long seed) {
    constexpr int lanes = 32;
    unsigned state[lanes];
    for (int i = 0; i < lanes; ++i) {
        seed = seed * 6364136223846793005UL + 1442695040888963407UL;
        state[i] = static_cast<unsigned>(seed >> 32) | 1U;
    }
    const unsigned limit = static_cast<unsigned>(static_cast<double>(p) * 4294967295.0);
    const float scale = 1.0F / (1.0F - p);
    for (long k = 0; k < n; k += lanes) {
        const int m = n - k < lanes ? static_cast<int>(n - k) : lanes;
        for (int i = 0; i < lanes; ++i) {
            unsigned x = state[i];
            x ^= x << 13;
            x ^= x >> 17;
            x ^= x << 5;
            state[i] = x;
        }
        for (int i = 0; i < m; ++i) {
            mask[k + i] = state[i] * 2654435769U > limit;
            out[k + i] = mask[k + i] ? in[k + i] * scale : 0.0F;
        }
    }
}

extern "C" void drop_backward(const float* g, const unsigned char* mask, float* out, long n, float p) {
    const float scale = 1.0F / (1.0F - p);
    for (long k = 0; k < n; ++k) out[k] = mask[k] ? g[k] * scale : 0.0F;
}

// Sums of embedding rows: bag b holds the rows flat[starts[b]] to flat[starts[b + 1] - 1], scaled by scale[b].
extern "C" void bags_forward(const float* table, const long* flat, const long* starts, const float* scale, long bags, long size,
                             float* out) {
    for (long b = 0; b < bags; ++b) {
        float* o = out + b * size;
        std::memset(o, 0, sizeof(float) * static_cast<unsigned long>(size));
        for (long k = starts[b]; k < starts[b + 1]; ++k) {
            const float* row = table + flat[k] * size;
            for (long i = 0; i < size; ++i) o[i] += row[i];
        }
        for (long i = 0; i < size; ++i) o[i] *= scale[b];
    }
}

extern "C" void bags_backward(const float* g, const long* flat, const long* starts, const float* scale, long bags, long size,
                              float* grad) {
    for (long b = 0; b < bags; ++b) {
        const float* from = g + b * size;
        for (long k = starts[b]; k < starts[b + 1]; ++k) {
            float* row = grad + flat[k] * size;
            for (long i = 0; i < size; ++i) row[i] += scale[b] * from[i];
        }
    }
}
