// The inner loop of trace evaluation: weighted sums of 8-bit demand series over a block of samples.
//
// C, because the compiler can clone one plain loop for several instruction sets and choose when the program
// starts; Swift cannot yet. Everything is integer arithmetic, so the clones agree to the bit.

#ifndef BLADESIM_TILE_KERNEL_H
#define BLADESIM_TILE_KERNEL_H

#include <stddef.h>
#include <stdint.h>

/// One guest of a host, as the kernel reads it: where its samples of this tile begin, and its weight.
typedef struct {
  /// Index of the guest's first sample of this tile in the sample library.
  uint64_t first;
  /// Work quanta of one sample step, 0 to 65535.
  uint32_t weight;
  uint32_t padding;
} bladesim_tile_guest;

/// sums[k] += sum over guests g of weight[g] * samples[first[g] + k], for k in 0..<length.
///
/// The sums are whole numbers in doubles: exact, whatever the order, up to 2^53. A guest that leaves is taken out
/// by bladesim_tile_subtract and leaves no trace.
void bladesim_tile_add(double *sums, const uint8_t *samples, const bladesim_tile_guest *guests, size_t count,
                       size_t length);

/// The same with a minus.
void bladesim_tile_subtract(double *sums, const uint8_t *samples, const bladesim_tile_guest *guests,
                            size_t count, size_t length);

#endif
