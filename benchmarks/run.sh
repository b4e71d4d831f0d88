#!/usr/bin/env bash
# Measures the packaged server and writes docs/benchmarks.md. Needs wrk and pgbench.
#
#   benchmarks/run.sh                                        a first look, with little data
#   benchmarks/run.sh --requests 1000000 --grown 5000000     what the goals are about
#   benchmarks/run.sh --only reads,filters --seconds 5
#
# Databases stay in target/benchmarks (--folder) and are used again.
set -euo pipefail
cd "$(dirname "$0")/.."

for tool in wrk pgbench; do
  command -v "$tool" > /dev/null || { echo "$tool is missing (Debian: wrk, postgresql-client)" >&2; exit 1; }
done

./mvnw -q -DskipTests package
benchmarks/package.sh target/application
./mvnw -q -Pbenchmarks -pl benchmarks -am -DskipTests test-compile \
    org.apache.maven.plugins:maven-dependency-plugin:build-classpath \
    -Dmdep.outputFile=target/classpath -Dmdep.includeScope=compile

# The JDK that ./mvnw found.
jdk=$(./mvnw -v | sed -n 's/.*runtime: \(.*\)/\1/p')
exec "$jdk/bin/java" -Xmx2g --enable-native-access=ALL-UNNAMED \
    -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" \
    io.tierhub.benchmarks.Benchmarks "$@"
