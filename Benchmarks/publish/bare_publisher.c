/* The fastest way to publish with libmosquitto that keeps its memory bounded: what our publisher is
 * measured against. One payload of the documented shape, formatted once; a window of unacknowledged
 * messages; the library's own thread.
 *
 *   bare_publisher HOST PORT USER PASSWORD_FILE QOS COUNT WINDOW
 */
#include <mosquitto.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static atomic_long done;
static atomic_int connected;
static atomic_int waiting;
static long sent, window;
static sem_t room;

static void on_connect(struct mosquitto *m, void *context, int code)
{
    (void)m; (void)context;
    atomic_store(&connected, code == 0 ? 1 : -1);
}

static void on_publish(struct mosquitto *m, void *context, int mid)
{
    (void)m; (void)context; (void)mid;
    atomic_fetch_add(&done, 1);
    if (atomic_load(&waiting)) sem_post(&room);
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec * 1e-9;
}

static void wait_until(long most)
{
    atomic_store(&waiting, 1);
    while (sent - atomic_load(&done) > most) {
        struct timespec t;
        clock_gettime(CLOCK_REALTIME, &t);
        t.tv_nsec += 1000000;
        if (t.tv_nsec >= 1000000000) { t.tv_sec++; t.tv_nsec -= 1000000000; }
        sem_timedwait(&room, &t);
    }
    atomic_store(&waiting, 0);
}

int main(int argc, char **argv)
{
    if (argc != 8) return 2;
    int qos = atoi(argv[5]);
    long count = atol(argv[6]);
    window = atol(argv[7]);
    char password[256] = "";
    FILE *file = fopen(argv[4], "r");
    if (!file || !fgets(password, sizeof password, file)) return 2;
    password[strcspn(password, "\n")] = 0;
    sem_init(&room, 0, 0);
    mosquitto_lib_init();
    struct mosquitto *m = mosquitto_new(NULL, true, NULL);
    mosquitto_username_pw_set(m, argv[3], password);
    mosquitto_connect_callback_set(m, on_connect);
    mosquitto_publish_callback_set(m, on_publish);
    mosquitto_max_inflight_messages_set(m, 0);
    mosquitto_int_option(m, MOSQ_OPT_TCP_NODELAY, 1);
    if (mosquitto_connect(m, argv[1], atoi(argv[2]), 60) || mosquitto_loop_start(m)) return 1;
    while (!atomic_load(&connected)) nanosleep(&(struct timespec){0, 1000000}, NULL);
    if (atomic_load(&connected) < 0) return 1;
    const char *payload =
        "{\"machineID\":\"machine1\",\"provider\":\"Smith and Sons\",\"barcode\":\"12345670\","
        "\"run\":\"bench\",\"seq\":100000,\"time\":1767225600000000000,\"load\":55,"
        "\"vibration\":83,\"power\":205,\"temperature\":37}";
    int length = (int)strlen(payload);
    const char *topics[] = {"machine/machine1", "machine/machine2", "machine/machine3"};
    double begin = now();
    for (sent = 0; sent < count; sent++) {
        if (sent - atomic_load(&done) >= window) wait_until(window / 2);
        mosquitto_publish(m, NULL, topics[sent % 3], length, payload, qos, false);
    }
    wait_until(0);
    double seconds = now() - begin;
    printf("%.0f\n", count / seconds);
    mosquitto_disconnect(m);
    mosquitto_loop_stop(m, false);
    mosquitto_destroy(m);
    return 0;
}
