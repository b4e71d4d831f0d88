#!/usr/bin/env bash
# Tries what needs containers: the image, docker-compose.yml, and the tests' Testcontainers route.
# Not part of .ci/run. Takes the Docker engine that answers; if none does, and we are root on a
# Debian with docker.io and debootstrap, it runs one in a network namespace of its own and makes
# stand-ins for the images that cannot be pulled (real programs, but not the real images).
#
#   .ci/containers.sh [IT ...]    the integration tests to run on Testcontainers, one by default
set -euo pipefail
cd "$(dirname "$0")/.."

tests=${*:-TierAccountsIT}
work=$(mktemp -d)
engine=
project=tierhub-try
port=18080
inside=()

say() { printf '\n== %s\n' "$*"; }
die() { printf 'containers: %s\n' "$*" >&2; exit 1; }

finish() {
    status=$?
    trap - EXIT
    compose down --volumes --timeout 40 >/dev/null 2>&1 || true
    if [ -n "$engine" ]; then
        kill "$engine" 2>/dev/null && tail --pid="$engine" -f /dev/null
    fi
    rm -rf "$work" 2>/dev/null || true
    exit "$status"
}
trap finish EXIT

# --- an engine ---------------------------------------------------------------------------------

own_engine() {
    for program in dockerd debootstrap unshare nsenter; do
        command -v "$program" >/dev/null || die "no Docker engine answers, and there is no $program to run one"
    done
    [ "$(id -u)" = 0 ] || die "no Docker engine answers, and only root can run one"
    # Bridge, rules and published ports all stay in the namespace and go away with it.
    # shellcheck disable=SC2016  # for the inner shell
    unshare -n bash -c 'ip link set lo up && exec dockerd --data-root "$0/data" --exec-root "$0/exec" \
        -H "unix://$0/socket" -p "$0/pid"' "$work" >"$work/dockerd.log" 2>&1 &
    engine=$!
    export DOCKER_HOST=unix://$work/socket
    inside=(nsenter -t "$engine" -n)
    for _ in $(seq 100); do
        "${inside[@]}" docker info >/dev/null 2>&1 && return
        kill -0 "$engine" 2>/dev/null || break
        sleep 0.2
    done
    tail -5 "$work/dockerd.log" >&2
    die "the engine did not start"
}

# --- compose -----------------------------------------------------------------------------------

compose_program=(docker compose)

# Debian 12 has only the first compose; the second one comes from Debian 13 and is not installed.
unpacked_compose() {
    command -v dpkg >/dev/null || die "docker compose is missing"
    mkdir -p "$work/apt/lists/partial" "$work/apt/cache/archives/partial" "$work/compose"
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(debian_mirror) trixie main" >"$work/apt/sources.list"
    options=(-o "Dir::Etc::sourcelist=$work/apt/sources.list" -o Dir::Etc::sourceparts=/dev/null
        -o "Dir::State::lists=$work/apt/lists" -o "Dir::Cache=$work/apt/cache" -o APT::Sandbox::User=root)
    apt-get "${options[@]}" -qq update
    (cd "$work/apt" && apt-get "${options[@]}" -qq download docker-compose)
    dpkg -x "$work"/apt/docker-compose_*.deb "$work/compose"
    compose_program=("$(find "$work/compose" -name docker-compose -type f -perm -u+x | head -1)")
}

debian_mirror() {
    # shellcheck disable=SC2016  # apt's own variable
    apt-get indextargets --format '$(REPO_URI)' | grep -m1 '/debian/*$'
}

export COMPOSE_ANSI=never COMPOSE_PROGRESS=plain
compose() { TIERHUB_PORT=$port TIERHUB_JAR_FROM=host "${inside[@]}" "${compose_program[@]}" -p "$project" "$@"; }

# --- images ------------------------------------------------------------------------------------

standins=()

have_image() { "${inside[@]}" docker image inspect "$1" >/dev/null 2>&1 || "${inside[@]}" docker pull -q "$1" >/dev/null 2>&1; }

import() { # FOLDER IMAGE CHANGE...
    folder=$1 image=$2
    shift 2
    changes=()
    for change in "$@"; do changes+=(--change "$change"); done
    tar -C "$folder" -c . | "${inside[@]}" docker import "${changes[@]}" - "$image" >/dev/null
    standins+=("$image")
}

standin_postgres() {
    debootstrap --variant=minbase --include=postgresql-18,ca-certificates \
        forky "$work/postgres" "$(debian_mirror)" /usr/share/debootstrap/scripts/sid >"$work/debootstrap.log" 2>&1 \
        || { tail -3 "$work/debootstrap.log" >&2; die "no stand-in for PostgreSQL"; }
    cat >"$work/postgres/usr/local/bin/entrypoint" <<'SH'
#!/bin/sh
# What the real image does at its start, as far as we use it.
set -e
if [ "$(id -u)" = 0 ]; then
    mkdir -p "$PGDATA" /run/postgresql
    chown -R postgres: "$PGDATA" /run/postgresql
    exec setpriv --reuid=postgres --regid=postgres --init-groups "$0" "$@"
fi
if [ ! -s "$PGDATA/PG_VERSION" ]; then
    printf '%s' "$POSTGRES_PASSWORD" >/tmp/password
    # shellcheck disable=SC2086  # several options
    initdb --username="$POSTGRES_USER" --pwfile=/tmp/password --auth-host=scram-sha-256 --auth-local=trust $POSTGRES_INITDB_ARGS
    rm /tmp/password
    echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
    pg_ctl -w -o "-c listen_addresses=''" start
    [ "$POSTGRES_DB" = postgres ] || createdb -U "$POSTGRES_USER" "$POSTGRES_DB"
    pg_ctl -w -m fast stop
fi
exec "$@" -c listen_addresses='*'
SH
    chmod +x "$work/postgres/usr/local/bin/entrypoint"
    import "$work/postgres" postgres:18-alpine \
        'ENV PATH=/usr/lib/postgresql/18/bin:/usr/local/bin:/usr/bin:/bin' \
        'ENV PGDATA=/var/lib/postgresql/18/docker' 'ENV LC_ALL=C.UTF-8' 'EXPOSE 5432' \
        'ENTRYPOINT ["entrypoint"]' 'CMD ["postgres"]'
}

standin_java() {
    debootstrap --variant=minbase --include=ca-certificates bookworm "$work/java" "$(debian_mirror)" \
        >"$work/debootstrap.log" 2>&1 || { tail -3 "$work/debootstrap.log" >&2; die "no stand-in for Java"; }
    mkdir -p "$work/java/opt/java"
    cp -a "$1" "$work/java/opt/java/openjdk"
    for image in eclipse-temurin:25-jdk eclipse-temurin:25-jre; do
        import "$work/java" "$image" 'ENV JAVA_HOME=/opt/java/openjdk' 'ENV LANG=C.UTF-8' \
            'ENV PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
    done
}

# --- the calls ---------------------------------------------------------------------------------

# calls STATUS CODE PATH [CURL-ARGUMENT...]: one call, which must be answered so
calls() {
    status=$1 code=$2 path=$3
    shift 3
    got=$("${inside[@]}" curl -sS -m 5 -o "$work/body" -w '%{http_code}' "$@" "http://127.0.0.1:$port$path")
    [ "$got" = "$status" ] || die "$path: expected $status, got $got: $(head -c 300 "$work/body")"
    [ -z "$code" ] || grep -q "\"error_code\":\"$code\"" "$work/body" || die "$path: no $code in $(head -c 300 "$work/body")"
    echo "$path: $got $code"
}

# --- what is tried -----------------------------------------------------------------------------

say "engine"
docker info >/dev/null 2>&1 || own_engine
"${inside[@]}" docker version --format 'engine {{.Server.Version}}, client {{.Client.Version}}'
"${compose_program[@]}" version >/dev/null 2>&1 || unpacked_compose
"${compose_program[@]}" version

say "the jar"
./mvnw -q -B -ntp -DskipTests package
java_home=$(./mvnw -v | sed -n 's/^Java version:.*runtime: //p')

say "images"
have_image postgres:18-alpine || standin_postgres
{ have_image eclipse-temurin:25-jdk && have_image eclipse-temurin:25-jre; } || standin_java "$java_home"
echo "stand-ins: ${standins[*]:-none}"

say "docker compose up"
compose up --build --detach --wait --wait-timeout 180 >"$work/up.log" 2>&1 || { tail -20 "$work/up.log"; compose logs --tail 40; die "not healthy"; }
compose ps --format 'table {{.Service}}\t{{.Status}}\t{{.Ports}}'
[ "$(compose exec -T server id -u)" = 10001 ] || die "the server does not run as its own user"
compose exec -T server grep -q tierhub.aot /proc/1/maps || die "the server does not use its AOT cache"
compose logs --no-log-prefix server | grep -c '"ecs"' | sed 's/$/ log lines in ECS/'

say "calls"
unknown='Authorization: ApiKey SU-000-000-000:none'
calls 401 AUTH_001 /public/v1/tier/accounts
calls 401 AUTH_001 /public/v1/tier/accounts -H "$unknown"
calls 200 "" /problems
tokens=$(compose exec -T server cat /var/lib/tierhub/demo.env)
distributor="Authorization: $(printf '%s' "$tokens" | sed -n "s/^export ALPINE='\\(.*\\)'/\\1/p")"
calls 200 "" "/public/v1/tier/accounts?limit=1" -H "$distributor"
if "${inside[@]}" curl -sS -m 5 -o /dev/null "http://127.0.0.1:8081/actuator/health" 2>/dev/null; then
    die "the actuator is published"
fi

say "the database stops and comes back"
compose stop database >/dev/null 2>&1
calls 503 SYS_002 /public/v1/tier/accounts -H "$unknown"
calls 503 SYS_002 "/public/v1/tier/accounts?limit=1" -H "$distributor"
compose start database >/dev/null 2>&1
for attempt in $(seq 40); do
    if (calls 200 "" "/public/v1/tier/accounts?limit=1" -H "$distributor") 2>/dev/null; then break; fi
    [ "$attempt" -lt 40 ] || die "the server did not find its database again"
    sleep 0.25
done

say "docker compose down"
compose stop --timeout 40 server
[ "$(compose ps --all --format '{{.ExitCode}}' server)" = 143 ] || { compose ps --all; die "the server did not end by itself"; }
compose down --volumes

say "integration tests on Testcontainers: $tests"
export TESTCONTAINERS_RYUK_DISABLED=true
[ -z "$engine" ] || export TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1
offline=()
[ -z "$engine" ] || offline=(-o) # that namespace has no way out
"${inside[@]}" ./mvnw "${offline[@]}" -B -ntp -pl api-web -am verify \
    -Dtest=NoSuchTest -Dsurefire.failIfNoSpecifiedTests=false \
    -Dit.test="${tests// /,}" -Dfailsafe.failIfNoSpecifiedTests=false \
    -Dtierhub.test.database=container >"$work/maven.log" 2>&1 || { tail -60 "$work/maven.log"; die "tests failed"; }
grep -E 'Tests on |Tests run:.*Time|BUILD' "$work/maven.log"

say "all of it worked"
