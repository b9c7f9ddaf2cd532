// From a host's demand sums to its watts, for a window of samples.

#ifndef BLADESIM_HOST_KERNEL_H
#define BLADESIM_HOST_KERNEL_H

#include <stddef.h>
#include <stdint.h>

/// What a server draws at its supply input, and what its own supplies lose of it, over utilization 0...1 in equal
/// segments: with x = u * segments and i = floor(x), value = base[i] + slope[i] * (x - i). Each array has
/// segments + 1 entries; the last is for u = 1. Both arrays of loss are null for a server without supplies of its own.
typedef struct {
  const double *base;
  const double *slope;
  const double *loss_base;
  const double *loss_slope;
  int32_t segments;
  int32_t padding;
  /// Work quanta that fill the server: utilization = sum / capacity, cut off at 1.
  double capacity;
} bladesim_host_curve;

/// Totals of one host over one window, each sample counted `share` times.
typedef struct {
  /// Watts times samples.
  double watts;
  /// Quanta served, quanta that did not fit.
  double served;
  double lost;
  /// The highest utilization.
  double peak;
} bladesim_host_window;

/// Adds share * watts(u(sums[k])) to watts[k] and the supplies' part of it, if any, to loss[k] for k in 0..<length, and
/// returns the host's totals. Sums are taken in eight fixed lanes, so that every clone gives the same bits.
bladesim_host_window bladesim_host_draw(double *watts, double *loss, const double *sums,
                                        const bladesim_host_curve *curve, size_t length, double share);

#endif
