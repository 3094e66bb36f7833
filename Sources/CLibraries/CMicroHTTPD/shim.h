#pragma once
#include <microhttpd.h>

// Paths and query values stay as they came: a path that was written with escapes matches no route,
// and query values are decoded, strictly, in Swift.
static size_t testbed_keep_escapes(
    void *context, struct MHD_Connection *connection, char *text)
{
    size_t length = 0;
    (void)context;
    (void)connection;
    while (text[length]) length++;
    return length;
}

// The library's start function takes `...`, which Swift cannot call. Every limit is an argument
// here, because without one of them the library has none.
static inline struct MHD_Daemon *testbed_start_http(
    unsigned flags, int listening,
    MHD_AccessHandlerCallback answer, MHD_RequestCompletedCallback completed,
    MHD_NotifyConnectionCallback connection, void *context,
    unsigned connections, unsigned connectionsPerAddress,
    unsigned idleSeconds, size_t memoryPerConnection)
{
    return MHD_start_daemon(
        flags, 0, NULL, NULL, answer, context,
        MHD_OPTION_LISTEN_SOCKET, listening,
        MHD_OPTION_NOTIFY_COMPLETED, completed, context,
        MHD_OPTION_NOTIFY_CONNECTION, connection, context,
        MHD_OPTION_CONNECTION_LIMIT, connections,
        MHD_OPTION_PER_IP_CONNECTION_LIMIT, connectionsPerAddress,
        MHD_OPTION_CONNECTION_TIMEOUT, idleSeconds,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, memoryPerConnection,
        MHD_OPTION_STRICT_FOR_CLIENT, 1,
        MHD_OPTION_UNESCAPE_CALLBACK, testbed_keep_escapes, NULL,
        MHD_OPTION_END);
}

// `MHD_get_connection_info` takes `...` too. -1 where the connection has no socket any more.
static inline int testbed_connection_socket(struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info ? info->connect_fd : -1;
}
