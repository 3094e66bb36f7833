# One small image with the three tools. The build needs only Package.swift and Sources: without tests
# the package is looked at through TESTBED_ONLY, which leaves out every target the tools do not need.
FROM swift:6.3.1-bookworm AS build
RUN apt-get update -qq \
    && apt-get install -y -qq --no-install-recommends pkg-config libsqlite3-dev libmosquitto-dev \
        libmicrohttpd-dev libcurl4-openssl-dev libssl-dev zlib1g-dev libzstd-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY Package.swift ./
COPY Sources ./Sources
ENV TESTBED_ONLY=scenario-runner,machine-generator,anomaly-detector
RUN swift build -c release --static-swift-stdlib \
        --explicit-target-dependency-import-check error \
    && mkdir /out \
    && for tool in scenario-runner machine-generator anomaly-detector; do \
        strip -o "/out/$tool" "$(swift build -c release --show-bin-path)/$tool" || exit 1; \
    done

FROM debian:12.12-slim
RUN apt-get update -qq \
    && apt-get install -y -qq --no-install-recommends ca-certificates libsqlite3-0 libmosquitto1 \
        libmicrohttpd12 libcurl4 libssl3 zlib1g libzstd1 libstdc++6 \
    && rm -rf /var/lib/apt/lists/*
# A fixed user, so that secrets can be given to it; folders it may write to when a volume lies there.
RUN groupadd --gid 10001 testbed \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /testbed --shell /usr/sbin/nologin testbed \
    && install -d -o 10001 -g 10001 -m 0775 /state /testbed /testbed/reports
COPY --from=build /out/ /usr/local/bin/
COPY scripts/as-owner-of /usr/local/bin/
COPY scenarios /testbed/scenarios
USER 10001:10001
WORKDIR /testbed
CMD ["scenario-runner", "--help"]
