#ifndef ALLOCATION_COUNTER_H
#define ALLOCATION_COUNTER_H

/// How many pieces of memory the calling thread has asked for so far. Other threads do not count, so
/// that tests may run beside each other.
unsigned long allocationsOfThisThread(void);

#endif
