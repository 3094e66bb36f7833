// Glibc's `stdout` is a mutable global that Swift 6 refuses; this file, which imports nothing else,
// is the one place that may touch it.
@preconcurrency import Glibc

/// Makes standard output flush at each line end, on a pipe too.
func setLineBufferedOutput() { setvbuf(stdout, nil, _IOLBF, 0) }

/// Writes out what is still buffered.
func flushOutput() { fflush(stdout) }
