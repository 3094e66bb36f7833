#pragma once
#include <curl/curl.h>

// Swift imports no C function with `...`: one plain function for each kind of argument that
// curl_easy_setopt and curl_easy_getinfo are called with.

static inline CURLcode testbed_curl_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode testbed_curl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode testbed_curl_set_pointer(
    CURL *handle, CURLoption option, const void *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode testbed_curl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

typedef size_t (*testbed_curl_data_function)(char *, size_t, size_t, void *);

static inline CURLcode testbed_curl_set_data_function(
    CURL *handle, CURLoption option, testbed_curl_data_function value) {
    return curl_easy_setopt(handle, option, value);
}

typedef int (*testbed_curl_progress_function)(
    void *, curl_off_t, curl_off_t, curl_off_t, curl_off_t);

static inline CURLcode testbed_curl_set_progress_function(
    CURL *handle, testbed_curl_progress_function value) {
    return curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, value);
}

typedef curl_socket_t (*testbed_curl_socket_function)(
    void *, curlsocktype, struct curl_sockaddr *);

static inline CURLcode testbed_curl_set_socket_function(
    CURL *handle, testbed_curl_socket_function value) {
    return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, value);
}

static inline CURLcode testbed_curl_get_long(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode testbed_curl_get_size(CURL *handle, CURLINFO info, curl_off_t *value) {
    return curl_easy_getinfo(handle, info, value);
}
