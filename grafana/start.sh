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
case $url in
https:*) INFLUX_INSECURE_GRPC=false ;;
*) INFLUX_INSECURE_GRPC=true ;;
esac
INFLUX_URL=$url
INFLUX_TOKEN=$(cat "$secrets/influx-token-grafana")
export INFLUX_URL INFLUX_TOKEN INFLUX_DATABASE INFLUX_INSECURE_GRPC
exec "${GRAFANA_RUN:-/run.sh}"
