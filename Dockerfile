# The server on a PostgreSQL that SPRING_DATASOURCE_URL names.
#
#   docker build -t tierhub .                           builds the jar from source, in the image
#   docker build -t tierhub --build-arg JAR_FROM=host . takes the one that ./mvnw package left here
#
# Needs BuildKit, which is Docker's default.

ARG JAR_FROM=source

FROM eclipse-temurin:25-jdk AS source
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 --mount=type=cache,target=/root/.cache \
    ./mvnw -B -ntp -DskipTests package \
    && cp api-web/target/api-web-*.jar /tierhub.jar

FROM eclipse-temurin:25-jdk AS host
COPY api-web/target/api-web-*.jar /tierhub.jar

FROM ${JAR_FROM} AS extracted
# Nothing is unzipped at the start, and a new version of ours changes only the last, small layer.
RUN java -Djarmode=tools -jar /tierhub.jar extract --layers --destination /extracted

FROM eclipse-temurin:25-jre
# Without a home the embedded PostgreSQL refuses to start: in a container its data would be lost
# with it. Whoever mounts a volume on /var/lib/tierhub and sets TIERHUB_DATA to it can have it.
RUN useradd --system --uid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin tierhub \
    && install -d -o tierhub -m 700 /var/lib/tierhub
WORKDIR /opt/tierhub
COPY --from=extracted /extracted/dependencies/ ./
COPY --from=extracted /extracted/spring-boot-loader/ ./
COPY --from=extracted /extracted/snapshot-dependencies/ ./
COPY --from=extracted /extracted/application/ ./
# What a start loads, as the JVM keeps it: that halves the time until the first answer. Made here
# because it fits only this JVM with these jars: the server begins, on a database that is thrown
# away, and ends. Its heap is small, as on a large machine it had long pointers, and no server with
# short ones could use the cache.
RUN install -d -o tierhub cache
USER 10001
RUN TIERHUB_DATA=/tmp/training TIERHUB_EMBEDDED_EPHEMERAL=true SERVER_PORT=0 TIERHUB_MANAGEMENT_PORT=0 \
    java -Xmx512m -XX:AOTCacheOutput=cache/tierhub.aot -Dspring.context.exit=onRefresh -jar tierhub.jar > /tmp/training.log 2>&1 \
    || { tail -20 /tmp/training.log >&2; exit 1; }; \
    rm -rf /tmp/training /tmp/training.log

# The heap follows the container's limit, and the JVM needs some 200 MB beside it: 512 MB are enough
# for both. A server without memory is better started anew.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError" \
    LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs

# The actuator's port answers inside the container only; don't publish it.
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${TIERHUB_MANAGEMENT_PORT:-8081} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "-XX:AOTCache=cache/tierhub.aot", "-jar", "tierhub.jar"]
