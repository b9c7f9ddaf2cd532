// CLP brings six more libraries with it. Linked in the usual way they would take a third of the start of every command, and
// few commands solve linear programs: so each function here has the name of one of CLP's and passes its call on.

#include "clp.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <unistd.h>

#ifdef __APPLE__
#define LIBRARY "libClp.dylib"
#else
#define LIBRARY "libClp.so.1"
#endif

static void *library;

// The program ends as it does when the dynamic linker misses a library before the start.
static void end_without_library(void) {
  fprintf(stderr, "error: no linear program can be solved without COIN-OR CLP: %s\n", dlerror());
  fprintf(stderr, "help: install it; Debian calls it coinor-libclp1\n");
  _exit(127);
}

static void open_library(void) {
  library = dlopen(LIBRARY, RTLD_LAZY | RTLD_LOCAL);
  if (!library) end_without_library();
}

static void *find(const char *name) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_library);
  void *function = dlsym(library, name);
  if (!function) end_without_library();
  return function;
}

#define PASS_ON(result, name, parameters, arguments)                          \
  result name parameters {                                                    \
    static _Atomic(void *) found;                                             \
    void *function = atomic_load_explicit(&found, memory_order_acquire);      \
    if (!function) {                                                          \
      function = find(#name);                                                 \
      atomic_store_explicit(&found, function, memory_order_release);          \
    }                                                                         \
    return ((__typeof__(&name))function)arguments;                            \
  }

PASS_ON(Clp_Simplex *, Clp_newModel, (void), ())
PASS_ON(void, Clp_deleteModel, (Clp_Simplex *model), (model))
PASS_ON(void, Clp_setLogLevel, (Clp_Simplex *model, int level), (model, level))
PASS_ON(void, Clp_scaling, (Clp_Simplex *model, int mode), (model, mode))
PASS_ON(void, Clp_setPerturbation, (Clp_Simplex *model, int value), (model, value))
PASS_ON(void, Clp_resize, (Clp_Simplex *model, int rows, int columns), (model, rows, columns))
PASS_ON(void, Clp_chgRowLower, (Clp_Simplex *model, const double *lower), (model, lower))
PASS_ON(void, Clp_chgRowUpper, (Clp_Simplex *model, const double *upper), (model, upper))
PASS_ON(void, Clp_chgColumnUpper, (Clp_Simplex *model, const double *upper), (model, upper))
PASS_ON(void, Clp_chgObjCoefficients, (Clp_Simplex *model, const double *costs), (model, costs))
PASS_ON(void, Clp_addColumns,
        (Clp_Simplex *model, int count, const double *lower, const double *upper, const double *costs,
         const CoinBigIndex *starts, const int *rows, const double *values),
        (model, count, lower, upper, costs, starts, rows, values))
PASS_ON(int, Clp_primal, (Clp_Simplex *model, int passes), (model, passes))
PASS_ON(int, Clp_dual, (Clp_Simplex *model, int passes), (model, passes))
PASS_ON(int, Clp_status, (Clp_Simplex *model), (model))
PASS_ON(int, Clp_numberIterations, (Clp_Simplex *model), (model))
PASS_ON(double, Clp_objectiveValue, (Clp_Simplex *model), (model))
PASS_ON(double *, Clp_dualRowSolution, (Clp_Simplex *model), (model))
PASS_ON(double *, Clp_primalColumnSolution, (Clp_Simplex *model), (model))
