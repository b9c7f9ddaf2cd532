#include "host_kernel.h"

#if defined(__x86_64__) && defined(__linux__)
#include <immintrin.h>
#define CLONES __attribute__((target_clones("avx2", "default")))
#define HAS_TABLE_IN_REGISTERS 1
#else
#define CLONES
#endif

// A fused multiply-add rounds once where two operations round twice: clones would differ in the last bit.
#pragma STDC FP_CONTRACT OFF

#define LANES 8

// Sums of one window in fixed lanes, so that every form of the loop gives the same bits.
typedef struct {
  double drawn[LANES], served[LANES], lost[LANES], peak[LANES];
} lanes;

static inline __attribute__((always_inline)) void draw_sample(double *restrict watts, double *restrict loss,
                                                              double sum, const bladesim_host_curve *curve,
                                                              double per_quantum, double share, int has_loss,
                                                              lanes *restrict total, int lane) {
  const double fits = sum < curve->capacity ? sum : curve->capacity;
  const double raw = fits * per_quantum;
  const double u = raw < 1.0 ? raw : 1.0;
  const double x = u * (double)curve->segments;
  const int32_t segment = (int32_t)x;
  const double within = x - (double)segment;
  const double draw = curve->base[segment] + curve->slope[segment] * within;
  *watts += share * draw;
  if (has_loss) *loss += share * (curve->loss_base[segment] + curve->loss_slope[segment] * within);
  total->drawn[lane] += draw;
  total->served[lane] += fits;
  total->lost[lane] += sum - fits;
  total->peak[lane] = u > total->peak[lane] ? u : total->peak[lane];
}

// From sample k on, which is a multiple of the lanes.
static inline __attribute__((always_inline)) bladesim_host_window
draw_rest(double *restrict watts, double *restrict loss, const double *restrict sums,
          const bladesim_host_curve *curve, size_t k, size_t length, double share, int has_loss, lanes total) {
  const double per_quantum = 1.0 / curve->capacity;
  for (; k + LANES <= length; k += LANES) {
    for (int lane = 0; lane < LANES; lane++) {
      draw_sample(watts + k + lane, has_loss ? loss + k + lane : loss, sums[k + lane], curve, per_quantum, share,
                  has_loss, &total, lane);
    }
  }
  for (; k < length; k++) {
    draw_sample(watts + k, has_loss ? loss + k : loss, sums[k], curve, per_quantum, share, has_loss, &total,
                (int)(k % LANES));
  }
  bladesim_host_window window = {0, 0, 0, 0};
  for (int lane = 0; lane < LANES; lane++) {
    window.watts += total.drawn[lane];
    window.served += total.served[lane];
    window.lost += total.lost[lane];
    window.peak = total.peak[lane] > window.peak ? total.peak[lane] : window.peak;
  }
  window.watts *= share;
  window.served *= share;
  window.lost *= share;
  return window;
}

// Both forms of the loop come from one text: the table of losses is half of the work, and blades have none.
CLONES
static bladesim_host_window draw_anywhere(double *restrict watts, double *restrict loss,
                                          const double *restrict sums, const bladesim_host_curve *curve,
                                          size_t length, double share) {
  const lanes none = {{0}, {0}, {0}, {0}};
  if (curve->loss_base) return draw_rest(watts, loss, sums, curve, 0, length, share, 1, none);
  return draw_rest(watts, loss, sums, curve, 0, length, share, 0, none);
}

#ifdef HAS_TABLE_IN_REGISTERS

// The points that two registers hold: measured curves have eleven.
#define POINTS_IN_REGISTERS 16

// A whole table, looked up by a shuffle of two registers in place of a load for each sample.
typedef struct {
  __m512d low, high;
} table;

#define WIDE static inline __attribute__((always_inline, target("avx512f,avx512dq")))

WIDE table table_of(const double *values, int points) {
  const unsigned valid = (1u << points) - 1;
  const table all = {_mm512_maskz_loadu_pd((__mmask8)valid, values),
                     _mm512_maskz_loadu_pd((__mmask8)(valid >> LANES), values + LANES)};
  return all;
}

WIDE __m512d look_up(table all, __m512i at) { return _mm512_permutex2var_pd(all.low, at, all.high); }

WIDE bladesim_host_window draw_wide(double *restrict watts, double *restrict loss, const double *restrict sums,
                                    const bladesim_host_curve *curve, size_t length, double share,
                                    int has_loss) {
  const int points = curve->segments + 1;
  const table base = table_of(curve->base, points), slope = table_of(curve->slope, points);
  const table loss_base = has_loss ? table_of(curve->loss_base, points) : base;
  const table loss_slope = has_loss ? table_of(curve->loss_slope, points) : base;
  const __m512d capacity = _mm512_set1_pd(curve->capacity), one = _mm512_set1_pd(1.0);
  const __m512d per_quantum = _mm512_set1_pd(1.0 / curve->capacity), shares = _mm512_set1_pd(share);
  const __m512d segments = _mm512_set1_pd((double)curve->segments);
  __m512d drawn = _mm512_setzero_pd(), served = drawn, lost = drawn, peak = drawn;
  size_t k = 0;
  for (; k + LANES <= length; k += LANES) {
    const __m512d sum = _mm512_loadu_pd(sums + k);
    const __m512d fits = _mm512_min_pd(sum, capacity);
    const __m512d u = _mm512_min_pd(_mm512_mul_pd(fits, per_quantum), one);
    const __m512d x = _mm512_mul_pd(u, segments);
    const __m512i segment = _mm512_cvttpd_epi64(x);
    const __m512d within = _mm512_sub_pd(x, _mm512_cvtepi64_pd(segment));
    const __m512d draw = _mm512_add_pd(look_up(base, segment), _mm512_mul_pd(look_up(slope, segment), within));
    _mm512_storeu_pd(watts + k, _mm512_add_pd(_mm512_loadu_pd(watts + k), _mm512_mul_pd(shares, draw)));
    if (has_loss) {
      const __m512d own =
          _mm512_add_pd(look_up(loss_base, segment), _mm512_mul_pd(look_up(loss_slope, segment), within));
      _mm512_storeu_pd(loss + k, _mm512_add_pd(_mm512_loadu_pd(loss + k), _mm512_mul_pd(shares, own)));
    }
    drawn = _mm512_add_pd(drawn, draw);
    served = _mm512_add_pd(served, fits);
    lost = _mm512_add_pd(lost, _mm512_sub_pd(sum, fits));
    peak = _mm512_max_pd(u, peak);
  }
  lanes total;
  _mm512_storeu_pd(total.drawn, drawn);
  _mm512_storeu_pd(total.served, served);
  _mm512_storeu_pd(total.lost, lost);
  _mm512_storeu_pd(total.peak, peak);
  return draw_rest(watts, loss, sums, curve, k, length, share, has_loss, total);
}

__attribute__((target("avx512f,avx512dq"))) static bladesim_host_window
draw_in_registers(double *restrict watts, double *restrict loss, const double *restrict sums,
                  const bladesim_host_curve *curve, size_t length, double share) {
  if (curve->loss_base) return draw_wide(watts, loss, sums, curve, length, share, 1);
  return draw_wide(watts, loss, sums, curve, length, share, 0);
}

#endif

bladesim_host_window bladesim_host_draw(double *restrict watts, double *restrict loss,
                                        const double *restrict sums, const bladesim_host_curve *curve,
                                        size_t length, double share) {
#ifdef HAS_TABLE_IN_REGISTERS
  if (curve->segments < POINTS_IN_REGISTERS && __builtin_cpu_supports("avx512f") &&
      __builtin_cpu_supports("avx512dq"))
    return draw_in_registers(watts, loss, sums, curve, length, share);
#endif
  return draw_anywhere(watts, loss, sums, curve, length, share);
}
