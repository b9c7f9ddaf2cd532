// What Placement calls of COIN-OR CLP. The declarations are the library's own; the functions are those of `clp.c`, which open
// the library when the first of them is called.

#ifndef BLADESIM_CLP_H
#define BLADESIM_CLP_H

#include <coin/Clp_C_Interface.h>

#endif
