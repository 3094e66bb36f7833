#pragma once
#include <zlib.h>

// deflateInit2 is a macro, which Swift does not import. 15 + 16: the largest window, framed as gzip.
static inline int testbed_gzip_start(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

static inline int testbed_gunzip_start(z_stream *stream) {
    return inflateInit2(stream, 15 + 16);
}
