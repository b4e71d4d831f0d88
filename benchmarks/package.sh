#!/usr/bin/env bash
# Lays the packaged server out as it starts fastest: extracted, with the JVM's AOT cache. The JVM
# that runs it must be the one that made it.
#
#   benchmarks/package.sh target/application
#   java -XX:AOTCache=target/application/tierhub.aot -jar target/application/tierhub.jar
set -euo pipefail
folder=$(realpath -m "$1")
cd "$(dirname "$0")/.."

java=$(./mvnw -v | sed -n 's/.*runtime: \(.*\)/\1/p')/bin/java
rm -rf "$folder"
mkdir -p "$folder"
cp api-web/target/api-web-*.jar "$folder/whole.jar"
"$java" -Djarmode=tools -jar "$folder/whole.jar" extract --destination "$folder/extracted"
mv "$folder/extracted/lib" "$folder/lib"
mv "$folder/extracted/whole.jar" "$folder/tierhub.jar"
rm -r "$folder/extracted" "$folder/whole.jar"

# The cache has what a start loads: the server begins, on a database of its own, and ends. It ends as
# if it were cut off, which leaves the database running.
data=$(mktemp -d)
end() {
    find "$data" -name postmaster.pid -exec head -1 {} \; | xargs -r kill -INT
    rm -rf "$data"
}
trap end EXIT
TIERHUB_DATA="$data" SERVER_PORT=0 TIERHUB_MANAGEMENT_PORT=0 \
    "$java" -XX:+UseSerialGC -XX:AOTCacheOutput="$folder/tierhub.aot" -Dspring.context.exit=onRefresh \
    -jar "$folder/tierhub.jar" > "$folder/training.log" 2>&1 || { tail -20 "$folder/training.log" >&2; exit 1; }
test -s "$folder/tierhub.aot"
