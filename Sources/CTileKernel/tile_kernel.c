#include "tile_kernel.h"

#if defined(__x86_64__) && defined(__linux__)
#define CLONES __attribute__((target_clones("avx512bw", "avx2", "default")))
#else
#define CLONES
#endif

// Samples that are summed in registers at a time.
#define STRIP 64
// 255 * 65535 * 256 < 2^32: so many guests fit 32-bit sums before they are moved to the doubles.
#define BATCH 256

// Adds sign * (weighted sums of up to BATCH guests) for one full strip.
CLONES
static void strip(double *sums, const uint8_t *samples, const bladesim_tile_guest *guests, size_t count,
                  double sign) {
  uint32_t partial[STRIP] = {0};
  for (size_t g = 0; g < count; g++) {
    const uint8_t *s = samples + guests[g].first;
    const uint16_t weight = (uint16_t)guests[g].weight;
    for (int k = 0; k < STRIP; k++) partial[k] += (uint32_t)s[k] * (uint32_t)weight;
  }
  for (int k = 0; k < STRIP; k++) sums[k] += sign * (double)partial[k];
}

static void add_signed(double *sums, const uint8_t *samples, const bladesim_tile_guest *guests, size_t count,
                       size_t length, double sign) {
  for (size_t from = 0; from < count; from += BATCH) {
    const size_t batch = count - from < BATCH ? count - from : BATCH;
    size_t at = 0;
    for (; at + STRIP <= length; at += STRIP) strip(sums + at, samples + at, guests + from, batch, sign);
    for (size_t g = from; at < length && g < from + batch; g++) {
      const uint8_t *s = samples + guests[g].first;
      for (size_t k = at; k < length; k++) sums[k] += sign * (double)((uint32_t)s[k] * guests[g].weight);
    }
  }
}

void bladesim_tile_add(double *sums, const uint8_t *samples, const bladesim_tile_guest *guests, size_t count,
                       size_t length) {
  add_signed(sums, samples, guests, count, length, 1.0);
}

void bladesim_tile_subtract(double *sums, const uint8_t *samples, const bladesim_tile_guest *guests,
                            size_t count, size_t length) {
  add_signed(sums, samples, guests, count, length, -1.0);
}
