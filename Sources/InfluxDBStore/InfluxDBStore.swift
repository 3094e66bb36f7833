// InfluxDBStore
