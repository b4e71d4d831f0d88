#!/bin/sh
# Builds the modules and runs the comparison; takes no arguments. Linux only: CPU time is read
# from /proc. Its database is thrown away at the end.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
out="$here/target"
mkdir -p "$out"

cd "$root"
./mvnw -q -pl persistence -am -DskipTests package \
    org.apache.maven.plugins:maven-dependency-plugin:build-classpath \
    -Dmdep.outputFile=target/read-shapes.classpath -Dmdep.includeScope=runtime
path="$root/persistence/target/classes:$(cat persistence/target/read-shapes.classpath)"

# The JDK that ./mvnw found.
jdk=$(./mvnw -v | sed -n 's/.*runtime: \(.*\)/\1/p')
"$jdk/bin/javac" -proc:none -d "$out" -cp "$path" "$here/ReadShapes.java"
exec "$jdk/bin/java" -Xms512m -Xmx512m -XX:+UseSerialGC \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -cp "$out:$here:$path" ReadShapes
