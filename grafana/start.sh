#!/bin/sh
# Starts Grafana in its container with the address and token of InfluxDB in its environment, where
# provisioning looks for them.
set -eu
secrets=${SECRETS_DIR:-/run/testbed-secrets}
: "${INFLUX_HOST:=http://influxdb:8181}" "${INFLUX_DATABASE:=factory}"

# The data source speaks gRPC and wants a port in the address; http needs its own consent.
case $INFLUX_HOST in
*://*) url=${INFLUX_HOST%/} ;;
*) url=https://${INFLUX_HOST%/} ;;
esac
case ${url#*://} in
*:*) ;;
*) case $url in https:*) url=$url:443 ;; *) url=$url:80 ;; esac ;;
esac
# Not by a variable: Grafana makes a text of whatever a variable stands for, and the data source wants
# true or false. So it gets a copy.
here=$(cd "$(dirname "$0")" && pwd)
GF_PATHS_PROVISIONING=${PROVISIONING_COPY:-/tmp/provisioning}
rm -rf "$GF_PATHS_PROVISIONING"
cp -R "$here/provisioning" "$GF_PATHS_PROVISIONING"
case $url in
https:*) insecure=false ;;
*) insecure=true ;;
esac
sed "s/insecureGrpc: .*/insecureGrpc: $insecure/" "$here/provisioning/datasources/influxdb.yaml" \
    >"$GF_PATHS_PROVISIONING/datasources/influxdb.yaml"
INFLUX_URL=$url
INFLUX_TOKEN=$(cat "$secrets/influx-token-grafana")
export INFLUX_URL INFLUX_TOKEN INFLUX_DATABASE GF_PATHS_PROVISIONING
exec "${GRAFANA_RUN:-/run.sh}"
