#include "host_kernel.h"

#if defined(__x86_64__) && defined(__linux__)
#define CLONES __attribute__((target_clones("avx2", "default")))
#else
#define CLONES
#endif

// A fused multiply-add rounds once where two operations round twice: clones would differ in the last bit.
#pragma STDC FP_CONTRACT OFF

#define LANES 8

// Both forms of the loop come from one text: the table of losses is half of the work, and blades have none.
static inline __attribute__((always_inline)) bladesim_host_window
draw_window(double *restrict watts, double *restrict loss, const double *restrict sums,
            const bladesim_host_curve *curve, size_t length, double share, int has_loss) {
  const double *restrict base = curve->base, *restrict slope = curve->slope;
  const double *restrict loss_base = curve->loss_base, *restrict loss_slope = curve->loss_slope;
  const double capacity = curve->capacity, segments = (double)curve->segments;
  const double per_quantum = 1.0 / capacity;
  double drawn[LANES] = {0}, served[LANES] = {0}, lost[LANES] = {0}, peak[LANES] = {0};
  size_t k = 0;
  for (; k + LANES <= length; k += LANES) {
    for (int lane = 0; lane < LANES; lane++) {
      const double sum = sums[k + lane];
      const double fits = sum < capacity ? sum : capacity;
      const double raw = fits * per_quantum;
      const double u = raw < 1.0 ? raw : 1.0;
      const double x = u * segments;
      const int32_t segment = (int32_t)x;
      const double within = x - (double)segment;
      const double draw = base[segment] + slope[segment] * within;
      watts[k + lane] += share * draw;
      if (has_loss) loss[k + lane] += share * (loss_base[segment] + loss_slope[segment] * within);
      drawn[lane] += draw;
      served[lane] += fits;
      lost[lane] += sum - fits;
      peak[lane] = u > peak[lane] ? u : peak[lane];
    }
  }
  for (; k < length; k++) {
    const int lane = (int)(k % LANES);
    const double sum = sums[k];
    const double fits = sum < capacity ? sum : capacity;
    const double raw = fits * per_quantum;
    const double u = raw < 1.0 ? raw : 1.0;
    const double x = u * segments;
    const int32_t segment = (int32_t)x;
    const double within = x - (double)segment;
    const double draw = base[segment] + slope[segment] * within;
    watts[k] += share * draw;
    if (has_loss) loss[k] += share * (loss_base[segment] + loss_slope[segment] * within);
    drawn[lane] += draw;
    served[lane] += fits;
    lost[lane] += sum - fits;
    peak[lane] = u > peak[lane] ? u : peak[lane];
  }
  bladesim_host_window window = {0, 0, 0, 0};
  for (int lane = 0; lane < LANES; lane++) {
    window.watts += drawn[lane];
    window.served += served[lane];
    window.lost += lost[lane];
    window.peak = peak[lane] > window.peak ? peak[lane] : window.peak;
  }
  window.watts *= share;
  window.served *= share;
  window.lost *= share;
  return window;
}

CLONES
bladesim_host_window bladesim_host_draw(double *restrict watts, double *restrict loss,
                                        const double *restrict sums, const bladesim_host_curve *curve,
                                        size_t length, double share) {
  if (curve->loss_base) return draw_window(watts, loss, sums, curve, length, share, 1);
  return draw_window(watts, loss, sums, curve, length, share, 0);
}
