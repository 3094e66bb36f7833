#!/bin/sh
# Starts Telegraf in its container: reads the secrets that `init` has made, then runs it with
# telegraf.conf. What is set in the environment already wins (INFLUX_TOKEN for a server of your own).
set -eu
secrets=${SECRETS_DIR:-/run/testbed-secrets}

: "${MQTT_SERVER:=tcp://mosquitto:1884}" "${MQTT_USERNAME:=telegraf}"
: "${INFLUX_HOST:=http://influxdb:8181}" "${INFLUX_DATABASE:=factory}"
# The tutorial gives a bare host, which means https; Telegraf wants an address.
case $INFLUX_HOST in
*://*) ;;
*) INFLUX_HOST=https://$INFLUX_HOST ;;
esac

read_secret() {
    if [ ! -r "$secrets/$1" ]; then
        echo "start.sh: error: $secrets/$1 cannot be read; run the init service first" >&2
        exit 1
    fi
    cat "$secrets/$1"
}
[ -n "${MQTT_PASSWORD:-}" ] || MQTT_PASSWORD=$(read_secret mqtt-telegraf)
[ -n "${MQTT_PASSWORD_TRUTH:-}" ] || MQTT_PASSWORD_TRUTH=$(read_secret mqtt-telegraf-truth)
[ -n "${MQTT_PASSWORD_BROKER:-}" ] || MQTT_PASSWORD_BROKER=$(read_secret mqtt-telegraf-broker)
[ -n "${INFLUX_TOKEN:-}" ] || INFLUX_TOKEN=$(read_secret influx-token-telegraf)

export MQTT_SERVER MQTT_USERNAME MQTT_PASSWORD MQTT_PASSWORD_TRUTH MQTT_PASSWORD_BROKER INFLUX_HOST INFLUX_DATABASE INFLUX_TOKEN
export INFLUX_ORG="${INFLUX_ORG:-}"
config=${TELEGRAF_CONFIG:-/etc/telegraf/telegraf.conf}
[ "${INFLUX_API:-auto}" = v1 ] || exec telegraf --config "$config"

# The same configuration with the other output, whose figures the health check then looks at.
without=${TMPDIR:-/tmp}/telegraf-without-output.conf
awk '/^\[\[outputs\.influxdb_v3\]\]/ { skip = 1; next } /^\[/ { skip = 0 } !skip' "$config" |
    sed 's/output = \["influxdb_v3"\]/output = ["influxdb_v2"]/' >"$without"
exec telegraf --config "$without" --config "$(dirname "$config")/output-influxdb-v2.conf"
